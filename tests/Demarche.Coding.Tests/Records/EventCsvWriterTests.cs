using System.Buffers;
using System.Text;

namespace Demarche.Coding.Tests;

public sealed class EventCsvWriterTests
{
    [Fact]
    public void An_event_is_a_row_with_its_entities_spelled_out()
    {
        var report = Some.Report("Lavrov and Shoigu warned \"Tokyo\".") with { Published = "2017-08-31", Title = "A, \"B\"" };
        var record = new CodedReport
        {
            Report = report,
            Entities = [Some.Entity("e1", "Sergey Lavrov", "RUS") with { Sectors = ["GOV", "LEG"] }, Some.Entity("e2", "Japan", "JPN"), Some.Entity("e3", "Somebody; else", null)],
            Events = [Some.Event(report, "Lavrov", "warned", "Tokyo") with { Actor = ["e1", "e3"], Mode = ["violence", "arrest"], Status = EventStatus.Future }],
        };

        var row = Rows(record)[1];

        Assert.Equal("r1", row["report_id"]);
        Assert.Equal("A, \"B\"", row["title"]);
        Assert.Equal("violence;arrest", row["mode"]);
        Assert.Equal("Sergey Lavrov;Somebody, else", row["actor_names"]);
        Assert.Equal("RUS;", row["actor_countries"]);
        Assert.Equal("GOV+LEG;", row["actor_sectors"]);
        Assert.Equal("RUSGOVLEG;", row["actor_cameo"]);
        Assert.Equal("Japan", row["recipient_names"]);
        Assert.Equal("-3.5", row["plover_score"]);
        Assert.Equal("-7", row["goldstein"]);
        Assert.Equal("2017-08-30", row["date_start"]);
        Assert.Equal("day", row["date_precision"]);
        Assert.Equal("", row["place_name"]);
        Assert.Equal("future", row["status"]);
        Assert.Equal("the ministry", row["attribution_names"]);
        Assert.Equal("Lavrov and Shoigu warned \"Tokyo\".", row["evidence"]);
        Assert.Equal("warned", row["trigger"]);
        Assert.Equal("0.93", row["confidence"]);
    }

    [Fact]
    public void A_report_without_events_gives_no_row() => Assert.Single(Rows(new() { Report = Some.Report("Nothing.") }));

    [Fact]
    public void Every_row_has_every_column_whatever_the_text()
    {
        var seed = Random.Shared.Next();
        var records = new RandomRecord(seed);
        for (var i = 0; i < 200; i++)
        {
            var record = records.Next();

            var rows = Rows(record);

            Assert.True(rows.Count == record.Events.Count + 1, $"seed {seed}, record {i}: {rows.Count} rows");
            Assert.All(rows, row => Assert.True(row.Count == EventCsvWriter.Header.Count, $"seed {seed}, record {i}: {row.Count} cells"));
            Assert.All(rows.Skip(1), row => Assert.Equal(record.Report.Id, row["report_id"]));
        }
    }

    /// <summary>A reader of RFC 4180 that shares nothing with the writer.</summary>
    private static List<Dictionary<string, string>> Rows(CodedReport record)
    {
        var output = new ArrayBufferWriter<byte>();
        EventCsvWriter.WriteHeader(output);
        EventCsvWriter.Write(record, output);
        var text = Encoding.UTF8.GetString(output.WrittenSpan);

        var rows = new List<Dictionary<string, string>>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && cell.Length == 0)
            {
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i++)
                {
                    if (text[i] == '"') i++;
                    cell.Append(text[i]);
                }
            }
            else if (text[i] == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (text[i] == '\r' && text[i + 1] == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                rows.Add(cells.Zip(EventCsvWriter.Header).ToDictionary(pair => pair.Second, pair => pair.First));
                Assert.Equal(EventCsvWriter.Header.Count, cells.Count);
                cells.Clear();
                i++;
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        Assert.Empty(cells);
        return rows;
    }
}
