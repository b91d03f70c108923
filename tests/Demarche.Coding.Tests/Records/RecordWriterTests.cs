using System.Buffers;
using System.Text;
using System.Text.Json;
using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class RecordWriterTests
{
    private static readonly CoderVersions Versions = new("0.1.0", "model-hash", "knowledge-hash");

    [Fact]
    public void A_record_read_back_equals_the_one_written()
    {
        var seed = Random.Shared.Next();
        var records = new RandomRecord(seed);
        for (var i = 0; i < 500; i++)
        {
            var written = records.Next();

            var read = RecordReader.Read(Line(written), out var versions);

            Assert.True(Structure.Print(written) == Structure.Print(read), $"seed {seed}, record {i}:\n{Structure.Print(written)}\n--- read back as\n{Structure.Print(read)}");
            Assert.Equal(Versions, versions);
        }
    }

    [Fact]
    public void A_record_is_one_line_and_the_same_bytes_twice()
    {
        var record = new RandomRecord(seed: 7).Next();

        var line = Line(record);

        Assert.Equal(line.Length - 1, line.Span.IndexOf((byte)'\n'));
        Assert.Equal(line.ToArray(), Line(record).ToArray());
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        // 😀 is two UTF-16 code units and one code point, 東 is one of each.
        var report = Some.Report("😀東 Kono left Tokyo 😀.");
        var record = new CodedReport { Report = report, Places = [Some.Place(report, "Tokyo")] };

        using var json = JsonDocument.Parse(Line(record));
        var place = json.RootElement.GetProperty("places")[0];

        Assert.Equal((13, 18), (place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32()));
    }

    [Fact]
    public void Text_stays_readable()
    {
        var record = new CodedReport { Report = Some.Report("Tōkyō <said> \"it's\" & left; 東京") };

        Assert.Contains("\"text\":\"Tōkyō <said> \\\"it's\\\" & left; 東京\"", Encoding.UTF8.GetString(Line(record).Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_has_the_fields_that_its_readers_rely_on()
    {
        var report = Some.Report("Lavrov warned Tokyo.") with { Dateline = new("Moscow", "RUS", new(2023, 10, 19)), PublishedBasis = DateBasis.Stated };
        var record = new CodedReport
        {
            Report = report,
            Entities = [Some.Entity("e1", "Sergey Lavrov", "RUS") with { Mentions = [new(Some.Span(report, "Lavrov"), "Lavrov", MentionForm.Name)] }],
            Events = [Some.Event(report, "Lavrov", "warned", "Tokyo") with { Status = EventStatus.Future | EventStatus.Negated, Place = Some.Place(report, "Tokyo") }],
            Statements = [new() { Kind = StatementKind.Indirect, Span = new(0, 6), Cue = new(7, 13), CueText = "warned", SpeakerSpan = new(0, 6) }],
            Claims = [new("v1", "e1", Stance.Denies, new(0, 6))],
            Times = [new() { Span = new(0, 6), Text = "Lavrov", Type = TimeType.Duration }],
            Quantities = [new() { Span = new(0, 6), Text = "Lavrov", Value = 1000m, Comparator = "~", Unit = "container" }],
        };

        using var json = JsonDocument.Parse(Line(record));
        var root = json.RootElement;

        Assert.Equal("schema report entities events statements claims times places quantities warnings versions", Names(root));
        Assert.Equal("id url title authors outlet agency published published_basis published_range dateline language text", Names(root.GetProperty("report")));
        Assert.Equal("place country date", Names(root.GetProperty("report").GetProperty("dateline")));
        Assert.Equal("id kind name country sectors office knowledge_id mentions resolution", Names(root.GetProperty("entities")[0]));
        Assert.Equal("start end text form", Names(root.GetProperty("entities")[0].GetProperty("mentions")[0]));
        var coded = root.GetProperty("events")[0];
        Assert.Equal(
            "id type mode context cameo quad plover_score goldstein actor recipient third_party date place status attribution evidence rule confidence",
            Names(coded));
        Assert.Equal("start end precision expression basis", Names(coded.GetProperty("date")));
        Assert.Equal("name country lat lon kind geonames_id text start end", Names(coded.GetProperty("place")));
        Assert.Equal("start end sentence trigger actor recipient", Names(coded.GetProperty("evidence")));
        Assert.Equal("{\"start\":7,\"end\":13,\"text\":\"warned\"}", coded.GetProperty("evidence").GetProperty("trigger").GetRawText());
        Assert.Equal("[\"future\",\"negated\"]", coded.GetProperty("status").GetRawText());
        Assert.Equal("{\"entity\":null,\"name\":\"the ministry\",\"cue\":\"said\",\"stance\":\"asserts\"}", coded.GetProperty("attribution")[0].GetRawText());
        Assert.Equal(
            "{\"speaker\":null,\"addressee\":null,\"kind\":\"indirect\",\"start\":0,\"end\":6,\"cue\":{\"start\":7,\"end\":13,\"text\":\"warned\"},\"speaker_span\":{\"start\":0,\"end\":6}}",
            root.GetProperty("statements")[0].GetRawText());
        Assert.Equal("{\"event\":\"v1\",\"claimant\":\"e1\",\"stance\":\"denies\",\"start\":0,\"end\":6}", root.GetProperty("claims")[0].GetRawText());
        Assert.Equal("start end text type value first_day last_day precision relative", Names(root.GetProperty("times")[0]));
        Assert.Equal("DURATION", root.GetProperty("times")[0].GetProperty("type").GetString());
        Assert.Equal("start end text value max comparator unit si", Names(root.GetProperty("quantities")[0]));
        Assert.Equal("1000", root.GetProperty("quantities")[0].GetProperty("value").GetRawText());
        Assert.Equal("coder model knowledge", Names(root.GetProperty("versions")));
    }

    [Fact]
    public void The_warnings_of_the_report_come_first_and_none_twice()
    {
        var record = new CodedReport { Report = Some.Report("x") with { Warnings = ["no date", "odd bytes"] }, Warnings = ["odd bytes", "no parse"] };

        Assert.Equal(["no date", "odd bytes", "no parse"], RecordReader.Read(Line(record)).Warnings);
    }

    [Fact]
    public void A_span_beyond_the_text_is_refused()
    {
        var record = new CodedReport { Report = Some.Report("short"), Claims = [new("v1", null, Stance.Asserts, new(0, 6))] };

        var error = Assert.Throws<ArgumentException>(() => Line(record));

        Assert.Equal("A span ends at 6, but the text of 'r1' at 5.", error.Message);
    }

    private static ReadOnlyMemory<byte> Line(CodedReport record)
    {
        var output = new ArrayBufferWriter<byte>();
        new RecordWriter(Versions).Write(record, output);
        return output.WrittenMemory;
    }

    private static string Names(JsonElement json) => string.Join(' ', json.EnumerateObject().Select(p => p.Name));
}
