using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Learns universal tags, Penn tags and the labels of names from one part of the states.</summary>
internal sealed unsafe class TagScorer
{
    private readonly Products products;

    private readonly Parameter tag, bias;

    private readonly Dictionary<string, int> pennTags;

    private readonly NumberBuffer<float> outputs;

    internal TagScorer(IReadOnlyList<string> pennTags, int mostRows, Products products, RandomStream random)
    {
        this.products = products;
        this.pennTags = pennTags.Select((name, i) => KeyValuePair.Create(name, i)).ToDictionary(StringComparer.Ordinal);
        var width = ParserShape.TagOutputs(pennTags.Count);
        tag = new Parameter("tag", ParserShape.Tag, width).Glorot(random);
        bias = new Parameter("tag.bias", 1, width);
        outputs = new NumberBuffer<float>(mostRows * width);
    }

    internal IEnumerable<Parameter> Parameters => [tag, bias];

    /// <summary>Adds the gradients of its part and returns the loss.</summary>
    internal double Learn(SentenceBatch batch, float* parts, float* partGradients, float tagScale, float nameScale)
    {
        var width = tag.Columns;
        products.Forward(parts + ParserShape.TagPart, ParserShape.Parts, batch.Rows, tag, bias.Value, 0, outputs.Pointer, width);
        var loss = 0d;
        for (var b = 0; b < batch.Sentences.Length; b++)
        {
            var sentence = batch.Sentences[b];
            for (var t = 0; t < sentence.Length; t++)
            {
                var scores = new Span<float>(outputs.Pointer + ((nint)batch.Row(b, t) * width), width);
                var (universal, penn) = (ParserShape.UniversalTags, pennTags.Count);
                loss += Losses.CrossEntropy(scores[..universal], (int)sentence.Tags[t], tagScale);
                loss += Losses.CrossEntropy(scores.Slice(universal, penn), pennTags[sentence.PennTags[t]], tagScale);
                loss += Losses.CrossEntropy(scores.Slice(universal + penn, ParserShape.NameLabels), sentence.Names[t], nameScale);
                scores[(universal + penn + ParserShape.NameLabels)..].Clear();
            }
        }

        products.BackToMatrix(parts + ParserShape.TagPart, ParserShape.Parts, batch.Rows, outputs.Pointer, width, tag);
        Products.BackToBias(outputs.Pointer, width, batch.Rows, bias);
        products.BackToInput(outputs.Pointer, width, batch.Rows, tag, partGradients + ParserShape.TagPart, ParserShape.Parts);
        return loss;
    }
}
