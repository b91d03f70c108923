namespace Demarche.Knowledge.Tests.Names;

public sealed class AmbiguityTests
{
    [Theory]
    [InlineData("Georgia", "country:GEO Name, place:geonames-4197000 Name")]
    [InlineData("Washington", "country:USA Capital, place:geonames-5815135 Name")]
    [InlineData("Brussels", "country:BEL Capital, country:EUR Capital")]
    [InlineData("Moscow", "country:RUS Capital, country:SUN Capital")]
    [InlineData("Pyongyang", "country:PRK Capital, place:geonames-1871859 Name")]
    [InlineData("Kiev", "country:UKR Capital, place:geonames-703448 Name")]
    public void The_likelier_reading_goes_first(string name, string expected) =>
        Assert.StartsWith($"{name} = {expected}", Words.Found($"over_ADP {name}", readings: 2), StringComparison.Ordinal);

    [Theory]
    [InlineData("Jordan", "country:JOR")]
    [InlineData("Turkey", "country:TUR")]
    [InlineData("Chad", "country:TCD")]
    [InlineData("Kremlin", "metonym:kremlin-RUS")]
    [InlineData("White House", "metonym:white-house-USA")]
    [InlineData("Pentagon", "metonym:pentagon-USA")]
    [InlineData("Downing Street", "metonym:downing-street-GBR")]
    [InlineData("Blue House", "metonym:blue-house-KOR")]
    [InlineData("Elysee", "metonym:elysee-FRA")]
    [InlineData("Northern Territories", "dispute:southern-kuril-islands")]
    [InlineData("Takeshima", "dispute:liancourt-rocks")]
    [InlineData("N. Korea", "country:PRK")]
    [InlineData("DPRK", "country:PRK")]
    [InlineData("Ivory Coast", "country:CIV")]
    [InlineData("Burma", "country:MMR")]
    [InlineData("Holland", "country:NLD")]
    [InlineData("Britain", "country:GBR")]
    [InlineData("NATO", "org:north-atlantic-treaty-organization")]
    [InlineData("Nato", "org:north-atlantic-treaty-organization")]
    [InlineData("ISIS", "group:islamic-state")]
    public void A_name_means_first(string name, string id) =>
        Assert.Equal(id, Shipped.Knowledge.Find(Words.Sentence($"over_ADP {name}"))[0].Candidates[0].Entry.Id);

    [Fact]
    public void Us_and_is_are_not_taken_for_a_state_and_a_group() =>
        Assert.Equal("US = country:USA Acronym", Words.Found("Us_PRON two_NUM is_AUX what_PRON US means_VERB to_ADP us_PRON"));

    [Fact]
    public void In_a_headline_all_in_capitals_words_stay_words() =>
        Assert.Equal(
            """
            RUSSIA = country:RUS Name
            SYRIA = country:SYR Name
            """,
            Words.Found("TELL_VERB US_PRON WHAT_PRON IS_AUX RUSSIA DOING_VERB IN_ADP SYRIA"));

    [Fact]
    public void May_is_a_person_only_where_it_is_no_month() =>
        Assert.Equal(
            """
            Theresa May = person:theresa-may Name
            May = person:theresa-may Surname
            """,
            Words.Found("Theresa May left_VERB in_ADP May 2019 , as_SCONJ May wished_VERB in_ADP May ."));

    [Fact]
    public void Common_words_at_the_start_of_a_sentence_are_no_names() =>
        Assert.Equal("", Words.Found("Rice_NOUN fell_VERB , and_CCONJ Nice_ADJ mobile reading split_VERB bars"));

    [Fact]
    public void A_surname_that_many_bore_lists_them_all_up_to_eight()
    {
        var match = Shipped.Knowledge.Find(Words.Sentence("President Bush spoke_VERB"))[1];

        Assert.Contains("person:george-w-bush", match.Candidates.Select(candidate => candidate.Entry.Id));
        Assert.InRange(match.Candidates.Count, 1, 8);
    }

    [Fact]
    public void A_dispute_keeps_every_claimant()
    {
        var dispute = Shipped.Knowledge.FindExact("Northern Territories")[0];

        Assert.Equal(EntryKind.Dispute, dispute.Kind);
        Assert.Equal("RUS", dispute.Country);
        Assert.Equal(["JPN", "RUS"], dispute.OtherCountries.Order());
    }
}
