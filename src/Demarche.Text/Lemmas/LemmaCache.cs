using System.Collections.Concurrent;

namespace Demarche.Text.Lemmas;

/// <summary>Remembers the lemmas of words seen before, so that they are neither sought nor made anew.</summary>
/// <remarks>Shared by all threads; holds a bounded number of words, first come first kept.</remarks>
internal sealed class LemmaCache(Lemmatizer lemmatizer)
{
    private const int MostWords = 200_000;

    private readonly ConcurrentDictionary<(string Form, string Tag, bool StartsSentence), string> _lemmas = new();
    private int _count;

    internal string Find(string form, string pennTag, bool startsSentence)
    {
        // The place matters only to a capital.
        var key = (form, pennTag, startsSentence && form.Length > 0 && char.IsUpper(form[0]));
        if (_lemmas.TryGetValue(key, out var lemma))
        {
            return lemma;
        }

        lemma = lemmatizer.Find(form, pennTag, startsSentence);
        if (Volatile.Read(ref _count) < MostWords && _lemmas.TryAdd(key, lemma))
        {
            Interlocked.Increment(ref _count);
        }

        return lemma;
    }
}
