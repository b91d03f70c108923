namespace Demarche.Intake.Tests.Dates;

public sealed class DatingTests
{
    private const string Body = "The ministers met on Thursday and agreed to meet again soon, officials said.\n\nNo date was set.";

    [Fact]
    public void A_given_date_outranks_a_stated_one()
    {
        var report = TestReader.ReadText($"Ministers meet in Oslo again\nPublished March 3, 2018\n\n{Body}", published: "2018-03-04T10:00:00Z");

        Assert.Equal(("2018-03-04T10:00:00+00:00", DateBasis.Given), (report.Published, report.PublishedBasis));
        Assert.Equal(new DateOnly(2018, 3, 4), report.PublishedDay);
    }

    [Fact]
    public void A_given_day_stays_a_day() =>
        Assert.Equal("2018-03-03", TestReader.ReadText($"Ministers meet in Oslo again\nPublished March 3, 2018, 09:30 GMT\n\n{Body}", published: "2018-03-03").Published);

    [Fact]
    public void Seconds_since_1970_are_a_date_too() =>
        Assert.Equal("2018-03-04T10:00:00+00:00", TestReader.ReadText(Body, published: "1520157600").Published);

    [Fact]
    public void A_given_date_that_cannot_be_read_is_warned_of_and_the_stated_one_counts()
    {
        var report = TestReader.ReadText($"Ministers meet in Oslo again\nPublished March 3, 2018\n\n{Body}", published: "last week");

        Assert.Equal(("2018-03-03", DateBasis.Stated), (report.Published, report.PublishedBasis));
        Assert.Equal(["The publication date 'last week' could not be read; give it as 2023-10-19 or 2023-10-19T08:30:00+09:00."], report.Warnings);
    }

    [Fact]
    public void The_publication_outranks_the_update_wherever_it_stands()
    {
        var report = TestReader.ReadText($"Ministers meet in Oslo again\nUpdated: March 5, 2018\nPublished: March 3, 2018\n\n{Body}");

        Assert.Equal("2018-03-03", report.Published);
    }

    [Fact]
    public void A_date_that_could_be_swapped_is_decided_by_the_dateline()
    {
        var report = TestReader.ReadText($"Ministers meet in Oslo again\nDate: 04/03/2018\n\nOSLO, March 3 (AFP) - {Body}");

        Assert.Equal(("2018-03-04", DateBasis.Stated), (report.Published, report.PublishedBasis));
        Assert.Equal(new DateOnly(2018, 3, 3), report.Dateline!.Date);
    }

    [Fact]
    public void A_date_that_could_be_swapped_is_else_left_out_with_a_warning()
    {
        var report = TestReader.ReadText($"Ministers meet in Oslo again\nDate: 04/03/2018\n\n{Body}");

        Assert.Equal((null, DateBasis.Unknown), (report.Published, report.PublishedBasis));
        Assert.Equal(["The date 'Date: 04/03/2018' can be read day first or month first, and nothing else in the text decides; it was left out."], report.Warnings);
    }

    [Fact]
    public void A_dateline_with_its_year_states_the_date()
    {
        var report = TestReader.ReadText($"OSLO, March 1, 2018 (AFP) - {Body}");

        Assert.Equal(("2018-03-01", DateBasis.Stated), (report.Published, report.PublishedBasis));
    }

    [Fact]
    public void A_year_is_inferred_where_the_text_names_it_and_the_weekday_fits()
    {
        // 1 March was a Thursday in 2018.
        var report = TestReader.ReadText($"OSLO, March 1 (AFP) - {Body} The first round was held in January 2018.");

        Assert.Equal(("2018-03-01", DateBasis.Inferred), (report.Published, report.PublishedBasis));
        Assert.Equal(["The dateline 'OSLO, March 1 (AFP)' gives no year; 2018-03-01 was inferred from the years and weekdays in the text."], report.Warnings);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" The first round was held in January 2015.")]
    [InlineData(" They spoke of an agreement of 2018, and of the 2018 summit.")]
    [InlineData(" The next round is due in 2019, after those of 2018.")]
    public void A_year_is_not_guessed(string more)
    {
        var report = TestReader.ReadText($"OSLO, March 1 (AFP) - {Body}{more}");

        Assert.Equal((null, DateBasis.Unknown), (report.Published, report.PublishedBasis));
        Assert.Equal(["The dateline 'OSLO, March 1 (AFP)' gives no year and the text none that fits; add the publication date, and its days can be dated."], report.Warnings);
        Assert.Equal(new Dateline("Oslo", "NOR", null) { MonthDay = (3, 1) }, report.Dateline);
    }

    [Fact]
    public void A_dateline_of_december_belongs_to_the_year_before_a_publication_in_january()
    {
        var report = TestReader.ReadText($"OSLO, Dec. 31 (AFP) - {Body}", published: "2018-01-02");

        Assert.Equal(new DateOnly(2017, 12, 31), report.Dateline!.Date);
    }
}
