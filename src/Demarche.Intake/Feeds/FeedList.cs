using System.Globalization;
using System.Xml.Linq;
using Demarche.Intake.Fetching;

namespace Demarche.Intake.Feeds;

/// <summary>Reads which feeds to watch: from OPML, from a text with a URL a line, or from a URL itself.</summary>
public static class FeedList
{
    private const int MaxDepth = 64;

    /// <param name="source">The URL of a feed, or a file.</param>
    /// <returns>The URLs, each once, in their order; at least one.</returns>
    /// <exception cref="FormatException">There is no such file, or it lists no feed, or something that is none; the message names file, line and column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<string> Read(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Fetcher.IsUrl(source))
        {
            return [source];
        }

        if (!File.Exists(source))
        {
            throw new FormatException(FetchWarnings.NoList(source));
        }

        var text = File.ReadAllText(source).TrimStart('\uFEFF');
        var feeds = text.TrimStart().StartsWith('<') ? Opml(text.TrimStart(), source) : Lines(text, source);
        return feeds.Count > 0 ? [.. feeds.Distinct(StringComparer.Ordinal)] : throw new FormatException(FetchWarnings.NoFeedsListed(source));
    }

    // What has no xmlUrl is a folder of feeds, or a link to something else.
    private static List<string> Opml(string text, string file)
    {
        var (root, fault) = FeedXml.Load(text, file, MaxDepth);
        return root is null ? throw new FormatException(fault)
            : [.. root.Descendants("outline").Select(Url).OfType<string>().Select(url => Fetcher.IsUrl(url) ? url : throw new FormatException(FetchWarnings.NotAFeedUrl(file, url)))];

        static string? Url(XElement outline) => outline.Attribute("xmlUrl")?.Value.Trim() is { Length: > 0 } url ? url : null;
    }

    private static List<string> Lines(string text, string file)
    {
        var feeds = new List<string>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var url = line.Trim();
            if (url.Length > 0 && url[0] != '#')
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{file}({index + 1})");
                feeds.Add(Fetcher.IsUrl(url) ? url : throw new FormatException(FetchWarnings.NotAFeedUrl(place, url)));
            }
        }

        return feeds;
    }
}
