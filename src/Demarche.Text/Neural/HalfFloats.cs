using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Text.Neural;

/// <summary>Widens half-precision floats with whole-number operations, since not every machine has an instruction for it.</summary>
internal static class HalfFloats
{
    /// <param name="source">Finite numbers: models hold no infinity.</param>
    /// <param name="target">As long as the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Widen(ReadOnlySpan<ushort> source, Span<float> target)
    {
        var whole = source.Length & ~7;
        for (var i = 0; i < whole; i += 8)
        {
            var bits = Vector128.Create(source.Slice(i, 8));
            Widen(Vector256.Create(Vector128.WidenLower(bits), Vector128.WidenUpper(bits))).CopyTo(target.Slice(i, 8));
        }

        for (var i = whole; i < source.Length; i++) target[i] = Widen(Vector256.Create((uint)source[i])).ToScalar();
    }

    /// <summary>The nearest half-precision value, widened again: what a number becomes when a model is saved and loaded.</summary>
    internal static float Round(float value) => (float)(Half)value;

    // The exponent moves from its five bits to its eight by a multiplication with 2^112, which is exact.
    private static Vector256<float> Widen(Vector256<uint> half)
    {
        var size = Vector256.ShiftLeft(half & Vector256.Create(0x7FFFu), 13).AsSingle() * Vector256.Create(0x77800000u).AsSingle();
        return (size.AsUInt32() | Vector256.ShiftLeft(half & Vector256.Create(0x8000u), 16)).AsSingle();
    }
}
