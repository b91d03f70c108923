using Demarche.Text.Tokens;

namespace Demarche.Text.Sentences;

/// <summary>Finds where sentences end among the tokens of one paragraph.</summary>
/// <remarks>
/// Rules on the stop, what closes after it and what follows; a paragraph's end always ends a sentence, so that headlines and
/// list entries need no stop. Time grows with the number of tokens. An instance may be shared between threads.
/// </remarks>
public sealed class SentenceSplitter(TokenLexicon lexicon)
{
    /// <summary>How many tokens a sentence may have.</summary>
    /// <value>
    /// 300: the longest in the treebank has fewer than 150; beyond it stand tables and texts without stops, which are cut
    /// at a semicolon, else a comma, else anywhere.
    /// </value>
    public const int LongestSentence = 300;

    /// <summary>How far a bracket keeps a sentence together: one that is never closed must not swallow the paragraph.</summary>
    private const int LongestBracket = 60;

    /// <summary>Adds, for each sentence, the index after its last token.</summary>
    public void Split(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, List<int> ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        var (start, bracket, quoteOpen) = (0, -1, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            var c = text[tokens[i].Start];
            if (c is '(' or '[' && i > start)
            {
                bracket = bracket < 0 ? i : bracket;
            }
            else if (c is ')' or ']' || i - bracket > LongestBracket)
            {
                bracket = -1;
            }

            quoteOpen = c switch { '"' => !quoteOpen, '“' => true, '”' => false, _ => quoteOpen };
            if (bracket < 0 && EndsHere(text, tokens, i, start, quoteOpen) is > 0 and var end)
            {
                for (var k = i + 1; k < end; k++)
                {
                    quoteOpen = text[tokens[k].Start] switch { '"' => !quoteOpen, '“' => true, '”' => false, _ => quoteOpen };
                }

                ends.Add(end);
                (start, i) = (end, end - 1);
            }
            else if (i + 1 - start >= LongestSentence)
            {
                start = CutPoint(text, tokens, start, i + 1);
                ends.Add(start);
                bracket = -1;
            }
        }

        if (start < tokens.Length)
        {
            ends.Add(tokens.Length);
        }
    }

    /// <returns>The index after the last token of the sentence whose stop is token <paramref name="i"/>; 0 when it goes on.</returns>
    private int EndsHere(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int i, int start, bool quoteOpen)
    {
        var stop = StopKind(text, tokens, i, start);
        if (stop == Stop.None)
        {
            return 0;
        }

        var end = SkipClosers(text, tokens, i + 1, quoteOpen);
        if (end >= tokens.Length)
        {
            return tokens.Length;
        }

        return Begins(text, tokens, i, end, stop) ? end : 0;
    }

    private enum Stop { None, Full, Abbreviation, Ellipsis, Cry }

    private Stop StopKind(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int i, int start)
    {
        var form = Form(text, tokens[i]);
        switch (form[0])
        {
            case '.':
                return form.Length == 1 ? Stop.Full : char.IsAsciiDigit(form[1]) ? Stop.None : Stop.Ellipsis;
            case '…':
                return Stop.Ellipsis;
            case '!' or '?' or '。' or '！' or '？' or '؟' or '।':
                return Stop.Cry;
        }

        if (form[^1] != '.' || form.Length < 2)
        {
            return Stop.None;
        }

        if (i == start && tokens.Length > 1)
        {
            return Stop.None;      // "1." and "A." number a list entry; "Mr." begins a sentence
        }

        return lexicon.Abbreviation(form) is AbbreviationKind.Title or AbbreviationKind.Number or AbbreviationKind.Calendar || (form.Length == 2 && char.IsUpper(form[0]))
            ? Stop.None
            : Stop.Abbreviation;
    }

    /// <summary>Closing quotes, brackets, note marks and more stops that stand right after the stop belong to its sentence.</summary>
    private static int SkipClosers(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int i, bool quoteOpen)
    {
        for (; i < tokens.Length; i++)
        {
            var c = text[tokens[i].Start];
            var glued = tokens[i].Start == tokens[i - 1].End;
            if (c is ')' or ']' or '”' or '’' or '»' or '.' or '!' or '?' && (glued || c == '.'))
            {
                continue;
            }

            if (c is '"' or '\'' && (glued || (c == '"' && quoteOpen && i + 1 < tokens.Length && tokens[i + 1].Start > tokens[i].End)))
            {
                quoteOpen ^= c == '"';
                continue;
            }

            if (c == '[' && NoteEnd(text, tokens, i) is > 0 and var close)
            {
                i = close;
                continue;
            }

            break;
        }

        return i;
    }

    /// <returns>The token that closes a note mark such as <c>[17]</c> or <c>[3, 4]</c>; 0 when another bracket opens.</returns>
    private static int NoteEnd(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int open)
    {
        for (var i = open + 1; i < tokens.Length && i < open + 8; i++)
        {
            var c = text[tokens[i].Start];
            if (c == ']')
            {
                return i > open + 1 ? i : 0;
            }

            if (!char.IsAsciiDigit(c) && c is not (',' or '-' or '–'))
            {
                return 0;
            }
        }

        return 0;
    }

    private bool Begins(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int stopToken, int next, Stop stop)
    {
        var opened = next;
        while (opened + 1 < tokens.Length && opened < next + 3 && IsOpener(text[tokens[opened].Start]))
        {
            opened++;
        }

        var form = Form(text, tokens[opened]);
        var spaced = tokens[next].Start > tokens[next - 1].End;
        if (char.IsLower(form[0]) || form[0] is ',' or ';' or ':' or ')' or ']')
        {
            return false;
        }

        switch (stop)
        {
            case Stop.Abbreviation:
                return spaced && ((opened > next && text[tokens[next].Start] != '(') || lexicon.IsStarter(form) || IsStrongEnd(text, tokens[stopToken], form));
            case Stop.Ellipsis:
                return spaced && char.IsUpper(form[0]) && form is not "I";
            case Stop.Cry when next > stopToken + 1:
                return !IsSaidNext(text, tokens, next);
            case Stop.Cry:
                return spaced;
            default:
                return spaced || LacksSpace(text, tokens, stopToken, form);
        }
    }

    /// <summary>"etc. New" ends a sentence more often than not; "Inc. Chairman" and "U.S. President" do not.</summary>
    private static bool IsStrongEnd(ReadOnlySpan<char> text, TextSpan abbreviation, ReadOnlySpan<char> next) =>
        Form(text, abbreviation) is "etc." or "Ph.D." && char.IsUpper(next[0]);

    /// <summary>"the talks ended.The two": small letters before, a capitalised word after.</summary>
    private static bool LacksSpace(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int stop, ReadOnlySpan<char> next) =>
        stop > 0 && tokens[stop - 1].Length > 1 && (char.IsLower(text[tokens[stop].Start - 1]) || char.IsAsciiDigit(text[tokens[stop].Start - 1]) || text[tokens[stop].Start - 1] is '”' or '"' or ')')
        && char.IsUpper(next[0]) && (next.Length == 1 || char.IsLower(next[1]));

    /// <summary>"Are you ready?" Moon asked: a name and a verb of saying carry the sentence on after the quote.</summary>
    private bool IsSaidNext(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int next)
    {
        for (var i = next; i < tokens.Length && i < next + 4; i++)
        {
            var form = Form(text, tokens[i]);
            if (lexicon.IsSayer(form))
            {
                return i > next;
            }

            if (!char.IsLetter(form[0]))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsOpener(char c) => c is '"' or '“' or '‘' or '(' or '[' or '\'' or '«' or '-' or '–' or '—' or '•' or '*' or '`';

    private static int CutPoint(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int start, int end)
    {
        foreach (var mark in ";,")
        {
            for (var i = end - 1; i > start + (LongestSentence / 2); i--)
            {
                if (text[tokens[i].Start] == mark)
                {
                    return i + 1;
                }
            }
        }

        return end;
    }

    private static ReadOnlySpan<char> Form(ReadOnlySpan<char> text, TextSpan span) => text[span.Start..span.End];
}
