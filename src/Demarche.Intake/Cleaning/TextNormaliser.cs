using System.Net;
using System.Text;

namespace Demarche.Intake.Cleaning;

/// <summary>Mends what editors and browsers leave in text that nobody sees: odd spaces, line ends, entities, mojibake.</summary>
internal static class TextNormaliser
{
    private static readonly Encoding Windows1252;
    private static readonly string[] MojibakeSigns = ["â€", "Ã©", "Ã¨", "Ã¡", "Ã³", "Ã¼", "Ã¶", "Ã¤", "Ã±", "Â "];

    static TextNormaliser()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    /// <returns>Text whose lines end in <c>\n</c>, with single plain spaces and none at either end of a line.</returns>
    internal static string Normalise(string text)
    {
        text = MendMojibake(text);
        if (HasEntity(text))
        {
            text = WebUtility.HtmlDecode(text);
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' or '\f' or '\v')
            {
                TrimSpace(clean);
                clean.Append(unit == '\u2029' ? "\n\n" : unit == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (char.IsWhiteSpace(unit))
            {
                if (clean.Length > 0 && clean[^1] is not (' ' or '\n'))
                {
                    clean.Append(' ');
                }
            }
            else if (!IsInvisible(unit))
            {
                _ = Ligature(unit) is { } letters ? clean.Append(letters) : clean.Append(Whole(text, i) ? unit : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    /// <summary>The same for words that must stay on one line.</summary>
    internal static string OneLine(string text) => Normalise(text).Replace('\n', ' ').Trim();

    /// <summary>Makes every white space and control character a plain space, and leaves all other characters where they are.</summary>
    internal static string SameLength(string text) => string.Create(text.Length, text, static (same, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            same[i] = char.IsWhiteSpace(from[i]) || char.IsControl(from[i]) ? ' ' : Whole(from, i) ? from[i] : '\uFFFD';
        }
    });

    private static void TrimSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] == ' ')
        {
            clean.Length--;
        }
    }

    // Zero-width and direction marks, byte order marks, soft hyphens, control characters.
    private static bool IsInvisible(char unit) =>
        unit is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF'
        || char.IsControl(unit);

    private static string? Ligature(char unit) => unit switch
    {
        'ﬀ' => "ff", 'ﬁ' => "fi", 'ﬂ' => "fl", 'ﬃ' => "ffi", 'ﬄ' => "ffl", _ => null,
    };

    // Half a surrogate pair cannot be written as UTF-8.
    private static bool Whole(string text, int i) => !char.IsSurrogate(text[i])
        || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static bool HasEntity(string text)
    {
        for (var at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = text.IndexOf('&', at + 1))
        {
            var end = text.AsSpan(at + 1, Math.Min(8, text.Length - at - 1)).IndexOf(';');
            if (end > 1 && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '#'))
            {
                return true;
            }
        }

        return false;
    }

    // UTF-8 that was read as Windows-1252: written back as such it is valid UTF-8 again, which true text never is by chance.
    private static string MendMojibake(string text)
    {
        if (!MojibakeSigns.Any(sign => text.Contains(sign, StringComparison.Ordinal)))
        {
            return text;
        }

        var mended = new StringBuilder(text.Length);
        var run = new List<byte>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && TryToWindows1252(text[i], out var value))
            {
                run.Add(value);
                continue;
            }

            var written = text[start..(start + run.Count)];
            var bytes = run.ToArray();
            mended.Append(run.Count > 1 && System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : written);
            _ = i < text.Length ? mended.Append(text[i]) : mended;
            run.Clear();
            start = i + 1;
        }

        return mended.ToString();
    }

    // ASCII ends a run: it is never part of what was misread.
    private static bool TryToWindows1252(char unit, out byte value)
    {
        Span<byte> one = stackalloc byte[4];
        var ok = unit >= 0x80 && Windows1252.GetBytes([unit], one) == 1 && one[0] != (byte)'?';
        value = one[0];
        return ok;
    }
}
