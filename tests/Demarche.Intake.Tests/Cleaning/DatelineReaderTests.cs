using System.Globalization;

namespace Demarche.Intake.Tests.Cleaning;

public sealed class DatelineReaderTests
{
    [Theory]
    [InlineData("Oslo, Oct 19 (EFE).- The minister said so.", "Oslo", "NOR", "EFE", "2023-10-19")]
    [InlineData("Tokyo, Oct. 19 (Jiji Press)--The minister said so.", "Tokyo", "JPN", "Jiji Press", "2023-10-19")]
    [InlineData("SEOUL, Oct. 19 (Yonhap) -- The minister said so.", "Seoul", "KOR", "Yonhap", "2023-10-19")]
    [InlineData("WASHINGTON (AP) — The minister said so.", "Washington", null, "AP", null)]
    [InlineData("HAYWARD, Calif. (AP) — The minister said so.", "Hayward", "USA", "AP", null)]
    [InlineData("MOSCOW, October 19. /TASS/. The minister said so.", "Moscow", null, "TASS", "2023-10-19")]
    [InlineData("BEIJING, Oct. 19 (Xinhua) -- The minister said so.", "Beijing", null, "Xinhua", "2023-10-19")]
    [InlineData("SEOUL. Oct 19 (Interfax) - The minister said so.", "Seoul", "KOR", "Interfax", "2023-10-19")]
    [InlineData("OSLO, 19 October 2023 (Reuters) - The minister said so.", "Oslo", "NOR", "Reuters", "2023-10-19")]
    [InlineData("OSLO, Oct 19, 2023 (AFP) - The minister said so.", "Oslo", "NOR", "AFP", "2023-10-19")]
    [InlineData("TOKYO, Oct 19, KYODO - The minister said so.", "Tokyo", "JPN", "Kyodo News", "2023-10-19")]
    [InlineData("LONDON/GENEVA (Reuters) - The minister said so.", "London", null, "Reuters", null)]
    [InlineData("GENEVA — The minister said so.", "Geneva", "CHE", null, null)]
    [InlineData("Geneva – The minister said so.", "Geneva", "CHE", null, null)]
    [InlineData("GENEVA: The minister said so.", "Geneva", "CHE", null, null)]
    [InlineData("Geneva, 19 October 2023 – The minister said so.", "Geneva", "CHE", null, "2023-10-19")]
    [InlineData("OSLO, Norway (AFP) — The minister said so.", "Oslo", "NOR", "AFP", null)]
    public void A_dateline_is_taken_off_and_read(string text, string place, string? country, string? agency, string? date)
    {
        var report = TestReader.ReadText(text + " Nothing else was known in the evening.", published: "2023-10-20");

        Assert.Equal("The minister said so. Nothing else was known in the evening.", report.Text);
        Assert.Equal(new Dateline(place, country, date is null ? null : DateOnly.Parse(date, CultureInfo.InvariantCulture)), report.Dateline);
        Assert.Equal(agency, report.Agency);
    }

    [Fact]
    public void An_agency_alone_is_no_place()
    {
        var report = TestReader.ReadText("(Reuters) - The minister said so on Monday.");

        Assert.Equal("The minister said so on Monday.", report.Text);
        Assert.Null(report.Dateline);
        Assert.Equal("Reuters", report.Agency);
    }

    [Fact]
    public void A_date_alone_goes_and_dates_the_report()
    {
        var report = TestReader.ReadText("30 August 2017 – The Council met in the evening.");

        Assert.Equal("The Council met in the evening.", report.Text);
        Assert.Equal(("2017-08-30", DateBasis.Stated), (report.Published, report.PublishedBasis));
        Assert.Null(report.Dateline);
    }

    [Theory]
    [InlineData("Trump — Putin's guest in Helsinki — said that talks went well.")]
    [InlineData("The minister - Who had flown in from Oslo - said so.")]
    [InlineData("Lavrov: We are ready for talks at any time, he told reporters.")]
    [InlineData("North Korea - The reclusive state - fired a missile on Monday.")]
    [InlineData("On Oct. 19, Tokyo (Japan's capital) hosted the talks for a day.")]
    [InlineData("In Geneva, March 3 — Monday — was a day of talks.")]
    [InlineData("Geneva — which hosts many talks — was quiet on Monday.")]
    [InlineData("Oslo hosted the talks on Monday - The first since May.")]
    public void The_beginning_of_a_sentence_is_no_dateline(string text)
    {
        var report = TestReader.ReadText(text);

        Assert.Equal(text, report.Text);
        Assert.Null(report.Dateline);
    }
}
