using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>The first layer's products, kept for each distinct word, since the words of a text come again and again.</summary>
/// <remarks>When it is full it is emptied: the products depend on nothing but the word.</remarks>
internal sealed unsafe class WordCache(ParserModel model)
{
    // 4,096 words make 19 MB and hold nine words in ten of a stream of news.
    private const int Slots = 4096, Block = 256, TableSize = 4 * Slots;

    private readonly int[] table = new int[TableSize];

    private readonly string[] forms = new string[Slots];

    private readonly ulong[] hashes = new ulong[Slots];

    private readonly NumberBuffer<float>?[] blocks = new NumberBuffer<float>?[Slots / Block];

    private readonly NumberBuffer<float> inputs = new(ParserWorkspace.LongestWindow * ParserShape.Input);

    private readonly NumberBuffer<float> products = new(ParserWorkspace.LongestWindow * ParserShape.BothGates);

    private int used, missing;

    /// <summary>Makes room for so many new words; what was found before may be overwritten.</summary>
    internal void MakeRoom(int words)
    {
        if (used + words <= Slots) return;
        Array.Clear(table);
        used = 0;
    }

    /// <summary>Points each row at the sums for its word's gates, good until room is made.</summary>
    internal void Find(ReadOnlySpan<string> words, float*[] rows, int at)
    {
        var first = used;
        missing = 0;
        for (var i = 0; i < words.Length; i++) rows[at + i] = Row(Slot(words[i]));
        if (missing == 0) return;

        MatrixProduct.Multiply(
            inputs.Pointer, ParserShape.Input, missing, model.FirstInput, model.Layers[0].Bias.Pointer, 0, products.Pointer, ParserShape.BothGates);
        for (var i = 0; i < missing; i++)
            products.Span.Slice(i * ParserShape.BothGates, ParserShape.BothGates).CopyTo(new Span<float>(Row(first + i), ParserShape.BothGates));
    }

    private int Slot(string form)
    {
        var hash = StableHash.Of(form);
        var at = (int)(hash % TableSize);
        while (table[at] != 0)
        {
            var slot = table[at] - 1;
            if (hashes[slot] == hash && string.Equals(forms[slot], form, StringComparison.Ordinal)) return slot;
            at = (at + 1) % TableSize;
        }

        var added = used++;
        (table[at], forms[added], hashes[added]) = (added + 1, form, hash);
        ReadInput(form, inputs.Span.Slice(missing++ * ParserShape.Input, ParserShape.Input));
        return added;
    }

    private float* Row(int slot)
    {
        var block = blocks[slot / Block] ??= new NumberBuffer<float>(Block * ParserShape.BothGates);
        return block.Pointer + ((nint)(slot % Block) * ParserShape.BothGates);
    }

    private void ReadInput(string form, Span<float> target)
    {
        var features = WordFeatures.Of(form);
        features.Rows[0] = Math.Max(0, Array.BinarySearch(model.WordKeys, features.WordKey) + 1);
        features.Rows[9] = model.Gazetteer.Row(features.VectorKey);
        model.Vectors.Read(features.VectorKey, target[..ParserShape.Vector]);
        var at = ParserShape.Vector;
        for (var i = 0; i < ParserShape.Tables.Length; i++)
        {
            var width = ParserShape.Tables[i].Width;
            model.Tables[i].Span.Slice(features.Rows[i] * width, width).CopyTo(target[at..]);
            at += width;
        }
    }
}
