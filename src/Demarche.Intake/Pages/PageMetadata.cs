using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>Reads title, authors, outlet, agency, dates and language from where pages state them.</summary>
/// <remarks>Where they disagree, the first of the places listed in docs/intake.md ("Pages and dates") that speaks counts.</remarks>
internal static partial class PageMetadata
{
    internal static PageFacts Read(IDocument page, IReadOnlyList<string> linkedScripts, IntakeData data)
    {
        var facts = new PageFacts();
        var linked = LinkedData.Read(linkedScripts);
        var meta = new MetaTags(page);
        var canonical = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.First("og:url");
        facts.Url = canonical is not null && canonical.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? canonical : null;
        facts.Language = linked.Language ?? page.DocumentElement?.GetAttribute("lang") ?? meta.First("og:locale", "language", "content-language");
        (facts.BodyText, facts.IsPaywalled, facts.IsIndex) = (linked.BodyText, linked.IsPaywalled, linked.IsIndex);
        ReadOutlet(linked, meta, facts, data);
        var heading = PageTitle.Read(page, linked, meta, facts, data);
        PageDates.Read(page, linked, meta, heading, facts);
        PageAuthors.Read(page, linked, meta, facts, data);
        return facts;
    }

    // The publisher named in linked data can be the agency that wrote the report, or the maker of the site's software.
    private static void ReadOutlet(LinkedData linked, MetaTags meta, PageFacts facts, IntakeData data)
    {
        string?[] names =
        [
            .. linked.Publishers, meta.First("og:site_name"), meta.First("application-name"), meta.First("dc.publisher"), meta.First("publisher"), meta.First("cre"),
        ];
        foreach (var name in names)
        {
            if (name is null || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) || SoftwareName().IsMatch(name))
            {
                continue;
            }

            var agency = data.Agencies.Find(name);
            facts.Agency ??= agency;
            facts.Outlet ??= agency is null ? TextNormaliser.OneLine(name.Split(" | ")[0]) : null;
        }

        facts.Outlet ??= facts.Agency;
    }

    [GeneratedRegex(@"^(?:blogger|wordpress(?:\.com)?|medium|wix(?:\.com)?|squarespace|drupal|joomla|substack)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SoftwareName();
}
