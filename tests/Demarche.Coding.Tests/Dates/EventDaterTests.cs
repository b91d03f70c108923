using Demarche.Intake;
using Demarche.Testing;
using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class EventDaterTests
{
    [Fact]
    public void Words_that_tell_the_day_are_counted_from_the_reports_day()
    {
        var coded = TestCoder.Code("Ukraine condemned Russia on Tuesday.", "2017-08-31");

        Assert.Equal((new DateOnly(2017, 8, 29), DatePrecision.Day, "Tuesday"), (coded.Events[0].Date.Start!.Value, coded.Events[0].Date.Precision, Last(coded.Events[0].Date.Expression!)));
    }

    [Fact]
    public void Without_words_the_reports_day_stands_in_with_unknown_precision()
    {
        var coded = TestCoder.Code("Ukraine condemned Russia.", "2017-08-31");

        Assert.Equal((new DateOnly(2017, 8, 31), DatePrecision.Unknown, null), (coded.Events[0].Date.Start!.Value, coded.Events[0].Date.Precision, coded.Events[0].Date.Expression));
    }

    [Fact]
    public void An_undated_report_gives_no_dates_and_says_so()
    {
        var coded = TestCoder.Code("Ukraine condemned Russia on Tuesday.", published: null);

        Assert.Null(coded.Events[0].Date.Start);
        Assert.Contains(coded.Warnings, warning => warning.EndsWith("could not be dated because the report has no publication date; add it, and the words can be dated.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("China criticised the United States over its 2016 election.")]
    [InlineData("When police found the body on August 10, Kenya accused Uganda of murder.")]
    public void The_time_of_a_noun_or_of_another_clause_makes_no_event_historical(string text)
    {
        var coded = TestCoder.Code(text, "2019-11-18");

        Assert.Equal((EventStatus.None, null), (coded.Events.Single().Status, coded.Events.Single().Date.Expression));
    }

    [Fact]
    public void What_ended_in_an_earlier_month_is_historical()
    {
        var coded = TestCoder.Code("In June 2014, Russia attacked Ukraine.", "2017-08-31");

        Assert.Equal(EventStatus.Historical, coded.Events[0].Status);
    }

    [Fact]
    public void What_ended_within_a_week_is_news_even_in_another_month()
    {
        var coded = TestCoder.Code("Russia attacked Ukraine on 29 August.", "2017-09-02");

        Assert.Equal((EventStatus.None, new DateOnly(2017, 8, 29)), (coded.Events[0].Status, coded.Events[0].Date.Start!.Value));
    }

    [Fact]
    public void A_later_paragraph_about_the_same_actor_goes_on_with_his_day()
    {
        var coded = TestCoder.Code("French President Emmanuel Macron met Xi Jinping on Monday.\n\nMacron criticised Iran.\n\nEgypt condemned Sudan.", "2019-03-28");

        Assert.Equal([new(2019, 3, 25), new(2019, 3, 25), new DateOnly(2019, 3, 28)], coded.Events.Select(told => told.Date.Start!.Value));
    }

    [Fact]
    public void The_first_sentence_has_its_day_from_the_one_that_tells_its_news_in_full()
    {
        var coded = TestCoder.Code("Kenya's president has urged Somalia to reopen the border.\n\nIn a speech late on Tuesday, the president said that trade was suffering.", "2021-02-18");

        Assert.Equal(new DateOnly(2021, 2, 16), coded.Events[0].Date.Start);
    }

    [Fact]
    public void The_day_of_a_dateline_stands_in_for_that_of_the_page()
    {
        var coded = TestCoder.Instance.Code(new Report { Id = "test", Text = "Ukraine condemned Russia.", Published = "2017-08-30", Dateline = new("Kyiv", "UKR", new(2017, 8, 29)) });

        Assert.Equal((new DateOnly(2017, 8, 29), DatePrecision.Unknown), (coded.Events[0].Date.Start!.Value, coded.Events[0].Date.Precision));
    }

    [Fact]
    public void What_has_been_agreed_is_not_dated_by_the_year_that_it_is_for()
    {
        var coded = TestCoder.Code("Norway and Sweden agreed to hold joint exercises in 2025.", "2023-02-01");

        Assert.Equal((new DateOnly(2023, 2, 1), DatePrecision.Unknown), (coded.Events[0].Date.Start!.Value, coded.Events[0].Date.Precision));
    }

    [Fact]
    public void An_event_told_twice_has_the_day_of_the_telling_that_names_it()
    {
        var coded = TestCoder.Code("Ukraine condemned Russia. After days of silence over the raid, Ukraine condemned Russia on 12 June.", "2019-06-20");

        Assert.Equal([new DateOnly(2019, 6, 12)], coded.Events.Where(told => told.Type == "ACCUSE").Select(told => told.Date.Start!.Value));
    }

    private static string Last(string expression) => expression.Split(' ')[^1];
}
