using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Text.Neural;

/// <summary>A matrix of small whole numbers, each column with its own scale, for multiplying rows of states by it.</summary>
/// <remarks>
/// <para>States lie between -1 and 1 and are counted in steps of 1 / <see cref="StateSteps"/>, a column's weights in steps of
/// its greatest / <see cref="WeightSteps"/>: finer than any difference that the parse shows, and small enough that a sum
/// of 512 products fits 32 bits. Sums of whole numbers are exact, so that the result is the same to the bit on every machine.</para>
/// <para>Panels of 16 columns; in a panel two rows at a time, column after column, as the processor's instruction for adding
/// pairs of products wants them.</para>
/// </remarks>
internal sealed unsafe class IntegerMatrix
{
    internal const int StateSteps = 2048, WeightSteps = 1024, MostRows = 512;

    private const int PanelWidth = PackedMatrix.PanelWidth;

    private readonly NumberBuffer<short> panels;

    private readonly NumberBuffer<float> scales;

    private readonly int pairs;

    /// <param name="source">The matrix, row after row.</param>
    /// <param name="rows">Even, at most <see cref="MostRows"/>.</param>
    /// <param name="columns">A multiple of 16.</param>
    internal IntegerMatrix(ReadOnlySpan<float> source, int rows, int columns)
    {
        if (rows % 2 != 0 || rows > MostRows || columns % PanelWidth != 0)
            throw new ArgumentException($"The matrix has {rows} rows and {columns} columns; the rows must be even and at most {MostRows}, the columns a multiple of {PanelWidth}.");
        (pairs, Columns) = (rows / 2, columns);
        panels = new NumberBuffer<short>(rows * columns);
        scales = new NumberBuffer<float>(columns);
        Measure(source);
        for (var row = 0; row < rows; row++) Pack(source.Slice(row * columns, columns), row);
    }

    internal int Columns { get; }

    /// <summary>The nearest step of a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Steps(Vector256<float> states) => Vector256.ConvertToInt32(Vector256.Round(states * StateSteps));

    // A column's scale is what one step of state times one of weight is worth.
    private void Measure(ReadOnlySpan<float> source)
    {
        var greatest = scales.Span;
        for (var at = 0; at < source.Length; at += Columns)
            for (var column = 0; column < Columns; column++) greatest[column] = Math.Max(greatest[column], Math.Abs(source[at + column]));
        foreach (ref var scale in greatest) scale = (scale == 0 ? 1 : scale / WeightSteps) / StateSteps;
    }

    private void Pack(ReadOnlySpan<float> weights, int row)
    {
        for (var column = 0; column < Columns; column++)
        {
            var panel = column / PanelWidth * PanelWidth * 2 * pairs;
            panels.Span[panel + (row / 2 * PanelWidth * 2) + (column % PanelWidth * 2) + (row % 2)] =
                (short)MathF.Round(weights[column] / (scales.Span[column] * StateSteps));
        }
    }

    /// <summary>c = start + a · this, for each row of a.</summary>
    /// <param name="a">The first row of states, in steps.</param>
    /// <param name="aStride">Numbers from one row of a to the next, even.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="start">What the sums start with; may be c itself.</param>
    /// <param name="startStride">Floats from one row's start to the next; 0 when all rows start alike (a bias).</param>
    /// <param name="c">The first row of the result.</param>
    /// <param name="cStride">Floats from one row of c to the next.</param>
    internal void Multiply(short* a, int aStride, int rows, float* start, int startStride, float* c, int cStride)
    {
        for (var column = 0; column < Columns; column += PanelWidth)
        {
            var row = 0;
            for (; row + 4 <= rows; row += 4)
                FourRows(a + ((nint)row * aStride), aStride, column, start + ((nint)row * startStride) + column, startStride, c + ((nint)row * cStride) + column, cStride);
            for (; row < rows; row++)
                OneRow(a + ((nint)row * aStride), column, start + ((nint)row * startStride) + column, c + ((nint)row * cStride) + column);
        }
    }

    private void FourRows(short* a, int aStride, int column, float* start, int startStride, float* c, int cStride)
    {
        int* a0 = (int*)a, a1 = (int*)(a + aStride), a2 = (int*)(a + (2 * aStride)), a3 = (int*)(a + (3 * aStride));
        var panel = panels.Pointer + ((nint)column * 2 * pairs);
        Vector256<int> low0 = default, high0 = default, low1 = default, high1 = default;
        Vector256<int> low2 = default, high2 = default, low3 = default, high3 = default;
        for (var k = 0; k < pairs; k++, panel += 2 * PanelWidth)
        {
            var (low, high) = (Vector256.Load(panel), Vector256.Load(panel + PanelWidth));
            var factor = Vector256.Create(a0[k]).AsInt16();
            low0 += PairSums(low, factor);
            high0 += PairSums(high, factor);
            factor = Vector256.Create(a1[k]).AsInt16();
            low1 += PairSums(low, factor);
            high1 += PairSums(high, factor);
            factor = Vector256.Create(a2[k]).AsInt16();
            low2 += PairSums(low, factor);
            high2 += PairSums(high, factor);
            factor = Vector256.Create(a3[k]).AsInt16();
            low3 += PairSums(low, factor);
            high3 += PairSums(high, factor);
        }

        Store(low0, high0, column, start, c);
        Store(low1, high1, column, start + startStride, c + cStride);
        Store(low2, high2, column, start + (2 * startStride), c + (2 * cStride));
        Store(low3, high3, column, start + (3 * startStride), c + (3 * cStride));
    }

    private void OneRow(short* a, int column, float* start, float* c)
    {
        var panel = panels.Pointer + ((nint)column * 2 * pairs);
        Vector256<int> low = default, high = default;
        for (var k = 0; k < pairs; k++, panel += 2 * PanelWidth)
        {
            var factor = Vector256.Create(((int*)a)[k]).AsInt16();
            low += PairSums(Vector256.Load(panel), factor);
            high += PairSums(Vector256.Load(panel + PanelWidth), factor);
        }

        Store(low, high, column, start, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Vector256<int> low, Vector256<int> high, int column, float* start, float* c)
    {
        var scale = scales.Pointer + column;
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(low), Vector256.Load(scale), Vector256.Load(start)).Store(c);
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(high), Vector256.Load(scale + 8), Vector256.Load(start + 8)).Store(c + 8);
    }

    // The sums of the products of neighbours; processors without the instruction do the same in five.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> PairSums(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(a, b);
        var (x, y) = (a.AsInt32(), b.AsInt32());
        return (((x << 16) >> 16) * ((y << 16) >> 16)) + ((x >> 16) * (y >> 16));
    }
}
