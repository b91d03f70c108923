using AngleSharp.Html.Parser;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>A page taken apart.</summary>
internal sealed record Page(PageFacts Facts, CleanText Text, bool TooDeep);

/// <summary>Takes the report out of a page of HTML.</summary>
internal sealed class PageReader(IntakeData data, PlainTextCleaner cleaner)
{
    internal Page Read(string html)
    {
        var filtered = MarkupFilter.Filter(html);
        using var document = new HtmlParser().ParseDocument(filtered.Markup);
        var facts = PageMetadata.Read(document, filtered.LinkedData, data);
        var outline = document.Body is { } body ? PageOutline.Of(body, data.Hints) : null;
        facts.IsPaywalled |= outline is not null && outline.Elements.Exists(element => element.Hint.HasFlag(Hint.Paywall));
        var blocks = outline is null ? [] : new MainText(outline, data.Phrases, facts.BodyText).Find();
        return new Page(facts, new PageCleaner(data, cleaner).Clean(blocks, facts), filtered.TooDeep);
    }
}
