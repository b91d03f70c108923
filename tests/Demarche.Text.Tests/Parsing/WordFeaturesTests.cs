using Demarche.Text.Parsing;

namespace Demarche.Text.Tests.Parsing;

public sealed unsafe class WordFeaturesTests
{
    [Fact]
    public void Numbers_of_one_shape_share_a_row()
    {
        var (a, b) = (WordFeatures.Of("1,180"), WordFeatures.Of("2,734"));

        Assert.Equal(a.WordKey, b.WordKey);
        Assert.NotEqual(a.VectorKey, b.VectorKey);
    }

    [Fact]
    public void Curly_marks_are_read_as_straight_ones() =>
        Assert.Equal(WordFeatures.Of("'s").VectorKey, WordFeatures.Of("’s").VectorKey);

    [Fact]
    public void Case_shows_in_the_shape_only()
    {
        var (lower, upper) = (WordFeatures.Of("minister"), WordFeatures.Of("Minister"));

        Assert.Equal(lower.VectorKey, upper.VectorKey);
        for (var i = 1; i < 8; i++) Assert.Equal(lower.Rows[i], upper.Rows[i]);
        Assert.NotEqual(lower.Rows[8], upper.Rows[8]);
    }

    [Fact]
    public void Words_of_any_length_have_rows_within_their_tables()
    {
        foreach (var form in new[] { "", "a", "ab", new string('x', 127), new string('y', 5000), "\ud83d\ude00", "\ud83d" })
        {
            var features = WordFeatures.Of(form);

            for (var i = 1; i < ParserShape.Tables.Length; i++) Assert.InRange(features.Rows[i], 0, ParserShape.Tables[i].Rows - 1);
        }
    }
}
