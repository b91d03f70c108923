using System.Globalization;

namespace Demarche.Intake.Tests;

public sealed class ReportReaderTests
{
    [Fact]
    public void Without_an_id_the_hash_of_the_clean_text_is_the_id()
    {
        var first = TestReader.ReadText("Politics\n\nNorway met Iceland in Oslo on Monday.");
        var second = TestReader.ReadText("Norway  met Iceland in Oslo on Monday.\r\n");

        Assert.Equal(16, first.Id.Length);
        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, TestReader.ReadText("Norway met Iceland in Oslo on Tuesday.").Id);
    }

    [Fact]
    public void What_was_given_stands_before_what_was_found()
    {
        var report = TestReader.Shared.Read(new RawReport
        {
            Id = "7", Where = "r.ndjson(1)", Format = RawFormat.PlainText, Url = "https://example-times.org/a", Title = "Given title", Outlet = "Given outlet",
            Content = "Found title of the report\n\nNorway met Iceland in Oslo on Monday.",
        });

        Assert.Equal(("7", "Given title", "Given outlet", "https://example-times.org/a"), (report.Id, report.Title, report.Outlet, report.Url));
        Assert.Equal("Norway met Iceland in Oslo on Monday.", report.Text);
    }

    [Fact]
    public void A_given_title_repeated_above_the_text_goes_even_when_it_reads_as_a_sentence()
    {
        var report = TestReader.ReadText("“We agree”\n\nNorway met Iceland in Oslo on Monday.", title: "\"We agree\"");

        Assert.Equal("Norway met Iceland in Oslo on Monday.", report.Text);
    }

    [Fact]
    public void What_could_not_be_read_gives_an_empty_report_with_its_warnings()
    {
        var report = TestReader.Shared.Read(new RawReport
        {
            Where = "a.txt", Format = RawFormat.PlainText, Content = "", Failed = true, Warnings = ["a.txt: it is empty; a report needs text."],
        });

        Assert.Equal(("", "und"), (report.Text, report.Language));
        Assert.Equal(["a.txt: it is empty; a report needs text."], report.Warnings);
        Assert.Equal(16, report.Id.Length);
    }

    [Fact]
    public void Pasted_text_that_ends_at_a_paywall_is_said_to_be_a_beginning()
    {
        var report = TestReader.ReadText("Norway signs deal with Iceland\n\nNorway met Iceland in Oslo on Monday.\n\nThis article is for subscribers only\n\nAlready a subscriber? Sign in");

        Assert.Equal("Norway met Iceland in Oslo on Monday.", report.Text);
        Assert.Equal(["The text says that the rest is for subscribers only; what was read is probably its beginning."], report.Warnings);
    }

    [Fact]
    public void As_is_keeps_what_cleaning_would_take()
    {
        var raw = new RawReport
        {
            Id = "s1", Where = "-(1)", Format = RawFormat.PlainText, Content = "OSLO, March 7 (AFP) - Norway met Iceland. END", Published = "2022-03-07",
        };

        var report = TestReader.Shared.ReadAsIs(raw);

        Assert.Equal("OSLO, March 7 (AFP) - Norway met Iceland. END", report.Text);
        Assert.Equal(("2022-03-07", "en"), (report.Published, report.Language));
    }

    [Theory]
    [InlineData("OSLO, March 7 (AFP) - Norway met Iceland.", 22)]
    [InlineData("Norway met Iceland - in Oslo.", 0)]
    public void As_is_tells_how_long_the_dateline_is_that_it_keeps(string text, int length) =>
        Assert.Equal(length, TestReader.Shared.ReadAsIs(new RawReport { Where = "-(1)", Format = RawFormat.PlainText, Content = text }).DatelineLength);

    [Fact]
    public void As_is_moves_no_character()
    {
        const string text = " Talks\u00A0ended ,  the minister \u00AD said &amp; left .\n";

        var report = TestReader.Shared.ReadAsIs(new RawReport { Where = "-(1)", Format = RawFormat.PlainText, Content = text });

        Assert.Equal(" Talks ended ,  the minister \u00AD said &amp; left . ", report.Text);
    }

    [Fact]
    public void No_text_makes_the_reader_throw_and_the_same_text_gives_the_same_report()
    {
        const int seed = 20261129;
        var random = new Random(seed);
        string[] pieces =
        [
            "Norway met Iceland in Oslo on Monday. ", "\n", "\n\n", "Oslo, Oct 19 (EFE).- ", "(", ")", "[", "<", ">", "<p>", "</p>", "<div class=\"x\">", "<!--", "&amp;", "&#x;",
            "\"", "“", "”", "--", "—", ":", ".", "2017-08-", "31", "Feb 30, 2019", "99/99/9999", "By ", "By Jane Doe", "AFP", "END", "Leave a Reply", "Related Articles",
            "74c344cdcca94e11", "\u0000", "\uD83D", "\uDE00", "\uFEFF", "\u202E", "日本", "Лавров", "\t", "   ", "Published ", "Politics", "ID :", "/", "@", "%s", "(Photo: ", "x",
        ];

        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var raw = new RawReport { Where = "random", Format = round % 2 == 0 ? RawFormat.PlainText : RawFormat.Html, Content = text };

            var (first, second) = (TestReader.Shared.Read(raw), TestReader.Shared.Read(raw));

            Assert.True(Print(first) == Print(second), $"seed {seed}, round {round}: {text}");
            Assert.False(first.Text.Any(unit => char.IsControl(unit) && unit != '\n'), $"seed {seed}, round {round}: {text}");
        }
    }

    [Fact]
    public void Threads_share_one_reader()
    {
        var texts = Enumerable.Range(0, 200).Select(i => $"Norway met Iceland in Oslo for the {i}th time on Monday.\n\nEND").ToList();

        var together = texts.AsParallel().AsOrdered().Select(text => Print(TestReader.ReadText(text))).ToList();

        Assert.Equal(texts.Select(text => Print(TestReader.ReadText(text))), together);
    }

    private static string Print(Report report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Id}|{report.Title}|{string.Join(';', report.Authors)}|{report.Outlet}|{report.Agency}|{report.Published}|{report.PublishedBasis}|{report.Dateline}|{report.Language}|{report.Text}|{string.Join(';', report.Warnings)}");
}
