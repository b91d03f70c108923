using System.Text;

namespace Demarche.Intake.Feeds;

/// <summary>Reads feeds of every kind, told apart by what they hold and not by their names or types.</summary>
internal static class FeedReader
{
    /// <summary>The most entries that are read of one feed: as many as the sitemap protocol allows.</summary>
    internal const int MaxEntries = 50_000;

    /// <summary>How far into a body its root element, or its version, is looked for: 4 KB.</summary>
    private const int Window = 4096;

    /// <param name="where">The URL, for messages.</param>
    /// <param name="address">Where it was found: what its relative links are relative to.</param>
    /// <param name="maxDepth">How deep its elements may nest.</param>
    internal static Feed Read(string text, string where, Uri address, int maxDepth)
    {
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'); // blank lines before an XML declaration are against the rules, and common
        var feed = text.StartsWith('{') ? JsonFeed.Read(text, where, address, maxDepth)
            : text.StartsWith('<') ? ReadXml(text, where, address, maxDepth)
            : Feed.Failure(FetchWarnings.NoFeed(where));
        return feed.Entries.Count <= MaxEntries ? feed : feed with
        {
            Entries = [.. feed.Entries.Take(MaxEntries)],
            Warnings = [.. feed.Warnings, FetchWarnings.TooManyEntries(where, feed.Entries.Count, MaxEntries)],
        };
    }

    /// <summary>Whether bytes begin like a feed, whole or broken.</summary>
    internal static bool IsFeed(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, Window)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('{') ? text.Contains(JsonFeed.VersionStart, StringComparison.Ordinal)
            : text.StartsWith('<') && FeedXml.FindRoot(text) is "rss" or "RDF" or "feed" or "urlset" or "sitemapindex";
    }

    private static Feed ReadXml(string text, string where, Uri address, int maxDepth)
    {
        var (root, fault) = FeedXml.Load(text, where, maxDepth);
        return root is null ? Feed.Failure(fault!) : root.Name.LocalName switch
        {
            "rss" or "RDF" => RssFeed.Read(root, address),
            "feed" => AtomFeed.Read(root, address),
            "urlset" => NewsSitemap.Read(root, where, address),
            "sitemapindex" => NewsSitemap.ReadIndex(root, where, address),
            _ => Feed.Failure(FetchWarnings.NoFeed(where)),
        };
    }
}
