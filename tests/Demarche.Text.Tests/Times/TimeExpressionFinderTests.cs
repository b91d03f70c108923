using Demarche.Text.Tests.Tokens;
using Demarche.Text.Times;

namespace Demarche.Text.Tests.Times;

public sealed class TimeExpressionFinderTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Report = new(2018, 2, 21);

    private static readonly TimeExpressionFinder Finder = TimeExpressionFinder.Load(Language.Data);

    [Theory]
    [InlineData("They met|VBD on Friday, May 8, 2009.", "Friday, May 8, 2009 = 2009-05-08")]
    [InlineData("They met|VBD on 8 May 2009.", "8 May 2009 = 2009-05-08")]
    [InlineData("They met|VBD on the 8th of May 2009.", "the 8th of May 2009 = 2009-05-08")]
    [InlineData("They met|VBD on 2017-08-30.", "2017-08-30 = 2017-08-30")]
    [InlineData("They met|VBD on 08/30/2017.", "08/30/2017 = 2017-08-30")]
    [InlineData("They met|VBD on 30/08/2017.", "30/08/2017 = 2017-08-30")]
    [InlineData("They met|VBD on 30.08.2017.", "30.08.2017 = 2017-08-30")]
    [InlineData("They met|VBD on August 31,2017.", "August 31,2017 = 2017-08-31")]
    [InlineData("They met|VBD in 2018.", "2018 = 2018")]
    [InlineData("It fell|VBD in the first three months of 2019.", "the first three months of 2019 = 2019-01-01/2019-03-31")]
    [InlineData("It fell|VBD in the last two weeks of May 2019.", "the last two weeks of May 2019 = 2019-05-18/2019-05-31")]
    [InlineData("It was|VBD in fiscal year 2018.", "2018 = 2018")]
    [InlineData("Prices fell|VBD in the 1990s.", "the 1990s = 199")]
    [InlineData("Prices fell|VBD in the '90s.", "the '90s = 199")]
    [InlineData("Prices fell|VBD in the 19th century.", "the 19th century = 18")]
    [InlineData("It grew|VBD in the first quarter of 2021.", "the first quarter of 2021 = 2021-Q1")]
    [InlineData("It grew|VBD in the second half of 2021.", "the second half of 2021 = 2021-H2")]
    [InlineData("It grew|VBD in the summer of 2016.", "the summer of 2016 = 2016-SU")]
    [InlineData("They met|VBD in September 2017.", "September 2017 = 2017-09")]
    [InlineData("It held|VBD from 2010 to 2015.", "2010 to 2015 = 2010/2015")]
    [InlineData("The September 11 attacks shook|VBD it.", "September 11 = 2001-09-11")]
    [InlineData("It ran|VBD from 28 December 2016 to 3 January 2017.", "28 December 2016 to 3 January 2017 = 2016-12-28/2017-01-03")]
    public void A_date_in_full_needs_no_report_day(string marked, string expected)
    {
        Assert.Equal(expected, Print(Finder.Find(ParsedText.Of(marked), null)));
        Assert.Equal(expected, Print(Finder.Find(ParsedText.Of(marked), Report)));
        Assert.All(Finder.Find(ParsedText.Of(marked), null), t => Assert.False(t.IsRelative));
    }

    [Theory]
    [InlineData("They fired|VBD it late Tuesday.", "late Tuesday = 2018-02-20")]
    [InlineData("They met|VBD on Friday.", "Friday = 2018-02-16")]
    [InlineData("They met|VBD on Wednesday.", "Wednesday = 2018-02-21")]
    [InlineData("They will meet|VB on Friday.", "Friday = 2018-02-23")]
    [InlineData("They met|VBD last Wednesday.", "last Wednesday = 2018-02-14")]
    [InlineData("They will meet|VB next Wednesday.", "next Wednesday = 2018-02-28")]
    [InlineData("She plans|VBZ to|TO>4 visit|VB>2 Oslo on Monday|NNP>4 there.", "Monday = 2018-02-26")]
    [InlineData("Lund to visit|VB Oslo on Monday.", "Monday = 2018-02-26")]
    [InlineData("She is|VBZ>3 visiting|VBG Oslo on Monday|NNP>3 there.", "Monday = 2018-02-26")]
    [InlineData("He may have|VB>4 met|VBN her on Monday|NNP>4 there.", "Monday = 2018-02-19")]
    [InlineData("The talks are|VBP>4 scheduled|VBN for Friday|NNP>4 .", "Friday = 2018-02-23")]
    [InlineData("It was|VBD lasting until 1st March.", "1st March = 2018-03-01")]
    [InlineData("It will|MD be held|VB this week until 25th February.", "this week = 2018-W08; 25th February = 2018-02-25")]
    [InlineData("They plan|VBP to|TO>4 act|VB>2 after|IN>6 launches|NNS>4 on Monday|NNP>6 there.", "Monday = 2018-02-19")]
    [InlineData("He is|VBZ due in Oslo on Friday.", "Friday = 2018-02-23")]
    [InlineData("The talks begin|VBP on Friday.", "Friday = 2018-02-23")]
    [InlineData("The minister says|VBZ on Friday.", "Friday = 2018-02-16")]
    [InlineData("They left|VBD ahead of Friday.", "Friday = 2018-02-23")]
    [InlineData("It was|VBD signed in September.", "September = 2017-09")]
    [InlineData("It will open|VB in September.", "September = 2018-09")]
    [InlineData("It was|VBD signed in February.", "February = 2018-02")]
    [InlineData("It was|VBD signed last September.", "last September = 2017-09")]
    [InlineData("It was|VBD seen in late June.", "late June = 2017-06 2017-06-21..2017-06-30")]
    [InlineData("It was|VBD seen in mid-June.", "mid-June = 2017-06 2017-06-11..2017-06-20")]
    [InlineData("It runs|VBZ from 8th February to 1st March.", "8th February to 1st March = 2018-02-08/2018-03-01")]
    [InlineData("It ran|VBD between May 3 and June 4.", "May 3 and June 4 = 2017-05-03/2017-06-04")]
    [InlineData("They worked|VBD from Monday to Friday.", "Monday to Friday = 2018-02-12/2018-02-16")]
    [InlineData("It stands|VBZ until 25th February.", "25th February = 2018-02-25")]
    [InlineData("It was|VBD held since Feb. 7 this year.", "Feb. 7 this year = 2018-02-07")]
    [InlineData("They met|VBD on 3rd and 4th February.", "3rd and 4th February = 2018-02-03/2018-02-04")]
    [InlineData("They met|VBD on February 3-4.", "February 3-4 = 2018-02-03/2018-02-04")]
    [InlineData("It was|VBD told on Dec. 28.", "Dec. 28 = 2017-12-28")]
    [InlineData("They met|VBD last month.", "last month = 2018-01")]
    [InlineData("They met|VBD this week.", "this week = 2018-W08")]
    [InlineData("They will meet|VB next year.", "next year = 2019")]
    [InlineData("They met|VBD two days ago.", "two days ago = 2018-02-19")]
    [InlineData("They met|VBD three months ago.", "three months ago = 2017-11")]
    [InlineData("They met|VBD two decades ago.", "two decades ago = 1998")]
    [InlineData("They met|VBD yesterday.", "yesterday = 2018-02-20")]
    [InlineData("They will meet|VB the day after tomorrow.", "the day after tomorrow = 2018-02-23")]
    [InlineData("They met|VBD on Monday morning.", "Monday morning = 2018-02-19TMO")]
    [InlineData("They met|VBD last night.", "last night = 2018-02-20TNI")]
    [InlineData("They met|VBD earlier this month.", "earlier this month = 2018-02 2018-02-01..2018-02-21")]
    [InlineData("They will meet|VB later this year.", "later this year = 2018 2018-02-21..2018-12-31")]
    [InlineData("They met|VBD over the weekend.", "the weekend = 2018-W07-WE")]
    [InlineData("They met|VBD at Christmas.", "Christmas = 2017-12-25")]
    [InlineData("They met|VBD on Christmas Eve 2015.", "Christmas Eve 2015 = 2015-12-24")]
    [InlineData("They landed|VBD at 5 p.m. on Sunday.", "5 p.m. = 2018-02-18T17:00; Sunday = 2018-02-18")]
    [InlineData("They landed|VBD at noon.", "noon = XXXX-XX-XXT12:00")]
    [InlineData("They landed|VBD at 10:30 local time.", "10:30 local time = XXXX-XX-XXT10:30")]
    [InlineData("They left|VBD on Monday and, a week earlier, on another day.", "Monday = 2018-02-19; a week earlier = 2018-02-12")]
    [InlineData("They left|VBD on Monday; the following day they came.", "Monday = 2018-02-19; the following day = 2018-02-20")]
    public void A_relative_expression_is_counted_from_the_report(string marked, string expected) =>
        Assert.Equal(expected, Print(Finder.Find(ParsedText.Of(marked), Report)));

    [Theory]
    [InlineData("They met|VBD 76 years after the war.", "76 years = P76Y")]
    [InlineData("It held|VBD for five days.", "five days = P5D")]
    [InlineData("It held|VBD for a week.", "a week = P1W")]
    [InlineData("It held|VBD for several months.", "several months = PXM")]
    [InlineData("It held|VBD over the past two years.", "the past two years = P2Y")]
    [InlineData("the two-day visit ended|VBD", "two-day = P2D")]
    [InlineData("It held|VBD within 24 hours.", "24 hours = PT24H")]
    [InlineData("They meet|VBP every week.", "every week = P1W")]
    [InlineData("They meet|VBP every two years.", "every two years = P2Y")]
    [InlineData("They meet|VBP on Mondays.", "Mondays = XXXX-WXX-1")]
    [InlineData("They meet|VBP twice a year.", "twice a year = P1Y")]
    [InlineData("They met|VBD on Tuesday.", "Tuesday = XXXX-WXX-2")]
    [InlineData("They met|VBD in September.", "September = XXXX-09")]
    [InlineData("They met|VBD on May 8.", "May 8 = XXXX-05-08")]
    [InlineData("They met|VBD last month.", "last month = XXXX-XX")]
    [InlineData("They met|VBD yesterday.", "yesterday = XXXX-XX-XX")]
    public void Durations_sets_and_what_nothing_anchors_have_a_value_and_no_days(string marked, string expected)
    {
        var found = Finder.Find(ParsedText.Of(marked), null);

        Assert.Equal(expected, Print(found));
        Assert.All(found, t => Assert.True(t.Start is null && t.End is null));
    }

    [Theory]
    [InlineData("Mrs. May said|VBD that they may march|VB there.")]
    [InlineData("The Sunday Times wrote|VBD it.")]
    [InlineData("Some 2000 troops came|VBD.")]
    [InlineData("A 42-year-old man came|VBD.")]
    [InlineData("She came|VBD second and fell|VBD>2 .")]
    [InlineData("Prices spring|VBP and fall|VBP>2 .")]
    [InlineData("They hold|VBP 1945 ships.")]
    [InlineData("It cost|VBD five dollars a day.")]
    public void Words_that_only_look_like_times_are_left_alone(string marked) =>
        Assert.Equal("", Print(Finder.Find(ParsedText.Of(marked), Report)));

    [Theory]
    [InlineData("On the same day they left|VBD.", "the same day = 2018-01-10")]
    [InlineData("A week earlier they left|VBD.", "A week earlier = 2018-01-03")]
    [InlineData("Two days later they left|VBD.", "Two days later = 2018-01-12")]
    [InlineData("They left|VBD the day before.", "the day before = 2018-01-09")]
    [InlineData("They left|VBD that month.", "that month = 2018-01")]
    public void What_leans_on_the_story_is_counted_from_the_day_last_told(string marked, string expected) =>
        Assert.Equal(expected, Print(Finder.Find(ParsedText.Of(marked), Report, new DateOnly(2018, 1, 10))));

    [Fact]
    public void Random_text_gives_spans_inside_the_text_in_order_and_the_same_twice()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var sentence = ParsedText.Of(RandomText.Make(seed).Replace('|', ' ').Trim());
            DateOnly? report = (seed % 4) switch { 0 => null, 1 => DateOnly.MinValue, 2 => DateOnly.MaxValue, _ => Report };
            if (sentence.Tokens.Length == 0)
            {
                continue;
            }

            var found = Finder.Find(sentence, report, Report);

            var position = 0;
            foreach (var time in found)
            {
                Assert.True(time.Span.Start >= position && time.Span.End <= sentence.Text.Length, $"seed {seed}: '{time.Text}' overlaps or lies outside");
                Assert.Equal(sentence.Text[time.Span.Start..time.Span.End], time.Text);
                Assert.True(time.Start is null == time.End is null && !(time.End < time.Start), $"seed {seed}: '{time.Text}' ends before it starts");
                position = time.Span.End;
            }

            Assert.Equal(found, Finder.Find(sentence, report, Report));
        }
    }

    private static string Print(IEnumerable<TimeExpression> times) => string.Join("; ", times.Select(Print));

    private static string Print(TimeExpression time) =>
        $"{time.Text} = {time.Value}{(time.Value is { Length: 4 or 7 } value && !value.Contains('W') && IsPart(time) ? $" {time.Start:yyyy-MM-dd}..{time.End:yyyy-MM-dd}" : "")}";

    /// <summary>Whether only a part of the month or year of the value is meant.</summary>
    private static bool IsPart(TimeExpression time) =>
        (time.Precision == DatePrecision.Month && time.End?.DayNumber - time.Start?.DayNumber < 27)
        || (time.Precision == DatePrecision.Year && time.End?.DayNumber - time.Start?.DayNumber < 364);
}
