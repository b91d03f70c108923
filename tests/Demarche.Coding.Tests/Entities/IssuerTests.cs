using Demarche.Intake;
using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class IssuerTests
{
    [Theory]
    [InlineData("Ministry of Foreign Affairs of Japan", "JPN")]
    [InlineData("MINISTRY OF DEFENCE OF THE RUSSIAN FEDERATION", "RUS")]
    [InlineData("Ministry of Foreign Affairs of the People's Republic of China", "CHN")]
    [InlineData("Ministry of Foreign Affairs, Republic of China (Taiwan)", "TWN")]
    [InlineData("Polish Foreign Ministry", "POL")]
    [InlineData("Ministry of National Defense", null)]
    [InlineData("The Times of India", null)]
    [InlineData(null, null)]
    public void A_body_of_government_that_names_its_state_issues_for_it(string? outlet, string? country)
    {
        Assert.Equal(country, Issuers.CountryOf(TestCoder.Instance.Knowledge, outlet));
    }

    [Theory]
    [InlineData("Belarus closed the border. The Ministry strongly condemns this decision.", "The Ministry")]
    [InlineData("Belarus closed the border. The Ministry of Foreign Affairs condemns this decision.", "The Ministry of Foreign Affairs")]
    [InlineData("Belarus closed the border. Deputy Foreign Minister Piotr Nowacki condemned this decision.", "Piotr Nowacki")]
    public void In_a_release_bodies_and_offices_without_a_state_are_its_issuers(string text, string name)
    {
        var coded = Code(text, "Ministry of Foreign Affairs of Poland");

        Assert.Equal("POL", Assert.Single(coded.Entities, entity => entity.Name == name).Country);
    }

    [Fact]
    public void Another_outlet_leaves_them_to_the_report()
    {
        var coded = Code("Belarus closed the border. The Ministry strongly condemned the protesters.", "Daily Courier");

        Assert.Equal("BLR", Assert.Single(coded.Entities, entity => entity.Name == "The Ministry").Country);
    }

    private static CodedReport Code(string text, string outlet) =>
        TestCoder.Instance.Code(new Report { Id = "test", Text = text, Outlet = outlet, Published = "2021-11-09", PublishedBasis = DateBasis.Given });
}
