namespace Demarche.Text.Tokens;

/// <summary>Phrases of one or more tokens, each with what it means; case does not count.</summary>
internal sealed class PhraseTable<TValue>
    where TValue : class
{
    private readonly Dictionary<string, List<Phrase>> _byFirst = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="phrases">Words parted by single spaces; where two begin alike, the longer is found first.</param>
    internal PhraseTable(Dictionary<string, TValue> phrases)
    {
        foreach (var (text, value) in phrases)
        {
            var phrase = new Phrase(text.Split(' '), value);
            if (!_byFirst.TryGetValue(phrase.Words[0], out var alike))
            {
                _byFirst.Add(phrase.Words[0], alike = []);
            }

            // Two phrases of one length that match the same tokens would be one phrase: their order decides nothing.
            var at = alike.FindIndex(p => p.Words.Length < phrase.Words.Length);
            alike.Insert(at < 0 ? alike.Count : at, phrase);
        }
    }

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

        (end, value) = (start, null);
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

        (start, value) = (end, null);
        return false;
    }

    private sealed record Phrase(string[] Words, TValue Value);

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
