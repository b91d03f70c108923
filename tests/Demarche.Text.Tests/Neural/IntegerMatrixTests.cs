using System.Runtime.Intrinsics;
using Demarche.Text.Neural;

namespace Demarche.Text.Tests.Neural;

public sealed unsafe class IntegerMatrixTests
{
    [Theory]
    [InlineData(1, 16, 16), InlineData(3, 128, 48), InlineData(4, 20, 64), InlineData(9, 512, 32)]
    public void A_product_comes_near_that_of_the_numbers_themselves(int rows, int depth, int columns)
    {
        var (weights, states) = (Numbers(depth * columns, 1), Numbers(rows * depth, 2));
        var (start, c) = (new NumberBuffer<float>(columns), new NumberBuffer<float>(rows * columns));
        start.Span.Fill(0.5f);

        new IntegerMatrix(weights, depth, columns).Multiply(Steps(states).Pointer, depth, rows, start.Pointer, 0, c.Pointer, columns);

        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var exact = 0.5 + Enumerable.Range(0, depth).Sum(k => (double)states[(i * depth) + k] * weights[(k * columns) + j]);
                Assert.Equal(exact, c.Span[(i * columns) + j], tolerance: 0.002 * Math.Sqrt(depth));
            }
        }
    }

    [Fact]
    public void A_row_of_a_product_does_not_depend_on_the_rows_beside_it()
    {
        const int Rows = 11, Depth = 40, Columns = 96;
        var matrix = new IntegerMatrix(Numbers(Depth * Columns, 3), Depth, Columns);
        var steps = Steps(Numbers(Rows * Depth, 4));
        var (start, together, alone) = (new NumberBuffer<float>(Columns), new NumberBuffer<float>(Rows * Columns), new NumberBuffer<float>(Columns));
        matrix.Multiply(steps.Pointer, Depth, Rows, start.Pointer, 0, together.Pointer, Columns);

        for (var i = 0; i < Rows; i++)
        {
            matrix.Multiply(steps.Pointer + (i * Depth), Depth, 1, start.Pointer, 0, alone.Pointer, Columns);

            Assert.True(alone.Span.SequenceEqual(together.Span.Slice(i * Columns, Columns)));
        }
    }

    [Fact]
    public void The_greatest_sum_fits()
    {
        const int Depth = IntegerMatrix.MostRows;
        var weights = new float[Depth * 16];
        Array.Fill(weights, 3f);
        var (steps, zeros, c) = (new NumberBuffer<short>(Depth), new NumberBuffer<float>(16), new NumberBuffer<float>(16));
        steps.Span.Fill(IntegerMatrix.StateSteps);

        new IntegerMatrix(weights, Depth, 16).Multiply(steps.Pointer, Depth, 1, zeros.Pointer, 0, c.Pointer, 16);

        Assert.All(c.Span.ToArray(), x => Assert.Equal(3f * Depth, x));
    }

    [Theory]
    [InlineData(3, 16), InlineData(514, 16), InlineData(4, 20)]
    public void A_matrix_of_another_shape_is_refused(int rows, int columns) =>
        Assert.Throws<ArgumentException>(() => new IntegerMatrix(new float[rows * columns], rows, columns));

    private static NumberBuffer<short> Steps(float[] states)
    {
        var steps = new NumberBuffer<short>(states.Length);
        for (var i = 0; i < states.Length; i++) steps.Span[i] = (short)IntegerMatrix.Steps(Vector256.Create(states[i]))[0];
        return steps;
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}
