using Demarche.Text.Neural;

namespace Demarche.Text.Training;

/// <summary>The three products of learning a matrix: forward, back to the input, and to the matrix itself.</summary>
/// <remarks>Widths of results are multiples of 16.</remarks>
internal sealed unsafe class Products
{
    private readonly PackedMatrix packed = new(1, 1);

    private readonly NumberBuffer<float> zeros = new(4096);

    private NumberBuffer<float> transposed = new(1);

    /// <summary>Zeros to start sums with.</summary>
    internal float* Zeros => zeros.Pointer;

    /// <summary>c = start + a · w.</summary>
    internal void Forward(float* a, int aStride, int rows, Parameter w, float* start, int startStride, float* c, int cStride)
    {
        packed.Pack(w.Value, w.Rows, w.Columns, w.Columns);
        MatrixProduct.Multiply(a, aStride, rows, packed, start, startStride, c, cStride);
    }

    /// <summary>da = dc · wᵀ.</summary>
    internal void BackToInput(float* dc, int dcStride, int rows, Parameter w, float* da, int daStride)
    {
        packed.PackTransposed(w.Value, w.Columns, w.Rows, w.Columns);
        MatrixProduct.Multiply(dc, dcStride, rows, packed, zeros.Pointer, 0, da, daStride);
    }

    /// <summary>dw += aᵀ · dc.</summary>
    internal void BackToMatrix(float* a, int aStride, int rows, float* dc, int dcStride, Parameter w) =>
        AddTransposedProduct(a, aStride, rows, w.Rows, dc, dcStride, w.Columns, w.Gradient, w.Columns);

    /// <summary>c += aᵀ · b.</summary>
    internal void AddTransposedProduct(
        float* a, int aStride, int rows, int aColumns, float* b, int bStride, int bColumns, float* c, int cStride)
    {
        if (transposed.Length < rows * aColumns) transposed = new NumberBuffer<float>(rows * aColumns * 5 / 4);
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < aColumns; j++) transposed.Pointer[(j * rows) + i] = a[((nint)i * aStride) + j];
        packed.Pack(b, rows, bColumns, bStride);
        MatrixProduct.Multiply(transposed.Pointer, rows, aColumns, packed, c, cStride, c, cStride);
    }

    /// <summary>c = a · bᵀ.</summary>
    internal void MultiplyTransposed(float* a, int aStride, int rows, float* b, int bStride, int bRows, int depth, float* c, int cStride)
    {
        packed.PackTransposed(b, depth, bRows, bStride);
        MatrixProduct.Multiply(a, aStride, rows, packed, zeros.Pointer, 0, c, cStride);
    }

    /// <summary>c = a · b.</summary>
    internal void Multiply(float* a, int aStride, int rows, float* b, int bStride, int depth, int columns, float* c, int cStride)
    {
        packed.Pack(b, depth, columns, bStride);
        MatrixProduct.Multiply(a, aStride, rows, packed, zeros.Pointer, 0, c, cStride);
    }

    /// <summary>The gradient of a bias: dc summed over its rows.</summary>
    internal static void BackToBias(float* dc, int dcStride, int rows, Parameter bias)
    {
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < bias.Columns; j++) bias.Gradient[j] += dc[((nint)i * dcStride) + j];
    }
}
