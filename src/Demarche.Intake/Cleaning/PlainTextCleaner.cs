using Demarche.Intake.Dates;

namespace Demarche.Intake.Cleaning;

/// <summary>Takes a report out of text that was pasted from a page.</summary>
/// <remarks>
/// No rule takes out running text on its own: a sentence goes only where a phrase of data/intake/boilerplate.tsv says so, where
/// it repeats, where it is credited as a picture's caption, or where it lies behind the comment form. Everything else that goes
/// is a short line without a sentence's end, and only where its place or its neighbours speak against it.
/// </remarks>
internal sealed partial class PlainTextCleaner(IntakeData data)
{
    /// <summary>A caption with its credit has 60 words at most in the pages looked at; a longer paragraph is text.</summary>
    private const int MaxCaptionWords = 70;

    private const int MaxTitleWords = 25;
    private const int MaxStandfirstWords = 70;

    /// <summary>What follows a heading such as "Leave a Reply" goes where it has less than this share of the words before it.</summary>
    private const double MaxTailShare = 0.5;

    private static readonly string[] TrailSigns = [" » ", " › ", " > ", " · ", " // "];

    private readonly DatelineReader _datelines = new(data.Agencies, data.Names);
    private readonly SignOff _signOff = new(data.Phrases, data.Agencies);

    /// <param name="text">As found; see <see cref="TextNormaliser"/>.</param>
    /// <param name="givenTitle">The title from metadata; a first line that repeats it goes.</param>
    internal CleanText Clean(string text, string? givenTitle)
    {
        var clean = new CleanText();
        var lines = ParagraphSplitter.Split(TextNormaliser.Normalise(text));
        MarkPhrases(lines);
        MarkImageLines(lines);
        MarkCaptions(lines);
        StripClosings(lines, clean);
        MarkRepeats(lines);
        CutCommentsAndRelated(lines);
        TellQuestionTitle(lines);
        var body = BodyRange(lines);
        if (body.First < 0)
        {
            return WithoutProse(lines, clean);
        }

        clean.IsCutOff = lines.FindLastIndex(line => line.Phrase is { Kind: PhraseKind.Paywall }) > body.First;
        ReadHead(lines, body.First, clean, givenTitle);
        ReadStandfirst(lines, body, clean);
        ReadTail(lines, body.Last, clean);
        MarkEdgePhrasesInside(lines);
        Collect(lines, clean);
        FinishEnds(clean);
        return clean;
    }

    /// <summary>The same last step for text whose paragraphs are already the body's: datelines and closings go.</summary>
    internal void FinishEnds(CleanText clean)
    {
        while (clean.Paragraphs.Count > 1 && _signOff.IsClosing(clean.Paragraphs[^1], out var named))
        {
            clean.Agency ??= named;
            clean.Removed.Add((LineMark.Closing, clean.Paragraphs[^1]));
            clean.Paragraphs.RemoveAt(clean.Paragraphs.Count - 1);
        }

        if (clean.Paragraphs.Count == 0)
        {
            return;
        }

        var (last, agency) = _signOff.Strip(clean.Paragraphs[^1]);
        clean.Paragraphs[^1] = last;
        clean.Agency ??= agency;
        for (var i = 0; i < Math.Min(3, clean.Paragraphs.Count); i++)
        {
            if (_datelines.Find(clean.Paragraphs[i]) is { } dateline)
            {
                clean.Dateline = dateline;
                clean.Agency = dateline.Agency ?? clean.Agency;
                clean.Paragraphs[i] = clean.Paragraphs[i][dateline.Length..];
                return;
            }
        }
    }

    // "… to Russia. EFE" does not look like a sentence's end until the agency's name is gone.
    private void StripClosings(List<Line> lines, CleanText clean)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { IsBody: true, EndsSentence: false, Words: >= 8 } line && _signOff.Strip(line.Text) is var (text, agency) && text.Length < line.Text.Length)
            {
                lines[i] = new Line(text, line.Block, text.Length) { Mark = line.Mark, Phrase = line.Phrase };
                clean.Agency ??= agency;
            }
        }
    }

    private void MarkPhrases(List<Line> lines)
    {
        foreach (var line in lines)
        {
            line.Phrase = data.Phrases.Find(line.Text, line.Words);
            if (line.Phrase is { Place: PhrasePlace.Any } || line.Words == 0 || IsTrail(line) || DateParser.IsClock(line.Text))
            {
                line.Mark = LineMark.Debris;
            }
        }
    }

    // "Home » Asia » Japan", "Bookmark | Print | Send", "by jane · in Fish", "← Older".
    private static bool IsTrail(Line line) => !line.EndsSentence && line.Words <= 20 && !DateParser.TryParse(line.Text, out _)
        && (TrailSigns.Any(sign => line.Text.Contains(sign, StringComparison.Ordinal)) || line.Text[0] is '←' or '→' or '»' || line.Text[^1] is '→' or '»'
            || line.Text.Split(" | ").Length > 2);

    // After a picture's file name stands what was printed under the picture.
    private static void MarkImageLines(List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var isId = lines[i].IsBody && ImageIds.IsId(lines[i].Text);
            if (isId)
            {
                lines[i].Mark = LineMark.ImageId;
            }

            if ((isId || lines[i].HadImageId) && i + 1 < lines.Count && lines[i + 1] is { IsBody: true, IsProse: false, Words: <= 12 } caption)
            {
                caption.Mark = LineMark.Caption;
            }
        }
    }

    private void MarkCaptions(List<Line> lines)
    {
        var last = lines.FindLastIndex(IsBodyProse);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBody && line.Words <= MaxCaptionWords && !Byline.TryRead(line, data, [], out _)
                && (PictureCredit.IsAtEnd(line.Text, data) || (i != last && PictureCredit.IsNameAfterCaption(line.Text, data))))
            {
                line.Mark = LineMark.Caption;
            }
        }
    }

    // A paragraph told twice is told once; a credited one was marked before, both times.
    private static void MarkRepeats(List<Line> lines)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.IsBody && line.Words >= 4 && line.Text[0] is not ('"' or '“') && !seen.Add(line.Text))
            {
                line.Mark = LineMark.Repeat;
            }
        }
    }

    private static void CutCommentsAndRelated(List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Phrase is not { Kind: PhraseKind.Comment or PhraseKind.Related or PhraseKind.Author } phrase || lines[i].Mark != LineMark.Debris)
            {
                continue;
            }

            var before = ProseWords(lines, 0, i);
            var after = ProseWords(lines, i + 1, lines.Count);
            if (before == 0)
            {
                continue;
            }

            var cut = after < before * MaxTailShare
                && (phrase.Kind != PhraseKind.Related || after == 0);
            for (var j = i + 1; j < lines.Count && (cut || (phrase.Match == PhraseMatch.Whole && !lines[j].IsProse && lines[j].Block <= lines[i].Block + 6)); j++)
            {
                lines[j].Mark = lines[j].IsBody ? LineMark.Debris : lines[j].Mark;
            }
        }
    }

    private static int ProseWords(List<Line> lines, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
        {
            words += lines[i] is { IsBody: true, IsProse: true } ? lines[i].Words : 0;
        }

        return words;
    }

    private static (int First, int Last) BodyRange(List<Line> lines) =>
        (lines.FindIndex(IsBodyProse), lines.FindLastIndex(IsBodyProse));

    private static bool IsBodyProse(Line line) => line is { IsBody: true, IsProse: true } && line.Phrase is null;

    // Nothing reads as running text, as in a headline given alone: it is kept as it stands, but for the debris.
    private static CleanText WithoutProse(List<Line> lines, CleanText clean)
    {
        var onlyEdge = lines.TrueForAll(line => !line.IsBody || line.Phrase is not null);
        foreach (var line in lines)
        {
            if (line.IsBody && (line.Phrase is null || onlyEdge))
            {
                clean.Paragraphs.Add(line.Text);
            }
            else
            {
                clean.Removed.Add((line.IsBody ? LineMark.Debris : line.Mark, line.Text));
            }
        }

        return clean;
    }

    // A phrase that counts only at the edges, inside the body, is debris where its line is no sentence and a debris line is near.
    private static void MarkEdgePhrasesInside(List<Line> lines)
    {
        for (var i = 1; i < lines.Count - 1; i++)
        {
            if (lines[i] is { IsBody: true, Phrase: not null, IsProse: false } && !(lines[i - 1].IsBody && lines[i + 1].IsBody))
            {
                lines[i].Mark = LineMark.Debris;
            }
        }
    }

    private static void Collect(List<Line> lines, CleanText clean)
    {
        foreach (var line in lines)
        {
            if (line.IsBody)
            {
                clean.Paragraphs.Add(line.Text);
            }
            else
            {
                clean.Removed.Add((line.Mark, line.Text));
            }
        }
    }
}
