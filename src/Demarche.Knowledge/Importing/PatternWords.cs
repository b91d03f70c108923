using Demarche.Text.Lemmas;

namespace Demarche.Knowledge.Importing;

/// <summary>From the words of a verb dictionary, in any form, to lemmas and classes as our patterns write them.</summary>
internal sealed class PatternWords(Lemmatizer lemmas, IReadOnlyDictionary<string, string> classes)
{
    // A pattern sees the head of a phrase and the word before it.
    private const int MostWords = 2;

    /// <summary>What a phrase may be, as behind <c>obj=</c>: <c>treaty|peace_pact|@weapon</c>.</summary>
    /// <exception cref="PatternException">A phrase is too long, or a set is not there.</exception>
    internal string Restriction(string phrases) => string.Join('|', phrases.Split('|').SelectMany(phrase =>
        phrase[0] == '&' ? ["@" + Class(phrase)] : Lemmas(phrase).Select(lemma => lemma.Replace(' ', '_'))).Distinct(StringComparer.Ordinal));

    /// <summary>A phrase as it may stand in a parse, its words parted by blanks: <c>troops</c> and <c>troop</c>.</summary>
    /// <exception cref="PatternException">It is too long or holds a set.</exception>
    internal IEnumerable<string> Lemmas(string phrase)
    {
        var words = phrase.ToLowerInvariant().Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "a" or "an" or "the").ToArray();
        if (words.Length is 0 or > MostWords) throw new PatternException(PetrarchMessages.Long(phrase, MostWords));
        if (words.Any(word => word.IndexOfAny(['&', '|', '=', '@', '#', '$', '+', '%', '*', '^']) >= 0)) throw new PatternException(PetrarchMessages.Sign(phrase));
        var before = words.Length > 1 ? words[0] + " " : "";
        return new[] { words[^1], Lemma(words[^1]) }.Distinct(StringComparer.Ordinal).Select(word => before + word);
    }

    /// <summary>The lemma of a form that a dictionary gives for a verb.</summary>
    internal string VerbLemma(string form) =>
        lemmas.Find(form, form.EndsWith("ing", StringComparison.Ordinal) ? "VBG" : form.EndsWith('s') ? "VBZ" : "VBD", startsSentence: false);

    internal static bool IsGerund(string phrases) => phrases.Split('|').All(phrase => phrase.Length > 4 && phrase.EndsWith("ING", StringComparison.Ordinal));

    private string Lemma(string word) =>
        word.EndsWith("ing", StringComparison.Ordinal) ? lemmas.Find(word, "VBG", startsSentence: false)
        // Rules for plurals would cut singulars too.
        : word.EndsWith('s') || word.EndsWith("men", StringComparison.Ordinal) ? lemmas.Find(word, "NNS", startsSentence: false)
        : word;

    private string Class(string set) => classes.TryGetValue(set.TrimEnd('_'), out var name) ? name : throw new PatternException(PetrarchMessages.NoSynset(set));
}
