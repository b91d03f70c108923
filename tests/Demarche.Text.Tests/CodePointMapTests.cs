namespace Demarche.Text.Tests;

public sealed class CodePointMapTests
{
    [Theory]
    [InlineData("Tokyo", 3, 3)]
    [InlineData("😀Tokyo", 2, 1)]
    [InlineData("a😀b😀c", 3, 2)]
    [InlineData("a😀b😀c", 4, 3)]
    [InlineData("a😀b😀c", 7, 5)]
    [InlineData("😀😀", 0, 0)]
    [InlineData("😀😀", 4, 2)]
    public void Offsets_go_over_and_come_back(string text, int utf16, int codePoints)
    {
        var map = new CodePointMap(text);

        Assert.Equal(codePoints, map.ToCodePoints(utf16));
        Assert.Equal(utf16, map.ToUtf16(codePoints));
    }

    [Fact]
    public void Half_a_pair_counts_as_one_code_point()
    {
        var map = new CodePointMap("a\uD83Db😀c");

        Assert.Equal([0, 1, 2, 3, 4, 5], new[] { 0, 1, 2, 3, 5, 6 }.Select(map.ToCodePoints));
    }
}
