using Demarche.Text.Neural;

namespace Demarche.Text.Tests.Neural;

public sealed unsafe class MatrixProductTests
{
    [Theory]
    [InlineData(1, 7, 16), InlineData(1, 33, 80), InlineData(2, 5, 16), InlineData(3, 128, 48), InlineData(6, 20, 64), InlineData(13, 50, 112)]
    public void A_product_has_the_bits_of_adding_one_product_after_another(int rows, int depth, int columns)
    {
        var (a, b, start) = (Numbers(rows * depth, 1), Numbers(depth * columns, 2), Numbers(columns, 3));
        var c = new NumberBuffer<float>(rows * columns);

        MatrixProduct.Multiply(a.Pointer, depth, rows, PackedMatrix.From(b.Pointer, depth, columns, columns), start.Pointer, 0, c.Pointer, columns);

        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) Assert.Equal(Sum(a, b, start, i, j, depth, columns), c.Span[(i * columns) + j]);
    }

    [Fact]
    public void A_row_of_a_product_does_not_depend_on_the_rows_beside_it()
    {
        const int Rows = 11, Depth = 40, Columns = 96;
        var (a, b, start) = (Numbers(Rows * Depth, 4), Numbers(Depth * Columns, 5), Numbers(Columns, 6));
        var packed = PackedMatrix.From(b.Pointer, Depth, Columns, Columns);
        var (together, alone) = (new NumberBuffer<float>(Rows * Columns), new NumberBuffer<float>(Columns));
        MatrixProduct.Multiply(a.Pointer, Depth, Rows, packed, start.Pointer, 0, together.Pointer, Columns);

        for (var i = 0; i < Rows; i++)
        {
            MatrixProduct.Multiply(a.Pointer + (i * Depth), Depth, 1, packed, start.Pointer, 0, alone.Pointer, Columns);

            Assert.True(alone.Span.SequenceEqual(together.Span.Slice(i * Columns, Columns)));
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(4), InlineData(6)]
    public void A_product_is_added_before_it_is_rounded(int rows)
    {
        // The square of 1 + 2^-13 is 1 + 2^-12 + 2^-26, whose last part a float of that size cannot hold; a fused operation keeps it.
        const float Factor = 1 + (1f / 8192);
        var (a, b, start, c) = (new NumberBuffer<float>(rows), new NumberBuffer<float>(64), new NumberBuffer<float>(64), new NumberBuffer<float>(rows * 64));
        a.Span.Fill(Factor);
        b.Span.Fill(Factor);
        start.Span.Fill(-(1 + (1f / 4096)));

        MatrixProduct.Multiply(a.Pointer, 1, rows, PackedMatrix.From(b.Pointer, 1, 64, 64), start.Pointer, 0, c.Pointer, 64);

        Assert.All(c.Span.ToArray(), x => Assert.Equal(MathF.ScaleB(1, -26), x));
    }

    [Fact]
    public void A_matrix_packed_from_its_transpose_is_the_matrix()
    {
        const int Rows = 9, Columns = 21;
        var source = Numbers(Rows * Columns, 7);
        var transpose = new NumberBuffer<float>(Rows * Columns);
        for (var i = 0; i < Rows; i++) for (var j = 0; j < Columns; j++) transpose.Span[(j * Rows) + i] = source.Span[(i * Columns) + j];
        var (direct, turned) = (new PackedMatrix(1, 1), new PackedMatrix(1, 1));

        direct.Pack(source.Pointer, Rows, Columns, Columns);
        turned.PackTransposed(transpose.Pointer, Rows, Columns, Rows);

        var size = direct.Rows * direct.PaddedColumns;
        Assert.True(new ReadOnlySpan<float>(direct.Panel(0), size).SequenceEqual(new ReadOnlySpan<float>(turned.Panel(0), size)));
    }

    private static float Sum(NumberBuffer<float> a, NumberBuffer<float> b, NumberBuffer<float> start, int row, int column, int depth, int columns)
    {
        var sum = start.Span[column];
        for (var k = 0; k < depth; k++)
            sum = MathF.FusedMultiplyAdd(a.Span[(row * depth) + k], b.Span[(k * columns) + column], sum);

        return sum;
    }

    private static NumberBuffer<float> Numbers(int count, int seed)
    {
        var random = new Random(seed);
        var buffer = new NumberBuffer<float>(count);
        foreach (ref var x in buffer.Span) x = (float)((random.NextDouble() * 2) - 1);
        return buffer;
    }
}
