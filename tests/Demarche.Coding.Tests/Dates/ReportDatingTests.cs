using Demarche.Intake;
using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class ReportDatingTests
{
    [Fact]
    public void Offices_bound_the_days_of_an_undated_report_and_are_then_known()
    {
        var coded = TestCoder.Code("French Foreign Minister Laurent Fabius met German Chancellor Angela Merkel in Berlin.", published: null);

        Assert.Equal((DateBasis.Inferred, new DayRange(new(2012, 5, 16), new(2016, 2, 10))), (coded.Report.PublishedBasis, coded.Report.PublishedRange));
        Assert.Contains(coded.Entities, entity => entity is { Name: "Laurent Fabius", Country: "FRA", Office: not null });
        Assert.Equal((new DateOnly(2012, 5, 16), new DateOnly(2016, 2, 10), null), (coded.Events[0].Date.Start!.Value, coded.Events[0].Date.End!.Value, coded.Events[0].Date.Expression));
        Assert.Contains(coded.Warnings, warning => warning.Contains("Laurent Fabius", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_of_something_planned_is_still_to_come_and_one_of_something_done_is_past()
    {
        var coded = TestCoder.Code(
            "Greek Prime Minister Alexis Tsipras criticised Turkey. The two sides plan to hold a summit in Izmir in 2018. Greece withdrew from an earlier round in March 2017.", published: null);

        Assert.Equal(new DayRange(new(2017, 3, 1), new(2017, 12, 31)), coded.Report.PublishedRange);
    }

    [Fact]
    public void A_dateline_without_a_year_is_of_the_year_in_which_it_was_the_weekday_told()
    {
        var coded = Code("The Polish government condemned Belarus on Wednesday. Minsk rejects the charges, which have grown since the invasion of Ukraine.", new("Warsaw", "POL", null) { MonthDay = (5, 24) });

        Assert.Equal(("2023-05-24", DateBasis.Inferred, null), (coded.Report.Published, coded.Report.PublishedBasis, coded.Report.PublishedRange));
        Assert.Equal(new DateOnly(2023, 5, 24), coded.Events[0].Date.Start);
    }

    [Fact]
    public void Years_counted_from_a_war_name_the_year_of_a_day_and_month()
    {
        var coded = TestCoder.Code("China lodged a protest with Japan on 12 May. It came 70 years after the end of World War II.", published: null);

        Assert.Equal(new DateOnly(2016, 5, 12), coded.Events[0].Date.Start);
        Assert.Equal(new DateOnly(2016, 5, 12), coded.Report.PublishedRange!.From);
    }

    [Fact]
    public void A_clue_that_contradicts_the_others_is_passed_over()
    {
        var coded = TestCoder.Code("President Bill Clinton met Prime Minister Tony Blair. The coronavirus pandemic was not foreseen.", published: null);

        Assert.True(coded.Report.PublishedRange is { From.Year: 1997, To.Year: 2001 });
    }

    [Theory]
    [InlineData("Ukraine condemned Russia, 100000 years after the war.")]
    [InlineData("Kenya praised the 2024 Games. Uganda praised them too.")]
    public void Years_that_tell_nothing_are_no_clue(string text)
    {
        Assert.Null(TestCoder.Code(text, published: null).Report.PublishedRange);
    }

    [Fact]
    public void A_report_that_shows_nothing_stays_undated()
    {
        var coded = TestCoder.Code("Ukraine condemned Russia on Tuesday.", published: null);

        Assert.Equal((null, DateBasis.Unknown, null), (coded.Report.Published, coded.Report.PublishedBasis, coded.Report.PublishedRange));
    }

    [Fact]
    public void Landmarks_of_a_wrong_form_are_named_with_their_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("landmarks.tsv", "# words\tday\tuse\ngreat flood\t2010-07-26\tnamed\nlong drought\tspring 2011\tnamed\n");

        var error = Assert.Throws<Knowledge.LexiconException>(() => Landmarks.Load(folder.Root));

        Assert.StartsWith("landmarks.tsv(3,1): 'long drought\tspring 2011\tnamed' is not words, a day", error.Message, StringComparison.Ordinal);
    }

    private static CodedReport Code(string text, Dateline dateline) =>
        TestCoder.Instance.Code(new Report { Id = "test", Text = text, Dateline = dateline });
}
