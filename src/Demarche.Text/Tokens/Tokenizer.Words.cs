namespace Demarche.Text.Tokens;

public sealed partial class Tokenizer
{
    /// <summary>No listed suffix or whole word is longer than this after its hyphen.</summary>
    private const int LongestTail = 25;

    private int WordEnd(ReadOnlySpan<char> text, int i, int regionStart, bool isFirst)
    {
        var limit = Math.Min(text.Length, i + LongestToken);
        if (i > regionStart && IsNegation(text, i) && IsWordChar(text[i - 1]))
        {
            return i + 3;
        }

        var end = WordCharsEnd(text, i, limit);
        if (At(text, end) == '.' && AbbreviationEnd(text, i, end, regionStart, isFirst) is > 0 and var abbreviationEnd)
        {
            return abbreviationEnd;
        }

        for (; end < limit; end = WordCharsEnd(text, end, limit))
        {
            var c = text[end];
            if (IsApostrophe(c) && IsLetterAt(text, end + 1))
            {
                if (CliticEnd(text, end) > 0)
                {
                    return end;
                }

                if (end > i + 1 && IsNegation(text, end - 1))
                {
                    return end - 1;
                }

                if (IsApostrophePart(text[i..(end + 1)]))
                {
                    return end + 1;
                }

                end++;
            }
            else if (c == '&' && char.IsAsciiLetterUpper(text[end - 1]) && char.IsAsciiLetterUpper(At(text, end + 1)) && end - i <= 4)
            {
                end++;
            }
            else if (c == '-' && HyphenJoins(text, i, end, regionStart))
            {
                end++;
                if (!IsWordChar(At(text, end)))
                {
                    return end;
                }
            }
            else if (c == '$' && end - i <= 3 && IsUpper(text[i..end]))
            {
                return end + 1;
            }
            else if (c == '(' && At(text, end + 1) == 's' && At(text, end + 2) == ')' && !IsWordChar(At(text, end + 3)))
            {
                return end + 3;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int WordCharsEnd(ReadOnlySpan<char> text, int end, int limit)
    {
        while (end < limit && (IsWordChar(text[end]) || IsLetterAt(text, end)))
        {
            end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        }

        return Math.Min(end, text.Length);
    }

    /// <summary>Whether <c>n't</c> stands here and ends a word.</summary>
    private static bool IsNegation(ReadOnlySpan<char> text, int i) =>
        (At(text, i) | 0x20) == 'n' && IsApostrophe(At(text, i + 1)) && (At(text, i + 2) | 0x20) == 't' && !IsWordChar(At(text, i + 3));

    /// <summary>Words that lose a letter and lean on the next: y'all, c'mon.</summary>
    private bool IsApostrophePart(ReadOnlySpan<char> form) => form.Length == 2 && lexicon.IsWhole(form);

    /// <summary>Whether the hyphen at <paramref name="hyphen"/> belongs to the word that began at <paramref name="start"/>.</summary>
    private bool HyphenJoins(ReadOnlySpan<char> text, int start, int hyphen, int regionStart)
    {
        var head = text[start..hyphen];
        var afterHyphen = start > regionStart && text[start - 1] == '-';
        var next = At(text, hyphen + 1);
        if (!IsWordChar(next))
        {
            // A word broken off in speech: "th-", "wh-".
            return !afterHyphen && head.Length <= 2 && next != '-' && !char.IsAsciiDigit(head[^1]) && (start == regionStart || text[start - 1] != '/');
        }

        var tailEnd = WordCharsEnd(text, hyphen + 1, Math.Min(text.Length, hyphen + LongestTail));
        var tail = text[(hyphen + 1)..tailEnd];
        return lexicon.IsWhole(text[start..tailEnd])
            || (!afterHyphen && lexicon.IsPrefix(head) && !(head.Length > 1 && IsUpper(head) && !IsUpper(tail)))
            || (lexicon.IsSuffix(tail) && At(text, tailEnd) != '-');
    }

    /// <returns>Where the abbreviation ends that begins at <paramref name="start"/>; 0 when the stop is the sentence's own.</returns>
    private int AbbreviationEnd(ReadOnlySpan<char> text, int start, int stop, int regionStart, bool isFirst)
    {
        if (stop - start == 1)
        {
            return LettersWithStopsEnd(text, start, regionStart, isFirst);
        }

        var longest = Math.Min(text.Length, start + lexicon.LongestAbbreviation);
        var end = 0;
        for (var k = stop; k < longest && (text[k] == '.' || char.IsAsciiLetter(text[k])); k++)
        {
            if (text[k] == '.' && !IsLetterAt(text, k + 1) && Stands(text, start, k + 1))
            {
                end = k + 1;
            }
        }

        return end;
    }

    /// <summary>Reads <c>U.S.</c>, <c>e.g.</c>, <c>J.</c> and <c>J.K.</c></summary>
    private int LettersWithStopsEnd(ReadOnlySpan<char> text, int start, int regionStart, bool isFirst)
    {
        var end = start + 1;
        while (At(text, end) == '.' && IsLetterAt(text, end + 1) && !IsWordChar(At(text, end + 2)) && end - start < 20)
        {
            end += 2;
        }

        if (end > start + 1)
        {
            return At(text, end) == '.' ? end + 1 : end;
        }

        // "M.Sc." and the like lie in the lexicon; "J.Smith" is an initial and a name.
        for (var k = Math.Min(start + lexicon.LongestAbbreviation, text.Length); k > start + 2; k--)
        {
            if (text[k - 1] == '.' && lexicon.Abbreviation(text[start..k]) != AbbreviationKind.None && !IsWordChar(At(text, k)))
            {
                return k;
            }
        }

        return IsInitial(text, start, regionStart, isFirst) || Stands(text, start, start + 2) ? start + 2 : 0;
    }

    /// <summary>Whether a single letter with a stop is part of a name, or numbers a list, rather than the end of a sentence.</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, int start, int regionStart, bool isFirst)
    {
        if (!char.IsUpper(text[start]))
        {
            return false;
        }

        var next = start + 2;
        if (IsLetterAt(text, next))
        {
            return char.IsUpper(text[next]);
        }

        if (At(text, next) is ',' or '-')
        {
            return text[start] != 'I';
        }

        next = SkipSpace(text, next);
        if (next >= text.Length || next == start + 2)
        {
            return false;
        }

        if (isFirst)
        {
            return true;
        }

        var previous = start - 1;
        while (previous > regionStart && text[previous] == ' ')
        {
            previous--;
        }

        // "George W. Bush", "(J. Smith)", "U. Schmidt": a capital or a bracket before, a capital after. "Plan B." is the loser.
        return char.IsUpper(text[next]) && text[start] != 'I' && (text[previous] is '(' or '"' or '“' or '.' or ',' || IsLetterAt(text, previous));
    }

    private bool Stands(ReadOnlySpan<char> text, int start, int end) => lexicon.Abbreviation(text[start..end]) switch
    {
        AbbreviationKind.None => false,
        not AbbreviationKind.Number when IsDigitAt(text, end) => false,
        AbbreviationKind.Number => IsDigitAt(text, SkipSpace(text, end)),
        AbbreviationKind.Calendar => IsDigitAt(text, SkipSpace(text, end)) || At(text, end) == ',' || IsLowerAt(text, SkipSpace(text, end)),
        AbbreviationKind.Title => SkipSpace(text, end) < text.Length,
        _ => true,
    };

    private static bool IsLowerAt(ReadOnlySpan<char> text, int i) => char.IsLower(At(text, i));

    private static int SkipSpace(ReadOnlySpan<char> text, int i)
    {
        for (var limit = Math.Min(text.Length, i + 8); i < limit && char.IsWhiteSpace(text[i]); i++)
        {
        }

        return i;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
