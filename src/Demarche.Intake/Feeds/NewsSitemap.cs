using System.Xml.Linq;

namespace Demarche.Intake.Feeds;

/// <summary>Sitemaps with the news extension, and indexes of sitemaps.</summary>
internal static class NewsSitemap
{
    /// <summary>How many sitemaps of an index are read, the latest first.</summary>
    /// <value>20: sites split their news by day or section; what lies further back is archive.</value>
    internal const int MaxSitemaps = 20;

    /// <summary>Pages that are not marked as news are left out: a sitemap lists all that a site has.</summary>
    internal static Feed Read(XElement root, string where, Uri address)
    {
        var entries = root.Elements().Where(element => Is(element, "url")).Select(url => Entry(url, address)).OfType<FeedEntry>().ToList();
        return new Feed { Entries = entries, Warnings = entries.Count == 0 && root.HasElements ? [FetchWarnings.NoNews(where)] : [] };
    }

    internal static Feed ReadIndex(XElement root, string where, Uri address)
    {
        var sitemaps = root.Elements().Where(element => Is(element, "sitemap"))
            .Select(sitemap => (Link: FeedXml.Link(Value(sitemap, "loc"), address), Changed: FeedDate.Normalise(Value(sitemap, "lastmod")) ?? "9"))
            .Where(sitemap => sitemap.Link is not null)
            .OrderByDescending(sitemap => sitemap.Changed, StringComparer.Ordinal).Select(sitemap => sitemap.Link!).ToList();
        return new Feed
        {
            Sitemaps = [.. sitemaps.Take(MaxSitemaps)],
            Warnings = sitemaps.Count > MaxSitemaps ? [FetchWarnings.TooManySitemaps(where, sitemaps.Count, MaxSitemaps)] : [],
        };
    }

    private static FeedEntry? Entry(XElement url, Uri address) => Child(url, "news") is not { } news ? null : new FeedEntry
    {
        Url = FeedXml.Link(Value(url, "loc"), address),
        Title = FeedXml.Plain(Value(news, "title")),
        Published = FeedDate.Normalise(Value(news, "publication_date")),
        Outlet = Child(news, "publication") is { } publication ? FeedXml.Plain(Value(publication, "name")) : null,
    };

    // The extension's namespace is written in several ways; its names are not.
    private static bool Is(XElement element, string name) => element.Name.LocalName == name;

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => Is(child, name));

    private static string? Value(XElement element, string name) => Child(element, name)?.Value;
}
