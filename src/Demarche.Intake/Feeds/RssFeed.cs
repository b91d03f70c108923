using System.Globalization;
using System.Xml.Linq;

namespace Demarche.Intake.Feeds;

/// <summary>RSS 2.0 and its forebears, and RSS 1.0, whose items lie beside the channel instead of in it.</summary>
internal static class RssFeed
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly string[] Namespaces = ["", "http://purl.org/rss/1.0/", "http://channel.netscape.com/rdf/simple/0.9/", "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2"];

    internal static Feed Read(XElement root, Uri address)
    {
        var channel = Child(root, "channel");
        var items = root.Elements().Concat(channel?.Elements() ?? []).Where(element => Is(element, "item"));
        return new Feed
        {
            Title = FeedXml.Plain(Value(channel, "title")),
            TimeToLive = int.TryParse(Value(channel, "ttl")?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero,
            Entries = [.. items.Select(item => Entry(item, FeedXml.BaseOf(item, address)))],
        };
    }

    private static FeedEntry Entry(XElement item, Uri address) => new()
    {
        Id = Value(item, "guid")?.Trim() ?? item.Attribute(Rdf + "about")?.Value.Trim(),
        Url = FeedXml.Link(Value(item, "link"), address) ?? AtomLink(item, address) ?? Permalink(Child(item, "guid"), address) ?? FeedXml.Link(item.Attribute(Rdf + "about")?.Value, address),
        Title = FeedXml.Plain(Value(item, "title")),
        Published = FeedDate.Normalise(Value(item, "pubDate") ?? item.Element(FeedXml.DublinCore + "date")?.Value),
        Authors = Authors(item),
        Outlet = FeedXml.Plain(Value(item, "source")),
        Content = FeedText.Of(item.Element(FeedXml.Content + "encoded")?.Value, RawFormat.Html),
        Summary = FeedText.Of(Value(item, "description"), RawFormat.Html),
    };

    private static Uri? AtomLink(XElement item, Uri address) => item.Elements(FeedXml.Atom + "link")
        .Where(link => link.Attribute("rel")?.Value is null or "alternate").Select(link => FeedXml.Link(link.Attribute("href")?.Value, address)).FirstOrDefault();

    private static Uri? Permalink(XElement? guid, Uri address) =>
        guid is null || guid.Attribute("isPermaLink")?.Value == "false" || !guid.Value.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? null : FeedXml.Link(guid.Value, address);

    private static List<string> Authors(XElement item)
    {
        var authors = item.Elements(FeedXml.DublinCore + "creator").Select(creator => FeedXml.Plain(creator.Value)).OfType<string>().ToList();
        return authors.Count == 0 && FeedXml.Plain(Value(item, "author")) is { } author && NameOf(author) is { } name ? [name] : authors;
    }

    // RSS wants "desk@example.org (Jane Doe)"; many write a name alone. An address alone names nobody.
    private static string? NameOf(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        return !author.Contains('@', StringComparison.Ordinal) ? author
            : open >= 0 && author.EndsWith(')') ? FeedXml.Plain(author[(open + 1)..^1]) : null;
    }

    private static bool Is(XElement element, string name) => element.Name.LocalName == name && Namespaces.Contains(element.Name.NamespaceName, StringComparer.Ordinal);

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(child => Is(child, name));

    private static string? Value(XElement? element, string name) => Child(element, name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
