using System.Collections.Frozen;

namespace Demarche.Text.Tokens;

/// <summary>Phrases of one or more tokens, each with what it means; case does not count.</summary>
internal sealed class PhraseTable<TValue>
{
    private readonly FrozenDictionary<string, (string[] Words, TValue Value)[]> _byFirst;

    /// <param name="phrases">Words parted by single spaces; where two begin alike, the longer is found first.</param>
    internal PhraseTable(IEnumerable<KeyValuePair<string, TValue>> phrases) =>
        _byFirst = phrases
            .Select(p => (Words: p.Key.Split(' '), p.Value))
            .GroupBy(p => p.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(p => p.Words.Length).ThenBy(p => string.Join(' ', p.Words), StringComparer.Ordinal).ToArray(),
                StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the longest phrase that begins at a token.</summary>
    /// <param name="end">The index after the phrase's last token.</param>
    internal bool TryMatch(ReadOnlySpan<Token> tokens, int start, out int end, out TValue? value)
    {
        if (_byFirst.TryGetValue(tokens[start].Form, out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (Matches(tokens, start, phrase.Words))
                {
                    (end, value) = (start + phrase.Words.Length, phrase.Value);
                    return true;
                }
            }
        }

        (end, value) = (start, default);
        return false;
    }

    /// <summary>Finds the longest phrase that ends before a token.</summary>
    /// <param name="start">The index of the phrase's first token.</param>
    internal bool TryMatchBefore(ReadOnlySpan<Token> tokens, int end, int longest, out int start, out TValue? value)
    {
        for (start = Math.Max(0, end - longest); start < end; start++)
        {
            if (_byFirst.TryGetValue(tokens[start].Form, out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (start + phrase.Words.Length == end && Matches(tokens, start, phrase.Words))
                    {
                        value = phrase.Value;
                        return true;
                    }
                }
            }
        }

        (start, value) = (end, default);
        return false;
    }

    private static bool Matches(ReadOnlySpan<Token> tokens, int start, string[] words)
    {
        if (start + words.Length > tokens.Length)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (!string.Equals(tokens[start + i].Form, words[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
