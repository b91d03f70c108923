using Demarche.Testing;

namespace Demarche.Coding.Tests;

/// <summary>To which state people and bodies belong of whom no word tells it, and whom half a name or a common noun means.</summary>
public sealed class BelongingTests
{
    private const string InKenya = "Kenya's parliament sat in Nairobi. Kenya's president spoke to Kenya's lawmakers. ";

    [Theory]
    [InlineData(InKenya + "A judge charged the minister with fraud.", "A judge", "KEN")]
    [InlineData(InKenya + "Critics accused the minister of fraud.", "Critics", "KEN")]
    [InlineData(InKenya + "Foreign leaders accused the minister of fraud.", "Foreign leaders", null)]
    [InlineData(InKenya + "Farmers in East Africa accused the minister of fraud.", "Farmers in East Africa", null)]
    [InlineData("France and Italy were at odds. Residents in Turin accused the mayor of fraud.", "Residents in Turin", "ITA")]
    [InlineData("France and Italy were at odds. Kenyan police arrested three students.", "three students", "KEN")]
    [InlineData("France and Italy were at odds. Kenyan police arrested three students after the Ugandan president complained.", "three students", null)]
    public void People_belong_where_the_report_or_the_other_side_is(string text, string words, string? country) => Assert.Equal(country, Called(text, words).Country);

    [Theory]
    [InlineData("The former president, Bill Clinton, and Hillary Clinton spoke in Iowa. Mr. Clinton criticized the senator.", "2016-01-29", "Bill Clinton")]
    [InlineData("The former president, Bill Clinton, and Hillary Clinton spoke in Iowa. Mrs. Clinton criticized the senator.", "2016-01-29", "Hillary Clinton")]
    public void A_title_tells_which_of_a_couple_is_meant(string text, string published, string name)
    {
        var coded = TestCoder.Code(text, published);

        Assert.Contains(coded.Entities, entity => entity.Name == name && entity.Mentions.Any(mention => mention.Text.StartsWith('M') && mention.Text.EndsWith("Clinton", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_headline_calls_by_surname_whom_the_text_names()
    {
        var coded = TestCoder.Code("Mackenzie blasts Ottawa over trawlers.\n\nPaula Mackenzie, the mayor of Halifax, criticised the Canadian government on Monday.", "2019-05-06");

        Assert.Contains(coded.Entities, entity => entity is { Kind: EntityKind.Person, Name: "Paula Mackenzie" } && entity.Mentions.Any(mention => mention.Text == "Mackenzie"));
    }

    [Theory]
    [InlineData("Barack Obama spoke in Chicago. Republicans accused Obama of weakness.", "2015-05-06", "Republican Party", "USA")]
    [InlineData("Nigeria's government met Nigerian lawmakers in Nigeria. Peoples Democratic Party senators accused Nigeria's president of fraud.", "2018-05-06", "People's Democratic Party", "NGA")]
    public void A_party_is_that_of_a_state_which_the_report_concerns(string text, string published, string party, string country)
    {
        var coded = TestCoder.Code(text, published);

        Assert.Contains(coded.Entities, entity => entity.Name == party && entity.Country == country);
    }

    [Theory]
    [InlineData("Donald Trump and Chinese leader Xi Jinping met in Osaka.", "Donald Trump, Xi Jinping")]
    [InlineData("The President of the Senate, Bukola Saraki, and Senator Dino Melaye met in Abuja.", "Bukola Saraki, Dino Melaye")]
    [InlineData("House Speaker Paul Ryan, R-Wis., met Barack Obama.", "Barack Obama, Paul Ryan")]
    [InlineData("The man who shot Aaron Scott - Brent Vinson - met Barack Obama.", "Aaron Scott, Barack Obama")]
    public void Titles_and_marks_beside_a_name_are_nobody_else(string text, string people)
    {
        var coded = TestCoder.Code(text, "2016-09-30");

        Assert.Equal(people, string.Join(", ", coded.Entities.Where(entity => entity.Kind == EntityKind.Person && entity.Name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(entity.Name[0]) && !entity.Name.StartsWith("The ", StringComparison.Ordinal)).Select(entity => entity.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_plural_is_the_party_of_the_state_that_the_report_is_about()
    {
        var coded = TestCoder.Code("Barack Obama spoke in Iowa, and Germany joined the pact. Republicans criticised Barack Obama over Ohio.", "2016-09-08");

        Assert.Contains(coded.Entities, entity => entity is { Name: "Republican Party", Country: "USA" });
    }

    [Fact]
    public void A_newspaper_is_no_person()
    {
        var coded = TestCoder.Code("Martha Quayle spoke to The Tallinn Herald. The newspaper urged Estonia to sign the treaty.", "2019-05-06");

        Assert.DoesNotContain(coded.Entities, entity => entity.Kind == EntityKind.Person && entity.Mentions.Any(mention => mention.Text == "The newspaper"));
    }

    [Fact]
    public void They_are_not_whom_a_poll_leaves_unnamed()
    {
        var coded = TestCoder.Code("Iranian lawmakers criticised Turkish officials. Four in ten said they opposed the visit of Vladimir Putin.", "2019-05-06");

        Assert.DoesNotContain(coded.Entities, entity => entity.Mentions.Any(mention => mention.Text == "they"));
    }

    [Fact]
    public void He_is_the_one_whose_call_the_clause_goes_on_about()
    {
        var coded = TestCoder.Code("Envoy Gordon Ashby answered questions about Donald Trump's call, in which he asked Ukraine for help.", "2019-11-20");

        Assert.Contains(coded.Entities, entity => entity.Name == "Donald Trump" && entity.Mentions.Any(mention => mention.Text == "he"));
    }

    [Theory]
    [InlineData("Islamic State attacked Mosul. The US-backed rebels seized a bridge in Syria.", "The US-backed rebels", false)]
    [InlineData("The Free Aceh Movement rejected the offer. The rebels attacked a police post.", "The rebels", true)]
    public void Rebels_that_more_is_said_of_are_others(string text, string words, bool known) => Assert.Equal(known, Called(text, words).KnowledgeId is not null);

    [Fact]
    public void A_nominee_of_one_party_is_not_that_of_the_other()
    {
        var coded = TestCoder.Code("Republican presidential nominee Ann Pike spoke in Ohio. Democratic presidential nominee Bob Gray spoke in Iowa. The Republican nominee vowed to deport migrants.", "2016-09-30");

        Assert.Contains(coded.Entities, entity => entity.Name == "Ann Pike" && entity.Mentions.Any(mention => mention.Text == "The Republican nominee"));
    }

    [Fact]
    public void Who_are_named_behind_a_plural_all_take_part()
    {
        var coded = TestCoder.Code("Federal prosecutors charged two Vermont developers, Ariel Quist and William Stang, with fraud.", "2016-09-30");

        Assert.Equal(["Ariel Quist", "William Stang"], coded.Events.Single().Recipient.Select(id => coded.Entities.Single(entity => entity.Id == id).Name));
    }

    [Theory]
    [InlineData("Norway's army left the base. Its neighbour Sweden and Norway were at odds. Norway accused its neighbour of lying.", "its neighbour", "Sweden")]
    [InlineData("Oslo's mayor, Eva Lund, met Karl Berg. Lund accused her rival of lying.", "her rival", "Karl Berg")]
    public void A_rival_is_the_other_of_two(string text, string words, string name) => Assert.Equal(name, Called(text, words).Name);

    [Theory]
    [InlineData("The Paris attacks angered Kenya.", "France")]
    [InlineData("The Mumbai attacks angered Kenya.", "Mumbai")]
    public void A_town_before_an_attack_is_its_victim(string text, string name)
    {
        var coded = TestCoder.Code(text, "2016-09-30");

        var attack = Assert.Single(coded.Events, found => found.Type == "ASSAULT");
        Assert.Empty(attack.Actor);
        Assert.Equal(name, coded.Entities.Single(entity => entity.Id == Assert.Single(attack.Recipient)).Name);
    }

    private static CodedEntity Called(string text, string words) =>
        TestCoder.Code(text, "2019-05-06").Entities.Single(entity => entity.Mentions.Any(mention => mention.Text.Equals(words, StringComparison.OrdinalIgnoreCase)));
}
