using System.Runtime.Intrinsics;
using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>The whole network with its gradients, as <see cref="ParserModel"/> runs it without them.</summary>
internal sealed unsafe class ParserNetwork
{
    private const int States = ParserShape.States, Parts = ParserShape.Parts;

    // Names are learnt beside the parse and should not lead it.
    private const float TagWeight = 0.5f, NameWeight = 0.5f;

    private readonly Products products = new();

    private readonly RecurrentLayer[] layers;

    private readonly Parameter parts, partsBias;

    private readonly ArcScorer arcs;

    private readonly LabelScorer labels;

    private readonly TagScorer tags;

    private readonly NumberBuffer<float> x, values, dx, dValues, partMask;

    // What each layer gives, and what of it is dropped; the gradients of two layers at a time.
    private readonly NumberBuffer<float>[] states, stateMasks, gradients;

    internal ParserNetwork(
        VectorTable vectors, Gazetteer gazetteer, IReadOnlyList<TrainingSentence> sentences, IReadOnlyList<string> pennTags,
        int mostRows, int mostSentences, RandomStream random)
    {
        PennTags = pennTags;
        Words = new WordInputs(vectors, gazetteer, sentences, mostRows, random);
        layers = [.. Enumerable.Range(1, ParserShape.Layers).Select(number => new RecurrentLayer(
            ParserShape.LayerName(number), number == 1 ? ParserShape.Input : States, mostRows, mostSentences, products, random))];
        parts = new Parameter("parts", States, Parts).Uniform(random, MathF.Sqrt(6f / (States + ParserShape.Arc)));
        partsBias = new Parameter("parts.bias", 1, Parts);
        arcs = new ArcScorer(mostRows, sentences.Max(s => s.Length), products, random);
        labels = new LabelScorer(mostRows, products, random);
        tags = new TagScorer(pennTags, mostRows, products, random);
        Parameters =
        [
            .. Words.Parameters, .. layers.SelectMany(layer => layer.Parameters), parts, partsBias,
            .. arcs.Parameters, .. labels.Parameters, .. tags.Parameters,
        ];
        (x, dx) = (new NumberBuffer<float>(mostRows * ParserShape.Input), new NumberBuffer<float>(mostRows * ParserShape.Input));
        states = Buffers(ParserShape.Layers, mostRows * States);
        gradients = Buffers(2, mostRows * States);
        (values, dValues, partMask) = (new NumberBuffer<float>(mostRows * Parts), new NumberBuffer<float>(mostRows * Parts), new NumberBuffer<float>(mostRows * Parts));
        stateMasks = Buffers(ParserShape.Layers, mostSentences * States);
    }

    internal WordInputs Words { get; }

    internal IReadOnlyList<string> PennTags { get; }

    internal IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Adds the batch's gradients to those of the parameters.</summary>
    /// <returns>The loss of the batch, per token.</returns>
    internal double Learn(SentenceBatch batch, in DropoutRates dropout, RandomStream random)
    {
        var rows = batch.Rows;
        Words.Forward(batch, x.Pointer, dropout.Input, random);
        layers[0].Forward(x.Pointer, ParserShape.Input, batch, states[0].Pointer, dropout.Recurrent, random);
        for (var i = 1; i < layers.Length; i++)
        {
            Mask(batch, states[i - 1].Pointer, stateMasks[i - 1], dropout.State, random);
            layers[i].Forward(states[i - 1].Pointer, States, batch, states[i].Pointer, dropout.Recurrent, random);
        }

        // The last states themselves are needed for going back, and so the masked ones are put where the gradient will be.
        var (dy, below) = (gradients[0], gradients[1]);
        Copy(states[^1], dy, rows * States);
        Mask(batch, dy.Pointer, stateMasks[^1], dropout.State, random);
        products.Forward(dy.Pointer, States, rows, parts, partsBias.Value, 0, values.Pointer, Parts);
        Rectify(rows, dropout.Part, random);
        var loss = LearnOutputs(batch, dropout, random);
        RectifyBack(rows);
        products.BackToMatrix(dy.Pointer, States, rows, dValues.Pointer, Parts, parts);
        Products.BackToBias(dValues.Pointer, Parts, rows, partsBias);
        products.BackToInput(dValues.Pointer, Parts, rows, parts, dy.Pointer, States);
        for (var i = layers.Length - 1; i > 0; i--, (dy, below) = (below, dy))
        {
            MaskAgain(batch, dy.Pointer, stateMasks[i]);
            layers[i].Backward(states[i - 1].Pointer, States, batch, dy.Pointer, below.Pointer);
        }

        MaskAgain(batch, dy.Pointer, stateMasks[0]);
        layers[0].Backward(x.Pointer, ParserShape.Input, batch, dy.Pointer, dx.Pointer);
        Words.Backward(batch, dx.Pointer);
        return loss;
    }

    private double LearnOutputs(SentenceBatch batch, in DropoutRates dropout, RandomStream random)
    {
        var scale = 1f / batch.Rows;
        dValues.Span[..(batch.Rows * Parts)].Clear();
        var loss = arcs.Learn(batch, values.Pointer, dValues.Pointer, scale);
        loss += labels.Learn(batch, values.Pointer, dValues.Pointer, scale, dropout.Part, random);
        loss += tags.Learn(batch, values.Pointer, dValues.Pointer, scale * TagWeight, scale * NameWeight);
        return loss;
    }

    private static NumberBuffer<float>[] Buffers(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new NumberBuffer<float>(length))];

    private static void Copy(NumberBuffer<float> source, NumberBuffer<float> target, int count) => source.Span[..count].CopyTo(target.Span);

    // One mask for all tokens of a sentence (Gal and Ghahramani 2016).
    private static void Mask(SentenceBatch batch, float* states, NumberBuffer<float> mask, float rate, RandomStream random)
    {
        random.FillMask(mask.Span[..(batch.Sentences.Length * States)], rate);
        MaskAgain(batch, states, mask);
    }

    private static void MaskAgain(SentenceBatch batch, float* states, NumberBuffer<float> mask)
    {
        for (var row = 0; row < batch.Rows; row++)
        {
            var target = states + ((nint)row * States);
            var factors = mask.Pointer + (batch.SentenceOf[row] * States);
            for (var k = 0; k < States; k += 8) (Vector256.Load(target + k) * Vector256.Load(factors + k)).Store(target + k);
        }
    }

    // The labels' parts are rectified only after those of token and head have been added up.
    private void Rectify(int rows, float rate, RandomStream random)
    {
        random.FillMask(partMask.Span[..(rows * Parts)], rate);
        for (var row = 0; row < rows; row++)
        {
            var value = values.Pointer + ((nint)row * Parts);
            var mask = partMask.Pointer + ((nint)row * Parts);
            for (var k = 0; k < Parts; k++)
            {
                if (IsLabelPart(k)) continue;
                value[k] = Math.Max(value[k], value[k] * ParserShape.Leak) * mask[k];
            }
        }
    }

    private void RectifyBack(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var value = values.Pointer + ((nint)row * Parts);
            var mask = partMask.Pointer + ((nint)row * Parts);
            var gradient = dValues.Pointer + ((nint)row * Parts);
            for (var k = 0; k < Parts; k++)
            {
                if (IsLabelPart(k)) continue;
                gradient[k] *= mask[k] * (value[k] < 0 ? ParserShape.Leak : 1f);
            }
        }
    }

    private static bool IsLabelPart(int k) => k is >= ParserShape.DependentLabel and < ParserShape.TagPart;
}
