using System.Runtime.Intrinsics;
using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>The working space of one thread: its buffers, and the first product of the words it met before.</summary>
public sealed unsafe class ParserWorkspace
{
    /// <summary>The longest sentence, in tokens, that is parsed in one piece.</summary>
    public const int LongestWindow = 192;

    /// <summary>How many tokens are read side by side, so that a matrix is fetched once for all of them.</summary>
    internal const int MostTokens = 512;

    /// <summary>The widest row of scores: of tags and names together, or of relations.</summary>
    internal const int MostOutputs = 256;

    private readonly WordCache words;

    private readonly RecurrentRun recurrence = new();

    private readonly SpanningTree tree = new();

    private readonly NameDecoder names = new();

    private readonly PunctuationHeads marks = new();

    private readonly NumberBuffer<float> gates = new(MostTokens * ParserShape.BothGates);

    private readonly NumberBuffer<short> states = new(MostTokens * ParserShape.States);

    private readonly NumberBuffer<float> parts = new(MostTokens * ParserShape.Parts);

    private readonly NumberBuffer<float> queries = new(LongestWindow * ParserShape.Arc);

    private readonly NumberBuffer<float> heads = new((LongestWindow + 1) * ParserShape.Arc);

    private readonly PackedMatrix headColumns = new(ParserShape.Arc, LongestWindow + 1);

    private readonly NumberBuffer<float> scores = new(LongestWindow * (LongestWindow + PackedMatrix.PanelWidth));

    private readonly NumberBuffer<float> outputs = new(MostTokens * MostOutputs);

    private readonly NumberBuffer<float> zeros = new(LongestWindow + PackedMatrix.PanelWidth);

    private readonly int[] chosenHeads = new int[LongestWindow], labels = new int[LongestWindow];

    private readonly float*[] rows = new float*[MostTokens];

    internal ParserWorkspace(ParserModel model) => (Model, words) = (model, new WordCache(model));

    internal ParserModel Model { get; }

    internal SentenceBatches Batches { get; } = new();

    /// <summary>Parses sentences side by side; the heads count from each sentence's first token.</summary>
    /// <param name="batch">Sentences of <paramref name="forms"/>, the longest first, together at most <see cref="MostTokens"/> tokens.</param>
    /// <param name="forms">The words of a text.</param>
    /// <param name="result">As long as the words.</param>
    internal void Parse(ReadOnlySpan<Window> batch, ReadOnlySpan<string> forms, Span<TokenAnalysis> result)
    {
        var count = 0;
        foreach (var window in batch) count += window.Length;
        FindWords(batch, forms);
        foreach (var layer in Model.Layers)
        {
            if (layer.Input is { } input) ProjectStates(input, layer.Bias, count);
            recurrence.Run(batch, rows, layer, states.Pointer);
        }

        SplitIntoParts(count);
        WriteTags(batch, count, result);
        WriteTrees(batch, forms, result);
    }

    private void FindWords(ReadOnlySpan<Window> batch, ReadOnlySpan<string> forms)
    {
        var first = 0;
        words.MakeRoom(MostTokens);
        foreach (var window in batch)
        {
            words.Find(forms.Slice(window.Start, window.Length), rows, first);
            first += window.Length;
        }
    }

    private void ProjectStates(IntegerMatrix input, NumberBuffer<float> bias, int count)
    {
        input.Multiply(states.Pointer, ParserShape.States, count, bias.Pointer, 0, gates.Pointer, ParserShape.BothGates);
        for (var i = 0; i < count; i++) rows[i] = gates.Pointer + ((nint)i * ParserShape.BothGates);
    }

    private void SplitIntoParts(int count)
    {
        Model.Parts.Multiply(states.Pointer, ParserShape.States, count, Model.PartsBias.Pointer, 0, parts.Pointer, ParserShape.Parts);
        for (var i = 0; i < count; i++)
        {
            var row = parts.Pointer + ((nint)i * ParserShape.Parts);
            Rectify(row + ParserShape.DependentArc, 2 * ParserShape.Arc);
            Rectify(row + ParserShape.TagPart, ParserShape.Tag);
        }
    }

    private static void Rectify(float* values, int count)
    {
        for (var i = 0; i < count; i += 8)
        {
            var x = Vector256.Load(values + i);
            Vector256.Max(x, x * ParserShape.Leak).Store(values + i);
        }
    }

    private void WriteTags(ReadOnlySpan<Window> batch, int count, Span<TokenAnalysis> result)
    {
        MatrixProduct.Multiply(
            parts.Pointer + ParserShape.TagPart, ParserShape.Parts, count, Model.Tag, Model.TagBias.Pointer, 0,
            outputs.Pointer, Model.Tag.PaddedColumns);
        var first = outputs.Pointer;
        foreach (var window in batch)
        {
            WriteTags(first, result.Slice(window.Start, window.Length));
            first += (nint)window.Length * Model.Tag.PaddedColumns;
        }
    }

    private void WriteTags(float* first, Span<TokenAnalysis> result)
    {
        var width = Model.Tag.PaddedColumns;
        var (universal, penn) = (ParserShape.UniversalTags, Model.PennTags.Length);
        var rest = new ReadOnlySpan<float>(first, result.Length * width);
        names.Find(rest[(universal + penn)..], width, labels.AsSpan(0, result.Length));
        for (var i = 0; i < result.Length; i++, rest = rest[width..])
        {
            result[i] = new TokenAnalysis
            {
                Tag = (UniversalTag)Best(rest[..universal]),
                PennTag = Model.PennTags[Best(rest.Slice(universal, penn))],
                Name = NameLabels.Kind(labels[i]),
                StartsName = NameLabels.Starts(labels[i]),
            };
        }
    }

    private void WriteTrees(ReadOnlySpan<Window> batch, ReadOnlySpan<string> forms, Span<TokenAnalysis> result)
    {
        var first = parts.Pointer;
        foreach (var window in batch)
        {
            var sentence = result.Slice(window.Start, window.Length);
            WriteHeads(first, sentence);
            WriteRelations(first, sentence);
            marks.Attach(forms.Slice(window.Start, window.Length), sentence);
            first += (nint)window.Length * ParserShape.Parts;
        }
    }

    private void WriteHeads(float* first, Span<TokenAnalysis> result)
    {
        var count = result.Length;
        Model.ArcRoot.Span.CopyTo(heads.Span);
        for (var i = 0; i < count; i++)
        {
            new ReadOnlySpan<float>(first + ((nint)i * ParserShape.Parts) + ParserShape.HeadArc, ParserShape.Arc)
                .CopyTo(heads.Span[((i + 1) * ParserShape.Arc)..]);
        }

        headColumns.PackTransposed(heads.Pointer, ParserShape.Arc, count + 1, ParserShape.Arc);
        MatrixProduct.Multiply(
            first + ParserShape.DependentArc, ParserShape.Parts, count, Model.Arc, Model.ArcBias.Pointer, 0, queries.Pointer, ParserShape.Arc);
        var width = headColumns.PaddedColumns;
        MatrixProduct.Multiply(queries.Pointer, ParserShape.Arc, count, headColumns, zeros.Pointer, 0, scores.Pointer, width);
        tree.Find(scores.Span, width, chosenHeads.AsSpan(0, count));
        for (var i = 0; i < count; i++) result[i].Head = chosenHeads[i];
    }

    private void WriteRelations(float* first, Span<TokenAnalysis> result)
    {
        var width = Model.Label.PaddedColumns;
        for (var i = 0; i < result.Length; i++)
        {
            var head = Math.Max(result[i].Head, 0);
            var dependent = first + ((nint)i * ParserShape.Parts) + ParserShape.DependentLabel;
            var governor = first + ((nint)head * ParserShape.Parts) + ParserShape.HeadLabel;
            var distance = Model.Distances.Pointer + (ParserShape.DistanceClass(i, head) * ParserShape.Label);
            var hidden = gates.Pointer + ((nint)i * ParserShape.Label);
            for (var k = 0; k < ParserShape.Label; k += 8)
            {
                var x = Vector256.Load(dependent + k) + Vector256.Load(governor + k) + Vector256.Load(distance + k);
                Vector256.Max(x, x * ParserShape.Leak).Store(hidden + k);
            }
        }

        MatrixProduct.Multiply(gates.Pointer, ParserShape.Label, result.Length, Model.Label, Model.LabelBias.Pointer, 0, outputs.Pointer, width);
        for (var i = 0; i < result.Length; i++)
        {
            var row = new Span<float>(outputs.Pointer + ((nint)i * width), DependencyRelations.Count);
            row[(int)DependencyRelation.Root] = float.NegativeInfinity;
            result[i].Relation = result[i].Head < 0 ? DependencyRelation.Root : (DependencyRelation)Best(row);
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++) if (scores[i] > scores[best]) best = i;
        return best;
    }
}
