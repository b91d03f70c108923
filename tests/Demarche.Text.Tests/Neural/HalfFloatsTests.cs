using Demarche.Text.Neural;

namespace Demarche.Text.Tests.Neural;

public sealed class HalfFloatsTests
{
    [Fact]
    public void Every_finite_number_is_widened_exactly()
    {
        var bits = Enumerable.Range(0, ushort.MaxValue + 1).Select(i => (ushort)i).Where(b => Half.IsFinite(BitConverter.UInt16BitsToHalf(b))).ToArray();
        var widened = new float[bits.Length - 3];

        HalfFloats.Widen(bits.AsSpan(3), widened);

        for (var i = 0; i < widened.Length; i++)
            Assert.Equal(BitConverter.SingleToInt32Bits((float)BitConverter.UInt16BitsToHalf(bits[i + 3])), BitConverter.SingleToInt32Bits(widened[i]));
    }
}
