using Demarche.Intake.Dates;

namespace Demarche.Intake.Tests.Dates;

public sealed class DateParserTests
{
    [Theory]
    [InlineData("2023-10-19", "2023-10-19")]
    [InlineData("2023-10-19T08:30:00+09:00", "2023-10-19T08:30:00+09:00")]
    [InlineData("2023-10-19T08:30:00Z", "2023-10-19T08:30:00+00:00")]
    [InlineData("2023-10-19 08:30", "2023-10-19")]
    [InlineData("2023/10/19", "2023-10-19")]
    [InlineData("2023.10.19", "2023-10-19")]
    [InlineData("20231019", "2023-10-19")]
    [InlineData("August 31,2017", "2017-08-31")]
    [InlineData("Published August 31,2017", "2017-08-31")]
    [InlineData("Aug. 31st, 2017", "2017-08-31")]
    [InlineData("31 August 2017", "2017-08-31")]
    [InlineData("31st of August, 2017", "2017-08-31")]
    [InlineData("31-Aug-2017", "2017-08-31")]
    [InlineData("Thursday, 31 August 2017 | 9:34 am", "2017-08-31")]
    [InlineData("Wed, 08/30/2017 - 09:34", "2017-08-30")]
    [InlineData("30/08/2017", "2017-08-30")]
    [InlineData("30.08.2017", "2017-08-30")]
    [InlineData("8/29/17 AT 6:10 AM EDT", "2017-08-29T06:10:00-04:00")]
    [InlineData("Wed, 30 Aug 2017 09:34:00 +0900", "2017-08-30T09:34:00+09:00")]
    [InlineData("AUGUST 31, 2017 / 4:05 PM GMT", "2017-08-31T16:05:00+00:00")]
    [InlineData("Sept. 1, 2017, 12:05 a.m. KST", "2017-09-01T00:05:00+09:00")]
    [InlineData("292314 GMT AUG 17", "2017-08-29T23:14:00+00:00")]
    [InlineData("HNA 22 12 18 0231GMT", "2018-12-22T02:31:00+00:00")]
    [InlineData("Friday, 02/03/2018", "2018-03-02")]
    [InlineData("Saturday, 02/03/2018", "2018-02-03")]
    public void A_date_is_read_in_every_shape(string words, string iso)
    {
        Assert.True(DateParser.TryParse(words, out var date));
        Assert.Equal(iso, date.Iso);
    }

    [Theory]
    [InlineData("02/03/2018")]
    [InlineData("02/03/2018 - 10:00")]
    public void Day_and_month_that_could_be_swapped_give_no_day(string words)
    {
        Assert.True(DateParser.TryParse(words, out var date));
        Assert.True(date.Ambiguous);
        Assert.Null(date.Iso);
    }

    [Theory]
    [InlineData("31 February 2017")]
    [InlineData("2017-13-01")]
    [InlineData("99/99/2017")]
    [InlineData("in the year 2017")]
    [InlineData("May says no")]
    [InlineData("")]
    public void What_is_no_date_is_not_read(string words) => Assert.False(DateParser.TryParse(words, out _));

    [Theory]
    [InlineData("Published August 31,2017", true)]
    [InlineData("Wed, 08/30/2017 - 09:34", true)]
    [InlineData("Posted on March 3, 2018 by admin", true)]
    [InlineData("All News 16:42 January 14, 2020", true)]
    [InlineData("PUBLISHED: 09:34, 30 August 2017 | UPDATED: 11:02, 30 August 2017", true)]
    [InlineData("Last updated: 3 March 2018, 10:15 GMT", true)]
    [InlineData("February 5, 2022 (Mainichi Japan)", true)]
    [InlineData("March 3, 2018 agreement still holds", false)]
    [InlineData("Statement of 3 March 2018 on the missile launch", false)]
    [InlineData("The agreement of March 3, 2018 still holds", false)]
    public void A_date_line_holds_a_date_and_little_else(string line, bool isDateLine) =>
        Assert.Equal(isDateLine, DateParser.TryParseLine(line, out _));

    [Fact]
    public void Months_and_weekdays_are_read_by_their_first_letters()
    {
        Assert.Equal((1, 5, 9, 12), (DateParser.Month("January"), DateParser.Month("may"), DateParser.Month("Sept"), DateParser.Month("DEC")));
        Assert.Equal((DayOfWeek.Sunday, DayOfWeek.Thursday), (DateParser.Weekday("Sun"), DateParser.Weekday("thursday")));
    }
}
