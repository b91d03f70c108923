using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>What the network sees of a word by itself: keys and rows of its tables, all made from the letters.</summary>
internal unsafe struct WordFeatures
{
    /// <summary>Hash of the word in lower case: the key of its pretrained vector.</summary>
    internal ulong VectorKey;

    /// <summary>Hash of the word in lower case with all digits made 0: the key of its trained row.</summary>
    internal ulong WordKey;

    /// <summary>Rows in the tables of <see cref="ParserShape.Tables"/>; the first and the last, which the model gives, are left 0 here.</summary>
    internal fixed int Rows[10];

    // Longer words (addresses of pages, mostly) are seen by their two ends.
    private const int Longest = 128;

    internal static WordFeatures Of(string form)
    {
        Span<char> letters = stackalloc char[Longest];
        Span<char> shape = stackalloc char[Longest];
        var length = Cut(form, letters);
        var shapeLength = 0;
        for (var i = 0; i < length; i++)
        {
            var c = Plain(letters[i]);
            AppendShape(shape, ref shapeLength, char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c);
            letters[i] = char.ToLowerInvariant(c);
        }

        var word = letters[..length];
        var features = new WordFeatures { VectorKey = StableHash.Of(word) };
        for (var i = 0; i < length; i++) if (char.IsDigit(word[i])) word[i] = '0';
        features.WordKey = StableHash.Of(word);
        for (var n = 1; n <= 4; n++) features.Rows[n] = Row(word[Math.Max(0, length - n)..], n);
        for (var n = 1; n <= 3; n++) features.Rows[4 + n] = Row(word[..Math.Min(n, length)], 4 + n);
        features.Rows[8] = Row(shape[..shapeLength], 8);
        return features;
    }

    /// <summary>The key of a word's pretrained vector alone.</summary>
    internal static ulong VectorKeyOf(string form)
    {
        Span<char> letters = stackalloc char[Longest];
        var length = Cut(form, letters);
        for (var i = 0; i < length; i++)
            letters[i] = char.ToLowerInvariant(Plain(letters[i]));
        return StableHash.Of(letters[..length]);
    }

    private static int Row(ReadOnlySpan<char> text, int table) =>
        (int)(StableHash.Of(text, (ulong)table) % (ulong)ParserShape.Tables[table].Rows);

    private static int Cut(string form, Span<char> letters)
    {
        if (form.Length <= Longest)
        {
            form.CopyTo(letters);
            return form.Length;
        }

        form.AsSpan(0, Longest / 2).CopyTo(letters);
        form.AsSpan(form.Length - (Longest / 2)).CopyTo(letters[(Longest / 2)..]);
        return Longest;
    }

    // The treebank writes straight and curly marks alike; newspapers use the curly ones.
    private static char Plain(char c) => c switch
    {
        '‘' or '’' or '`' or '´' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        '–' or '‒' or '‑' or '−' => '-',
        _ => c,
    };

    // Runs are cut to three, so that long words of one shape meet in one row.
    private static void AppendShape(Span<char> shape, ref int length, char c)
    {
        if (length >= 3 && shape[length - 1] == c && shape[length - 2] == c && shape[length - 3] == c) return;
        shape[length++] = c;
    }
}
