namespace Demarche.Text.Sentences;

/// <summary>Parts a text into paragraphs.</summary>
internal static class Paragraphs
{
    /// <summary>A line shorter than this is a list entry or a headline rather than a line that was wrapped.</summary>
    private const int WrappedLine = 40;

    /// <summary>Adds the stretches between line breaks that hold anything but white space.</summary>
    /// <remarks>
    /// A single line break ends a paragraph too, except where a long line without a stop goes on in small letters: that
    /// one was wrapped to a width. Line and paragraph separators of Unicode count as line breaks.
    /// </remarks>
    internal static void Find(ReadOnlySpan<char> text, List<TextSpan> paragraphs)
    {
        var (start, end) = (-1, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsBreak(text[i]))
            {
                continue;
            }

            var lineStart = i;
            while (lineStart > 0 && !IsBreak(text[lineStart - 1]))
            {
                lineStart--;
            }

            var (first, last) = Trim(text, lineStart, i);
            if (start >= 0 && !(first < last && IsWrapped(text, end, first)))
            {
                paragraphs.Add(new TextSpan(start, end));
                start = -1;
            }

            if (first < last)
            {
                (start, end) = (start < 0 ? first : start, last);
            }
        }

        if (start >= 0)
        {
            paragraphs.Add(new TextSpan(start, end));
        }
    }

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\f';

    private static (int First, int Last) Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private static bool IsWrapped(ReadOnlySpan<char> text, int lineEnd, int nextStart)
    {
        if (!char.IsLower(text[nextStart]) || text[lineEnd - 1] is '.' or '!' or '?' or ':' or ';' or '"' or '”')
        {
            return false;
        }

        var breaks = 0;
        for (var i = lineEnd; i < nextStart; i++)
        {
            breaks += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1 : 0;
        }

        var lineStart = lineEnd;
        while (lineStart > 0 && lineEnd - lineStart < WrappedLine && !IsBreak(text[lineStart - 1]))
        {
            lineStart--;
        }

        return breaks == 1 && lineEnd - lineStart >= WrappedLine;
    }
}
