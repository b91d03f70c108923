using Demarche.Text.Parsing;
using Demarche.Text.Training;

namespace Demarche.Text.Tests.Training;

public sealed class ParserNetworkTests
{
    private static readonly DropoutRates Dropout = new(0.2f, 0.2f, 0.2f, 0.2f);

    /// <remarks>
    /// The slope of the loss along a direction is compared with what the gradient promises: along the gradient itself, and
    /// along the gradient with each number randomly stretched. The same seed makes the same masks for each evaluation.
    /// </remarks>
    [Fact]
    public void Every_gradient_is_the_slope_of_the_loss()
    {
        using var treebank = new SmallTreebank();
        var sentences = Treebank.ReadFolder(treebank.Train).Take(7).ToList();
        var vectors = WordVectors.Read(treebank.Vectors, 100);
        var pennTags = sentences.SelectMany(s => s.PennTags).Distinct().ToList();
        var network = new ParserNetwork(vectors, Gazetteer.From([]), sentences, pennTags, 60, 60, new RandomStream(1));
        var batch = new SentenceBatch(sentences);
        Loss(network, batch);
        var gradients = network.Parameters.Select(p => p.Gradients.ToArray()).ToList();
        var stretch = new RandomStream(3);

        foreach (var (parameter, gradient) in network.Parameters.Zip(gradients))
        {
            foreach (var direction in new[] { gradient, gradient.Select(g => g * 2 * stretch.NextSingle()).ToArray() })
            {
                var (slope, promised) = (Slope(network, batch, parameter, direction), Promised(gradient, direction));

                Assert.True(promised > 0, $"{parameter.Name} has no gradient at all");
                Assert.True(Math.Abs(slope - promised) < (0.02 * promised) + 1e-4, $"{parameter.Name}: slope {slope}, gradient {promised}");
            }
        }
    }

    private static double Loss(ParserNetwork network, SentenceBatch batch)
    {
        foreach (var parameter in network.Parameters) parameter.Gradients.Clear();
        return network.Learn(batch, Dropout, new RandomStream(7));
    }

    private static double Promised(float[] gradient, float[] direction) => gradient.Zip(direction, (g, d) => (double)g * d).Sum() / Norm(direction);

    private static double Slope(ParserNetwork network, SentenceBatch batch, Parameter parameter, float[] direction)
    {
        const float Step = 2e-3f;
        var saved = parameter.Values.ToArray();
        var norm = (float)Norm(direction);
        var losses = new double[2];
        for (var side = 0; side < 2; side++)
        {
            for (var i = 0; i < saved.Length; i++) parameter.Values[i] = saved[i] + ((side == 0 ? -Step : Step) * direction[i] / norm);
            losses[side] = Loss(network, batch);
        }

        saved.CopyTo(parameter.Values);
        return (losses[1] - losses[0]) / (2 * Step);
    }

    private static double Norm(float[] numbers) => Math.Sqrt(numbers.Sum(x => (double)x * x));
}
