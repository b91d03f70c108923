using System.Xml.Linq;

namespace Demarche.Intake.Feeds;

/// <summary>Atom (RFC 4287), and 0.3 before it.</summary>
internal static class AtomFeed
{
    internal static Feed Read(XElement root, Uri address) => new()
    {
        Title = FeedXml.Plain(Text(Child(root, "title"))?.Text),
        Entries = [.. root.Elements(root.Name.Namespace + "entry").Select(entry => Entry(entry, root, address))],
    };

    private static FeedEntry Entry(XElement entry, XElement feed, Uri address)
    {
        var source = Child(entry, "source");
        return new FeedEntry
        {
            Id = Child(entry, "id")?.Value.Trim() is { Length: > 0 } id ? id : null,
            Url = Link(entry, address),
            Title = FeedXml.Plain(Text(Child(entry, "title"))?.Text),
            Published = FeedDate.Normalise((Child(entry, "published") ?? Child(entry, "issued") ?? Child(entry, "updated") ?? Child(entry, "modified"))?.Value),
            Authors = Names(entry) is { Count: > 0 } own ? own : source is not null && Names(source) is { Count: > 0 } theirs ? theirs : Names(feed),
            Outlet = source is null ? null : FeedXml.Plain(Text(Child(source, "title"))?.Text),
            Content = Text(Child(entry, "content")),
            Summary = Text(Child(entry, "summary")),
        };
    }

    private static Uri? Link(XElement entry, Uri address)
    {
        var links = entry.Elements(entry.Name.Namespace + "link").Where(link => link.Attribute("rel")?.Value is null or "alternate").ToList();
        var best = links.Find(link => link.Attribute("type")?.Value is null or "text/html" or "application/xhtml+xml") ?? links.FirstOrDefault();
        if (best is not null)
        {
            return FeedXml.Link(best.Attribute("href")?.Value, FeedXml.BaseOf(best, address));
        }

        var content = Child(entry, "content"); // one that is only named stands elsewhere
        return content?.Attribute("src") is { } elsewhere ? FeedXml.Link(elsewhere.Value, FeedXml.BaseOf(content, address)) : null;
    }

    // Text, markup as text, or XHTML elements; media types are those of content alone (RFC 4287, 4.1.3).
    private static FeedText? Text(XElement? element) => element is null || element.Attribute("src") is not null ? null
        : element.Attribute("type")?.Value.Trim().ToLowerInvariant() switch
        {
            "html" or "text/html" => FeedText.Of(element.Value, RawFormat.Html),
            "xhtml" or "application/xhtml+xml" => FeedText.Of(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))), RawFormat.Html),
            null or "text" or "text/plain" => FeedText.Of(element.Value, RawFormat.PlainText),
            _ => null, // a picture in base64, or something else without words
        };

    private static List<string> Names(XElement element) =>
        [.. element.Elements(element.Name.Namespace + "author").Select(author => FeedXml.Plain(Child(author, "name")?.Value)).OfType<string>()];

    private static XElement? Child(XElement element, string name) => element.Element(element.Name.Namespace + name);
}
