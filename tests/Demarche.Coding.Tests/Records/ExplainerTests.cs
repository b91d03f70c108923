using System.Buffers;
using System.Text;
using Demarche.Knowledge;
using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class ExplainerTests
{
    [Fact]
    public void An_event_is_shown_with_its_words_its_rule_and_its_reasons()
    {
        var report = Some.Report("Russian Foreign Minister Sergey Lavrov warned Tokyo late Wednesday.");
        var record = new CodedReport
        {
            Report = report,
            Entities =
            [
                Some.Entity("e1", "Sergey Lavrov", "RUS") with { Sectors = ["GOV"], Office = "minister of foreign affairs", Resolution = "by his name; in office since 2004" },
                Some.Entity("e2", "Japan", "JPN"),
                Some.Entity("e3", "United Nations", "UNO"),
            ],
            Events = [Some.Event(report, "Sergey Lavrov", "warned", "Tokyo") with { Place = Some.Place(report, "Tokyo") with { Kind = "city", Latitude = 35.69, Longitude = 139.69 } }],
        };

        const string Expected = """
            r1 · undated

              v1  THREATEN violence · CAMEO 138 · verbal conflict · PLOVER -3.5 · Goldstein -7.0
                Russian Foreign Minister Sergey Lavrov warned Tokyo late Wednesday.
                                         ^^^^^^^^^^^^^ ^^^^^^ ^^^^^
                                         actor         trigger
                                                              recipient
                rule      threaten-warn, confidence 0.93
                actor     Sergey Lavrov (RUS GOV), minister of foreign affairs: by his name; in office since 2004
                recipient Japan (JPN)
                date      2017-08-30 (day), 'late Wednesday': the Wednesday before the report of 2017-08-31
                place     Tokyo, JPN, city (35.69, 139.69)
                said by   the ministry, 'said' (asserts)

              named, in no event
                person    United Nations (UNO)


            """;
        Assert.Equal(Expected, Print(record, 120));
    }

    [Fact]
    public void Long_evidence_is_broken_and_marked_line_by_line()
    {
        var report = Some.Report("The ministry in Moscow told the reporters who had come to the building that 東京 was warned by Sergey Lavrov.");
        var record = new CodedReport { Report = report, Events = [Some.Event(report, "Sergey Lavrov", "warned", "東京")] };

        const string Expected = """
                The ministry in Moscow told the reporters who had come
                to the building that 東京 was warned by Sergey Lavrov.
                                     ^^^^     ^^^^^^    ^^^^^^^^^^^^^
                                     recipient          actor
                                              trigger
                rule      threaten-warn, confidence 0.93

            """;
        Assert.Contains(Expected, Print(record, 60), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_outside_the_evidence_are_quoted()
    {
        var report = Some.Report("Lavrov spoke. He warned Tokyo.");
        var coded = Some.Event(report, "Lavrov", "warned", "Tokyo");
        var record = new CodedReport { Report = report, Events = [coded with { Evidence = coded.Evidence with { Span = Some.Span(report, "He warned Tokyo.") } }] };

        Assert.Contains("    actor     'Lavrov', elsewhere in the text\n", Print(record, 80), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_of_the_entry_behind_an_event_is_shown()
    {
        using var book = new CodebookFolder("threaten-warn\tV:warn\tTHREATEN\t\t\t\t\t\t\t-\t-\tA warning of harm to come, not of a danger that nobody made.");
        var report = Some.Report("Lavrov warned Tokyo.");
        var record = new CodedReport { Report = report, Events = [Some.Event(report, "Lavrov", "warned", "Tokyo")] };

        Assert.Contains(
            "    rule      threaten-warn, confidence 0.93\n    reason    A warning of harm to come, not of a danger that nobody made.\n    actor ",
            Print(record, 80, Codebook.Load(book.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_whose_entry_the_book_does_not_have_is_explained_without_a_reason()
    {
        using var book = new CodebookFolder("other\tV:warn\tTHREATEN\t\t\t\t\t\t\t-\t-\tA warning.");
        var report = Some.Report("Lavrov warned Tokyo.");
        var record = new CodedReport { Report = report, Events = [Some.Event(report, "Lavrov", "warned", "Tokyo")] };

        Assert.DoesNotContain("reason ", Print(record, 80, Codebook.Load(book.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_record_can_be_explained()
    {
        var seed = Random.Shared.Next();
        var records = new RandomRecord(seed);
        for (var i = 0; i < 300; i++)
        {
            var record = records.Next();

            var error = Xunit.Record.Exception(() => Print(record, 60 + (i % 80)));

            Assert.True(error is null, $"seed {seed}, record {i}: {error}");
        }
    }

    private static string Print(CodedReport record, int width, Codebook? codebook = null)
    {
        var output = new ArrayBufferWriter<byte>();
        new Explainer(width, codebook).Write(record, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
