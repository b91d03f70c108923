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

    private static string Last(string expression) => expression.Split(' ')[^1];
}
