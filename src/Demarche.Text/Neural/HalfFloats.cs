namespace Demarche.Text.Neural;

/// <summary>Widens half-precision floats, by table, since not every machine has an instruction for it.</summary>
internal static class HalfFloats
{
    private static readonly float[] Table = MakeTable();

    internal static void Widen(ReadOnlySpan<ushort> source, Span<float> target)
    {
        for (var i = 0; i < source.Length; i++) target[i] = Table[source[i]];
    }

    /// <summary>The nearest half-precision value, widened again: what a number becomes when a model is saved and loaded.</summary>
    internal static float Round(float value) => (float)(Half)value;

    private static float[] MakeTable()
    {
        var table = new float[ushort.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = (float)BitConverter.UInt16BitsToHalf((ushort)i);
        return table;
    }
}
