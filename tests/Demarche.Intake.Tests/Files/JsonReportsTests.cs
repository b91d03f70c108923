using System.Text;
using Demarche.Testing;

namespace Demarche.Intake.Tests.Files;

public sealed class JsonReportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_object_may_be_printed_over_many_lines()
    {
        var file = _folder.Write("r.json", "{\r\n  \"id\": \"a\",\r\n  \"meta\": { \"tags\": [ \"}\", \"\\\"{\" ] },\r\n  \"text\": \"One.\"\r\n}\r\n");

        var report = Assert.Single(Read(new(), file));

        Assert.Equal(("a", "One.", $"{file}(1)"), (report.Id, report.Content, report.Where));
    }

    [Fact]
    public void A_list_may_be_printed_over_many_lines_and_its_objects_are_counted()
    {
        var file = _folder.Write("r.json", "[\n  {\n    \"id\": \"a\",\n    \"text\": \"One.\"\n  },\n  {\n    \"id\": \"b\",\n    \"text\": \"Two.\"\n  }\n]\n");

        var reports = Read(new(), file);

        Assert.Equal(["a", "b"], reports.Select(report => report.Id));
        Assert.Equal([$"{file}[0]", $"{file}[1]"], reports.Select(report => report.Where));
    }

    [Fact]
    public void Objects_may_follow_each_other_in_any_layout()
    {
        var file = _folder.Write("r.json", "{\"id\":\"a\",\"text\":\"One.\"}{\n\"id\":\"b\",\n\"text\":\"Two.\"}\n\n{\"id\":\"c\",\"text\":\"Three.\"}");

        var reports = Read(new(), file);

        Assert.Equal(["a", "b", "c"], reports.Select(report => report.Id));
        Assert.Equal([$"{file}(1)", $"{file}(1)", $"{file}(5)"], reports.Select(report => report.Where));
    }

    [Theory]
    [InlineData("{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n", "a")]
    [InlineData("[ {\"id\":\"a\",\"text\":\"One.\"}, {\"id\":\"b\",\"text\":\"Two.\"} ]", "a b")]
    [InlineData("[Photo: {none}] Norway met Iceland.", "")]
    public void Standard_input_may_be_printed_over_many_lines(string input, string ids)
    {
        var reports = new InputReader().Read(["-"], new MemoryStream(Encoding.UTF8.GetBytes(input)), TestContext.Current.CancellationToken);

        Assert.Equal(ids, string.Join(' ', reports.Select(report => report.Id)));
    }

    [Fact]
    public void A_string_that_is_never_closed_costs_its_object_only()
    {
        var file = _folder.Write("r.json", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Cut\n  and lost\n  {\"id\":\"c\",\"text\":\"Two.\"}\n");

        var reports = Read(new(), file);

        Assert.Equal(["a", null, "c"], reports.Select(report => report.Id));
        Assert.Equal([$"{file}(2): this is not a JSON object (Expected end of string, but instead reached end of data, at byte 21); the line starts '{{\"id\":\"b\",\"text\":\"Cut'."], reports[1].Warnings);
    }

    [Fact]
    public void A_list_that_is_cut_off_gives_what_came_before()
    {
        var between = _folder.Write("a.json", "[ {\"id\":\"a\",\"text\":\"One.\"},\n");
        var within = _folder.Write("b.json", "[ {\"id\":\"b\",\"text\":\"One.\"},\n{\"id\":\"c\"");

        Assert.Equal([$"{between}: the list is not closed; the file may be cut off, and what stood behind is lost."], Read(new(), between)[1].Warnings);
        var reports = Read(new(), within);
        Assert.Equal(["b", null, null], reports.Select(report => report.Id));
        Assert.Equal(3, reports.Count);
    }

    [Fact]
    public void An_object_over_the_limit_fails_and_the_next_is_read()
    {
        var file = _folder.Write("r.json", $"[{{\"id\":\"a\",\"text\":\"{new string('a', 200_000)}\"}},\n{{\"id\":\"b\",\"text\":\"Two.\"}}]");

        var reports = Read(new InputReader { Limits = new() { ReportBytes = 100_000 } }, file);

        Assert.Equal([null, "b"], reports.Select(report => report.Id));
        Assert.Equal([$"{file}[0]: it has 200,020 bytes, more than the 100,000 that one report may have; split it, give one report per line as NDJSON, or raise --limit report=1."], reports[0].Warnings);
    }

    [Fact]
    public void A_list_may_be_larger_than_any_limit_of_one_report()
    {
        var file = _folder.Write("r.json", $"[{string.Join(",\n", Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Some words of a report.\"}}"))}]");

        var reports = Read(new InputReader { Limits = new() { ReportBytes = 100_000 } }, file);

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => $"{i}"), reports.Select(report => report.Id));
    }

    [Theory]
    [InlineData("\\ud83d", "\uFFFD", 1)]
    [InlineData("\\uDE00\\ud83d", "\uFFFD\uFFFD", 2)]
    [InlineData("\\ud83d\\ude00 \\ud83dx", "😀 \uFFFDx", 1)]
    [InlineData("\\\\ud83d \\ud83d\\\\ud83d", "\\ud83d \uFFFD\\ud83d", 1)]
    [InlineData("\\ud83d\\ude00", "😀", 0)]
    public void Half_a_surrogate_pair_costs_that_character_only(string escaped, string text, int count)
    {
        var file = _folder.Write("r.ndjson", $"{{\"id\":\"a\",\"text\":\"Talks {escaped}\"}}\n");

        var report = Assert.Single(Read(new(), file));

        Assert.Equal(($"Talks {text}", false), (report.Content, report.Failed));
        Assert.Equal(count switch
        {
            0 => [],
            1 => [$"{file}(1): 1 escape of half a character was replaced by '\uFFFD'."],
            _ => [$"{file}(1): {count} escapes of half characters were replaced by '\uFFFD'."],
        }, report.Warnings);
    }

    [Fact]
    public void A_map_reaches_into_objects()
    {
        var file = _folder.Write("r.ndjson", """{"key":7,"article":{"body":"Talks.","by.line":"x"},"meta.date":"2020-01-02"}""" + "\n" + """{"article":"none"}""");
        Assert.True(FieldMap.TryParse("id=key,text=article.body,published=meta.date,title=article.by.line", out var map, out _));

        var reports = Read(new InputReader { Map = map }, file);

        Assert.Equal(("7", "Talks.", "2020-01-02", "x"), (reports[0].Id, reports[0].Content, reports[0].Published, reports[0].Title));
        Assert.Equal([$"{file}(2): the object has neither 'article.body' nor 'html'; one of them must hold the report."], reports[1].Warnings);
    }

    private static List<RawReport> Read(InputReader reader, string path) => [.. reader.Read([path], Stream.Null, TestContext.Current.CancellationToken)];
}
