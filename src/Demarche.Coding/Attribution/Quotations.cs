using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Where a text stands in quotation marks, a quotation over several paragraphs included.</summary>
internal static class Quotations
{
    /// <summary>A quotation longer than this is taken for a mark that was never closed, and ends with its paragraph.</summary>
    private const int MaxLength = 4000;

    /// <returns>The stretches within the marks, the marks left out, in the order of the text.</returns>
    internal static List<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '“' or '„' or '«':
                    // An opening mark inside a quotation begins its next paragraph.
                    if (open >= 0)
                        Close(text, found, open, i);
                    open = i + 1;
                    break;
                case '”' or '»' when open >= 0:
                    Close(text, found, open, i);
                    open = -1;
                    break;
                case '"':
                    if (open < 0)
                    {
                        open = i + 1;
                        break;
                    }
                    Close(text, found, open, i);
                    // A straight mark at the start of a paragraph goes on with a quotation that the paragraph before left open.
                    open = AtParagraphStart(text, i) ? i + 1 : -1;
                    break;
                case '\n' when open >= 0 && i + 1 < text.Length && text[i + 1] == '\n':
                    if (i - open > MaxLength || !QuoteGoesOn(text, i))
                    {
                        Close(text, found, open, i);
                        open = -1;
                    }
                    break;
            }
        }
        if (open >= 0 && open < text.Length)
            Close(text, found, open, text.Length);
        return found;
    }

    private static bool AtParagraphStart(string text, int i)
    {
        while (--i >= 0 && text[i] is ' ' or '\u00A0') { }
        return i < 0 || text[i] == '\n';
    }

    private static bool QuoteGoesOn(string text, int paragraphEnd)
    {
        var next = paragraphEnd;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next < text.Length && text[next] is '“' or '"' or '„' or '«';
    }

    private static void Close(string text, List<TextSpan> found, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            found.Add(new(start, end));
    }

    /// <summary>How much of a stretch stands in quotation marks.</summary>
    internal static StatementKind KindOf(List<TextSpan> quotations, TextSpan span)
    {
        var inside = 0;
        foreach (var quotation in quotations)
            inside += Math.Max(0, Math.Min(span.End, quotation.End) - Math.Max(span.Start, quotation.Start));
        return inside == 0 ? StatementKind.Indirect : inside >= span.Length - 6 ? StatementKind.Direct : StatementKind.Mixed;
    }
}
