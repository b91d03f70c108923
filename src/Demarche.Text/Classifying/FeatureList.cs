using Demarche.Text.Neural;

namespace Demarche.Text.Classifying;

/// <summary>What a <see cref="FeatureClassifier"/> sees of one thing: named features that are there, and numbers. To be filled, read and cleared.</summary>
/// <remarks>Features are known by the hash of their name and value; none is allocated.</remarks>
/// <param name="numbers">How many numbers each thing has.</param>
public sealed class FeatureList(int numbers)
{
    private readonly List<ulong> _keys = [];
    private readonly List<ulong> _words = [];
    private readonly float[] _numbers = new float[numbers];

    internal IReadOnlyList<ulong> Keys => _keys;

    /// <summary>Keys of features that hold a word; training hides them now and then, so that unknown words are met with sense.</summary>
    internal IReadOnlyList<ulong> Words => _words;

    /// <summary>The numbers; zero at first.</summary>
    public Span<float> Numbers => _numbers;

    /// <summary>Adds a feature of few values: <c>Add("relation", "nsubj")</c>.</summary>
    public void Add(string name, ReadOnlySpan<char> value) => _keys.Add(KeyOf(name, value));

    /// <summary>Adds a feature whose value is a word.</summary>
    public void AddWord(string name, ReadOnlySpan<char> word) => _words.Add(KeyOf(name, word));

    /// <summary>Takes all features out and sets the numbers to zero.</summary>
    public void Clear()
    {
        _keys.Clear();
        _words.Clear();
        Array.Clear(_numbers);
    }

    private static ulong KeyOf(string name, ReadOnlySpan<char> value) => StableHash.Of(value, StableHash.Of(name));
}
