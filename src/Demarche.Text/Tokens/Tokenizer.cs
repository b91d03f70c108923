using System.Text;

namespace Demarche.Text.Tokens;

/// <summary>Cuts English text into the tokens of UD English: hyphens, possessives and contractions apart, abbreviations whole.</summary>
/// <remarks>
/// The spans ascend and never overlap, and only white space lies between them. Time grows with the length of the text,
/// whatever is in it: every look ahead is bounded. An instance may be shared between threads.
/// </remarks>
public sealed partial class Tokenizer(TokenLexicon lexicon)
{
    /// <summary>Longer runs of letters are cut, so that a file without a space does not become one word.</summary>
    private const int LongestToken = 200;

    private const int LongestMailName = 64;

    /// <summary>Adds the tokens of a stretch of the text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="region">The stretch to cut, best a paragraph: its start may hold a list number such as <c>1.</c></param>
    /// <param name="tokens">Receives the spans, which count from the start of <paramref name="text"/>.</param>
    public void Tokenize(ReadOnlySpan<char> text, TextSpan region, List<TextSpan> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(region.End, text.Length, nameof(region));
        var scan = text[..region.End];
        var first = tokens.Count;
        for (var i = region.Start; i < scan.Length;)
        {
            if (char.IsWhiteSpace(scan[i]))
            {
                i++;
                continue;
            }

            var end = Math.Min(TokenEnd(scan, i, region.Start, isFirst: tokens.Count == first), i + LongestToken);
            if (end < scan.Length && char.IsLowSurrogate(scan[end]) && char.IsHighSurrogate(scan[end - 1]))
            {
                end++;
            }

            AddParts(scan, i, end, tokens);
            i = end;
        }
    }

    private void AddParts(ReadOnlySpan<char> text, int start, int end, List<TextSpan> tokens)
    {
        foreach (var length in lexicon.Parts(text[start..end]))
        {
            tokens.Add(new TextSpan(start, start + length));
            start += length;
        }

        if (start < end)
        {
            tokens.Add(new TextSpan(start, end));
        }
    }

    private int TokenEnd(ReadOnlySpan<char> text, int i, int regionStart, bool isFirst)
    {
        var c = text[i];
        var startsChunk = i == regionStart || !IsWordChar(text[i - 1]);
        if (startsChunk && (char.IsAsciiLetterOrDigit(c) || c == '+') && AddressEnd(text, i) is > 0 and var addressEnd)
        {
            return addressEnd;
        }

        if (char.IsAsciiDigit(c) || (c == '.' && startsChunk && IsDigitAt(text, i + 1) && !IsDigitAt(text, i - 1)
            && (i == regionStart || text[i - 1] != '.')))
        {
            return NumberEnd(text, i, isFirst);
        }

        if (IsLetterAt(text, i))
        {
            return WordEnd(text, i, regionStart, isFirst);
        }

        return SymbolEnd(text, i, regionStart);
    }

    private int SymbolEnd(ReadOnlySpan<char> text, int i, int regionStart)
    {
        var c = text[i];
        var glued = i > regionStart && !char.IsWhiteSpace(text[i - 1]);
        switch (c)
        {
            case '\'' or '’':
                return ApostropheEnd(text, i, glued);
            case '#' or '@' when !glued || !IsWordChar(text[i - 1]):
                return WordCharsEnd(text, i + 1, Math.Min(text.Length, i + LongestToken));
            case '+' when !glued && PhoneEnd(text, i + 1) is > 0 and var phone:
                return phone;
            case '`' when At(text, i + 1) == '`':
                return i + 2;
            case '…':
                return RunEnd(text, i + 1, '.');
            case '!' or '?':
                var stop = i + 1;
                while (stop < text.Length && stop - i < LongestToken && text[stop] is '!' or '?')
                {
                    stop++;
                }

                return stop;
            case '.' or '-' or '–' or '—' or '*' or '=' or '_' or '~' or '•' or '#' or '\\' or '|':
                return RunEnd(text, i + 1, c);
            default:
                return Rune.DecodeFromUtf16(text[i..], out var rune, out var length) == System.Buffers.OperationStatus.Done
                    ? MarksEnd(text, i + length, rune)
                    : i + 1;
        }
    }

    /// <summary>A sign keeps the marks that change it (variation selectors, skin tones are separate runes and stay apart).</summary>
    private static int MarksEnd(ReadOnlySpan<char> text, int end, Rune rune)
    {
        var limit = Math.Min(text.Length, end + LongestToken);
        while (!Rune.IsWhiteSpace(rune) && end < limit && IsMark(text[end]))
        {
            end++;
        }

        return end;
    }

    private int ApostropheEnd(ReadOnlySpan<char> text, int i, bool glued)
    {
        if (glued && CliticEnd(text, i) is > 0 and var clitic)
        {
            return clitic;
        }

        if (glued)
        {
            return At(text, i) == '\'' && At(text, i + 1) == '\'' ? i + 2 : i + 1;
        }

        if (IsDigitAt(text, i + 1) && IsDigitAt(text, i + 2) && !IsDigitAt(text, i + 3))
        {
            // '90s, '71 and '60's are years; '19 people' keeps its quote apart.
            var end = i + 3;
            if (IsApostrophe(At(text, end)) && At(text, end + 1) == 's')
            {
                end++;
            }

            end = At(text, end) == 's' ? end + 1 : end;
            return IsWordChar(At(text, end)) || IsApostrophe(At(text, end)) ? i + 1 : end;
        }

        var letters = LettersEnd(text, i + 1);
        return letters > i + 1 && lexicon.IsWhole(text[i..letters]) ? letters
            : At(text, i + 1) == '\'' && text[i] == '\'' ? i + 2
            : i + 1;
    }

    /// <returns>Where 's, 're, 've, 'll, 'd or 'm ends that begins here; 0 when none does.</returns>
    private static int CliticEnd(ReadOnlySpan<char> text, int apostrophe)
    {
        var first = (char)(At(text, apostrophe + 1) | 0x20);
        var second = (char)(At(text, apostrophe + 2) | 0x20);
        var end = (first, second) switch
        {
            ('r', 'e') or ('v', 'e') or ('l', 'l') => apostrophe + 3,
            ('s' or 'd' or 'm', _) => apostrophe + 2,
            _ => 0,
        };
        return end > 0 && end <= text.Length && !IsWordChar(At(text, end)) ? end : 0;
    }

    private static int RunEnd(ReadOnlySpan<char> text, int end, char c)
    {
        var limit = Math.Min(text.Length, end + LongestToken);
        while (end < limit && text[end] == c)
        {
            end++;
        }

        return end;
    }

    private static int LettersEnd(ReadOnlySpan<char> text, int end)
    {
        var limit = end + LongestToken;
        while (end < limit && IsLetterAt(text, end))
        {
            end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        }

        return end;
    }

    private static char At(ReadOnlySpan<char> text, int i) => (uint)i < (uint)text.Length ? text[i] : '\0';

    private static bool IsDigitAt(ReadOnlySpan<char> text, int i) => char.IsAsciiDigit(At(text, i));

    private static bool IsLetterAt(ReadOnlySpan<char> text, int i)
    {
        var c = At(text, i);
        return char.IsAscii(c) ? char.IsAsciiLetter(c)
            : char.IsLetter(c) || IsMark(c)
                || (char.IsHighSurrogate(c) && i + 1 < text.Length && Rune.TryCreate(c, text[i + 1], out var rune) && Rune.IsLetter(rune));
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    /// <summary>Letters, digits, marks and what joins letters without showing.</summary>
    private static bool IsWordChar(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) || c == '_' : char.IsLetterOrDigit(c) || IsMark(c);

    private static bool IsMark(char c) =>
        c >= 0x300 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.EnclosingMark
            || c is '\u00AD' or '\u200D' or '\u200C';
}
