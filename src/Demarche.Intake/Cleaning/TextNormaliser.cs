using System.Net;
using System.Text;

namespace Demarche.Intake.Cleaning;

/// <summary>Mends what editors and browsers leave in text that nobody sees: odd spaces, line ends, entities, mojibake.</summary>
internal static class TextNormaliser
{
    /// <returns>Text whose lines end in <c>\n</c>, with single plain spaces and none at either end of a line.</returns>
    internal static string Normalise(string text)
    {
        text = Mojibake.Mend(text);
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
}
