using Demarche.Testing;

namespace Demarche.Coding.Tests;

/// <summary>Whom "both", "the three" and "the two countries" mean.</summary>
public sealed class CollectiveTests
{
    [Theory]
    [InlineData("India and Pakistan exchanged fire. Each government accuses the other of lying.", "Each government", "2019-03-01", "India, Pakistan")]
    [InlineData("India and Pakistan exchanged fire. The two heads of state met in Geneva.", "The two heads of state", "2019-03-01", "India, Pakistan")]
    [InlineData("Armenia and Azerbaijan exchanged fire. Russian President Vladimir Putin praised the ceasefire. Russia told the two countries to withdraw.", "the two countries", "2020-10-10", "Armenia, Azerbaijan")]
    [InlineData("Ilham Aliyev and Nikol Pashinyan met in Vienna. Vladimir Putin called. The Russian president spoke to both leaders.", "both leaders", "2020-11-10", "Ilham Aliyev, Nikol Pashinyan")]
    [InlineData("Kevin King and Timothy Wells taught in Kabul. King and Wells were abducted by gunmen. Both men asked the government for help.", "Both men", "2019-11-19", "Kevin King, Timothy Wells")]
    public void It_stands_for_those_whom_the_report_speaks_of(string text, string words, string published, string members)
    {
        var coded = TestCoder.Code(text, published);

        var named = coded.Entities.Where(entity => entity.Mentions.Any(mention => mention.Text == words)).Select(entity => entity.Name).Order(StringComparer.Ordinal);
        Assert.Equal(members, string.Join(", ", named));
    }

    [Theory]
    [InlineData("Barack Obama called Raul Castro a brave leader. The two agreed to hold talks on Thursday.", "2016-03-24", "CUB, USA")]
    [InlineData("Egypt, Sudan and Ethiopia signed a declaration on the dam. John Kerry, who had met Sergey Lavrov, praised it. The three agreed to hold talks on Thursday.", "2015-03-24", "EGY, ETH, SDN")]
    public void Who_act_together_are_those_named_together(string text, string published, string countries)
    {
        var coded = TestCoder.Code(text, published);

        var acting = coded.Events.Last(found => found.Type == "AGREE").Actor.Select(id => coded.Entities.Single(entity => entity.Id == id).Country);
        Assert.Equal(countries, string.Join(", ", acting.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Officials_of_both_countries_are_of_each()
    {
        var coded = TestCoder.Code("India and Pakistan exchanged fire. On May 5 officials of the two countries met.", "2019-05-06");

        Assert.Equal(["IND", "PAK"], coded.Entities.Where(entity => entity.Name.EndsWith("officials", StringComparison.Ordinal)).Select(entity => entity.Country).Order());
    }
}
