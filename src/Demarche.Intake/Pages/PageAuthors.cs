using AngleSharp.Dom;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>Finds who wrote a report: the first place that names a person counts; agencies are noted wherever they are named.</summary>
internal static class PageAuthors
{
    private const int MaxBylineLength = 160;

    private static readonly string[] Names = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author"];

    internal static void Read(IDocument page, LinkedData linked, MetaTags meta, PageFacts facts, IntakeData data)
    {
        string? agency = null;
        foreach (var party in linked.Authors)
        {
            Byline.AddNames(TextNormaliser.OneLine(party.Name), data, facts.Authors, ref agency, party.IsPerson);
        }

        foreach (var name in meta.All(Names))
        {
            if (facts.Authors.Count == 0 && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                Byline.AddNames(name, data, facts.Authors, ref agency);
            }
        }

        ReadElements(page, "[rel~=author], [itemprop~=author] [itemprop~=name], [itemprop~=author]", facts, data, ref agency);
        ReadElements(page, "[class*=byline], [class*=Byline], [class*=author], [class*=Author]", facts, data, ref agency);
        facts.Agency ??= agency;
    }

    // Names that share the first one's box are its co-authors; others on the page wrote something else.
    private static void ReadElements(IDocument page, string selector, PageFacts facts, IntakeData data, ref string? agency)
    {
        if (facts.Authors.Count > 0)
        {
            return;
        }

        IElement? box = null;
        foreach (var element in page.Body?.QuerySelectorAll(selector) ?? Enumerable.Empty<IElement>())
        {
            if (element.Closest("aside, footer, nav, form, [class*=comment], [class*=related]") is not null
                || (box is not null && !box.IsAncestorOf(element)))
            {
                continue;
            }

            var before = facts.Authors.Count;
            foreach (var line in ShortText.Lines(element, MaxBylineLength))
            {
                if (!Byline.TryRead(new Line(line, 0, line.Length), data, facts.Authors, out var named) && Byline.IsNames(line))
                {
                    Byline.AddNames(line, data, facts.Authors, ref agency);
                }

                agency ??= named;
            }

            box = box is null && facts.Authors.Count > before ? element.ParentElement : box;
        }
    }
}
