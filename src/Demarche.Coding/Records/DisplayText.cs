using System.Globalization;
using System.Text;

namespace Demarche.Coding;

/// <summary>Text for a screen of fixed columns: how wide it is, where to break it, what must not get through.</summary>
internal static class DisplayText
{
    /// <summary>The text on one line: line breaks, tabs and control characters, which could steer the terminal, become blanks.</summary>
    internal static string OneLine(string text)
    {
        var clean = string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = IsBlankOrControl(from[i]) ? ' ' : from[i];
        });
        return clean == text ? text : clean;
    }

    /// <summary>How many columns the text takes: wide East Asian characters two, combining marks none.</summary>
    internal static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Width(rune);
        return width;
    }

    /// <summary>Where lines of at most <paramref name="width"/> columns end when the text is broken at blanks.</summary>
    /// <returns>The stretches, at least one; only a word longer than a line is cut.</returns>
    internal static List<Range> Wrap(string text, int width)
    {
        var lines = new List<Range>();
        int start = 0, columns = 0, lastBlank = -1;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (text[i] == ' ') lastBlank = i;
            columns += Width(rune);
            if (columns > width && i > start)
            {
                var end = lastBlank > start ? lastBlank : i;
                lines.Add(start..end);
                start = lastBlank > start ? lastBlank + 1 : i;
                lastBlank = -1;
                columns = 0;
                i = start;
                continue;
            }

            i += length;
        }

        lines.Add(start..text.Length);
        return lines;
    }

    /// <summary>The text and blanks to its right up to a width; text that is wider stays as it is.</summary>
    internal static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    private static bool IsBlankOrControl(char c) => char.IsControl(c) || c is '\u00A0' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static int Width(Rune rune) =>
        rune.Value < 0x300 ? 1
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : IsWide(rune.Value) ? 2
        : 1;

    // The blocks that Unicode's EastAsianWidth.txt gives as wide or full width, joined where they adjoin.
    private static bool IsWide(int c) => c is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97C)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
