using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Text.Neural;

/// <summary>The exponential and what is made of it, eight at a time, with the same bits on every machine.</summary>
/// <remarks>
/// The library's own functions may differ between processors and runtimes in the last bit; these use additions,
/// multiplications and divisions only, which IEEE 754 fixes. Accurate to about 2e-7.
/// </remarks>
internal static class Activations
{
    /// <summary>e to the power of x; x is held between -87 and 88.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(88f));
        var power = Vector256.Floor((x * 1.44269504f) + Vector256.Create(0.5f));
        // ln 2 in two parts, of which the first has so few bits that its products are exact (Cephes, expf).
        var rest = x - (power * 0.693359375f) - (power * -2.12194440e-4f);
        var series = Vector256.Create(1.9875691500e-4f);
        series = (series * rest) + Vector256.Create(1.3981999507e-3f);
        series = (series * rest) + Vector256.Create(8.3334519073e-3f);
        series = (series * rest) + Vector256.Create(4.1665795894e-2f);
        series = (series * rest) + Vector256.Create(1.6666665459e-1f);
        series = (series * rest) + Vector256.Create(5.0000001201e-1f);
        series = (series * (rest * rest)) + rest + Vector256<float>.One;
        var scale = Vector256.ShiftLeft(Vector256.ConvertToInt32(power) + Vector256.Create(127), 23).AsSingle();
        return series * scale;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Sigmoid(Vector256<float> x) =>
        Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Tanh(Vector256<float> x) =>
        Vector256<float>.One - (Vector256.Create(2f) / (Vector256<float>.One + Exp(x + x)));

    /// <summary>The hyperbolic tangent to 1e-4, in half the time: for states that are rounded to coarser steps anyway.</summary>
    /// <remarks>The continued fraction of Lambert, cut after the seventh partial quotient, and held where it leaves the curve.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> QuickTanh(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-4.97f)), Vector256.Create(4.97f));
        var square = x * x;
        var above = Vector256.FusedMultiplyAdd(square, square + Vector256.Create(378f), Vector256.Create(17325f));
        above = Vector256.FusedMultiplyAdd(square, above, Vector256.Create(135135f));
        var below = Vector256.FusedMultiplyAdd(square, Vector256.Create(28f), Vector256.Create(3150f));
        below = Vector256.FusedMultiplyAdd(square, below, Vector256.Create(62370f));
        below = Vector256.FusedMultiplyAdd(square, below, Vector256.Create(135135f));
        return x * above / below;
    }

    /// <summary>1 / (1 + e^-x) to 1e-4, by way of <see cref="QuickTanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> QuickSigmoid(Vector256<float> x)
    {
        var half = Vector256.Create(0.5f);
        return Vector256.FusedMultiplyAdd(QuickTanh(x * half), half, half);
    }

    internal static float Exp(float x) => Exp(Vector256.Create(x)).ToScalar();

    /// <summary>Turns scores into probabilities that add up to 1.</summary>
    internal static void Softmax(Span<float> scores)
    {
        var best = float.NegativeInfinity;
        foreach (var score in scores) best = Math.Max(best, score);
        var sum = 0f;
        foreach (ref var score in scores) sum += score = Exp(score - best);
        foreach (ref var score in scores) score /= sum;
    }
}
