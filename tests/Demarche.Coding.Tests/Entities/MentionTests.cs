using Demarche.Testing;

namespace Demarche.Coding.Tests;

/// <summary>Which words are taken for a mention, and which are none.</summary>
public sealed class MentionTests
{
    [Theory]
    [InlineData("Vice Minister Cho Sei-young summoned the Japanese ambassador.", "Cho Sei-young")]
    [InlineData("Kevin King was abducted by gunmen in Kabul.", "Kevin King")]
    public void A_name_is_found_in_full(string text, string name)
    {
        Assert.Contains(TestCoder.Code(text, "2019-07-01").Entities, entity => entity is { Kind: EntityKind.Person } && entity.Name == name);
    }

    [Theory]
    [InlineData("France condemned the launch of an ICBM-class ballistic missile.", "class")]
    [InlineData("Questions go to Public Affairs. France condemned the launch.", "Public Affairs")]
    [InlineData("In a joint statement, \"The Spirit of Camp David\", the leaders criticised China.", "Spirit")]
    public void What_is_nobody_is_no_mention_of_a_state_or_group(string text, string words)
    {
        Assert.DoesNotContain(TestCoder.Code(text, "2019-07-01").Entities, entity => entity.Name.Contains(words, StringComparison.Ordinal) && (entity.Country is not null || entity.Kind == EntityKind.Group));
    }

    [Theory]
    [InlineData("Japan protested. Tokyo accused the Korean pilots of endangering its crew.", "the Korean pilots", "KOR")]
    [InlineData("Sergey Lavrov visited North Korea. North Korea thanked him. The Korean side supported Russia.", "The Korean side", "PRK")]
    [InlineData("The United States waits. Democratic lawmakers accused Iran of lying.", "Democratic lawmakers", "USA")]
    [InlineData("France waits. Democratic lawmakers accused Iran of lying.", "Democratic lawmakers", null)]
    public void A_short_name_tells_the_state_that_the_report_speaks_of(string text, string words, string? country)
    {
        var coded = TestCoder.Code(text, "2019-07-24");

        Assert.Equal(country, Assert.Single(coded.Entities, entity => entity.Name == words).Country);
    }

    [Theory]
    [InlineData("The state news agency Xinhua accused Washington of lying.", "Xinhua", "CHN")]
    [InlineData("Putin and his host, President Khaltmaagiin Battulga, accused Japan of lying.", "Khaltmaagiin Battulga", "MNG")]
    [InlineData("Taiwan expelled a consul. Foreign Minister Joseph Wu said that the island had accused Honduras of lying.", "Taiwan", "TWN")]
    public void A_description_is_whoever_is_named_beside_or_before_it(string text, string name, string country)
    {
        var coded = TestCoder.Code(text, "2019-09-03");

        var actors = coded.Events.Where(found => found.Type == "ACCUSE").SelectMany(found => found.Actor).Select(id => coded.Entities.Single(entity => entity.Id == id));
        Assert.Contains(actors, actor => actor.Country == country && actor.Name.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_or_colleague_is_of_another_state_than_his_guest()
    {
        var coded = TestCoder.Code("Sergey Lavrov held talks with Péter Szijjártó. Lavrov invited his colleague to visit Moscow.", "2021-08-24");
        var unnamed = TestCoder.Code("Vladimir Putin thanked his host for the welcome.", "2021-08-24");

        var invited = Assert.Single(coded.Events, found => found.Type == "AGREE" || found.Type == "REQUEST");
        Assert.Equal(["HUN"], invited.Recipient.Select(id => coded.Entities.Single(entity => entity.Id == id).Country));
        Assert.DoesNotContain(unnamed.Entities, entity => entity.Name == "his host" && entity.Country is not null);
    }

    [Fact]
    public void Allies_of_a_state_are_not_of_it()
    {
        var coded = TestCoder.Code("Canada and its allies condemned the launch.", "2021-08-24");

        Assert.DoesNotContain(coded.Entities, entity => entity.Name == "its allies" && entity.Country is not null);
    }

    [Fact]
    public void An_expert_on_a_state_is_not_of_it()
    {
        var coded = TestCoder.Code("France waits. Lawmakers questioned Pierre Aubry, a Ukraine specialist on the council.", "2019-11-20");

        Assert.NotEqual("UKR", Assert.Single(coded.Entities, entity => entity.Name == "Pierre Aubry").Country);
    }

    [Fact]
    public void A_ministry_in_what_somebody_says_is_of_his_own_government()
    {
        var coded = TestCoder.Code("Russia's foreign ministry expelled a diplomat. Fumio Kishida, Japan's prime minister, said that the ministry had protested.", "2022-03-22");

        Assert.Equal("JPN", Assert.Single(coded.Entities, entity => entity.Mentions.Any(mention => mention.Text == "the ministry")).Country);
    }

    [Fact]
    public void Of_two_bearers_of_a_surname_the_one_spoken_of_most_is_meant()
    {
        var coded = TestCoder.Code("Kim Jong Un watched the launch. Kim praised the crew. Kim Song is North Korea's ambassador to the United Nations. The United States offered talks. Kim rejected the offer.", "2023-11-23");

        var rejected = coded.Events.First(found => found.Type == "REJECT");
        Assert.Equal(["Kim Jong-un"], rejected.Actor.Select(id => coded.Entities.Single(entity => entity.Id == id).Name));
    }

    [Fact]
    public void They_who_are_to_do_what_is_demanded_may_be_a_state_that_a_plural_stands_for()
    {
        var coded = TestCoder.Code("Both fleets defended their bases. Turkey has protested to the military authorities of Greece and demanded that they withdraw their troops.", "2020-07-23");

        var demanded = Assert.Single(coded.Events, found => found.Type == "REQUEST");
        Assert.Equal(["GRC"], demanded.Recipient.Select(id => coded.Entities.Single(entity => entity.Id == id).Country));
    }

    [Fact]
    public void Former_ministers_and_other_people_with_a_prefix_are_people()
    {
        var coded = TestCoder.Code("The rebels abducted two ex-ministers.", "2020-07-23");

        var abducted = Assert.Single(coded.Events, found => found.Type == "ASSAULT");
        Assert.Equal(["two ex-ministers"], abducted.Recipient.Select(id => coded.Entities.Single(entity => entity.Id == id).Name));
    }
}
