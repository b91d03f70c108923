using System.Buffers;
using Demarche.Coding;
using Demarche.Intake;

namespace Demarche.Cli.Tests;

public sealed class RecordWorkTests
{
    private static readonly RawReport Raw = new() { Id = "r1", Where = "r.txt", Format = RawFormat.PlainText, Content = "Text.", Warnings = ["odd bytes"] };

    private static readonly RecordWriter Writer = new(new("coder", "model", "knowledge"));

    [Fact]
    public void A_coder_that_throws_costs_one_report_its_events_and_says_why()
    {
        var (record, trouble) = Run(_ => throw new InvalidOperationException("no head"));

        const string Warning = "A fault in Demarche kept this report from being coded (InvalidOperationException: no head); please report it with the text.";
        Assert.Equal($"odd bytes {Warning}", trouble);
        Assert.Equal(["odd bytes", Warning], record.Warnings);
        Assert.True(record.Unreadable);
    }

    [Fact]
    public void A_record_that_cannot_be_written_leaves_no_half_line()
    {
        var text = new string('x', 100_000);
        var (record, trouble) = Run(_ => new()
        {
            Report = new() { Id = "r1", Text = text },
            Claims = [new("v1", null, Stance.Asserts, new(0, text.Length + 1))],
        });

        Assert.Contains("A span ends at 100001", trouble, StringComparison.Ordinal);
        Assert.Equal(("r1", ""), (record.Report.Id, record.Report.Text));
    }

    [Fact]
    public void A_report_that_was_coded_has_no_trouble()
    {
        var (record, trouble) = Run(raw => new() { Report = new() { Id = raw.Id!, Text = raw.Content } });

        Assert.Null(trouble);
        Assert.Equal("Text.", record.Report.Text);
    }

    private static (CodedReport Record, string? Trouble) Run(Func<RawReport, CodedReport> code)
    {
        var output = new ArrayBufferWriter<byte>();
        var trouble = new RecordWork(code, Writer.Write).Run(Raw, output);
        return (RecordReader.Read(output.WrittenMemory), trouble);
    }
}
