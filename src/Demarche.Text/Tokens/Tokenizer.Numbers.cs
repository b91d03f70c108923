using System.Buffers;

namespace Demarche.Text.Tokens;

public sealed partial class Tokenizer
{
    /// <summary>Without one of the signs before the next space a word is no address, and nothing more need be asked.</summary>
    private static readonly SearchValues<char> SpaceOrAddressSign = SearchValues.Create(" \t\n\r\u00A0.@:");

    private int NumberEnd(ReadOnlySpan<char> text, int i, bool isFirst)
    {
        if (PatternEnd(text, i) is > 0 and var pattern)
        {
            return pattern;
        }

        var limit = Math.Min(text.Length, i + LongestToken);
        var end = DigitsEnd(text, i, limit);
        while (end < limit && JoinsDigits(text, i, end))
        {
            end = DigitsEnd(text, end + 1, limit);
        }

        if (At(text, end) == '.' && isFirst && end - i <= 4 && At(text, end + 1) is ' ' or '\u00A0' or '\t')
        {
            return end + 1;
        }

        return LettersAfterNumberEnd(text, i, end, limit);
    }

    private int LettersAfterNumberEnd(ReadOnlySpan<char> text, int start, int end, int limit)
    {
        var letters = WordCharsEnd(text, end, limit);
        if (letters == end)
        {
            // 1990's is a decade, as 1990s is.
            return end - start == 4 && IsApostrophe(At(text, end)) && At(text, end + 1) == 's' && !IsWordChar(At(text, end + 2)) ? end + 2 : end;
        }

        if (lexicon.IsUnit(text[end..letters]))
        {
            return end;
        }

        // 10a.m. and 5p.m.
        if (letters == end + 1 && At(text, letters) == '.' && (text[end] | 0x20) is 'a' or 'p' && (At(text, letters + 1) | 0x20) == 'm')
        {
            return end;
        }

        return letters;
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int end, int limit)
    {
        while (end < limit && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool JoinsDigits(ReadOnlySpan<char> text, int start, int i)
    {
        if (!IsDigitAt(text, i + 1))
        {
            return false;
        }

        var group = DigitsEnd(text, i + 1, Math.Min(text.Length, i + 6)) - i - 1;
        return text[i] switch
        {
            '.' => true,
            // 1,180 and 1,00,000 are numbers; 31,2017 is a date that lacks a space.
            ',' => group == 3 || (group == 2 && At(text, i + 3) == ',' && IsDigitAt(text, i + 4)),
            ':' => group == 2 || i - start < 3,
            '/' => !text[start..i].Contains('.'),
            _ => false,
        };
    }

    /// <returns>The end of an ISO date or a telephone number that begins here; 0 when none does.</returns>
    private static int PatternEnd(ReadOnlySpan<char> text, int i)
    {
        var first = DigitsEnd(text, i, Math.Min(text.Length, i + 5)) - i;
        if (first is not (3 or 4) || At(text, i + first) != '-')
        {
            return 0;
        }

        var second = i + first + 1;
        var secondLength = DigitsEnd(text, second, Math.Min(text.Length, second + 5)) - second;
        var third = second + secondLength + 1;
        var thirdLength = At(text, third - 1) == '-' ? DigitsEnd(text, third, Math.Min(text.Length, third + 5)) - third : 0;
        var end = (first, secondLength, thirdLength) switch
        {
            (4, 1 or 2, 1 or 2) => third + thirdLength,
            (3, 3, 4) => third + thirdLength,
            (3, 4, 0) => second + secondLength,
            _ => 0,
        };
        return end > 0 && !IsWordChar(At(text, end)) && At(text, end) != '-' ? end : 0;
    }

    private static int PhoneEnd(ReadOnlySpan<char> text, int i)
    {
        var end = i;
        while (end - i < 20 && (IsDigitAt(text, end) || (At(text, end) == '-' && IsDigitAt(text, end + 1))))
        {
            end++;
        }

        return end - i >= 7 ? end : 0;
    }

    /// <returns>The end of a web or mail address that begins here; 0 when none does.</returns>
    private int AddressEnd(ReadOnlySpan<char> text, int i)
    {
        var rest = text[i..];
        var sign = rest[..Math.Min(rest.Length, LongestMailName)].IndexOfAny(SpaceOrAddressSign);
        if (sign < 0 || char.IsWhiteSpace(rest[sign]) || sign + 1 >= rest.Length || char.IsWhiteSpace(rest[sign + 1]))
        {
            return 0;
        }

        if (StartsWith(rest, "http://") || StartsWith(rest, "https://") || StartsWith(rest, "ftp://") || StartsWith(rest, "www.")
            || (StartsWith(rest, "doi:") && IsDigitAt(text, i + 4)))
        {
            return WebEnd(text, i);
        }

        return MailEnd(text, i) is > 0 and var mail ? mail : DomainEnd(text, i);
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static int WebEnd(ReadOnlySpan<char> text, int i)
    {
        var end = i;
        var depth = 0;
        for (; end < text.Length && end - i < LongestToken && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>' or '”' or '“' or '’'); end++)
        {
            depth += text[end] == '(' ? 1 : 0;
            if (text[end] == ')' && --depth < 0)
            {
                break;
            }
        }

        while (end > i + 1 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'')
        {
            end--;
        }

        return end;
    }

    private static int MailEnd(ReadOnlySpan<char> text, int i)
    {
        var at = i;
        while (at - i < LongestMailName && (char.IsAsciiLetterOrDigit(At(text, at)) || At(text, at) is '.' or '_' or '-' or '+'))
        {
            at++;
        }

        if (At(text, at) != '@' || at == i)
        {
            return 0;
        }

        var (end, dot) = (at + 1, -1);
        while (end - at < LongestMailName && (char.IsAsciiLetterOrDigit(At(text, end)) || (At(text, end) is '.' or '-' && char.IsAsciiLetterOrDigit(At(text, end + 1)))))
        {
            dot = text[end] == '.' ? end : dot;
            end++;
        }

        return dot > 0 ? end : 0;
    }

    /// <summary>Reads <c>example.com/page</c>: letters, dots and a known last part.</summary>
    private int DomainEnd(ReadOnlySpan<char> text, int i)
    {
        var (end, dot, dots) = (i, -1, 0);
        while (end - i < LongestMailName && (char.IsAsciiLetterOrDigit(At(text, end)) || (At(text, end) is '.' or '-' && char.IsAsciiLetterOrDigit(At(text, end + 1)))))
        {
            if (text[end] == '.')
            {
                (dot, dots) = (end, dots + 1);
            }

            end++;
        }

        if (dots == 0 || IsWordChar(At(text, end)) || dot - i < 2 || !char.IsAsciiLetter(text[dot - 1]))
        {
            return 0;
        }

        var last = text[(dot + 1)..end];
        if (!lexicon.IsDomain(last) || (char.IsUpper(last[0]) && !char.IsUpper(last[^1])))
        {
            return 0;
        }

        return At(text, end) == '/' && IsWordChar(At(text, end + 1)) ? WebEnd(text, i) : end;
    }
}
