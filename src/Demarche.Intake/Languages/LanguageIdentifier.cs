using System.Globalization;
using Demarche.Intake.Tables;

namespace Demarche.Intake.Languages;

/// <summary>A language by its code and its English name.</summary>
internal sealed record Language(string Code, string Name);

/// <summary>Tells the language of a text by its script and its commonest words (data/intake/languages.tsv).</summary>
internal sealed class LanguageIdentifier
{
    /// <summary>How much of a text is looked at: enough for a page in several languages to show the one it is mostly in.</summary>
    private const int MaxLetters = 6000;

    /// <summary>A text with fewer words in Latin letters is taken for English, unless another language's words are plain.</summary>
    private const int FewWords = 8;

    /// <summary>A paragraph with fewer letters is left to those around it.</summary>
    private const int FewestLetters = 60;

    /// <summary>Below this many words one foreign name can outweigh English, so the other language must be twice as plain.</summary>
    private const int Short = 30;

    private readonly List<Language> _languages = [];
    private readonly Dictionary<string, ulong> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<char, ulong> _letters = [];
    private readonly Dictionary<Script, int> _byScript = [];
    private readonly ulong _latin, _cyrillic, _arabic;
    private readonly int _english;

    internal LanguageIdentifier(Table table)
    {
        foreach (var row in table.Rows)
        {
            var index = _languages.Count;
            if (index == 64)
            {
                throw row.Wrong("code", "at most 64 languages");
            }

            _languages.Add(new Language(row["code"], row["name"]));
            var script = row.Choice<Script>("script");
            var bit = 1UL << index;
            (_latin, _cyrillic, _arabic) = (
                _latin | (script == Script.Latin ? bit : 0), _cyrillic | (script == Script.Cyrillic ? bit : 0), _arabic | (script == Script.Arabic ? bit : 0));
            _byScript.TryAdd(script, index);
            foreach (var word in row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _words[word] = _words.GetValueOrDefault(word) | bit;
            }

            foreach (var letter in row["letters"])
            {
                _letters[letter] = _letters.GetValueOrDefault(letter) | bit;
            }
        }

        _english = _languages.FindIndex(language => language.Code == "en");
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <returns>The language that most of the text is in; null where it has too few letters to tell.</returns>
    internal Language? Find(string text)
    {
        Span<int> scripts = stackalloc int[ScriptOf.Count];
        Span<int> hits = stackalloc int[64];
        Span<int> distinct = stackalloc int[64];
        var words = Count(text, scripts, hits, distinct);
        var letters = 0;
        var best = Script.Latin;
        for (var script = 0; script < ScriptOf.Count; script++)
        {
            letters += scripts[script];
            best = scripts[script] > scripts[(int)best] ? (Script)script : best;
        }

        if (letters == 0)
        {
            return null;
        }

        // Japanese mixes kana with Chinese characters, Chinese has no kana.
        if (best is Script.Han or Script.Kana)
        {
            best = scripts[(int)Script.Kana] * 10 >= scripts[(int)Script.Han] ? Script.Kana : Script.Han;
        }

        return best switch
        {
            Script.Latin => FindLatin(words, hits, distinct),
            Script.Cyrillic => Best(hits, _cyrillic),
            Script.Arabic => Best(hits, _arabic),
            _ => _byScript.TryGetValue(best, out var only) ? _languages[only] : null,
        };
    }

    /// <summary>The language of a paragraph where its words leave no doubt, so that a paragraph of English names is never lost.</summary>
    /// <returns>Null for paragraphs that are short, or in two languages, or made of names.</returns>
    internal Language? FindPlain(string paragraph)
    {
        Span<int> scripts = stackalloc int[ScriptOf.Count];
        Span<int> hits = stackalloc int[64];
        Span<int> distinct = stackalloc int[64];
        var words = Count(paragraph, scripts, hits, distinct);
        var letters = 0;
        foreach (var count in scripts)
        {
            letters += count;
        }

        var latin = scripts[(int)Script.Latin];
        if (Find(paragraph) is not { } language || (latin < letters / 2 ? letters < FewestLetters / 3 : letters < FewestLetters))
        {
            return null;
        }

        var index = _languages.IndexOf(language);
        if ((_latin >> index & 1) == 0)
        {
            return latin * 3 < letters ? language : null;
        }

        // Function words are a third of running text; names and titles hold a few of them at most.
        var isPlain = hits[index] * 6 >= words && distinct[index] >= 4 && (index == _english || hits[index] > (hits[_english] * 2) + 2);
        return isPlain ? language : null;
    }

    private Language? FindLatin(int words, ReadOnlySpan<int> hits, ReadOnlySpan<int> distinct)
    {
        var best = Best(hits, _latin);
        var index = _languages.IndexOf(best);
        if (words < FewWords && (hits[index] < 3 || distinct[index] < 3))
        {
            return words < 3 ? null : _languages[_english];
        }

        var plain = words < Short ? (hits[_english] * 2) + 3 : hits[_english] * 1.3;
        if (hits[_english] > 0 && hits[index] < plain)
        {
            return _languages[_english];
        }

        if (words < Short && hits[index] < 3)
        {
            return _languages[_english];
        }

        return hits[index] * 12 < words && distinct[index] < 4 ? null : best;
    }

    private Language Best(ReadOnlySpan<int> hits, ulong among)
    {
        var best = -1;
        for (var i = 0; i < _languages.Count; i++)
        {
            if ((among >> i & 1) == 1 && (best < 0 || hits[i] > hits[best] || (hits[i] == hits[best] && i == _english)))
            {
                best = i;
            }
        }

        return _languages[best];
    }

    private int Count(string text, Span<int> scripts, Span<int> hits, Span<int> distinct)
    {
        Span<char> word = stackalloc char[24];
        var isInitial = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int letters = 0, words = 0, length = 0;
        foreach (var unit in text)
        {
            if (char.IsLetter(unit) || char.IsSurrogate(unit)
                || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                scripts[(int)ScriptOf.Letter(unit)]++;
                CountLetter(unit, hits);
                isInitial = length == 0 && char.IsUpper(unit);
                if (length < word.Length)
                {
                    word[length] = char.ToLowerInvariant(unit);
                }

                length++;
                continue;
            }

            if (length > 0)
            {
                words++;
                letters += length;
                ScoreUnlessInitial(word, length, isInitial, hits, distinct, seen);
                length = 0;
                if (letters > MaxLetters)
                {
                    return words;
                }
            }
        }

        if (length > 0)
        {
            words++;
            ScoreUnlessInitial(word, length, isInitial, hits, distinct, seen);
        }

        return words;
    }

    // Russian has ы where Bulgarian has none: short texts of near relatives are told apart so.
    private void CountLetter(char unit, Span<int> hits)
    {
        if (unit < 128 || !_letters.TryGetValue(char.ToLowerInvariant(unit), out var languages))
        {
            return;
        }

        for (; languages != 0; languages &= languages - 1)
        {
            hits[System.Numerics.BitOperations.TrailingZeroCount(languages)]++;
        }
    }

    // "V. Havel" and "Team A" hold no Czech and no English words.
    private void ScoreUnlessInitial(ReadOnlySpan<char> word, int length, bool isInitial, Span<int> hits, Span<int> distinct, HashSet<string> seen)
    {
        if (length > 1 || !isInitial)
        {
            Score(word[..Math.Min(length, word.Length)], length, hits, distinct, seen);
        }
    }

    private void Score(ReadOnlySpan<char> word, int length, Span<int> hits, Span<int> distinct, HashSet<string> seen)
    {
        if (length > word.Length || !_lookup.TryGetValue(word, out var key, out var languages))
        {
            return;
        }

        var first = seen.Add(key);
        for (; languages != 0; languages &= languages - 1)
        {
            var index = System.Numerics.BitOperations.TrailingZeroCount(languages);
            hits[index]++;
            distinct[index] += first ? 1 : 0;
        }
    }
}
