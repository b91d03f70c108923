using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Learns which token governs which: a bilinear score for each pair, softmax over the possible heads of a token.</summary>
internal sealed unsafe class ArcScorer
{
    private const int Width = ParserShape.Arc;

    private readonly Products products;

    private readonly Parameter arc, bias, root;

    private readonly NumberBuffer<float> queries, queryGradients, sentenceQueries, heads, scores, headGradients, sentenceQueryGradients;

    internal ArcScorer(int mostRows, int longest, Products products, RandomStream random)
    {
        this.products = products;
        arc = new Parameter("arc", Width, Width).Glorot(random);
        bias = new Parameter("arc.bias", 1, Width);
        root = new Parameter("arc.root", 1, Width).Uniform(random, 0.1f);
        queries = new NumberBuffer<float>(mostRows * Width);
        queryGradients = new NumberBuffer<float>(mostRows * Width);
        var room = longest + 1 + PackedMatrix.PanelWidth;
        sentenceQueries = new NumberBuffer<float>(room * Width);
        sentenceQueryGradients = new NumberBuffer<float>(room * Width);
        heads = new NumberBuffer<float>(room * Width);
        headGradients = new NumberBuffer<float>(room * Width);
        scores = new NumberBuffer<float>(room * room);
    }

    internal IEnumerable<Parameter> Parameters => [arc, bias, root];

    /// <summary>Adds the gradients of its parts and returns the loss.</summary>
    internal double Learn(SentenceBatch batch, float* parts, float* partGradients, float scale)
    {
        products.Forward(parts + ParserShape.DependentArc, ParserShape.Parts, batch.Rows, arc, bias.Value, 0, queries.Pointer, Width);
        var loss = 0d;
        for (var b = 0; b < batch.Sentences.Length; b++) loss += LearnSentence(batch, b, parts, partGradients, scale);
        products.BackToMatrix(parts + ParserShape.DependentArc, ParserShape.Parts, batch.Rows, queryGradients.Pointer, Width, arc);
        Products.BackToBias(queryGradients.Pointer, Width, batch.Rows, bias);
        products.BackToInput(queryGradients.Pointer, Width, batch.Rows, arc, partGradients + ParserShape.DependentArc, ParserShape.Parts);
        return loss;
    }

    private double LearnSentence(SentenceBatch batch, int b, float* parts, float* partGradients, float scale)
    {
        var sentence = batch.Sentences[b];
        var count = sentence.Length;
        var stride = PackedMatrix.Pad(count + 1);
        Copy(root.Value, heads.Pointer);
        for (var t = 0; t < count; t++)
        {
            var row = batch.Row(b, t);
            Copy(parts + ((nint)row * ParserShape.Parts) + ParserShape.HeadArc, heads.Pointer + ((t + 1) * Width));
            Copy(queries.Pointer + ((nint)row * Width), sentenceQueries.Pointer + (t * Width));
        }

        products.MultiplyTransposed(sentenceQueries.Pointer, Width, count, heads.Pointer, Width, count + 1, Width, scores.Pointer, stride);
        var loss = 0d;
        for (var t = 0; t < count; t++)
        {
            var row = new Span<float>(scores.Pointer + ((nint)t * stride), count + 1);
            row[t + 1] = float.NegativeInfinity;
            loss += Losses.CrossEntropy(row, sentence.Heads[t] + 1, scale);
        }

        products.Multiply(scores.Pointer, stride, count, heads.Pointer, Width, count + 1, Width, sentenceQueryGradients.Pointer, Width);
        headGradients.Span[..((count + 1) * Width)].Clear();
        products.AddTransposedProduct(
            scores.Pointer, stride, count, count + 1, sentenceQueries.Pointer, Width, Width, headGradients.Pointer, Width);
        for (var k = 0; k < Width; k++) root.Gradient[k] += headGradients.Pointer[k];
        for (var t = 0; t < count; t++)
        {
            var row = batch.Row(b, t);
            Copy(headGradients.Pointer + ((t + 1) * Width), partGradients + ((nint)row * ParserShape.Parts) + ParserShape.HeadArc);
            Copy(sentenceQueryGradients.Pointer + (t * Width), queryGradients.Pointer + ((nint)row * Width));
        }

        return loss;
    }

    private static void Copy(float* source, float* target) => new ReadOnlySpan<float>(source, Width).CopyTo(new Span<float>(target, Width));
}
