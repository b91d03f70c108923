using System.Runtime.Intrinsics;

namespace Demarche.Text.Training;

/// <summary>The optimiser of Kingma and Ba (2015), with clipped gradients and a running mean of the values.</summary>
internal sealed unsafe class Adam(IReadOnlyList<Parameter> parameters)
{
    // 0.95 for the squares, as other parsers of this kind use: gradients of rare words come seldom and should count soon.
    private const float MomentumDecay = 0.9f, VarianceDecay = 0.95f, Epsilon = 1e-8f, LargestNorm = 5f, AverageDecay = 0.998f;

    private double momentumLeft = 1, varianceLeft = 1;

    private int steps;

    /// <summary>Takes one step along the gradients and clears them.</summary>
    internal void Step(float rate)
    {
        steps++;
        momentumLeft *= MomentumDecay;
        varianceLeft *= VarianceDecay;
        var norm = Math.Sqrt(parameters.Sum(SquaredNorm));
        var scale = norm > LargestNorm ? (float)(LargestNorm / norm) : 1f;
        var averageDecay = Math.Min(AverageDecay, (1f + steps) / (10f + steps));
        var step = (float)(rate * Math.Sqrt(1 - varianceLeft) / (1 - momentumLeft));
        foreach (var parameter in parameters) Update(parameter, scale, step, averageDecay);
    }

    private static double SquaredNorm(Parameter parameter)
    {
        var (sum, end) = (Vector256<float>.Zero, parameter.Length & ~7);
        for (var i = 0; i < end; i += 8)
        {
            var g = Vector256.Load(parameter.Gradient + i);
            sum += g * g;
        }

        var total = 0d;
        for (var i = 0; i < 8; i++) total += sum[i];
        for (var i = end; i < parameter.Length; i++) total += parameter.Gradient[i] * parameter.Gradient[i];
        return total;
    }

    private static void Update(Parameter parameter, float scale, float step, float averageDecay)
    {
        fixed (float* momentum = parameter.Momentum, variance = parameter.Variance, average = parameter.Average)
        {
            var value = parameter.Values;
            var gradient = parameter.Gradients;
            var end = parameter.Length & ~7;
            for (var i = 0; i < end; i += 8)
            {
                var g = Vector256.Load(parameter.Gradient + i) * scale;
                var m = (Vector256.Load(momentum + i) * MomentumDecay) + (g * (1 - MomentumDecay));
                var v = (Vector256.Load(variance + i) * VarianceDecay) + (g * g * (1 - VarianceDecay));
                var x = Vector256.Load(parameter.Value + i) - (m * step / (Vector256.Sqrt(v) + Vector256.Create(Epsilon)));
                m.Store(momentum + i);
                v.Store(variance + i);
                x.Store(parameter.Value + i);
                ((Vector256.Load(average + i) * averageDecay) + (x * (1 - averageDecay))).Store(average + i);
            }

            for (var i = end; i < parameter.Length; i++)
            {
                var g = gradient[i] * scale;
                momentum[i] = (momentum[i] * MomentumDecay) + (g * (1 - MomentumDecay));
                variance[i] = (variance[i] * VarianceDecay) + (g * g * (1 - VarianceDecay));
                value[i] -= momentum[i] * step / (MathF.Sqrt(variance[i]) + Epsilon);
                average[i] = (average[i] * averageDecay) + (value[i] * (1 - averageDecay));
            }
        }

        parameter.Gradients.Clear();
    }
}
