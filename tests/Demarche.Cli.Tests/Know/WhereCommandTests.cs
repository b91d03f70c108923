using Demarche.Knowledge;

namespace Demarche.Cli.Tests;

public sealed class WhereCommandTests
{
    private static readonly KnowledgeBase Known = KnowledgeBase.Load(Installation.Knowledge);

    [Fact]
    public void A_town_is_told_with_region_state_coordinates_inhabitants_and_number()
    {
        var town = new KnowledgeEntry
        {
            Id = "place:geonames-1", Kind = EntryKind.Place, Name = "Testby", Type = "city", Region = "Oslo", Country = "NOR",
            Latitude = 59.9f, Longitude = 10.75f, Population = 12345, GeonamesId = 1,
        };

        Assert.Equal("Testby · city · Oslo · Norway (NOR) · 59.90, 10.75 · 12,345 inhabitants · GeoNames 1 · place:geonames-1", WhereCommand.Describe(town, Known));
    }

    [Fact]
    public void A_disputed_territory_is_told_with_all_who_claim_it()
    {
        var outcome = Command.Run("where", "Takeshima");

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Equal("Liancourt Rocks · disputed islets · held by KOR, claimed by KOR and JPN · 37.24, 131.87 · dispute:liancourt-rocks · score 4.0", outcome.Lines[0]);
    }

    [Fact]
    public void The_seat_of_a_government_is_the_town_and_no_state()
    {
        var outcome = Command.Run("where", "Moscow");

        Assert.StartsWith("Moscow · city · Moscow · Russia (RUS) · ", outcome.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Lines, line => line.Contains("country:", StringComparison.Ordinal));
    }

    [Fact]
    public void Places_may_be_asked_for_in_one_state_only()
    {
        Assert.Contains(" · country · ", Command.Run("where", "Georgia").Output, StringComparison.Ordinal);

        var outcome = Command.Run("where", "Georgia", "--country", "USA");

        Assert.StartsWith("Georgia · admin1 · United States (USA) · ", Assert.Single(outcome.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_names_of_the_report_tell_which_town_is_meant()
    {
        Assert.StartsWith("Springfield · city · Missouri · ", Command.Run("where", "Springfield").Lines[0], StringComparison.Ordinal);

        Assert.StartsWith("Springfield · city · Illinois · ", Command.Run("where", "Springfield", "--near", "Illinois").Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demarche: no place is known under the name 'Nowhere At All'.\n", "Nowhere At All")]
    [InlineData("demarche: no place of NOR is known under the name 'Moscow'.\n", "Moscow", "--country", "NOR")]
    public void A_name_that_is_not_known_is_said_to_be_so(string message, params string[] args)
    {
        var outcome = Command.Run(["where", .. args]);

        Assert.Equal((ExitStatus.SomeUnread, message), (outcome.Status, outcome.Error));
    }

    [Fact]
    public void A_state_that_is_none_is_refused()
    {
        var outcome = Command.Run("where", "Moscow", "--country", "Russia");

        Assert.Equal((ExitStatus.Usage, "demarche: --country: 'Russia' is no code of a state; write it as JPN.\n"), (outcome.Status, outcome.Error));
    }
}
