using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Learns the relation of a token to its head from both tokens' parts and the distance between them.</summary>
internal sealed unsafe class LabelScorer
{
    private const int Width = ParserShape.Label;

    private readonly Products products;

    private readonly Parameter label, bias, distances;

    private readonly NumberBuffer<float> hidden, hiddenGradients, outputs, mask;

    private readonly int outputWidth = PackedMatrix.Pad(DependencyRelations.Count);

    internal LabelScorer(int mostRows, Products products, RandomStream random)
    {
        this.products = products;
        label = new Parameter("label", Width, outputWidth).Glorot(random);
        bias = new Parameter("label.bias", 1, outputWidth);
        distances = new Parameter("label.distances", ParserShape.Distances, Width).Uniform(random, 0.1f);
        hidden = new NumberBuffer<float>(mostRows * Width);
        hiddenGradients = new NumberBuffer<float>(mostRows * Width);
        mask = new NumberBuffer<float>(mostRows * Width);
        outputs = new NumberBuffer<float>(mostRows * outputWidth);
    }

    internal IEnumerable<Parameter> Parameters => [label, bias, distances];

    /// <summary>Adds the gradients of its parts and returns the loss.</summary>
    internal double Learn(SentenceBatch batch, float* parts, float* partGradients, float scale, float dropout, RandomStream random)
    {
        random.FillMask(mask.Span[..(batch.Rows * Width)], dropout);
        ForEachArc(batch, (row, head, distance) =>
        {
            var dependentPart = parts + ((nint)row * ParserShape.Parts) + ParserShape.DependentLabel;
            var headPart = parts + ((nint)head * ParserShape.Parts) + ParserShape.HeadLabel;
            for (var k = 0; k < Width; k++)
            {
                var x = dependentPart[k] + headPart[k] + distances.Value[(distance * Width) + k];
                hidden.Pointer[(row * Width) + k] = Math.Max(x, x * ParserShape.Leak) * mask.Pointer[(row * Width) + k];
            }
        });
        products.Forward(hidden.Pointer, Width, batch.Rows, label, bias.Value, 0, outputs.Pointer, outputWidth);
        var loss = LearnOutputs(batch, scale);
        products.BackToMatrix(hidden.Pointer, Width, batch.Rows, outputs.Pointer, outputWidth, label);
        Products.BackToBias(outputs.Pointer, outputWidth, batch.Rows, bias);
        products.BackToInput(outputs.Pointer, outputWidth, batch.Rows, label, hiddenGradients.Pointer, Width);
        ForEachArc(batch, (row, head, distance) =>
        {
            var dependentPart = partGradients + ((nint)row * ParserShape.Parts) + ParserShape.DependentLabel;
            var headPart = partGradients + ((nint)head * ParserShape.Parts) + ParserShape.HeadLabel;
            for (var k = 0; k < Width; k++)
            {
                var slope = hidden.Pointer[(row * Width) + k] < 0 ? ParserShape.Leak : 1f;
                var gradient = hiddenGradients.Pointer[(row * Width) + k] * slope * mask.Pointer[(row * Width) + k];
                dependentPart[k] += gradient;
                headPart[k] += gradient;
                distances.Gradient[(distance * Width) + k] += gradient;
            }
        });
        return loss;
    }

    private double LearnOutputs(SentenceBatch batch, float scale)
    {
        var loss = 0d;
        for (var b = 0; b < batch.Sentences.Length; b++)
        {
            var sentence = batch.Sentences[b];
            for (var t = 0; t < sentence.Length; t++)
            {
                var all = new Span<float>(outputs.Pointer + ((nint)batch.Row(b, t) * outputWidth), outputWidth);
                all[DependencyRelations.Count..].Clear();
                var scores = all[..DependencyRelations.Count];
                // The root's relation is known from its head, so nothing is learnt from it.
                if (sentence.Heads[t] < 0) scores.Clear();
                else
                {
                    scores[(int)DependencyRelation.Root] = float.NegativeInfinity;
                    loss += Losses.CrossEntropy(scores, (int)sentence.Relations[t], scale);
                }
            }
        }

        return loss;
    }

    private static void ForEachArc(SentenceBatch batch, Action<int, int, int> action)
    {
        for (var b = 0; b < batch.Sentences.Length; b++)
        {
            var heads = batch.Sentences[b].Heads;
            for (var t = 0; t < heads.Length; t++)
            {
                var head = Math.Max(heads[t], 0);
                action(batch.Row(b, t), batch.Row(b, head), ParserShape.DistanceClass(t, head));
            }
        }
    }
}
