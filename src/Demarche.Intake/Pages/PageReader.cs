using AngleSharp.Html.Parser;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>A page taken apart.</summary>
internal sealed record Page(PageFacts Facts, CleanText Text, FilteredMarkup Markup);

/// <summary>Takes the report out of a page of HTML.</summary>
internal sealed class PageReader(IntakeData data, PlainTextCleaner cleaner, IntakeLimits limits)
{
    /// <summary>So many linked headlines, with so little text to each, make a list of reports and no report.</summary>
    /// <value>5 and 60: none of 83 development pages of single reports has both.</value>
    private const int IndexHeadlines = 5, WordsOfTeaser = 60;

    internal Page Read(string html)
    {
        var filtered = MarkupFilter.Filter(html, limits);
        using var document = new HtmlParser().ParseDocument(filtered.Markup);
        var facts = PageMetadata.Read(document, filtered.LinkedData, data);
        var clean = new CleanText();
        if (document.Body is { } body)
        {
            var outline = PageOutline.Of(body, data.Hints);
            var main = new MainText(outline, data.Phrases, facts.BodyText);
            var blocks = main.Find();
            var words = blocks.Sum(block => Line.CountWords(block.Text));
            facts.IsIndex |= main.LinkedHeadlines >= IndexHeadlines && words < main.LinkedHeadlines * WordsOfTeaser;
            clean = new PageCleaner(data, cleaner).Clean(blocks, facts);
            clean.IsCutOff = facts.IsPaywalled || (blocks.Count > 0 && SaysThatMoreIsSold(outline, outline.AllBlocks.IndexOf(blocks[0])));
        }

        return new Page(facts, clean, filtered);
    }

    // A gate stands below the first lines; what is above them is the site's own menu, where subscribers log in.
    private bool SaysThatMoreIsSold(PageOutline outline, int firstBlock) =>
        outline.Elements.Exists(element => element.Hint.HasFlag(Hint.Paywall) && element.FirstBlock > firstBlock && element.EndBlock > element.FirstBlock)
        || outline.AllBlocks.FindLastIndex(block => data.Phrases.Find(block.Text, Line.CountWords(block.Text)) is { Kind: PhraseKind.Paywall }) > firstBlock;
}
