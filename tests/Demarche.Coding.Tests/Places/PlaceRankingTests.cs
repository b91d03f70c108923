using Demarche.Testing;

namespace Demarche.Coding.Tests.Places;

public sealed class PlaceRankingTests
{
    [Theory]
    [InlineData("Moscow")]
    [InlineData("Springfield")]
    [InlineData("Tripoli")]
    [InlineData("Georgia")]
    [InlineData("New York")]
    [InlineData("Aleppo")]
    [InlineData("Valencia")]
    [InlineData("Cambridge")]
    public void The_first_is_the_place_that_the_coder_takes(string name)
    {
        var ranked = PlaceRanking.Rank(TestCoder.Instance.Knowledge, name, []);

        var place = Assert.Single(TestCoder.Code($"Three people were killed in {name} on Monday.").Places);
        Assert.Equal((place.Name, place.Country, place.GeonamesId), (ranked[0].Place.Name, ranked[0].Place.Country, ranked[0].Place.GeonamesId));
    }

    [Theory]
    [InlineData("Springfield", "Illinois", "Illinois")]
    [InlineData("Springfield", "Boston", "Massachusetts")]
    public void Other_names_of_the_report_weigh_as_they_do_in_the_coder(string name, string near, string region)
    {
        var ranked = PlaceRanking.Rank(TestCoder.Instance.Knowledge, name, [near]);

        var coded = TestCoder.Code($"Officials arrived from {near} on Sunday. Three people were killed in {name} on Monday.").Places;
        Assert.Equal(region, ranked[0].Place.Region);
        Assert.Equal(ranked[0].Place.GeonamesId, Assert.Single(coded, place => place.Text == name).GeonamesId);
    }

    [Fact]
    public void A_name_of_no_place_has_none() => Assert.Empty(PlaceRanking.Rank(TestCoder.Instance.Knowledge, "Nowhere At All", ["Norway"]));
}
