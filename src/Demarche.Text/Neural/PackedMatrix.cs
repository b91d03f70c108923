using System.Runtime.CompilerServices;

namespace Demarche.Text.Neural;

/// <summary>A matrix laid out for multiplying rows by it: panels of 16 columns, each panel row after row.</summary>
/// <remarks>Columns are padded with zeros to a multiple of 16; <see cref="PaddedColumns"/> says how wide a product's rows are.</remarks>
internal sealed unsafe class PackedMatrix
{
    internal const int PanelWidth = 16;

    private NumberBuffer<float> panels;

    internal PackedMatrix(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        panels = new NumberBuffer<float>(rows * Pad(columns));
    }

    internal int Rows { get; private set; }

    internal int Columns { get; private set; }

    internal int PaddedColumns => Pad(Columns);

    internal int PanelCount => PaddedColumns / PanelWidth;

    internal float* Panel(int index) => panels.Pointer + ((nint)index * Rows * PanelWidth);

    internal static int Pad(int columns) => (columns + PanelWidth - 1) / PanelWidth * PanelWidth;

    internal static PackedMatrix From(float* source, int rows, int columns, int stride)
    {
        var packed = new PackedMatrix(rows, columns);
        packed.Pack(source, rows, columns, stride);
        return packed;
    }

    /// <summary>Takes in a matrix that lies row after row, <paramref name="stride"/> floats apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Pack(float* source, int rows, int columns, int stride)
    {
        Resize(rows, columns);
        for (var panel = 0; panel < PanelCount; panel++)
        {
            var target = Panel(panel);
            var width = Math.Min(PanelWidth, columns - (panel * PanelWidth));
            for (var row = 0; row < rows; row++, target += PanelWidth)
            {
                var from = source + ((nint)row * stride) + (panel * PanelWidth);
                for (var i = 0; i < width; i++) target[i] = from[i];
                for (var i = width; i < PanelWidth; i++) target[i] = 0;
            }
        }
    }

    /// <summary>Takes in the transpose of a matrix that lies row after row: what was a row becomes a column.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="rows">Rows of this matrix, which are the columns of the source.</param>
    /// <param name="columns">Columns of this matrix, which are the rows of the source.</param>
    /// <param name="stride">Floats from one row of the source to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void PackTransposed(float* source, int rows, int columns, int stride)
    {
        Resize(rows, columns);
        for (var panel = 0; panel < PanelCount; panel++)
        {
            var target = Panel(panel);
            var width = Math.Min(PanelWidth, columns - (panel * PanelWidth));
            for (var i = 0; i < PanelWidth; i++)
            {
                var from = source + ((nint)((panel * PanelWidth) + i) * stride);
                if (i < width) for (var row = 0; row < rows; row++) target[(row * PanelWidth) + i] = from[row];
                else for (var row = 0; row < rows; row++) target[(row * PanelWidth) + i] = 0;
            }
        }
    }

    private void Resize(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        if (rows * PaddedColumns > panels.Length) panels = new NumberBuffer<float>(rows * PaddedColumns * 5 / 4);
    }
}
