using System.Text;

namespace Demarche.Coding.Tests;

public sealed class RecordReaderTests
{
    private const string Report = "\"report\":{\"id\":\"r1\",\"published_basis\":\"unknown\",\"language\":\"en\",\"text\":\"Kono left.\"}";

    [Fact]
    public void Fields_that_are_missing_read_as_null_or_empty()
    {
        var record = RecordReader.Read(Line($$"""{"schema":1,{{Report}}}"""), out var versions);

        Assert.Equal("Kono left.", record.Report.Text);
        Assert.Null(record.Report.Published);
        Assert.Empty(record.Events);
        Assert.Null(versions);
    }

    [Fact]
    public void Fields_that_are_not_known_are_passed_over() =>
        Assert.Equal("r1", RecordReader.Read(Line($$"""{"schema":1,"mood":{"a":[1]},{{Report}}}""")).Report.Id);

    [Theory]
    [InlineData("{\"schema\":1,", "The line is no JSON, from its byte 11 on.")]
    [InlineData("[]", "The record's line is []; expected an object.")]
    [InlineData("{}", "The record's field 'schema' is missing; expected a whole number.")]
    [InlineData("{\"schema\":2}", "The record's field 'schema' is 2; expected 1, the only schema known here.")]
    [InlineData("{\"schema\":1,\"report\":{\"id\":5}}", "The record's field 'report.id' is 5; expected a string.")]
    [InlineData("{\"schema\":1,REPORT,\"claims\":[{\"event\":\"v1\",\"stance\":\"hopes\"}]}", "The record's field 'claims[0].stance' is \"hopes\"; expected one of asserts, denies, doubts, confirms.")]
    [InlineData("{\"schema\":1,REPORT,\"claims\":[{\"event\":\"v1\",\"stance\":\"denies\",\"start\":4,\"end\":2}]}", "The record's field 'claims[0]' is {\"event\":\"v1\",\"stance\":\"denies\",\"start\":…; expected a start of 0 or more and an end not before it.")]
    [InlineData("{\"schema\":1,REPORT,\"events\":{}}", "The record's field 'events' is {}; expected an array.")]
    public void A_line_that_is_no_record_is_reported_with_its_field(string line, string message)
    {
        var error = Assert.Throws<RecordException>(() => RecordReader.Read(Line(line.Replace("REPORT", Report, StringComparison.Ordinal))));

        Assert.Equal(message, error.Message);
    }

    private static ReadOnlyMemory<byte> Line(string text) => Encoding.UTF8.GetBytes(text);
}
