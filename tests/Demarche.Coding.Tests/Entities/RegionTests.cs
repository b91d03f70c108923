using Demarche.Testing;

namespace Demarche.Coding.Tests;

/// <summary>States that are called by their part of the world, or by the half of a divided land.</summary>
public sealed class RegionTests
{
    [Theory]
    [InlineData("Oman received a delegation from Yemen. The Gulf state has mediated between Saudi Arabia and Iran.", "The Gulf state", "OMN")]
    [InlineData("Taiwan summoned the envoy of Jordan. Taiwan then banned exports of rice to the Arab country.", "the Arab country", "JOR")]
    [InlineData("Togo and Norway quarrelled. The tiny West African nation recalled its ambassador.", "The tiny West African nation", "TGO")]
    [InlineData("Seoul held an exercise off the South Korean coast. It condemned the North on Monday.", "the North", "PRK")]
    public void A_part_of_the_world_leads_back_to_a_state_of_it(string text, string words, string country)
    {
        var coded = TestCoder.Code(text, "2019-05-06");

        Assert.Contains(coded.Entities, entity => entity is { Kind: EntityKind.Country } && entity.Country == country && entity.Mentions.Any(mention => mention.Text == words));
    }

    [Fact]
    public void Two_states_of_a_part_of_the_world_are_told_from_others()
    {
        var coded = TestCoder.Code("Russia told Azerbaijan and Armenia to be patient. The two South Caucasus countries are negotiating a treaty.", "2019-05-06");

        var talks = Assert.Single(coded.Events, found => found.Type == "CONSULT");
        Assert.Equal(["ARM", "AZE"], talks.Actor.Select(id => coded.Entities.Single(entity => entity.Id == id).Country).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_state_of_that_part_was_named()
    {
        var coded = TestCoder.Code("Norway warned Finland. The Gulf state has mediated between Saudi Arabia and Iran.", "2019-05-06");

        Assert.DoesNotContain(coded.Entities, entity => entity is { Kind: EntityKind.Country } && entity.Mentions.Any(mention => mention.Text == "The Gulf state"));
    }

    [Theory]
    [InlineData("Kenya said its soldiers had been wounded. The Ugandan army denied that its forces had opened fire.", "its forces", "UGA")]
    [InlineData("Kenya said its soldiers had been wounded. Uganda replied that the wife of its ambassador had been arrested.", "the wife of its ambassador", "UGA")]
    public void A_possessive_in_what_is_told_is_of_who_tells_it(string text, string words, string country)
    {
        var coded = TestCoder.Code(text, "2019-05-06");

        Assert.Contains(coded.Entities, entity => entity.Country == country && entity.Mentions.Any(mention => mention.Text == words));
    }

    [Fact]
    public void Who_is_quoted_as_accusing_accuses()
    {
        var coded = TestCoder.Code("The state news agency of Iran quoted Vladimir Putin as accusing Kenya of espionage.", "2019-05-06");

        var accusation = Assert.Single(coded.Events, found => found.Type == "ACCUSE");
        Assert.Equal("Vladimir Putin", coded.Entities.Single(entity => entity.Id == Assert.Single(accusation.Actor)).Name);
    }
}
