using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Learns the tables that the words' rows are looked up in.</summary>
internal sealed unsafe class WordInputs
{
    // Rare words are made unknown more often, so that the row of the unknown word learns what they have in common.
    private const float UnknownWeight = 0.25f, VectorDropout = 0.02f;

    private readonly VectorTable vectors;

    private readonly Gazetteer gazetteer;

    private readonly ulong[] wordKeys;

    private readonly float[] unknownChance;

    private readonly Parameter[] tables;

    private readonly Dictionary<string, WordFeatures> features = new(StringComparer.Ordinal);

    private readonly int[] rows;

    private readonly NumberBuffer<float> mask;

    internal WordInputs(VectorTable vectors, Gazetteer gazetteer, IEnumerable<TrainingSentence> sentences, int mostRows, RandomStream random)
    {
        (this.vectors, this.gazetteer) = (vectors, gazetteer);
        var counts = sentences.SelectMany(s => s.Forms).GroupBy(form => WordFeatures.Of(form).WordKey)
            .Where(group => group.Count() >= 2).OrderBy(group => group.Key).ToList();
        wordKeys = [.. counts.Select(group => group.Key)];
        unknownChance = [.. counts.Select(group => UnknownWeight / (UnknownWeight + group.Count()))];
        tables = [.. ParserShape.Tables.Select((table, i) =>
            new Parameter(table.Name, i == 0 ? wordKeys.Length + 1 : table.Rows, table.Width).Uniform(random, 0.1f))];
        rows = new int[mostRows * tables.Length];
        mask = new NumberBuffer<float>(mostRows * ParserShape.Input);
    }

    internal IReadOnlyList<Parameter> Parameters => tables;

    internal ulong[] WordKeys => wordKeys;

    internal VectorTable Vectors => vectors;

    internal Gazetteer Gazetteer => gazetteer;

    internal void Forward(SentenceBatch batch, float* x, float dropout, RandomStream random)
    {
        for (var b = 0; b < batch.Sentences.Length; b++)
        {
            var forms = batch.Sentences[b].Forms;
            for (var t = 0; t < forms.Length; t++) ReadWord(forms[t], batch.Row(b, t), x, dropout > 0, random);
        }

        random.FillMask(mask.Span[..(batch.Rows * ParserShape.Input)], dropout);
        for (var i = 0; i < batch.Rows * ParserShape.Input; i++) x[i] *= mask.Pointer[i];
    }

    private void ReadWord(string form, int row, float* x, bool drops, RandomStream random)
    {
        if (!features.TryGetValue(form, out var word)) features[form] = word = Look(form);
        var known = word.Rows[0];
        if (drops && known > 0 && random.Chance(unknownChance[known - 1])) word.Rows[0] = 0;
        var target = new Span<float>(x + ((nint)row * ParserShape.Input), ParserShape.Input);
        vectors.Read(word.VectorKey, target[..ParserShape.Vector]);
        if (drops && random.Chance(VectorDropout)) target[..ParserShape.Vector].Clear();
        var at = ParserShape.Vector;
        for (var i = 0; i < tables.Length; i++)
        {
            rows[(row * tables.Length) + i] = word.Rows[i];
            tables[i].Values.Slice(word.Rows[i] * tables[i].Columns, tables[i].Columns).CopyTo(target[at..]);
            at += tables[i].Columns;
        }
    }

    private WordFeatures Look(string form)
    {
        var word = WordFeatures.Of(form);
        word.Rows[0] = Math.Max(0, Array.BinarySearch(wordKeys, word.WordKey) + 1);
        word.Rows[9] = gazetteer.Row(word.VectorKey);
        return word;
    }

    internal void Backward(SentenceBatch batch, float* dx)
    {
        for (var row = 0; row < batch.Rows; row++)
        {
            var at = (row * ParserShape.Input) + ParserShape.Vector;
            for (var i = 0; i < tables.Length; i++)
            {
                var gradient = tables[i].Gradient + (rows[(row * tables.Length) + i] * tables[i].Columns);
                for (var k = 0; k < tables[i].Columns; k++, at++) gradient[k] += dx[at] * mask.Pointer[at];
            }
        }
    }
}
