using Demarche.Intake.Feeds;

namespace Demarche.Intake.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Thu, 19 Oct 2023 08:30:00 GMT", "2023-10-19T08:30:00+00:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 +0900", "2023-10-19T08:30:00+09:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 -0330", "2023-10-19T08:30:00-03:30")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 EST", "2023-10-19T08:30:00-05:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 EDT", "2023-10-19T08:30:00-04:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 CST", "2023-10-19T08:30:00-06:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 MST", "2023-10-19T08:30:00-07:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 PDT", "2023-10-19T08:30:00-07:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 UT", "2023-10-19T08:30:00+00:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 Z", "2023-10-19T08:30:00+00:00")]
    [InlineData("19 Oct 23 08:30 GMT", "2023-10-19T08:30:00+00:00")]
    [InlineData("19 Oct 98 08:30 GMT", "1998-10-19T08:30:00+00:00")]
    [InlineData("Thu,19 October 2023 8:30:00 GMT+9", "2023-10-19T08:30:00+09:00")]
    [InlineData("Thursday, 19-Oct-2023 08:30:00 UTC", "2023-10-19T08:30:00+00:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 +0900 (JST)", "2023-10-19T08:30:00+09:00")]
    [InlineData(" Thu, 19 Oct 2023 08:30:60 GMT\n", "2023-10-19T08:30:59+00:00")]
    [InlineData("Thu, 19 Oct 2023 08:30:00 QQQ", "2023-10-19")]
    [InlineData("2023-10-19T08:30:00Z", "2023-10-19T08:30:00+00:00")]
    [InlineData("2023-10-19T08:30:00.123+09:00", "2023-10-19T08:30:00+09:00")]
    [InlineData("2023-10-19", "2023-10-19")]
    [InlineData("2023-10-19 08:30:00", "2023-10-19")]
    [InlineData("Oct 19, 2023", "2023-10-19")]
    [InlineData("31 Feb 2023 08:30 GMT", "31 Feb 2023 08:30 GMT")]
    [InlineData("soon", "soon")]
    [InlineData(" ", null)]
    public void A_date_of_a_feed_becomes_an_ISO_date_or_stays_as_it_is(string written, string? expected) =>
        Assert.Equal(expected, FeedDate.Normalise(written));
}
