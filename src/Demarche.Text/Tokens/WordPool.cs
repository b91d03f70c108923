using System.Collections.Concurrent;

namespace Demarche.Text.Tokens;

/// <summary>Gives the same string for the same letters, without making it anew for words seen before.</summary>
/// <remarks>
/// Shared by all threads. Holds a bounded number of words of bounded length, first come first kept: words beyond are made
/// afresh, which costs memory but changes no result.
/// </remarks>
internal sealed class WordPool
{
    /// <summary>About 15 MB when full; a million news words hold about 60,000 different ones.</summary>
    private const int MostWords = 200_000;

    private const int LongestWord = 48;

    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private int _count;

    internal WordPool() => _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    internal string Get(ReadOnlySpan<char> word)
    {
        if (_bySpan.TryGetValue(word, out var known))
        {
            return known;
        }

        var made = word.ToString();
        if (word.Length > LongestWord || Volatile.Read(ref _count) >= MostWords)
        {
            return made;
        }

        if (_words.TryAdd(made, made))
        {
            Interlocked.Increment(ref _count);
            return made;
        }

        return _words.TryGetValue(made, out known) ? known : made;
    }
}
