using Demarche.Text.Tokens;

namespace Demarche.Text.Lemmas;

/// <summary>Gives the dictionary form of a word from its form and its Penn tag.</summary>
/// <remarks>
/// First the words that the model lists, then the rule of the longest end that it lists. Never changes after loading and may
/// be shared between threads. Made by <see cref="LemmaTraining"/>.
/// </remarks>
public sealed class Lemmatizer
{
    /// <summary>The name of the model's file in the models folder.</summary>
    public const string FileName = "lemmas.tsv";

    private readonly Dictionary<string, Dictionary<string, string>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rules> _rules = new(StringComparer.Ordinal);

    internal Lemmatizer(IReadOnlyList<LemmaEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.IsRule)
            {
                Get(_rules, entry.Tag).Add(entry);
            }
            else
            {
                Get(_words, entry.Tag).Add(entry.Key, entry.Value);
            }
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="LanguageDataException">The file is missing, or a row of it is wrong.</exception>
    public static Lemmatizer Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Lemmatizer(LemmaEntry.ReadAll(path));
    }

    /// <summary>Finds the lemma of a word.</summary>
    /// <param name="form">The word as written.</param>
    /// <param name="pennTag">Its Penn tag, which parts <c>left</c> the verb from <c>left</c> the adjective.</param>
    /// <param name="startsSentence">Whether a capital may come from the place alone.</param>
    /// <returns>The dictionary form: lower case for common words, as written for names. Never empty for a form that is not.</returns>
    public string Find(string form, string pennTag, bool startsSentence)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(pennTag);
        if (pennTag == "NNP" || form.Length == 0)
        {
            return form;
        }

        var key = LemmaClass.Key(form);
        if (_words.TryGetValue(pennTag, out var listed) && listed.TryGetValue(key, out var known))
        {
            return known;
        }

        // "The ministry froze the funds": a past tense that the tagger took for a present or a participle.
        if (pennTag is "VBP" or "VBN" && _words.TryGetValue("VBD", out var past) && past.TryGetValue(key, out known))
        {
            return known;
        }

        if (pennTag == "CD")
        {
            return IsRoman(form) ? form : char.IsAsciiDigit(form[0]) ? key.Replace(",", "", StringComparison.Ordinal) : key;
        }

        var word = KeepsCase(form, pennTag, startsSentence) ? form : key;
        return LemmaClass.Of(pennTag) is { } tag && _rules.TryGetValue(tag, out var rules) ? rules.Apply(word, key) : word;
    }

    /// <summary>Acronyms, words with a capital inside, and adjectives and nouns made from names keep their capitals.</summary>
    private static bool KeepsCase(string form, string pennTag, bool startsSentence)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in form)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return pennTag switch
        {
            "NNPS" or "FW" or "ADD" or "GW" or "LS" => true,
            "JJ" or "NN" or "NNS" or "AFX" when upper > 0 =>
                char.IsUpper(form[0]) && upper == 1 && lower > 0 ? !startsSentence || LooksLikeDemonym(form, pennTag) : lower > 0 || upper <= (startsSentence ? 4 : 5),
            _ => false,
        };
    }

    private static bool IsRoman(string form)
    {
        foreach (var c in form)
        {
            if (c is not ('I' or 'V' or 'X' or 'L' or 'C' or 'M'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool LooksLikeDemonym(string form, string pennTag) =>
        pennTag == "JJ" && form.Length > 4
        && (form.EndsWith("ian", StringComparison.Ordinal) || form.EndsWith("ean", StringComparison.Ordinal)
            || form.EndsWith("ese", StringComparison.Ordinal) || form.EndsWith("ican", StringComparison.Ordinal)
            || form.EndsWith("aqi", StringComparison.Ordinal) || form.EndsWith("ani", StringComparison.Ordinal));

    private static T Get<T>(Dictionary<string, T> byTag, string tag)
        where T : class, new()
    {
        if (!byTag.TryGetValue(tag, out var found))
        {
            byTag.Add(tag, found = new T());
        }

        return found;
    }

    private sealed class Rules
    {
        private readonly Dictionary<string, LemmaEdit> _byEnd = new(StringComparer.Ordinal);
        private readonly Dictionary<string, LemmaEdit>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
        private int _longest;

        public Rules() => _bySpan = _byEnd.GetAlternateLookup<ReadOnlySpan<char>>();

        internal void Add(LemmaEntry entry)
        {
            _byEnd.Add(entry.Key, LemmaEdit.TryParse(entry.Value, out var edit) ? edit : throw new LanguageDataException(LemmaEdit.Complaint(entry.Value)));
            _longest = Math.Max(_longest, entry.Key.Length);
        }

        internal string Apply(string word, string key)
        {
            for (var length = Math.Min(_longest, key.Length); length >= 0; length--)
            {
                if (_bySpan.TryGetValue(key.AsSpan(key.Length - length), out var edit) && edit.Cut < word.Length)
                {
                    return edit.Apply(word);
                }
            }

            return word;
        }
    }
}
