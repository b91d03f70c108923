using System.Text;
using AngleSharp.Dom;

namespace Demarche.Intake.Pages;

/// <summary>A page as a list of elements and a list of blocks of text, both in document order.</summary>
internal sealed class PageOutline
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "td", "th", "ul",
    };

    private static readonly HashSet<string> Asides = new(StringComparer.Ordinal)
    {
        "nav", "aside", "footer", "figure", "figcaption", "button", "select", "input", "textarea", "audio", "video", "picture", "img",
        "menu", "dialog", "label", "legend", "map", "head", "title", "option", "embed", "amp-ad", "amp-social-share",
    };

    private static readonly HashSet<string> AsideRoles = new(StringComparer.Ordinal)
    {
        "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "menu", "menubar", "toolbar", "alert", "button", "form", "tooltip",
    };

    private readonly PageHints _hints;
    private readonly StringBuilder _text = new();
    private readonly Stack<BlockKind> _kinds = new();
    private int _linkChars;
    private int _breaks;

    private PageOutline(PageHints hints) => _hints = hints;

    internal List<PageElement> Elements { get; } = [];

    internal List<PageBlock> AllBlocks { get; } = [];

    internal static PageOutline Of(IElement root, PageHints hints)
    {
        var outline = new PageOutline(hints);
        outline._kinds.Push(BlockKind.Loose);
        outline.Visit(root, parent: -1, inLink: false);
        return outline;
    }

    /// <summary>Whether an element's text stands on lines of its own.</summary>
    internal static bool BreaksLine(string tag) => tag == "br" || Blocks.Contains(tag);

    /// <summary>Whether an element lies in another, or is it.</summary>
    internal bool IsInside(int element, int container)
    {
        for (; element > container; element = Elements[element].Parent)
        {
        }

        return element == container;
    }

    // Recursion is bounded by IntakeLimits.TagDepth.
    private void Visit(IElement element, int parent, bool inLink)
    {
        var tag = element.LocalName;
        var own = new PageElement(Elements.Count, parent, tag);
        Elements.Add(own);
        Describe(element, own);
        var isBlock = Blocks.Contains(tag);
        var owner = own.Index;
        if (isBlock)
        {
            Flush(parent);
            _kinds.Push(KindOf(tag, _kinds.Peek()));
        }

        own.FirstBlock = AllBlocks.Count;
        var link = inLink || tag == "a";
        if (!own.IsAside)
        {
            foreach (var child in element.ChildNodes)
            {
                if (child is IText text)
                {
                    Append(text.Data, link, owner);
                }
                else if (child is IElement inner)
                {
                    if (inner.LocalName == "br")
                    {
                        Break();
                    }
                    else
                    {
                        Visit(inner, owner, link);
                    }
                }
            }
        }

        if (isBlock)
        {
            Flush(owner);
            _kinds.Pop();
        }

        own.EndBlock = AllBlocks.Count;
    }

    private void Describe(IElement element, PageElement own)
    {
        var role = element.GetAttribute("role");
        own.IsAside = Asides.Contains(own.Tag) || (role is not null && AsideRoles.Contains(role)) || IsHidden(element);
        if (own.Tag is "html" or "body")
        {
            return;
        }

        own.Hint = _hints.Find(element.ClassName) | _hints.Find(element.Id);

        // Some servers wrap the whole page in a form, so that a form is dropped only where little of the text is in it.
        own.Hint |= own.Tag is "form" or "fieldset" ? Hint.Drop : Hint.None;
        var property = element.GetAttribute("itemprop");
        own.IsArticleBody = property is not null && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("display: none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    private static BlockKind KindOf(string tag, BlockKind outer) => tag switch
    {
        "p" or "pre" => outer is BlockKind.Item or BlockKind.Quote ? outer : BlockKind.Paragraph,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" or "dd" or "dt" => BlockKind.Item,
        "td" or "th" => BlockKind.Cell,
        "blockquote" => BlockKind.Quote,
        "ul" or "ol" or "dl" or "table" or "article" or "section" => BlockKind.Loose,
        _ => outer is BlockKind.Paragraph ? BlockKind.Loose : outer,
    };

    private void Append(string data, bool inLink, int owner)
    {
        foreach (var unit in data)
        {
            if (char.IsWhiteSpace(unit))
            {
                if (_text.Length > 0 && _text[^1] != ' ')
                {
                    _text.Append(' ');
                }

                continue;
            }

            if (_breaks > 0 && _text.Length > 0 && (_breaks > 1 || !GoesOn(unit)))
            {
                Flush(owner);
            }

            _text.Append(unit);
            _breaks = 0;
            _linkChars += inLink ? 1 : 0;
        }
    }

    // A line break in the middle of a sentence is only a line; before a capital, after a full stop, it is a paragraph.
    private bool GoesOn(char next)
    {
        var last = _text[^1] == ' ' && _text.Length > 1 ? _text[^2] : _text[^1];
        return last is not ('.' or '!' or '?' or '"' or '”' or '。' or ':') && (char.IsLower(next) || last is ',' or ';' or '-');
    }

    private void Break()
    {
        _breaks++;
        if (_text.Length > 0 && _text[^1] != ' ')
        {
            _text.Append(' ');
        }
    }

    private void Flush(int owner)
    {
        var text = _text.ToString().Trim();
        if (text.Length > 0)
        {
            AllBlocks.Add(new PageBlock(text, _linkChars, _kinds.Peek(), Math.Max(0, owner)));
        }

        _text.Clear();
        (_linkChars, _breaks) = (0, 0);
    }
}
