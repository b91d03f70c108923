namespace Demarche.Intake.Pages;

/// <summary>What kind of line a block is.</summary>
internal enum BlockKind : byte { Paragraph, Heading, Item, Cell, Quote, Loose }

/// <summary>One stretch of a page's text that stands on lines of its own.</summary>
internal sealed class PageBlock(string text, int linkChars, BlockKind kind, int owner)
{
    /// <summary>With single spaces, and none at either end.</summary>
    internal string Text { get; } = text;

    /// <summary>How many of its characters are links.</summary>
    internal int LinkChars { get; } = linkChars;

    internal BlockKind Kind { get; } = kind;

    /// <summary>Index of the innermost element around it.</summary>
    internal int Owner { get; } = owner;

    internal double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkChars / Text.Length);

    internal bool EndsSentence { get; } = text.AsSpan().TrimEnd("\"”’')]»」』 ") is [.., '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '」'];

    /// <summary>This cell and the next of its row as one line.</summary>
    internal PageBlock Followed(PageBlock next) => new($"{Text} | {next.Text}", LinkChars + next.LinkChars, Kind, Owner);

    /// <summary>How many characters of running text it holds: all or none.</summary>
    internal int Prose => LinkShare < 0.5 && ((Text.Length >= 30 && EndsSentence) || Text.Length >= 90) ? Text.Length : 0;
}

/// <summary>One element of a page, in document order.</summary>
internal sealed class PageElement(int index, int parent, string tag)
{
    internal int Index { get; } = index;

    /// <summary>-1 for the root.</summary>
    internal int Parent { get; } = parent;

    internal string Tag { get; } = tag;

    internal Hint Hint { get; set; }

    /// <summary>Its tag, role or style says that it is no running text, or not shown.</summary>
    internal bool IsAside { get; set; }

    internal bool IsArticleBody { get; set; }

    internal int FirstBlock { get; set; }

    internal int EndBlock { get; set; }

    /// <summary>Characters of running text in it, without what is dropped inside.</summary>
    internal int Prose { get; set; }

    internal bool Dropped { get; set; }
}
