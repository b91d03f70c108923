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

    [Theory]
    [InlineData("President Bush condemned the invasion.", "1990-08-05", "George H. W. Bush")]
    [InlineData("President Bush condemned the invasion.", "2003-03-10", "George W. Bush")]
    [InlineData("US Secretary of State Clinton condemned the invasion.", "2009-02-10", "Hillary Clinton")]
    [InlineData("Philippine President Aquino condemned the invasion.", "1991-09-10", "Corazon Aquino")]
    [InlineData("Iraqi Prime Minister Nuri al-Maliki condemned the attack.", "2014-06-20", "Nouri al-Maliki")]
    [InlineData("The UN chief condemned the attack.", "2016-02-10", "Ban Ki-moon")]
    public void An_office_and_a_name_however_spelled_are_who_held_it_then(string text, string published, string name)
    {
        var coded = TestCoder.Code(text, published);

        Assert.Equal(name, coded.Entities.Single(entity => entity.Id == coded.Events[0].Actor[0]).Name);
    }

    [Fact]
    public void An_open_term_is_not_held_for_ever()
    {
        var coded = TestCoder.Code("Robert Mugabe visited Singapore.", "2018-06-01");

        Assert.Null(Assert.Single(coded.Entities, entity => entity.Name == "Robert Mugabe").Office);
    }

    [Theory]
    [InlineData("Moscow said it was ready.", EntityKind.Country)]
    [InlineData("Macron flew to Moscow.", EntityKind.Place)]
    [InlineData("Macron visited Moscow.", EntityKind.Place)]
    [InlineData("Macron sent a letter to Moscow.", EntityKind.Country)]
    public void A_capital_that_is_gone_to_is_a_place(string text, EntityKind kind)
    {
        var coded = TestCoder.Code(text, "2020-06-15");

        Assert.Equal(kind, coded.Entities.Single(entity => entity.Mentions.Any(mention => mention.Text == "Moscow")).Kind);
    }

    [Theory]
    [InlineData("The Free Aceh Movement rejected the offer. The rebels attacked a police post.", "the rebels", "Free Aceh Movement")]
    [InlineData("The Revolutionary United Front rejected the offer. The RUF attacked Freetown.", "The RUF", "Revolutionary United Front")]
    [InlineData("Evo Morales left Bolivia. Mexico thanked the former president.", "the former president", "Evo Morales")]
    [InlineData("Russia and China rejected the resolution on Syria. William Hague condemned both countries.", "both countries", "Russia")]
    [InlineData("Emmanuel Macron met Angela Merkel in Paris. She praised him.", "She", "Angela Merkel")]
    [InlineData("Emmanuel Macron met Angela Merkel in Paris. He praised her.", "her", "Angela Merkel")]
    public void Words_lead_back_to_what_was_named(string text, string words, string name)
    {
        var coded = TestCoder.Code(text, "2019-11-20");

        Assert.Contains(coded.Entities, entity => entity.Name == name && entity.Mentions.Any(mention => mention.Text.Equals(words, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void What_is_denied_is_nobody()
    {
        var coded = TestCoder.Code("Rwanda armed the rebels. Paul Kagame denied it.", "2012-11-21");

        Assert.DoesNotContain(coded.Entities, entity => entity.Mentions.Any(mention => mention.Text == "it"));
    }

    [Fact]
    public void A_part_of_a_state_after_its_town_is_no_state()
    {
        var coded = TestCoder.Code("Police in Atlanta, Georgia, arrested two suspects. Armenia, Georgia and Azerbaijan held talks.", "2006-08-20");

        Assert.Equal(["USA", "GEO"], coded.Entities.Where(entity => entity.Name == "Georgia").Select(entity => entity.Country));
    }

    [Fact]
    public void A_town_goes_before_the_province_of_its_name()
    {
        var coded = TestCoder.Code("Troops shelled Aleppo.", "2016-12-10");

        Assert.Equal(("Aleppo", "city"), (Assert.Single(coded.Places).Name, coded.Places[0].Kind));
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
