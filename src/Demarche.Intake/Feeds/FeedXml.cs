using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Demarche.Intake.Feeds;

/// <summary>Reads XML that strangers wrote: no document type, no other files, no depth without end.</summary>
internal static partial class FeedXml
{
    internal static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    internal static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    internal static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <returns>The root element, or what is wrong with the XML and where.</returns>
    internal static (XElement? Root, string? Fault) Load(string text, string where, int maxDepth)
    {
        var (root, fault) = LoadStrictly(text, where, maxDepth);
        if (root is not null)
        {
            return (root, null);
        }

        // HTML's entities do not exist in XML, and are what breaks most feeds that are broken.
        var mended = NamedEntity().Replace(text, entity => entity.Value is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" ? entity.Value : WebUtility.HtmlDecode(entity.Value));
        return mended.Length != text.Length && LoadStrictly(mended, where, maxDepth).Root is { } second ? (second, null) : (null, fault);
    }

    private static (XElement? Root, string? Fault) LoadStrictly(string text, string where, int maxDepth)
    {
        try
        {
            if (FindTooDeep(text, maxDepth) is var (line, column))
            {
                return (null, FetchWarnings.TooDeepXml(where, line, column, maxDepth));
            }

            using var reader = Reader(text);
            return (XDocument.Load(reader).Root, null);
        }
        catch (XmlException problem)
        {
            return (null, Fault(problem, text, where));
        }
    }

    /// <returns>The local name of the root element; null where there is none.</returns>
    internal static string? FindRoot(string text)
    {
        try
        {
            using var reader = Reader(text);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException)
        {
            return null; // a page, mostly
        }
    }

    /// <summary>The base of an element's relative links: the <c>xml:base</c> of it and of all around it, from outside in.</summary>
    internal static Uri BaseOf(XElement element, Uri document)
    {
        var outer = element.Parent is { } parent ? BaseOf(parent, document) : document;
        return element.Attribute(XNamespace.Xml + "base") is { } own && Uri.TryCreate(outer, own.Value.Trim(), out var inner) ? inner : outer;
    }

    /// <returns>The http or https address that a link means; null where it means none.</returns>
    internal static Uri? Link(string? link, Uri address) =>
        !string.IsNullOrWhiteSpace(link) && Uri.TryCreate(address, link.Trim(), out var found)
        && (found.Scheme == Uri.UriSchemeHttp || found.Scheme == Uri.UriSchemeHttps) ? found : null;

    /// <summary>A line of plain words from what may hold tags and entities.</summary>
    /// <returns>Null where no words are left.</returns>
    internal static string? Plain(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var plain = Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(words, "")), " ").Trim();
        return plain.Length == 0 ? null : plain;
    }

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Math.Max(1, text.Length), // what the fetcher let through, and no entity makes more of it
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    // Before anything is built of it, so that depth costs nothing.
    private static (int Line, int Column)? FindTooDeep(string text, int maxDepth)
    {
        using var reader = Reader(text);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth >= maxDepth)
            {
                var place = (IXmlLineInfo)reader;
                return (place.LineNumber, place.LinePosition);
            }
        }

        return null;
    }

    private static string Fault(XmlException problem, string text, string where)
    {
        if (problem.LineNumber == 0 && text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) is >= 0 and var type) // refused, and without its place
        {
            var before = text.AsSpan(0, type);
            return text.AsSpan(type + "<!DOCTYPE".Length).TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase)
                ? FetchWarnings.NoFeed(where)
                : FetchWarnings.HasDtd(where, 1 + before.Count('\n'), type - before.LastIndexOf('\n'));
        }

        var message = problem.Message;
        var place = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return FetchWarnings.BrokenXml(where, problem.LineNumber, problem.LinePosition, place < 0 ? message : message[..place]);
    }

    [GeneratedRegex(@"&[A-Za-z][A-Za-z0-9]{1,30};", RegexOptions.CultureInvariant)]
    private static partial Regex NamedEntity();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
