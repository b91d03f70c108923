using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class EntityResolverTests
{
    [Fact]
    public void A_title_before_a_name_gives_country_sector_and_the_office_held_that_day()
    {
        var coded = TestCoder.Code("Japanese Foreign Minister Taro Kono condemned the launch.", "2017-11-24");

        var kono = Assert.Single(coded.Entities, entity => entity.Name == "Taro Kono");
        Assert.Equal((EntityKind.Person, "JPN", "minister for foreign affairs"), (kono.Kind, kono.Country, kono.Office));
    }

    [Fact]
    public void A_surname_leads_back_to_the_full_name()
    {
        var coded = TestCoder.Code("Taro Kono arrived in Moscow on Thursday. Mr Kono met Sergey Lavrov. Kono thanked Lavrov.", "2017-11-24");

        var kono = Assert.Single(coded.Entities, entity => entity.Name == "Taro Kono");
        Assert.Equal(3, kono.Mentions.Count(mention => mention.Text.EndsWith("Kono", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("The Japanese prime minister condemned the launch.", "2017-08-30", "Shinzo Abe")]
    [InlineData("The Japanese prime minister condemned the launch.", "2022-02-07", "Fumio Kishida")]
    [InlineData("The Russian president condemned the launch.", "2017-08-30", "Vladimir Putin")]
    public void An_office_of_a_state_is_who_held_it_on_the_reports_day(string text, string published, string holder)
    {
        var coded = TestCoder.Code(text, published);

        var actor = coded.Entities.Single(entity => entity.Id == coded.Events[0].Actor[0]);
        Assert.Equal(holder, actor.Name);
    }

    [Fact]
    public void Several_who_were_named_are_meant_by_the_pair()
    {
        var coded = TestCoder.Code("Taro Kono met Sergey Lavrov in Moscow. The pair agreed to hold talks in Tokyo.", "2017-11-24");

        var agreed = Assert.Single(coded.Events, found => found.Type == "AGREE");
        Assert.Equal(["Taro Kono", "Sergei Lavrov"], agreed.Actor.Select(id => coded.Entities.Single(entity => entity.Id == id).Name));
    }

    [Fact]
    public void A_pronoun_object_is_not_the_subject_of_its_clause()
    {
        var coded = TestCoder.Code("Donald Trump telephoned Moon Jae-in. He urged him to withdraw the troops.", "2018-03-01");

        var urged = Assert.Single(coded.Events, found => found.Type == "REQUEST");
        Assert.Equal(["USA"], urged.Actor.Select(id => coded.Entities.Single(entity => entity.Id == id).Country));
        Assert.Equal(["KOR"], urged.Recipient.Select(id => coded.Entities.Single(entity => entity.Id == id).Country));
    }

    [Fact]
    public void A_capital_that_acts_is_its_state()
    {
        var coded = TestCoder.Code("Pyongyang rejected the offer.", "2018-03-01");

        Assert.Equal(("PRK", EntityKind.Country), (coded.Entities[0].Country, coded.Entities[0].Kind));
    }

    [Fact]
    public void The_North_is_North_Korea_where_the_report_speaks_of_it()
    {
        var coded = TestCoder.Code("North Korea fired a missile. Seoul condemned the North.", "2018-03-01");

        var accused = Assert.Single(coded.Events, found => found.Type == "ACCUSE");
        Assert.Equal("PRK", coded.Entities.Single(entity => entity.Id == accused.Recipient[0]).Country);
    }

    [Fact]
    public void Armed_forces_described_by_nationality_are_a_group_of_that_state()
    {
        var coded = TestCoder.CodeSentence("Iraqi troops attacked Kurdish fighters near Kirkuk.");

        var troops = coded.Entities.Single(entity => entity.Id == coded.Events[0].Actor[0]);
        Assert.Equal(("IRQ", EntityKind.Group), (troops.Country, troops.Kind));
        Assert.Equal(["MIL"], troops.Sectors);
    }
}
