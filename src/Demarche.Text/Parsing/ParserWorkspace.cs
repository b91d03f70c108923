using System.Runtime.Intrinsics;
using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>The working space of one thread: its buffers, and the first product of the words it met before.</summary>
public sealed unsafe class ParserWorkspace
{
    /// <summary>The longest sentence, in tokens, that is parsed in one piece.</summary>
    public const int LongestWindow = 192;

    /// <summary>The widest row of scores: of tags and names together, or of relations.</summary>
    internal const int MostOutputs = 256;

    private readonly WordCache words;

    private readonly SpanningTree tree = new();

    private readonly NameDecoder names = new();

    private readonly PunctuationHeads marks = new();

    private readonly FloatBuffer gates = new(LongestWindow * ParserShape.BothGates);

    private readonly FloatBuffer states1 = new(LongestWindow * ParserShape.States);

    private readonly FloatBuffer states2 = new(LongestWindow * ParserShape.States);

    private readonly FloatBuffer step = new(ParserShape.BothGates);

    private readonly FloatBuffer cells = new(ParserShape.States);

    private readonly FloatBuffer parts = new(LongestWindow * ParserShape.Parts);

    private readonly FloatBuffer queries = new(LongestWindow * ParserShape.Arc);

    private readonly FloatBuffer heads = new((LongestWindow + 1) * ParserShape.Arc);

    private readonly PackedMatrix headColumns = new(ParserShape.Arc, LongestWindow + 1);

    private readonly FloatBuffer scores = new(LongestWindow * (LongestWindow + PackedMatrix.PanelWidth));

    private readonly FloatBuffer outputs = new(LongestWindow * MostOutputs);

    private readonly FloatBuffer zeros = new(LongestWindow + PackedMatrix.PanelWidth);

    private readonly int[] chosenHeads = new int[LongestWindow], labels = new int[LongestWindow];

    private readonly float*[] rows = new float*[LongestWindow];

    internal ParserWorkspace(ParserModel model) => (Model, words) = (model, new WordCache(model));

    internal ParserModel Model { get; }

    /// <summary>Parses at most <see cref="LongestWindow"/> tokens.</summary>
    internal void Parse(ReadOnlySpan<string> forms, Span<TokenAnalysis> result)
    {
        if (forms.Length == 0) return;
        words.Find(forms, rows);
        Recur(forms.Length, rows, Model.Forward1, Model.Backward1, states1.Pointer);
        ProjectStates(forms.Length);
        Recur(forms.Length, rows, Model.Forward2, Model.Backward2, states2.Pointer);
        SplitIntoParts(forms.Length);
        WriteTags(result);
        WriteHeads(result);
        WriteRelations(result);
        marks.Attach(forms, result);
    }

    private void ProjectStates(int count)
    {
        MatrixProduct.Multiply(
            states1.Pointer, ParserShape.States, count, Model.Input2, Model.Bias2.Pointer, 0, gates.Pointer, ParserShape.BothGates);
        for (var i = 0; i < count; i++) rows[i] = gates.Pointer + ((nint)i * ParserShape.BothGates);
    }

    // Both directions advance in one loop: while one waits for its gates the processor works at the other's product.
    private void Recur(int count, float*[] inputs, PackedMatrix forward, PackedMatrix backward, float* states)
    {
        cells.Span.Clear();
        float* previousForward = zeros.Pointer, previousBackward = zeros.Pointer;
        for (var i = 0; i < count; i++)
        {
            var j = count - 1 - i;
            MatrixProduct.MultiplyRow(previousForward, forward, inputs[i], step.Pointer);
            MatrixProduct.MultiplyRow(previousBackward, backward, inputs[j] + ParserShape.Gates, step.Pointer + ParserShape.Gates);
            previousForward = states + ((nint)i * ParserShape.States);
            previousBackward = states + ((nint)j * ParserShape.States) + ParserShape.Hidden;
            RecurrentCell.Advance(step.Pointer, cells.Pointer, previousForward);
            RecurrentCell.Advance(step.Pointer + ParserShape.Gates, cells.Pointer + ParserShape.Hidden, previousBackward);
        }
    }

    private void SplitIntoParts(int count)
    {
        MatrixProduct.Multiply(
            states2.Pointer, ParserShape.States, count, Model.Parts, Model.PartsBias.Pointer, 0, parts.Pointer, ParserShape.Parts);
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

    private void WriteTags(Span<TokenAnalysis> result)
    {
        var width = Model.Tag.PaddedColumns;
        var (universal, penn) = (ParserShape.UniversalTags, Model.PennTags.Length);
        MatrixProduct.Multiply(
            parts.Pointer + ParserShape.TagPart, ParserShape.Parts, result.Length, Model.Tag, Model.TagBias.Pointer, 0, outputs.Pointer, width);
        names.Find(outputs.Span[(universal + penn)..], width, labels.AsSpan(0, result.Length));
        for (var i = 0; i < result.Length; i++)
        {
            var row = new ReadOnlySpan<float>(outputs.Pointer + ((nint)i * width), width);
            result[i] = new TokenAnalysis
            {
                Tag = (UniversalTag)Best(row[..universal]),
                PennTag = Model.PennTags[Best(row.Slice(universal, penn))],
                Name = NameLabels.Kind(labels[i]),
                StartsName = NameLabels.Starts(labels[i]),
            };
        }
    }

    private void WriteHeads(Span<TokenAnalysis> result)
    {
        var count = result.Length;
        Model.ArcRoot.Span.CopyTo(heads.Span);
        for (var i = 0; i < count; i++)
        {
            new ReadOnlySpan<float>(parts.Pointer + ((nint)i * ParserShape.Parts) + ParserShape.HeadArc, ParserShape.Arc)
                .CopyTo(heads.Span[((i + 1) * ParserShape.Arc)..]);
        }

        headColumns.PackTransposed(heads.Pointer, ParserShape.Arc, count + 1, ParserShape.Arc);
        MatrixProduct.Multiply(
            parts.Pointer + ParserShape.DependentArc, ParserShape.Parts, count, Model.Arc, Model.ArcBias.Pointer, 0,
            queries.Pointer, ParserShape.Arc);
        var width = headColumns.PaddedColumns;
        MatrixProduct.Multiply(queries.Pointer, ParserShape.Arc, count, headColumns, zeros.Pointer, 0, scores.Pointer, width);
        tree.Find(scores.Span, width, chosenHeads.AsSpan(0, count));
        for (var i = 0; i < count; i++) result[i].Head = chosenHeads[i];
    }

    private void WriteRelations(Span<TokenAnalysis> result)
    {
        var width = Model.Label.PaddedColumns;
        for (var i = 0; i < result.Length; i++)
        {
            var head = Math.Max(result[i].Head, 0);
            var dependent = parts.Pointer + ((nint)i * ParserShape.Parts) + ParserShape.DependentLabel;
            var governor = parts.Pointer + ((nint)head * ParserShape.Parts) + ParserShape.HeadLabel;
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
