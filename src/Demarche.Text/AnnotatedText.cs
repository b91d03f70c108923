namespace Demarche.Text;

/// <summary>A text read into sentences, words and parses.</summary>
/// <remarks>
/// Disposing of it gives the arrays of its tokens back, to be filled by later readings: no sentence of it may be used
/// afterwards. Whoever keeps sentences simply does not dispose of it.
/// </remarks>
public sealed class AnnotatedText : IDisposable
{
    private readonly List<Sentence> _sentences = [];
    private TokenArrays? _arrays;

    internal AnnotatedText(string text, TokenArrays arrays) => (Text, _arrays) = (text, arrays);

    public string Text { get; }

    public IReadOnlyList<Sentence> Sentences => _sentences;

    /// <summary>Gives the arrays back; the sentences are gone.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _arrays, null) is not { } arrays)
            return;
        foreach (var sentence in _sentences)
            arrays.Return(sentence.Tokens);
        _sentences.Clear();
    }

    internal void Add(Sentence sentence) => _sentences.Add(sentence);
}
