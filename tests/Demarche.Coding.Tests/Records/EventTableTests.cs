using System.Buffers;
using System.Text;
using Demarche.Intake;

namespace Demarche.Coding.Tests;

public sealed class EventTableTests
{
    private static readonly Report Report =
        Some.Report("Russian Foreign Minister Sergey Lavrov warned Tokyo on Wednesday that it would pay for the deployment of missiles.")
            with { Id = "lavrov", Title = "Lavrov warns Tokyo", Published = "2017-08-31", PublishedBasis = DateBasis.Given, Outlet = "Daily" };

    private static readonly CodedReport Record = new()
    {
        Report = Report,
        Entities = [Some.Entity("e1", "Sergey Lavrov", "RUS"), Some.Entity("e2", "Japan", "JPN") with { Kind = EntityKind.Country }],
        Events = [Some.Event(Report, "Sergey Lavrov", "warned", "Tokyo")],
        Warnings = ["The dateline gives no year."],
    };

    [Fact]
    public void A_table_shows_who_did_what_to_whom()
    {
        const string Expected = """
            lavrov · Lavrov warns Tokyo · 2017-08-31 (given) · Daily
              when        actor                event              recipient  said by            words
              ──────────  ───────────────────  ─────────────────  ─────────  ─────────────────  ───────────────────────────────────────────────────────────────────────────────────
              2017-08-30  Sergey Lavrov (RUS)  THREATEN violence  Japan      the ministry said  Russian Foreign Minister Sergey Lavrov warned Tokyo on Wednesday that it would pay…
              warning: The dateline gives no year.


            """;

        Assert.Equal(Expected, Print(Record, 200));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    public void A_narrow_terminal_breaks_cells_and_loses_nothing(int width)
    {
        var table = Print(Record, width);

        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length}: {line}"));
        Assert.Equal(Letters(Print(Record, 1000)), Letters(table));
    }

    [Fact]
    public void A_report_without_events_says_so() =>
        Assert.Equal("r1 · undated\n  no events\n\n", Print(new() { Report = Some.Report("Nothing happened.") }, 80));

    [Fact]
    public void Control_characters_never_reach_the_terminal()
    {
        var report = Some.Report("x") with { Id = "a\e[31m", Title = "b\rc" };

        Assert.Equal("a [31m · b c · undated\n  no events\n\n", Print(new() { Report = report }, 80));
    }

    [Fact]
    public void Any_record_can_be_printed()
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

    private static string Print(CodedReport record, int width)
    {
        var output = new ArrayBufferWriter<byte>();
        new EventTable(width).Write(record, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Order());
}
