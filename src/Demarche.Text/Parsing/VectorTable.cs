namespace Demarche.Text.Parsing;

/// <summary>Pretrained word vectors in signed bytes, found by the hash of the word.</summary>
/// <param name="keys">Hashes, ascending.</param>
/// <param name="values">For each key in turn, <see cref="ParserShape.Vector"/> signed bytes.</param>
/// <param name="scales">What the bytes of each key are multiplied by.</param>
internal sealed class VectorTable(ulong[] keys, ReadOnlyMemory<byte> values, ReadOnlyMemory<float> scales)
{
    internal ulong[] Keys { get; } = keys;

    internal ReadOnlyMemory<byte> Values { get; } = values;

    internal ReadOnlyMemory<float> Scales { get; } = scales;

    /// <summary>Writes the word's vector; zeros when the word is not known.</summary>
    internal void Read(ulong key, Span<float> target)
    {
        var index = Array.BinarySearch(Keys, key);
        if (index < 0)
        {
            target.Clear();
            return;
        }

        var scale = Scales.Span[index];
        var source = Values.Span.Slice(index * ParserShape.Vector, ParserShape.Vector);
        for (var i = 0; i < source.Length; i++) target[i] = (sbyte)source[i] * scale;
    }
}
