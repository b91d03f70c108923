using System.Text;

namespace Demarche.Intake.Pages;

/// <summary>Markup without scripts, styles, drawings and comments, and with no tag nested too deep.</summary>
/// <param name="Markup">What is left to parse: on many pages less than half.</param>
/// <param name="LinkedData">The texts of the JSON-LD scripts.</param>
/// <param name="TooDeep">Whether tags were taken out because of <see cref="IntakeLimits.TagDepth"/>.</param>
/// <param name="TooMany">Whether the page was cut because of <see cref="IntakeLimits.Tags"/>.</param>
internal sealed record FilteredMarkup(string Markup, IReadOnlyList<string> LinkedData, bool TooDeep, bool TooMany);

/// <summary>One pass over a page's characters before it is parsed.</summary>
internal static class MarkupFilter
{
    // Elements whose content is no text of the page.
    private static readonly string[] RawElements = ["script", "style", "svg", "noscript", "template", "iframe", "object", "canvas"];

    // Tags that are never closed, or that the next of their kind closes: they say nothing about depth.
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot", "html", "head", "body",
    };

    internal static FilteredMarkup Filter(string html, IntakeLimits limits)
    {
        var kept = new StringBuilder(html.Length);
        var linkedData = new List<string>();
        var depth = new Depth(limits.TagDepth);
        var tags = 0;
        for (var at = 0; at < html.Length && tags <= limits.Tags;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0 || open + 1 >= html.Length)
            {
                kept.Append(html, at, html.Length - at);
                break;
            }

            kept.Append(html, at, open - at);
            var before = kept.Length;
            at = Tag(html, open, kept, linkedData, depth);
            tags += kept.Length > before && char.IsAsciiLetter(html[open + 1]) ? 1 : 0;
        }

        return new FilteredMarkup(kept.ToString(), linkedData, depth.WasExceeded, tags > limits.Tags);
    }

    /// <returns>Where the text after the tag, and after the element if it was taken out, begins.</returns>
    private static int Tag(string html, int open, StringBuilder kept, List<string> linkedData, Depth depth)
    {
        if (html.AsSpan(open).StartsWith("<!--"))
        {
            var close = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }

        var isEnd = html[open + 1] == '/';
        var nameStart = open + (isEnd ? 2 : 1);
        var nameEnd = nameStart;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':'))
        {
            nameEnd++;
        }

        if (nameEnd == nameStart || !char.IsAsciiLetter(html[nameStart]))
        {
            kept.Append('<');
            return open + 1;
        }

        var end = TagEnd(html, nameEnd);
        var name = html[nameStart..nameEnd];
        if (!isEnd && Array.Exists(RawElements, raw => raw.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return SkipElement(html, open, end, name, linkedData);
        }

        if (NotNesting.Contains(name) || html[end - 1] == '/' || depth.Allows(isEnd))
        {
            kept.Append(html, open, Math.Min(end + 1, html.Length) - open);
        }

        return Math.Min(end + 1, html.Length);
    }

    private static int SkipElement(string html, int open, int end, string name, List<string> linkedData)
    {
        if (html[Math.Min(end, html.Length) - 1] == '/' && !name.Equals("script", StringComparison.OrdinalIgnoreCase))
        {
            return Math.Min(end + 1, html.Length);
        }

        var close = html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            return Math.Min(end + 1, html.Length);
        }

        if (html.AsSpan(open, end - open).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            linkedData.Add(html[(end + 1)..close]);
        }

        return Math.Min(TagEnd(html, close) + 1, html.Length);
    }

    // The closing '>' outside of quoted attribute values.
    private static int TagEnd(string html, int at)
    {
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            var unit = html[at];
            if (quote != '\0')
            {
                quote = unit == quote ? '\0' : quote;
            }
            else if (unit == '>')
            {
                return at;
            }
            else if (unit is '"' or '\'' && html[at - 1] is '=' or ' ')
            {
                quote = unit;
            }
        }

        return html.Length;
    }

    private sealed class Depth(int most)
    {
        private int _open, _skipped;

        internal bool WasExceeded { get; private set; }

        internal bool Allows(bool isEnd)
        {
            if (isEnd)
            {
                if (_skipped > 0)
                {
                    _skipped--;
                    return false;
                }

                _open = Math.Max(0, _open - 1);
                return true;
            }

            if (_open < most)
            {
                _open++;
                return true;
            }

            _skipped++;
            WasExceeded = true;
            return false;
        }
    }
}
