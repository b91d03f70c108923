using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Demarche.Intake.Cleaning;
using Demarche.Intake.Dates;

namespace Demarche.Intake.Pages;

/// <summary>Reads title, authors, outlet, date and language from where pages state them.</summary>
/// <remarks>
/// Where they disagree, the first of these that speaks counts: linked data, the report's own tags (OpenGraph, meta,
/// microdata), <c>time</c> elements, the page's title, its address.
/// </remarks>
internal static partial class PageMetadata
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "article.published", "publishdate", "publish-date", "publish_date", "pubdate", "pub_date",
        "published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dc.date",
        "dcterms.date", "date", "originalpublicationdate", "article_date_original", "displaydate", "ptime", "og:pubdate", "article.created", "rnews:datepublished",
    ];

    private static readonly string[] AuthorNames = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author"];

    internal static PageFacts Read(IDocument page, IReadOnlyList<string> linkedData, IntakeData data)
    {
        var facts = new PageFacts();
        LinkedData.Read(linkedData, facts);
        var meta = ReadMeta(page);
        facts.Url = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.GetValueOrDefault("og:url");
        facts.Url = facts.Url is not null && facts.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? facts.Url : null;
        ReadOutlet(meta, facts, data);
        facts.Title = WithoutOutletBefore(Title(page, meta, facts), facts, data);
        facts.Published ??= First(meta, DateNames) ?? TimeElement(page);
        facts.Shown = facts.Published is null ? ShownDate(page) : null;
        facts.Language ??= page.DocumentElement?.GetAttribute("lang") ?? First(meta, "og:locale", "language", "content-language");
        if (facts.Authors.Count == 0)
        {
            AddAuthors(page, meta, facts);
        }

        return facts;
    }

    private static Dictionary<string, string> ReadMeta(IDocument page)
    {
        var meta = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in page.GetElementsByTagName("meta"))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
            var content = element.GetAttribute("content");
            if (name is not null && !string.IsNullOrWhiteSpace(content))
            {
                meta.TryAdd(name.Trim(), TextNormaliser.OneLine(content));
            }
        }

        return meta;
    }

    private static string? First(Dictionary<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    // The publisher named in linked data can be the agency that wrote the report, or the maker of the site's software.
    private static void ReadOutlet(Dictionary<string, string> meta, PageFacts facts, IntakeData data)
    {
        string?[] names = [facts.Outlet, First(meta, "og:site_name"), First(meta, "application-name"), First(meta, "dc.publisher"), First(meta, "cre")];
        facts.Outlet = null;
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

    // "<div class="story-date">November 20, 2019, 6:29 PM</div>" and its like, where the metadata has no date.
    private static string? ShownDate(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("[class*=date], [class*=Date], [class*=time], [class*=publish], [class*=posted]"))
        {
            var text = element.TextContent;
            if (text.Length is >= 8 and <= 300 && TextNormaliser.OneLine(text) is { Length: <= 80 } line
                && DateParser.TryParseLine(line, out var date) && date.Iso is not null)
            {
                return line;
            }
        }

        return null;
    }

    // The heading that readers see is the title, if the page's own metadata says nearly the same; else the metadata's.
    private static string? Title(IDocument page, Dictionary<string, string> meta, PageFacts facts)
    {
        var stated = facts.Title ?? First(meta, "og:title", "twitter:title", "dc.title", "parsely-title");
        var inHead = TextNormaliser.OneLine(page.Title ?? "");
        var headings = page.GetElementsByTagName("h1").Select(heading => TextNormaliser.OneLine(heading.TextContent)).Where(text => text.Length > 0).ToList();
        foreach (var heading in headings)
        {
            if (Agrees(heading, stated) || Agrees(heading, inHead))
            {
                return heading;
            }
        }

        var title = stated ?? (headings.Count == 1 && headings[0].Contains(' ', StringComparison.Ordinal) ? headings[0] : inHead);
        title = WithoutOutlet(TextNormaliser.OneLine(title), facts.Outlet);
        return title.Length == 0 ? null : title;
    }

    private static bool Agrees(string heading, string? title) =>
        title is not null && heading.Length >= 10 && PhraseBook.Key(title).StartsWith(PhraseBook.Key(heading), StringComparison.Ordinal);

    // "Talks resume | The Example Times": the site's name is no part of the title.
    private static string WithoutOutlet(string title, string? outlet)
    {
        if (SiteSuffix().Match(title) is not { Success: true } match)
        {
            return title;
        }

        var suffix = match.Groups["site"].Value;
        var isOutlet = outlet is not null && (suffix.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(suffix, StringComparison.OrdinalIgnoreCase));
        return isOutlet || match.Value.Contains('|', StringComparison.Ordinal) ? title[..match.Index].Trim() : title;
    }

    // "The Harbour Courier: Talks resume".
    private static string? WithoutOutletBefore(string? title, PageFacts facts, IntakeData data)
    {
        if (title is null || SitePrefix().Match(title) is not { Success: true } match)
        {
            return title;
        }

        var site = match.Groups["site"].Value;
        var isName = site.Split(' ').All(word => char.IsUpper(word[0])) && (data.Names.Outlet(site) is not null || data.Outlets.LooksLikeOne(site));
        if (!isName && !site.Equals(facts.Outlet, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        facts.Outlet ??= site;
        return title[match.Length..];
    }

    private static string? TimeElement(IDocument page)
    {
        var dated = page.QuerySelector("[itemprop~=datePublished]");
        var value = dated?.GetAttribute("datetime") ?? dated?.GetAttribute("content") ?? dated?.TextContent;
        if (!string.IsNullOrWhiteSpace(value))
        {
            return TextNormaliser.OneLine(value);
        }

        foreach (var time in page.GetElementsByTagName("time"))
        {
            if (time.GetAttribute("datetime") is { Length: >= 8 } datetime)
            {
                return datetime;
            }
        }

        return null;
    }

    /// <summary>The date in an address such as <c>/2019/11/18/</c>.</summary>
    internal static string? DateInUrl(string? url) =>
        url is not null && UrlDate().Match(url) is { Success: true } match
            ? $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}" : null;

    private static void AddAuthors(IDocument page, Dictionary<string, string> meta, PageFacts facts)
    {
        if (First(meta, AuthorNames) is { } named && !named.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            facts.Authors.Add(named);
            return;
        }

        foreach (var element in page.QuerySelectorAll("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author]"))
        {
            var name = TextNormaliser.OneLine(element.TextContent);
            if (name.Length is > 3 and < 60 && !facts.Authors.Contains(name))
            {
                facts.Authors.Add(name);
                return;
            }
        }
    }

    [GeneratedRegex(@"\s+[|–—\-»·:]\s+(?<site>[^|–—»]{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex SiteSuffix();

    [GeneratedRegex(@"^(?<site>The [^:|]{3,40}?):\s+(?=\S+ \S+)", RegexOptions.CultureInvariant)]
    private static partial Regex SitePrefix();

    [GeneratedRegex(@"^(?:blogger|wordpress(?:\.com)?|medium|wix(?:\.com)?|squarespace|drupal|joomla|substack)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SoftwareName();

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?<m>0[1-9]|1[0-2])[/-](?<d>0[1-9]|[12]\d|3[01])(?:/|-|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlDate();
}
