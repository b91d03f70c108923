using System.Text.RegularExpressions;
using Demarche.Intake.Dates;

namespace Demarche.Intake.Cleaning;

/// <summary>What stands before the body and after it: title, byline, date, outlet.</summary>
internal sealed partial class PlainTextCleaner
{
    private const int MaxLabelWords = 4;

    /// <summary>A longer line below a title is its summary.</summary>
    private const int MaxLaterTitleWords = 16;

    /// <summary>A wire's keyword line has a slug and three or four words.</summary>
    private const int MaxKeywordWords = 6;

    /// <summary>Where two lines could be the title, the upper one is if it has as many words; a shorter one names the site.</summary>
    private const int MinTitleAbove = 6;

    /// <summary>A longer line after the body may be its last sentence without a full stop, and stays.</summary>
    private const int MaxTailWords = 10;

    // "Who is telling the truth?" right above the date is a title, though it ends as a sentence does.
    private void TellQuestionTitle(List<Line> lines)
    {
        var first = lines.FindIndex(IsBodyProse);
        if (first < 0 || first + 2 >= lines.Count || lines[first].Words > MaxLaterTitleWords || lines[first].Text[^1] is not ('?' or '!'))
        {
            return;
        }

        var next = lines[first + 1];
        lines[first].IsProse = next.IsProse
            || !(DateParser.TryParseLine(next.Text, out _) || Byline.TryRead(next, data, [], out _));
    }

    private void ReadHead(List<Line> lines, int bodyStart, CleanText clean, string? givenTitle)
    {
        for (var i = 0; i < bodyStart; i++)
        {
            ReadEdgeLine(lines, i, clean);
        }

        MarkTitle(lines, bodyStart, clean, givenTitle);
        for (var i = 0; i < bodyStart; i++)
        {
            if (lines[i].IsBody && (clean.Title is not null || lines[i].Words <= MaxLabelWords))
            {
                ReadOutletLine(lines[i], clean);
                lines[i].Mark = lines[i].IsBody ? LineMark.Debris : lines[i].Mark;
            }
        }
    }

    /// <summary>Marks a line of the head or tail that says what it is by its shape.</summary>
    private void ReadEdgeLine(List<Line> lines, int i, CleanText clean)
    {
        var line = lines[i];
        if (line.Mark == LineMark.Debris)
        {
            ReadFieldValue(lines, i, clean);
        }

        if (line.Mark is not (LineMark.None or LineMark.Debris))
        {
            return;
        }

        if (!line.IsProse && line.Words <= 16 && DateParser.TryParseLine(line.Text, out var date))
        {
            line.Mark = LineMark.Date;
            KeepDate(date, line.Text, clean);
            ReadNamesBesideDate(line.Text, clean);
        }
        else if (line.Mark == LineMark.None && Byline.TryRead(line, data, clean.Authors, out var agency))
        {
            line.Mark = LineMark.Byline;
            clean.Agency ??= agency;
        }
        else if (line.Phrase is { Place: PhrasePlace.Edge } || IsOnlyDigits(line.Text) || Address().IsMatch(line.Text))
        {
            line.Mark = LineMark.Debris;
            ReadFieldValue(lines, i, clean);
        }
    }

    // "Author :" with the name on the next line, or "Source: Jiji Press" on the same.
    private void ReadFieldValue(List<Line> lines, int i, CleanText clean)
    {
        var line = lines[i];
        if (line.Phrase is not { Kind: PhraseKind.Field } field)
        {
            return;
        }

        string? agency = null;
        if (field.Match == PhraseMatch.Start && line.Text.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0)
        {
            Byline.AddNames(line.Text[(colon + 1)..], data, field.Words.StartsWith("auth", StringComparison.Ordinal) ? clean.Authors : [], ref agency);
        }
        else if (field.Match == PhraseMatch.Whole && i + 1 < lines.Count && lines[i + 1] is { IsBody: true, IsProse: false, Words: <= 4 } value && value.Block == line.Block)
        {
            Byline.AddNames(value.Text, data, field.Words.StartsWith("aut", StringComparison.Ordinal) ? clean.Authors : [], ref agency);
            value.Mark = DateParser.TryParseLine(value.Text, out _) ? LineMark.None : LineMark.Debris;
        }

        clean.Agency ??= agency;
    }

    /// <summary>Keeps the first whole date that tells of the publication; for want of one, a lesser one.</summary>
    internal static void KeepDate(WrittenDate date, string words, CleanText clean)
    {
        var isUpdate = DateParser.IsUpdate(words);
        if (clean.Stated is not { } kept || (kept.Day is null && date.Day is not null) || (clean.StatedIsUpdate && !isUpdate && date.Day is not null))
        {
            (clean.Stated, clean.StatedWords, clean.StatedIsUpdate) = (date, words, isUpdate);
        }
    }

    // "HNA/ts/kr 292314 GMT AUG 17".
    private static void KeepStamp(string closing, CleanText clean)
    {
        if (DateParser.TryParse(closing, out var stamp) && stamp.Day is not null)
        {
            KeepDate(stamp, closing, clean);
        }
    }

    // "Posted on March 3, 2018 by Jane Doe", "Source: Xinhua| 2019-09-18 22:10:31|Editor: yan".
    private void ReadNamesBesideDate(string line, CleanText clean)
    {
        string? agency = null;
        foreach (var part in line.Split('|', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("Source", StringComparison.OrdinalIgnoreCase) && part.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0)
            {
                Byline.AddNames(part[(colon + 1)..].Replace(".kp", "", StringComparison.Ordinal), data, [], ref agency);
            }
            else if (part.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && !DateParser.TryParse(part, out _))
            {
                Byline.AddNames(part, data, clean.Authors, ref agency);
            }
        }

        clean.Agency ??= agency;
    }

    private void MarkTitle(List<Line> lines, int bodyStart, CleanText clean, string? givenTitle)
    {
        var title = lines.FindIndex(0, bodyStart, line => line.IsBody && IsSame(line.Text, givenTitle));
        if (title < 0)
        {
            title = lines.FindIndex(0, bodyStart, IsTitleLike);
            title = LaterTitle(lines, title, bodyStart);
        }

        if (title < 0)
        {
            title = lines.FindLastIndex(Math.Max(0, bodyStart - 1), bodyStart, line => line.IsBody && line.Words is 2 or 3 && StartsLikeTitle(line) && !IsOutletLine(line));
        }

        if (title >= 0)
        {
            lines[title].Mark = LineMark.Title;
            clean.Title = WithoutSlug(lines[title].Text);
        }
        else if (lines[bodyStart] is { Words: <= 20 } first && ProseWords(lines, bodyStart + 1, lines.Count) > 40
            && (IsSame(first.Text, givenTitle) || (first.Text[^1] is '?' or '!' && first.TitleShare() > 0.8)))
        {
            first.Mark = LineMark.Title;
            clean.Title = first.Text;
        }
    }

    private bool IsTitleLike(Line line) => line.IsBody && line.Words is >= 4 and <= MaxTitleWords && StartsLikeTitle(line) && !IsOutletLine(line);

    // A motto starts small; a wire's slug is capitals and numbers joined by hyphens; a remark stands in brackets.
    private static bool StartsLikeTitle(Line line) =>
        !line.Text.Contains('|', StringComparison.Ordinal) && !char.IsLower(line.Text[0]) && !Remark().IsMatch(line.Text) && !WireSlug().IsMatch(line.Text);

    /// <summary>Of several lines that could be the title, the one above the date or byline; of lines together, the first.</summary>
    private int LaterTitle(List<Line> lines, int first, int bodyStart)
    {
        var mark = lines.FindIndex(0, bodyStart, line => line.Mark is LineMark.Date or LineMark.Byline);
        if (mark > 0 && IsShortTitle(lines[mark - 1]) && (first < 0 || lines[mark - 1].Words >= 4))
        {
            var top = mark - 1;
            while (top > 0 && !lines[top].EndsSentence && IsTitleLike(lines[top - 1]) && (lines[top - 1].Block == lines[top].Block || lines[top - 1].Words >= MinTitleAbove))
            {
                top--;
            }

            return top;
        }

        // "(LEAD) Fish talks" is the wire's keyword where a longer title follows.
        var longer = first < 0 || lines[first].Words > MaxKeywordWords || WithoutSlug(lines[first].Text) == lines[first].Text ? -1
            : lines.FindIndex(first + 1, bodyStart - first - 1, line => IsTitleLike(line) && line.Words > Line.CountWords(WithoutSlug(lines[first].Text)));
        if (longer >= 0)
        {
            return longer;
        }

        // A site's motto can stand above the title; then dates, menus or bylines lie between the two, and the title is longer.
        for (var i = first + 1; first >= 0 && i < bodyStart; i++)
        {
            if (IsTitleLike(lines[i]) && lines[i].Words > lines[first].Words && lines[i].Words <= MaxLaterTitleWords && lines.GetRange(first + 1, i - first - 1).Exists(line => !line.IsBody))
            {
                return i;
            }
        }

        return first;
    }

    private bool IsShortTitle(Line line) =>
        line.IsBody && line.Words is >= 3 and <= MaxLaterTitleWords && StartsLikeTitle(line) && !IsOutletLine(line);

    // A paragraph between the title and a byline or date is the outlet's summary; the report itself starts after those.
    private void ReadStandfirst(List<Line> lines, (int First, int Last) body, CleanText clean)
    {
        var first = lines.FindIndex(IsBodyProse);
        if (first < 0 || clean.Title is null || lines[first].Words > MaxStandfirstWords)
        {
            return;
        }

        var next = lines.FindIndex(first + 1, IsBodyProse);
        if (next < 0)
        {
            return;
        }

        for (var i = first + 1; i < next; i++)
        {
            ReadEdgeLine(lines, i, clean);
        }

        var between = lines.GetRange(first + 1, next - first - 1);
        if (between.Exists(line => line.Mark is LineMark.Date or LineMark.Byline))
        {
            lines[first].Mark = LineMark.Standfirst;
            foreach (var line in between.Where(line => line.IsBody && line.Words <= MaxLabelWords))
            {
                line.Mark = LineMark.Debris;
            }
        }
    }

    private void ReadTail(List<Line> lines, int bodyEnd, CleanText clean)
    {
        var hasDebris = false;
        for (var i = bodyEnd + 1; i < lines.Count; i++)
        {
            if (lines[i].IsBody && _signOff.IsClosing(lines[i].Text, out var named))
            {
                lines[i].Mark = LineMark.Closing;
                clean.Agency ??= named;
                KeepStamp(lines[i].Text, clean);
                continue;
            }

            if (lines[i].Mark is not LineMark.Caption and not LineMark.Repeat)
            {
                ReadEdgeLine(lines, i, clean);
            }

            hasDebris |= !lines[i].IsBody;
        }

        for (var i = bodyEnd + 1; i < lines.Count; i++)
        {
            if (i == bodyEnd + 1 && IsUnfinished(lines[i]))
            {
                continue;
            }

            if (lines[i].IsBody && !lines[i].EndsSentence
                && (((hasDebris || IsOutletLine(lines[i])) && lines[i].Words <= MaxTailWords) || IsShouted(lines[i])))
            {
                ReadOutletLine(lines[i], clean);
                lines[i].Mark = lines[i].IsBody ? LineMark.Debris : lines[i].Mark;
            }
        }
    }

    private void ReadOutletLine(Line line, CleanText clean)
    {
        if (IsOutletLine(line))
        {
            line.Mark = LineMark.Outlet;
            clean.Outlet ??= data.Names.Outlet(line.Text) ?? line.Text;
        }
    }

    private bool IsOutletLine(Line line) =>
        line.Words is >= 1 and <= 12 && line.IsName()
        && (data.Names.Outlet(line.Text) is not null || (line.Words >= 2 && data.Outlets.LooksLikeOne(line.Text) && data.Phrases.Find(line.Text, line.Words) is null));

    // "(2nd LD) Talks resume": the wire's own mark is no part of the title.
    private string WithoutSlug(string title)
    {
        title = TitleField().Replace(title, "");
        if (JoinedSlug().Match(title) is { Success: true } joined && data.Phrases.Find(joined.Groups["slug"].Value, 1) is { Kind: PhraseKind.Slug })
        {
            return title[joined.Length..];
        }

        var match = Bracketed().Match(title);
        return match.Success && match.Length < title.Length && data.Phrases.Find(match.Groups["slug"].Value, 1) is { Kind: PhraseKind.Slug }
            ? title[match.Length..] : title;
    }

    // "UPDATE 5-Leaders meet".
    [GeneratedRegex(@"^(?<slug>\p{Lu}{3,12})(?: \d{1,2})?\s*-\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedSlug();

    [GeneratedRegex(@"^[(\[][^()\[\]]*[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?=[^\p{Ll}]{8,}|\P{Ll}*\b[a-z]\b\P{Ll}*$)(?:.*\p{Lu}+(?:-[\p{Lu}\d.]+)+|\p{Lu}{2,6}\d{3,}|\p{Lu}{2,6}(?: \d\d){3})", RegexOptions.CultureInvariant)]
    private static partial Regex WireSlug();

    [GeneratedRegex(@"^(?:subject|title|headline)\s*:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TitleField();

    [GeneratedRegex(@"^[(\[](?<slug>[^()\[\]]{2,20})[)\]]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    // A line that is only a mail address, a handle, a link, or a reader's remark.
    [GeneratedRegex(@"^(?:e-?mail:?\s*)?(?:\S+@\S+\.\S+|@\w+|[\w.]+ says:.{0,80}|https?://\S+|www\.\S+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // The last sentence can lack its full stop; then it is no title by its small letters.
    private static bool IsUnfinished(Line line) => line.Words >= 6 && line.TitleShare() < 0.5;

    // A notice in capitals: "REQUEST REPRINT OR LICENSING".
    private static bool IsShouted(Line line) => line.Words is >= 3 and <= MaxTitleWords && !line.Text.Any(char.IsLower);

    private static bool IsOnlyDigits(string text) => text.Any(char.IsAsciiDigit) && text.All(unit => char.IsAsciiDigit(unit) || unit is ' ' or '.' or ',' or '#' or '-');

    private static bool IsSame(string line, string? title) =>
        title is not null && PhraseBook.Key(line) == PhraseBook.Key(TextNormaliser.OneLine(title));
}
