using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>Finds the report among a page's blocks of text.</summary>
/// <remarks>
/// First, parts are dropped that their tags, roles or names mark as something else, unless they hold most of the page's running
/// text. Then the smallest element is sought that holds nearly all running text of what the page marks as its body; where it
/// marks none, of the page. Last, each block in it is judged by its links, its shape and its neighbours.
/// </remarks>
internal sealed class MainText(PageOutline page, PhraseBook phrases, string? statedBody = null)
{
    // The best of 0.6, 0.8 and 0.9 on 83 development pages (F1 0.975, 0.979, 0.976): lower loses paragraphs, higher keeps debris.
    private const double DescendShare = 0.8;

    /// <summary>A marked part is kept all the same where it holds this share of the page's running text.</summary>
    private const double TooMuchToDrop = 0.4;

    /// <summary>A marked body with less running text than this share is a teaser or a leftover of the template.</summary>
    private const double LeastBodyShare = 0.3;

    /// <summary>Microdata is set by hand for this report, so that a few sentences in it are believed.</summary>
    private const double LeastMicrodataShare = 0.1;

    /// <summary>Below a comment form, a gate or an author's box, running text up to this share of that above goes.</summary>
    private const double MaxTailShare = 0.5;

    /// <summary>A longer cell holds a text of its own.</summary>
    private const int MaxCellWords = 12;

    /// <summary>Shorter headings name sections.</summary>
    private const int HeadlineWords = 4;

    /// <summary>How many headings around the text that was found lead to other pages.</summary>
    internal int LinkedHeadlines { get; private set; }

    /// <returns>The blocks of the report in order; empty where the page holds no running text.</returns>
    internal List<PageBlock> Find()
    {
        if (page.Elements.Count == 0)
        {
            return [];
        }

        ProtectMarkedBodies();
        CountProse();
        Drop();
        CountProse();
        var root = Descend(Start());
        return Judge(root);
    }

    // Microdata says outright what names of classes only hint at.
    private void ProtectMarkedBodies()
    {
        foreach (var element in page.Elements)
        {
            for (var i = element.IsArticleBody ? element.Parent : -1; i >= 0; i = page.Elements[i].Parent)
            {
                page.Elements[i].Hint &= ~(Hint.Drop | Hint.Weak);
            }
        }
    }

    private void CountProse()
    {
        foreach (var element in page.Elements)
        {
            element.Prose = 0;
        }

        foreach (var block in page.AllBlocks)
        {
            if (IsDropped(block.Owner))
            {
                continue;
            }

            for (var i = block.Owner; i >= 0; i = page.Elements[i].Parent)
            {
                page.Elements[i].Prose += block.Prose;
            }
        }
    }

    private bool IsDropped(int element)
    {
        for (; element >= 0; element = page.Elements[element].Parent)
        {
            if (page.Elements[element].Dropped)
            {
                return true;
            }
        }

        return false;
    }

    private void Drop()
    {
        var total = Math.Max(1, page.Elements[0].Prose);
        foreach (var element in page.Elements)
        {
            var marked = element.Hint.HasFlag(Hint.Drop) && !element.Hint.HasFlag(Hint.Body) && !element.IsArticleBody
                && element.Tag is not ("article" or "main");
            var weak = element.Hint.HasFlag(Hint.Weak) && !element.Hint.HasFlag(Hint.Body) && !element.IsArticleBody
                && element.Tag != "blockquote" && LinkShare(element) > 0.4;
            element.Dropped = element.IsAside || ((marked || weak) && element.Prose < total * TooMuchToDrop);
        }
    }

    private double LinkShare(PageElement element)
    {
        int links = 0, all = 0;
        for (var i = element.FirstBlock; i < element.EndBlock; i++)
        {
            (links, all) = (links + page.AllBlocks[i].LinkChars, all + page.AllBlocks[i].Text.Length);
        }

        return all == 0 ? 0 : (double)links / all;
    }

    private PageElement Start()
    {
        var total = page.Elements[0].Prose;
        return Best(element => element.IsArticleBody, total * LeastMicrodataShare)
            ?? Best(element => element.Hint.HasFlag(Hint.Body), total * LeastBodyShare)
            ?? Best(element => element.Tag == "article", total * LeastBodyShare)
            ?? Best(element => element.Tag == "main", total * LeastBodyShare)
            ?? page.Elements[0];
    }

    private PageElement? Best(Func<PageElement, bool> isKind, double least)
    {
        PageElement? best = null;
        foreach (var element in page.Elements)
        {
            if (!isKind(element) || element.Prose == 0 || element.Prose < least || IsDropped(element.Index))
            {
                continue;
            }

            // Of two that hold each other, the inner is the closer fit unless it loses text.
            if (best is null || element.Prose > best.Prose || (page.IsInside(element.Index, best.Index) && element.Prose >= best.Prose * DescendShare))
            {
                best = element;
            }
        }

        return best;
    }

    private PageElement Descend(PageElement from)
    {
        while (true)
        {
            PageElement? deeper = null;
            foreach (var element in page.Elements)
            {
                if (element.Parent == from.Index && element.Prose > 0 && element.Prose >= from.Prose * DescendShare
                    && element.Tag is not ("p" or "blockquote" or "ul" or "ol" or "table" or "li"))
                {
                    deeper = element;
                }
            }

            if (deeper is null)
            {
                return from;
            }

            from = deeper;
        }
    }

    private List<PageBlock> Judge(PageElement root)
    {
        var blocks = new List<PageBlock>();
        var ends = new List<int>();
        for (var i = root.FirstBlock; i < root.EndBlock; i++)
        {
            var block = page.AllBlocks[i];
            LinkedHeadlines += block is { Kind: BlockKind.Heading, LinkShare: > 0.8 } && Line.CountWords(block.Text) >= HeadlineWords ? 1 : 0;
            if (IsDropped(block.Owner))
            {
                continue;
            }

            if (phrases.Find(block.Text, Line.CountWords(block.Text)) is { Kind: PhraseKind.Comment or PhraseKind.Paywall or PhraseKind.Author, Place: PhrasePlace.Any })
            {
                ends.Add(blocks.Count);
            }

            if (!IsDebris(block))
            {
                blocks.Add(block);
            }
        }

        CutBehind(blocks, ends);
        StatedBody.TrimEdges(blocks, statedBody);
        DropTrailingLinks(blocks);
        return JoinRows(blocks);
    }

    // What stands below the comment form, the gate of a paywall or "About the author" is no report, unless most of the text is there.
    private static void CutBehind(List<PageBlock> blocks, List<int> ends)
    {
        foreach (var end in ends)
        {
            var before = blocks.Take(end).Sum(block => block.Prose);
            var behind = blocks.Skip(end).Sum(block => block.Prose);
            if (before > 0 && behind < before * MaxTailShare)
            {
                blocks.RemoveRange(end, blocks.Count - end);
                return;
            }
        }
    }

    // The cells of a row are one line: "Mackerel | 40 percent | 16 percent". Long cells are those of a page laid out by a table.
    private List<PageBlock> JoinRows(List<PageBlock> blocks)
    {
        var lines = new List<PageBlock>();
        var row = -1;
        foreach (var block in blocks)
        {
            var its = block.Kind == BlockKind.Cell && page.Elements[block.Owner].Tag is "td" or "th" && Line.CountWords(block.Text) <= MaxCellWords ? page.Elements[block.Owner].Parent : -1;
            if (its >= 0 && its == row)
            {
                lines[^1] = lines[^1].Followed(block);
            }
            else
            {
                lines.Add(block);
            }

            row = its;
        }

        return lines;
    }

    private bool IsDebris(PageBlock block)
    {
        var words = Line.CountWords(block.Text);
        if (words == 0 || phrases.Find(block.Text, words) is { Place: PhrasePlace.Any })
        {
            return true;
        }

        return block.Kind switch
        {
            BlockKind.Heading => block.LinkShare > 0.8,
            BlockKind.Item => block.LinkShare > 0.7,
            BlockKind.Cell => block.LinkShare > 0.7,
            _ => block.LinkShare > (block.EndsSentence ? 0.8 : 0.6) && !(block.EndsSentence && words > 12),
        };
    }

    // What ends in headings, links and notices led to other pages.
    private void DropTrailingLinks(List<PageBlock> blocks)
    {
        for (var i = blocks.Count - 1; i > 0; i--)
        {
            var block = blocks[i];
            var isLink = block is { LinkChars: > 0, EndsSentence: false } && (block.Kind == BlockKind.Item || block.LinkShare > 0.3);
            if (block.Kind != BlockKind.Heading && !isLink && phrases.Find(block.Text, Line.CountWords(block.Text)) is null)
            {
                return;
            }

            blocks.RemoveAt(i);
        }
    }
}
