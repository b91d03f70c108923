using System.Runtime.Intrinsics;
using Demarche.Text.Neural;

namespace Demarche.Text.Tests.Neural;

public sealed class ActivationsTests
{
    [Fact]
    public void The_functions_are_as_exact_as_single_precision_allows()
    {
        for (var x = -20f; x <= 20f; x += 0.0137f)
        {
            var v = Vector256.Create(x);

            Assert.InRange(Activations.Exp(x) / Math.Exp(x), 1 - 4e-7, 1 + 4e-7);
            Assert.Equal(1 / (1 + Math.Exp(-x)), Activations.Sigmoid(v).ToScalar(), 3e-7);
            Assert.Equal(Math.Tanh(x), Activations.Tanh(v).ToScalar(), 3e-7);
        }
    }

    [Fact]
    public void The_quick_functions_are_exact_to_a_ten_thousandth()
    {
        for (var x = -20f; x <= 20f; x += 0.0137f)
        {
            Assert.Equal(1 / (1 + Math.Exp(-x)), Activations.QuickSigmoid(Vector256.Create(x)).ToScalar(), 1e-4);
            Assert.Equal(Math.Tanh(x), Activations.QuickTanh(Vector256.Create(x)).ToScalar(), 1e-4);
        }
    }

    [Theory]
    [InlineData(-1e30f), InlineData(1e30f)]
    public void The_functions_stay_finite_far_out(float x)
    {
        var v = Vector256.Create(x);

        Assert.Equal(x < 0 ? 0f : 1f, Activations.Sigmoid(v).ToScalar(), 1e-6f);
        Assert.Equal(x < 0 ? -1f : 1f, Activations.Tanh(v).ToScalar(), 1e-6f);
        Assert.True(float.IsFinite(Activations.Exp(x)));
    }

    [Fact]
    public void Softmax_gives_probabilities_in_the_order_of_the_scores()
    {
        float[] scores = [1f, 80f, -3f, float.NegativeInfinity, 79f];

        Activations.Softmax(scores);

        Assert.Equal(1f, scores.Sum(), 1e-5f);
        Assert.Equal([1, 4, 0, 2, 3], Enumerable.Range(0, 5).OrderByDescending(i => scores[i]));
    }
}
