using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class RivalTests
{
    [Fact]
    public void What_else_a_name_could_have_meant_is_told_with_its_points()
    {
        var coded = TestCoder.CodeSentence("Georgia accused Russia of building a fence.");

        var georgia = coded.Entities.Single(entity => entity.Country == "GEO");
        Assert.Contains("; not Georgia (place of USA), ", georgia.Resolution!, StringComparison.Ordinal);
        Assert.DoesNotContain("; not", coded.Entities.Single(entity => entity.Country == "RUS").Resolution!, StringComparison.Ordinal);
    }
}
