namespace Demarche.Text;

/// <summary>Turns offsets in UTF-16 code units into offsets in Unicode code points, and back.</summary>
/// <remarks>
/// An unpaired surrogate counts as one code point: it is written as U+FFFD. An offset between the halves of a pair is
/// no place in a text; it is taken for the end of the pair.
/// </remarks>
public readonly struct CodePointMap
{
    // The offsets at which pairs end, ascending; null for the texts, nearly all, that have none.
    private readonly int[]? _pairEnds;

    /// <param name="text">The text that the offsets count in.</param>
    public CodePointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int>? ends = null;
        for (var i = FirstSurrogate(text, 0); i >= 0; i = FirstSurrogate(text, i))
        {
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            i += pair ? 2 : 1;
            if (pair) (ends ??= []).Add(i);
        }

        _pairEnds = ends?.ToArray();
    }

    /// <summary>How many code points stand before an offset in UTF-16 code units.</summary>
    public int ToCodePoints(int utf16)
    {
        if (_pairEnds is null) return utf16;
        var at = Array.BinarySearch(_pairEnds, utf16);
        return utf16 - (at >= 0 ? at + 1 : ~at);
    }

    /// <summary>How many UTF-16 code units stand before an offset in code points.</summary>
    public int ToUtf16(int codePoints)
    {
        if (_pairEnds is null) return codePoints;
        // The k-th pair (from 0) ends at the code point _pairEnds[k] - (k + 1); count the pairs that end at or before.
        int low = 0, high = _pairEnds.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pairEnds[middle] - (middle + 1) <= codePoints) low = middle + 1;
            else high = middle;
        }

        return codePoints + low;
    }

    private static int FirstSurrogate(string text, int from)
    {
        var at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDFFF');
        return at < 0 ? -1 : from + at;
    }
}
