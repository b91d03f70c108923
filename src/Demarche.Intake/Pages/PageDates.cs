using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Demarche.Intake.Cleaning;
using Demarche.Intake.Dates;

namespace Demarche.Intake.Pages;

/// <summary>Gathers the dates of publication and of the last change that a page states, the most trusted first.</summary>
internal static partial class PageDates
{
    private const int MaxLineLength = 80;

    /// <summary>The same with the spaces and line ends of the markup.</summary>
    private const int MaxUncutLength = 300;

    /// <summary>A paragraph as long as this is the report's text; a date beside the title stands before it.</summary>
    private const int ParagraphLength = 200;

    private static readonly string[] OpenGraph = ["article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "article:published"];

    private static readonly string[] Names =
    [
        "datepublished", "article.published", "published", "publishdate", "publish-date", "publish_date", "pubdate", "pub_date",
        "published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dc.date",
        "dcterms.date", "date", "originalpublicationdate", "article_date_original", "displaydate", "ptime", "article.created", "rnews:datepublished",
    ];

    private static readonly string[] OpenGraphModified = ["article:modified_time", "og:article:modified_time", "og:updated_time"];

    private static readonly string[] NamesModified =
        ["datemodified", "article.updated", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "article_date_updated", "datelastpubbed", "utime"];

    internal static void Read(IDocument page, LinkedData linked, MetaTags meta, IElement? heading, PageFacts facts)
    {
        Add(facts.Published, linked.Published, DateSource.LinkedData);
        Add(facts.Published, meta.All(OpenGraph), DateSource.OpenGraph);
        Add(facts.Published, meta.All(Names), DateSource.Meta);
        Add(facts.Published, Marked(page, "datePublished"), DateSource.Microdata);
        Add(facts.Modified, linked.Modified, DateSource.LinkedData);
        Add(facts.Modified, meta.All(OpenGraphModified), DateSource.OpenGraph);
        Add(facts.Modified, meta.All(NamesModified), DateSource.Meta);
        Add(facts.Modified, Marked(page, "dateModified"), DateSource.Microdata);
        ReadTimeElements(page, facts);
        facts.Shown = Shown(page, heading);
    }

    // Systems that know no date write the year 1.
    private static void Add(List<WrittenOnPage> dates, IEnumerable<string> written, DateSource source) =>
        dates.AddRange(written.Where(words => !words.StartsWith("0001-", StringComparison.Ordinal)).Select(words => new WrittenOnPage(words, source)));

    private static IEnumerable<string> Marked(IDocument page, string property)
    {
        var marked = page.QuerySelector($"[itemprop~={property}]");
        var value = marked?.GetAttribute("datetime") ?? marked?.GetAttribute("content") ?? marked?.TextContent;
        return string.IsNullOrWhiteSpace(value) ? [] : [TextNormaliser.OneLine(value)];
    }

    private static void ReadTimeElements(IDocument page, PageFacts facts)
    {
        foreach (var time in page.GetElementsByTagName("time"))
        {
            if (time.GetAttribute("datetime") is not { Length: >= 8 } words)
            {
                continue;
            }

            var isChange = IsChange().IsMatch($"{time.ClassName} {time.TextContent}") && !IsPublication().IsMatch($"{time.ClassName} {time.TextContent}");
            var dates = isChange ? facts.Modified : facts.Published;
            if (!dates.Exists(date => date.Source == DateSource.TimeElement))
            {
                dates.Add(new WrittenOnPage(words, DateSource.TimeElement));
            }
        }
    }

    // "<div class="story-date">November 20, 2019, 6:29 PM</div>" and its like. A date in the site's own head is today's, and
    // one below the text is of another report: what counts stands between the title and the first paragraph, or shares the title's box.
    private static string? Shown(IDocument page, IElement? heading)
    {
        if (heading is null)
        {
            return page.QuerySelectorAll("[class*=date], [class*=Date], [class*=time], [class*=publish], [class*=posted]")
                .Where(element => element.Closest("nav, footer, aside") is null).Select(DateLine).FirstOrDefault(line => line is not null);
        }

        string? before = null, after = null;
        var isBefore = true;
        foreach (var element in page.Body?.QuerySelectorAll("*") ?? Enumerable.Empty<IElement>())
        {
            if (element == heading)
            {
                isBefore = false;
                continue;
            }

            if (element.ChildElementCount > 4 || (isBefore && !SharesBox(element, heading)))
            {
                continue;
            }

            if (!isBefore && element.TextContent.Length >= ParagraphLength && element.LocalName is "p" && !element.IsAncestorOf(heading))
            {
                break;
            }

            if (DateLine(element) is { } line)
            {
                (before, after) = isBefore ? (line, after) : (before, line);
                if (!isBefore)
                {
                    break;
                }
            }
        }

        return after ?? before;
    }

    // The title's box is its parent, or the one around that where both hold little more than the title.
    private static bool SharesBox(IElement element, IElement heading) =>
        heading.ParentElement is { } box && (box.IsAncestorOf(element)
            || (box.ParentElement is { } outer && outer.LocalName is not ("body" or "html") && outer.ChildElementCount <= 6 && outer.IsAncestorOf(element)));

    private static string? DateLine(IElement element) => ShortText.Lines(element, MaxUncutLength).Find(line =>
        line.Length is >= 8 and <= MaxLineLength && line.AsSpan().ContainsAnyInRange('0', '9')
            && DateParser.TryParseLine(line, out var date) && date.Iso is not null && !DateParser.IsUpdate(line));

    /// <summary>The date in an address such as <c>/2019/11/18/</c>.</summary>
    internal static string? InAddress(string? url) =>
        url is not null && UrlDate().Match(url) is { Success: true } match
            ? $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}" : null;

    [GeneratedRegex(@"updated|modified|edited", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsChange();

    [GeneratedRegex(@"publish|posted|created|entry-date", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsPublication();

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?<m>0[1-9]|1[0-2])[/-](?<d>0[1-9]|[12]\d|3[01])(?:/|-|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlDate();
}
