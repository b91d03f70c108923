namespace Demarche.Knowledge.Names;

/// <summary>Takes words apart into the units that names are compared by.</summary>
/// <remarks>
/// A unit is a run of letters and digits, folded. Hyphens and spaces part units and leave no trace, so that "Kang
/// Kyung-wha" and "Kang Kyung Wha" are one name however a tokeniser cuts them. Full stops vanish ("U.S." is "us"), and
/// so do apostrophes ("Sana'a" is "sanaa"), except that a closing <c>'s</c> is a unit of its own, as tokenisers have it.
/// A comma is a unit. Units are hashes of 64 bits; the compiler proves that no two different names share one.
/// </remarks>
internal static class NameUnits
{
    /// <summary>More units than any name has; words with more are cut off there and match nothing.</summary>
    internal const int Most = 24;

    internal const ulong Seed = 0x9E3779B97F4A7C15;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <returns>How many units were written; 0 for punctuation.</returns>
    internal static int Read(ReadOnlySpan<char> text, Span<ulong> units)
    {
        var count = 0;
        var hash = Offset;
        for (var i = 0; i < text.Length && count < units.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c == '+')
            {
                hash = Add(hash, Folding.Fold(c));
            }
            else if (c == '.' || IsApostrophe(c))
            {
                if (c != '.' && EndsWithS(text, i)) End(ref hash, units, ref count);
            }
            else if (c == ',')
            {
                End(ref hash, units, ref count);
                if (count < units.Length) units[count++] = Close(Add(Offset, ','));
            }
            else if (c == '&')
            {
                End(ref hash, units, ref count);
                if (count < units.Length) units[count++] = Close(Add(Add(Add(Offset, 'a'), 'n'), 'd'));
            }
            else if (c >= 0x80 && (char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F' || char.IsSurrogate(c)))
            {
                hash = AddWide(hash, Folding.Fold(c));
            }
            else
            {
                End(ref hash, units, ref count);
            }
        }
        if (count < units.Length) End(ref hash, units, ref count);
        return count;
    }

    /// <summary>The key of a run of units, one more unit at a time, beginning with <see cref="Seed"/>.</summary>
    internal static ulong Append(ulong key, ulong unit)
    {
        var mixed = (ulong.RotateLeft(key, 23) ^ unit) * 0xFF51AFD7ED558CCD;
        mixed ^= mixed >> 32;
        return mixed == 0 ? 1 : mixed;
    }

    /// <summary>The key of a whole name; <see cref="Seed"/> for one without letters.</summary>
    internal static ulong Key(ReadOnlySpan<char> name)
    {
        Span<ulong> units = stackalloc ulong[Most];
        var key = Seed;
        foreach (var unit in units[..Read(name, units)]) key = Append(key, unit);
        return key;
    }

    /// <summary>Whether a token without letters may stand inside a name: a hyphen or an apostrophe.</summary>
    internal static bool IsTransparent(ReadOnlySpan<char> token) =>
        token.Length == 1 && (token[0] is '-' or '\u2010' or '\u2011' or '\u2013' || IsApostrophe(token[0]));

    /// <summary>Whether a token ends in <c>'s</c> that belongs to the grammar, not to the name.</summary>
    internal static bool IsPossessive(ReadOnlySpan<char> token) => token.Length > 2 && IsApostrophe(token[^2]) && (token[^1] is 's' or 'S');

    /// <summary>A name in units, written out with single spaces: the form of stopnames.tsv.</summary>
    internal static string Written(ReadOnlySpan<char> name)
    {
        var written = new System.Text.StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c == '.') continue;
            if (IsApostrophe(c))
            {
                if (EndsWithS(name, i)) written.Append(' ');
            }
            else if (c == '&')
            {
                written.Append(" and ");
            }
            else if (char.IsLetterOrDigit(c) || c is '+' or ',' || c is >= '\u0300' and <= '\u036F')
            {
                if (c == ',') written.Append(' ');
                AppendFolded(written, Folding.Fold(c));
                if (c == ',') written.Append(' ');
            }
            else
            {
                written.Append(' ');
            }
        }
        return string.Join(' ', written.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void AppendFolded(System.Text.StringBuilder written, char folded)
    {
        if (folded == '\0') return;
        if (Spelled(folded) is { } letters) written.Append(letters);
        else written.Append(folded);
    }

    private static string? Spelled(char folded) => folded switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => null,
    };

    private static ulong AddWide(ulong hash, char folded)
    {
        if (folded == '\0') return hash;
        if (Spelled(folded) is not { } letters) return Add(hash, folded);
        foreach (var letter in letters) hash = Add(hash, letter);
        return hash;
    }

    private static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    private static ulong Close(ulong hash) => (hash ^ (hash >> 29)) * 0xC4CEB9FE1A85EC53;

    private static void End(ref ulong hash, Span<ulong> units, ref int count)
    {
        if (hash == Offset) return;
        units[count++] = Close(hash);
        hash = Offset;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '`';

    private static bool EndsWithS(ReadOnlySpan<char> text, int apostrophe) =>
        apostrophe + 1 < text.Length && text[apostrophe + 1] is 's' or 'S' &&
        (apostrophe + 2 == text.Length || !char.IsLetterOrDigit(text[apostrophe + 2]));
}
