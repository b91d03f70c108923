using System.Runtime.Intrinsics;

namespace Demarche.Text.Neural;

/// <summary>Multiplies rows by a packed matrix, with the same bits on every machine.</summary>
/// <remarks>
/// Each sum starts with its start value and adds the products in the order of the matrix's rows, each multiplication fused
/// with its addition, which IEEE 754 fixes to the bit: so a result depends neither on the width of the machine's registers nor
/// on how many rows are multiplied at once.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>c = start + a · b, for each row of a.</summary>
    /// <param name="a">The first row, <c>b.Rows</c> long.</param>
    /// <param name="aStride">Floats from one row of a to the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="b">The matrix.</param>
    /// <param name="start">What the sums start with, <c>b.PaddedColumns</c> long; may be c itself.</param>
    /// <param name="startStride">Floats from one row's start to the next; 0 when all rows start alike (a bias).</param>
    /// <param name="c">The first row of the result, <c>b.PaddedColumns</c> long.</param>
    /// <param name="cStride">Floats from one row of c to the next.</param>
    internal static void Multiply(
        float* a, int aStride, int rows, PackedMatrix b, float* start, int startStride, float* c, int cStride)
    {
        for (var panel = 0; panel < b.PanelCount; panel++)
        {
            var column = panel * PackedMatrix.PanelWidth;
            MultiplyPanel(a, aStride, rows, b.Rows, b.Panel(panel), start + column, startStride, c + column, cStride);
        }
    }

    private static void MultiplyPanel(
        float* a, int aStride, int rows, int depth, float* panel, float* start, int startStride, float* c, int cStride)
    {
        for (; rows >= 6; rows -= 6, a += (nint)6 * aStride, start += (nint)6 * startStride, c += (nint)6 * cStride)
            SixRows(a, aStride, depth, panel, start, startStride, c, cStride);
        for (; rows > 0; rows--, a += aStride, start += startStride, c += cStride)
            OneRow(a, depth, panel, start, c);
    }

    private static void SixRows(
        float* a, int aStride, int depth, float* panel, float* start, int startStride, float* c, int cStride)
    {
        var low0 = Vector256.Load(start);
        var high0 = Vector256.Load(start + 8);
        var low1 = Vector256.Load(start + (1 * startStride));
        var high1 = Vector256.Load(start + (1 * startStride) + 8);
        var low2 = Vector256.Load(start + (2 * startStride));
        var high2 = Vector256.Load(start + (2 * startStride) + 8);
        var low3 = Vector256.Load(start + (3 * startStride));
        var high3 = Vector256.Load(start + (3 * startStride) + 8);
        var low4 = Vector256.Load(start + (4 * startStride));
        var high4 = Vector256.Load(start + (4 * startStride) + 8);
        var low5 = Vector256.Load(start + (5 * startStride));
        var high5 = Vector256.Load(start + (5 * startStride) + 8);
        for (var k = 0; k < depth; k++, panel += PackedMatrix.PanelWidth)
        {
            var low = Vector256.Load(panel);
            var high = Vector256.Load(panel + 8);
            var factor0 = Vector256.Create(a[k]);
            low0 = Vector256.FusedMultiplyAdd(factor0, low, low0);
            high0 = Vector256.FusedMultiplyAdd(factor0, high, high0);
            var factor1 = Vector256.Create(a[aStride + k]);
            low1 = Vector256.FusedMultiplyAdd(factor1, low, low1);
            high1 = Vector256.FusedMultiplyAdd(factor1, high, high1);
            var factor2 = Vector256.Create(a[(2 * aStride) + k]);
            low2 = Vector256.FusedMultiplyAdd(factor2, low, low2);
            high2 = Vector256.FusedMultiplyAdd(factor2, high, high2);
            var factor3 = Vector256.Create(a[(3 * aStride) + k]);
            low3 = Vector256.FusedMultiplyAdd(factor3, low, low3);
            high3 = Vector256.FusedMultiplyAdd(factor3, high, high3);
            var factor4 = Vector256.Create(a[(4 * aStride) + k]);
            low4 = Vector256.FusedMultiplyAdd(factor4, low, low4);
            high4 = Vector256.FusedMultiplyAdd(factor4, high, high4);
            var factor5 = Vector256.Create(a[(5 * aStride) + k]);
            low5 = Vector256.FusedMultiplyAdd(factor5, low, low5);
            high5 = Vector256.FusedMultiplyAdd(factor5, high, high5);
        }

        low0.Store(c);
        high0.Store(c + 8);
        low1.Store(c + (1 * cStride));
        high1.Store(c + (1 * cStride) + 8);
        low2.Store(c + (2 * cStride));
        high2.Store(c + (2 * cStride) + 8);
        low3.Store(c + (3 * cStride));
        high3.Store(c + (3 * cStride) + 8);
        low4.Store(c + (4 * cStride));
        high4.Store(c + (4 * cStride) + 8);
        low5.Store(c + (5 * cStride));
        high5.Store(c + (5 * cStride) + 8);
    }

    private static void OneRow(float* a, int depth, float* panel, float* start, float* c)
    {
        var low0 = Vector256.Load(start);
        var high0 = Vector256.Load(start + 8);
        for (var k = 0; k < depth; k++, panel += PackedMatrix.PanelWidth)
        {
            var low = Vector256.Load(panel);
            var high = Vector256.Load(panel + 8);
            var factor0 = Vector256.Create(a[k]);
            low0 = Vector256.FusedMultiplyAdd(factor0, low, low0);
            high0 = Vector256.FusedMultiplyAdd(factor0, high, high0);
        }

        low0.Store(c);
        high0.Store(c + 8);
    }
}
