using Demarche.Intake.Cleaning;
using Demarche.Intake.Dates;

namespace Demarche.Intake.Pages;

/// <summary>Turns the blocks of a page's main text into clean paragraphs.</summary>
internal sealed class PageCleaner(IntakeData data, PlainTextCleaner cleaner)
{
    /// <summary>As in plain text: a longer paragraph with a credit is text.</summary>
    private const int MaxCaptionWords = 70;

    internal CleanText Clean(List<PageBlock> blocks, PageFacts facts)
    {
        var clean = new CleanText();
        var started = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            var text = ImageIds.Strip(TextNormaliser.OneLine(block.Text));
            if (text.Length == 0)
            {
                continue;
            }

            var line = new Line(text, 0, text.Length);
            if (!started && IsHeadLine(line, facts, clean))
            {
                continue;
            }

            if (DateParser.IsClock(text))
            {
                clean.Removed.Add((LineMark.Date, text)); // stamps the entries of a live page
                continue;
            }

            if (IsCaption(line) || (line.Words >= 6 && !seen.Add(text)))
            {
                clean.Removed.Add((LineMark.Caption, text));
                continue;
            }

            started |= line.IsProse;
            clean.Paragraphs.Add(text);
        }

        cleaner.FinishEnds(clean);
        return clean;
    }

    // Above the first sentence: the title again, the date, the byline.
    private bool IsHeadLine(Line line, PageFacts facts, CleanText clean)
    {
        if (facts.Title is not null && PhraseBook.Key(line.Text) == PhraseBook.Key(facts.Title))
        {
            line.Mark = LineMark.Title;
        }
        else if (line.Words <= 16 && DateParser.TryParseLine(line.Text, out var date))
        {
            line.Mark = LineMark.Date;
            PlainTextCleaner.KeepDate(date, line.Text, clean);
        }
        else if (Byline.TryRead(line, data, clean.Authors, out var agency))
        {
            line.Mark = LineMark.Byline;
            clean.Agency ??= agency;
        }
        else if (data.Phrases.Find(line.Text, line.Words) is { Match: PhraseMatch.Whole })
        {
            line.Mark = LineMark.Debris;
        }

        if (!line.IsBody)
        {
            clean.Removed.Add((line.Mark, line.Text));
        }

        return !line.IsBody;
    }

    private bool IsCaption(Line line) => line.Words <= MaxCaptionWords && PictureCredit.IsAtEnd(line.Text, data);
}
