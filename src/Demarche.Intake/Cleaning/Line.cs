namespace Demarche.Intake.Cleaning;

/// <summary>Why a line is not part of the body.</summary>
internal enum LineMark : byte
{
    /// <summary>It is part of the body.</summary>
    None,
    Debris, Date, Byline, Agency, Outlet, Title, Standfirst, Caption, Repeat, Closing, ImageId,
}

/// <summary>One paragraph-to-be of plain text, with the shape by which it is judged.</summary>
internal sealed class Line
{
    internal Line(string text, int block, int uncutLength)
    {
        (Text, Block) = (text, block);
        HadImageId = text.Length < uncutLength;
        Words = CountWords(text);
        EndsSentence = Ends(text);
        IsProse = (EndsSentence && Words >= 5) || Words >= 25 || (Words >= 8 && text[^1] is ':' or ',' or '-' or '—' or '–')
            || (EndsSentence && text[0] is '"' or '“' or '‘' or '«' && Words >= 1);
    }

    internal string Text { get; set; }

    /// <summary>Lines with no blank line between them have the same block.</summary>
    internal int Block { get; }

    internal int Words { get; }

    /// <summary>Whether a picture's file name was cut from its end.</summary>
    internal bool HadImageId { get; }

    internal bool EndsSentence { get; }

    /// <summary>Whether it reads as running text: it ends as a sentence does, or is long.</summary>
    internal bool IsProse { get; set; }

    internal LineMark Mark { get; set; }

    internal Phrase? Phrase { get; set; }

    internal bool IsBody => Mark == LineMark.None;

    /// <summary>The share of words of four letters or more that start with a capital, 0 to 1.</summary>
    internal double TitleShare()
    {
        int long4 = 0, capital = 0;
        foreach (var range in Text.AsSpan().Split(' '))
        {
            var word = Text.AsSpan()[range].Trim("\"“”‘’'(),.:;!?");
            if (word.Length >= 4)
            {
                long4++;
                capital += char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) ? 1 : 0;
            }
        }

        return long4 == 0 ? (char.IsUpper(Text[0]) ? 1 : 0) : (double)capital / long4;
    }

    /// <summary>Whether every word starts with a capital or a digit, particles aside.</summary>
    internal bool IsName() => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => char.IsUpper(word[word[0] == '(' && word.Length > 1 ? 1 : 0]) || word is "of" or "the" or "and" or "de" or "van" or "von" or "bin" or "al" or "for" or "in" or "to" or "&");

    internal static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var unit in text)
        {
            var letter = char.IsLetterOrDigit(unit);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && unit is '\'' or '’' or '-' or '.' or ',' or '/');
            if (unit > '\u2E80' && letter) // scripts without spaces: a letter counts as half a word or so, enough to tell prose
            {
                inside = false;
            }
        }

        return words;
    }

    private static bool Ends(string text)
    {
        var core = text.AsSpan().TrimEnd("\"”’')]»」』 ");
        return core.Length > 0 && core[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।';
    }
}
