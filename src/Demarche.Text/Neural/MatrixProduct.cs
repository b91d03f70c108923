using System.Runtime.Intrinsics;

namespace Demarche.Text.Neural;

/// <summary>Multiplies rows by a packed matrix, with the same bits on every machine.</summary>
/// <remarks>
/// Each sum starts with its start value and adds the products in the order of the matrix's rows, one multiplication and one
/// addition at a time, never fused: so a result depends neither on the width of the machine's registers nor on how many
/// rows are multiplied at once.
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
        if (rows == 1)
        {
            MultiplyRow(a, b, start, c);
            return;
        }

        for (var panel = 0; panel < b.PanelCount; panel++)
        {
            var column = panel * PackedMatrix.PanelWidth;
            MultiplyPanel(a, aStride, rows, b.Rows, b.Panel(panel), start + column, startStride, c + column, cStride);
        }
    }

    /// <summary>c = start + a · b, for one row.</summary>
    internal static void MultiplyRow(float* a, PackedMatrix b, float* start, float* c)
    {
        var panels = b.PanelCount;
        var panel = 0;
        for (; panel + 4 <= panels; panel += 4)
            FourPanels(a, b, panel, start + (panel * PackedMatrix.PanelWidth), c + (panel * PackedMatrix.PanelWidth));
        for (; panel < panels; panel++)
            Rows1(a, b.Rows, b.Panel(panel), start + (panel * PackedMatrix.PanelWidth), c + (panel * PackedMatrix.PanelWidth));
    }

    private static void MultiplyPanel(
        float* a, int aStride, int rows, int depth, float* panel, float* start, int startStride, float* c, int cStride)
    {
        while (rows > 0)
        {
            var done = rows >= 6 ? 6 : rows >= 4 ? 4 : rows >= 2 ? 2 : 1;
            if (done == 6) Rows6(a, aStride, depth, panel, start, startStride, c, cStride);
            else if (done == 4) Rows4(a, aStride, depth, panel, start, startStride, c, cStride);
            else if (done == 2) Rows2(a, aStride, depth, panel, start, startStride, c, cStride);
            else Rows1(a, depth, panel, start, c);
            a += (nint)done * aStride;
            start += (nint)done * startStride;
            c += (nint)done * cStride;
            rows -= done;
        }
    }

    private static void Rows6(
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
            low0 += factor0 * low;
            high0 += factor0 * high;
            var factor1 = Vector256.Create(a[aStride + k]);
            low1 += factor1 * low;
            high1 += factor1 * high;
            var factor2 = Vector256.Create(a[(2 * aStride) + k]);
            low2 += factor2 * low;
            high2 += factor2 * high;
            var factor3 = Vector256.Create(a[(3 * aStride) + k]);
            low3 += factor3 * low;
            high3 += factor3 * high;
            var factor4 = Vector256.Create(a[(4 * aStride) + k]);
            low4 += factor4 * low;
            high4 += factor4 * high;
            var factor5 = Vector256.Create(a[(5 * aStride) + k]);
            low5 += factor5 * low;
            high5 += factor5 * high;
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

    private static void Rows4(
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
        for (var k = 0; k < depth; k++, panel += PackedMatrix.PanelWidth)
        {
            var low = Vector256.Load(panel);
            var high = Vector256.Load(panel + 8);
            var factor0 = Vector256.Create(a[k]);
            low0 += factor0 * low;
            high0 += factor0 * high;
            var factor1 = Vector256.Create(a[aStride + k]);
            low1 += factor1 * low;
            high1 += factor1 * high;
            var factor2 = Vector256.Create(a[(2 * aStride) + k]);
            low2 += factor2 * low;
            high2 += factor2 * high;
            var factor3 = Vector256.Create(a[(3 * aStride) + k]);
            low3 += factor3 * low;
            high3 += factor3 * high;
        }

        low0.Store(c);
        high0.Store(c + 8);
        low1.Store(c + (1 * cStride));
        high1.Store(c + (1 * cStride) + 8);
        low2.Store(c + (2 * cStride));
        high2.Store(c + (2 * cStride) + 8);
        low3.Store(c + (3 * cStride));
        high3.Store(c + (3 * cStride) + 8);
    }

    private static void Rows2(
        float* a, int aStride, int depth, float* panel, float* start, int startStride, float* c, int cStride)
    {
        var low0 = Vector256.Load(start);
        var high0 = Vector256.Load(start + 8);
        var low1 = Vector256.Load(start + (1 * startStride));
        var high1 = Vector256.Load(start + (1 * startStride) + 8);
        for (var k = 0; k < depth; k++, panel += PackedMatrix.PanelWidth)
        {
            var low = Vector256.Load(panel);
            var high = Vector256.Load(panel + 8);
            var factor0 = Vector256.Create(a[k]);
            low0 += factor0 * low;
            high0 += factor0 * high;
            var factor1 = Vector256.Create(a[aStride + k]);
            low1 += factor1 * low;
            high1 += factor1 * high;
        }

        low0.Store(c);
        high0.Store(c + 8);
        low1.Store(c + (1 * cStride));
        high1.Store(c + (1 * cStride) + 8);
    }

    private static void Rows1(float* a, int depth, float* panel, float* start, float* c)
    {
        var low0 = Vector256.Load(start);
        var high0 = Vector256.Load(start + 8);
        for (var k = 0; k < depth; k++, panel += PackedMatrix.PanelWidth)
        {
            var low = Vector256.Load(panel);
            var high = Vector256.Load(panel + 8);
            var factor0 = Vector256.Create(a[k]);
            low0 += factor0 * low;
            high0 += factor0 * high;
        }

        low0.Store(c);
        high0.Store(c + 8);
    }

    private static void FourPanels(float* a, PackedMatrix b, int panel, float* start, float* c)
    {
        float* p0 = b.Panel(panel), p1 = b.Panel(panel + 1), p2 = b.Panel(panel + 2), p3 = b.Panel(panel + 3);
        var depth = b.Rows;
        var sum0 = Vector256.Load(start);
        var sum1 = Vector256.Load(start + 8);
        var sum2 = Vector256.Load(start + 16);
        var sum3 = Vector256.Load(start + 24);
        var sum4 = Vector256.Load(start + 32);
        var sum5 = Vector256.Load(start + 40);
        var sum6 = Vector256.Load(start + 48);
        var sum7 = Vector256.Load(start + 56);
        for (nint k = 0, at = 0; k < depth; k++, at += PackedMatrix.PanelWidth)
        {
            var factor = Vector256.Create(a[k]);
            sum0 += factor * Vector256.Load(p0 + at);
            sum1 += factor * Vector256.Load(p0 + at + 8);
            sum2 += factor * Vector256.Load(p1 + at);
            sum3 += factor * Vector256.Load(p1 + at + 8);
            sum4 += factor * Vector256.Load(p2 + at);
            sum5 += factor * Vector256.Load(p2 + at + 8);
            sum6 += factor * Vector256.Load(p3 + at);
            sum7 += factor * Vector256.Load(p3 + at + 8);
        }

        sum0.Store(c);
        sum1.Store(c + 8);
        sum2.Store(c + 16);
        sum3.Store(c + 24);
        sum4.Store(c + 32);
        sum5.Store(c + 40);
        sum6.Store(c + 48);
        sum7.Store(c + 56);
    }
}
