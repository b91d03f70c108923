using System.Text;
using Demarche.Testing;

namespace Demarche.Intake.Tests;

public sealed class InputReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_read_with_its_subfolders_in_ordinal_order()
    {
        _folder.Write("b.txt", "Second.");
        _folder.Write("a/z.html", "<p>First.</p>");
        _folder.Write("c.ndjson", "{\"id\":\"n1\",\"text\":\"Third.\"}\n\n{\"id\":\"n2\",\"text\":\"Fourth.\"}\n");
        _folder.Write("notes.md", "Not read.");
        _folder.Write("B.txt", "Capitals come first.");

        var ids = Read(_folder.Root).Select(report => report.Id);

        Assert.Equal(["B", "z", "b", "n1", "n2"], ids);
    }

    [Fact]
    public void Gzip_is_told_by_its_bytes_and_its_ending_is_no_part_of_the_id()
    {
        var packed = _folder.Write("talks.txt.gz", TemporaryFolder.Gzip("Norway met Iceland."));
        var lines = _folder.Write("many.ndjson.gz", TemporaryFolder.Gzip("{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"y\",\"text\":\"Two.\"}"));

        var reports = Read(packed, lines);

        Assert.Equal(["talks", "x", "y"], reports.Select(report => report.Id));
        Assert.Equal("Norway met Iceland.", reports[0].Content);
    }

    [Fact]
    public void Gzip_that_is_cut_off_fails_and_the_next_file_is_read()
    {
        var packed = TemporaryFolder.Gzip(string.Concat(Enumerable.Range(0, 2000).Select(i => $"Sentence {i * 7919} was said. ")));
        var cut = _folder.Write("cut.txt.gz", packed.AsSpan(0, packed.Length / 2));
        var whole = _folder.Write("whole.txt", "All is here.");

        var reports = Read(cut, whole);

        Assert.True(reports[0].Failed);
        Assert.Equal([$"{cut}: the packed data is damaged or cut off; fetch or compress the file again."], reports[0].Warnings);
        Assert.Equal("All is here.", reports[1].Content);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n", "a b", RawFormat.PlainText)]
    [InlineData("\n  {\"id\":\"a\",\"html\":\"<p>One.</p>\"}", "a", RawFormat.Html)]
    [InlineData("<!DOCTYPE html><p>A page.</p>", "", RawFormat.Html)]
    [InlineData("A plain text.", "", RawFormat.PlainText)]
    public void Standard_input_is_told_by_its_first_characters(string input, string ids, RawFormat format)
    {
        var reports = ReadStandardInput(Encoding.UTF8.GetBytes(input));

        Assert.Equal(ids, string.Join(' ', reports.Select(report => report.Id)));
        Assert.All(reports, report => Assert.Equal(format, report.Format));
    }

    [Fact]
    public void Standard_input_may_be_gzip()
    {
        var report = Assert.Single(ReadStandardInput(TemporaryFolder.Gzip("A plain text.")));

        Assert.Equal("A plain text.", report.Content);
    }

    [Fact]
    public void All_fields_of_a_line_are_taken()
    {
        var file = _folder.Write("r.jsonl", """{"id":7,"text":"Talks.","title":"T","published":"2020-01-02","url":"https://example.org/a","outlet":"O"}""");

        var report = Assert.Single(Read(file));

        Assert.Equal(("7", "Talks.", "T", "2020-01-02", "https://example.org/a", "O"),
            (report.Id, report.Content, report.Title, report.Published, report.Url, report.Outlet));
        Assert.Equal($"{file}(1)", report.Where);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"Cut", "Expected end of string, but instead reached end of data, at byte 21")]
    [InlineData("[1, 2]", "it is a list")]
    [InlineData("nonsense", "'nonsense' is an invalid JSON literal. Expected the literal 'null', at byte 1")]
    public void A_broken_line_is_named_and_the_lines_after_it_are_read(string line, string what)
    {
        var file = _folder.Write("r.ndjson", $"{{\"id\":\"ok\",\"text\":\"Fine.\"}}\n{line}\n{{\"id\":\"too\",\"text\":\"Fine.\"}}\n");

        var reports = Read(file);

        Assert.Equal([false, true, false], reports.Select(report => report.Failed));
        Assert.Equal([$"{file}(2): this is not a JSON object ({what}); the line starts '{line}'."], reports[1].Warnings);
    }

    [Theory]
    [InlineData("""{"id":"a"}""", "the object has neither 'text' nor 'html'; one of them must hold the report.")]
    [InlineData("""{"id":"a","text":""}""", "it is empty; a report needs text.")]
    [InlineData("""{"id":"a","text":"  "}""", "it is empty; a report needs text.")]
    public void A_line_without_text_fails_with_its_place(string line, string message)
    {
        var file = _folder.Write("r.ndjson", line);

        var report = Assert.Single(Read(file));

        Assert.True(report.Failed);
        Assert.Equal([$"{file}(1): {message}"], report.Warnings);
        Assert.Equal("a", report.Id);
    }

    [Fact]
    public void A_field_that_is_no_string_is_left_out_with_a_warning()
    {
        var file = _folder.Write("r.ndjson", """{"id":"a","text":"Talks.","title":["T"]}""");

        var report = Assert.Single(Read(file));

        Assert.Null(report.Title);
        Assert.Equal([$"{file}(1): 'title' should be a string and is a list; it was left out."], report.Warnings);
    }

    [Fact]
    public void An_id_used_twice_is_warned_of_and_both_reports_are_kept()
    {
        var file = _folder.Write("r.ndjson", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"a\",\"text\":\"Two.\"}\n");

        var reports = Read(file);

        Assert.Empty(reports[0].Warnings);
        Assert.Equal([$"{file}(2): the id 'a' was used by an earlier report; both are kept, but records cannot be told apart by id."], reports[1].Warnings);
        Assert.Equal("Two.", reports[1].Content);
    }

    [Fact]
    public void A_json_file_may_hold_a_list()
    {
        var file = _folder.Write("r.json", """[ {"id":"a","text":"One."}, 5, {"id":"b","text":"Two."} ]""");

        var reports = Read(file);

        Assert.Equal(["a", null, "b"], reports.Select(report => report.Id));
        Assert.Equal($"{file}[1]: this is not a JSON object (it is a number); the line starts '5'.", reports[1].Warnings[0]);
    }

    [Fact]
    public void An_empty_file_fails()
    {
        var file = _folder.Write("e.txt", "");
        var lines = _folder.Write("e.ndjson", "");

        var reports = Read(file, lines);

        Assert.All(reports, report => Assert.True(report.Failed));
        Assert.Equal([$"{file}: it is empty; a report needs text.", $"{lines}: it is empty; a report needs text."], reports.Select(report => report.Warnings[0]));
    }

    [Theory]
    [InlineData("%PDF-1.4 rest", "a PDF file")]
    [InlineData("GIF89a rest", "a picture")]
    [InlineData("PK\u0003\u0004 rest", "a ZIP archive or an office document")]
    [InlineData("\u0001\u0002 \0 text", "a binary file")]
    public void A_binary_file_fails_and_says_what_it_looks_like(string content, string kind)
    {
        var file = _folder.Write("b.txt", content);

        var report = Assert.Single(Read(file));

        Assert.True(report.Failed);
        Assert.Equal([$"{file}: it looks like {kind}, not text; convert it to plain text or HTML first."], report.Warnings);
    }

    [Fact]
    public void A_file_over_the_limit_fails_with_its_size_and_the_limit()
    {
        var file = _folder.Write("big.txt", new string('a', 5001));
        var next = _folder.Write("next.txt", "Small.");

        var reports = new InputReader { Limits = new() { ReportBytes = 5000 } }.Read([file, next], Stream.Null, TestContext.Current.CancellationToken).ToList();

        Assert.Equal([true, false], reports.Select(report => report.Failed));
        Assert.Equal([$"{file}: it has 5,001 bytes, more than the 5,000 that one report may have; split it, give one report per line as NDJSON, or raise --limit report=1."], reports[0].Warnings);
    }

    [Fact]
    public void The_limit_holds_for_what_gzip_unpacks()
    {
        var file = _folder.Write("bomb.txt.gz", TemporaryFolder.Gzip(new string('a', 100_000)));

        var report = Assert.Single(new InputReader { Limits = new() { ReportBytes = 5000 } }.Read([file], Stream.Null, TestContext.Current.CancellationToken));

        Assert.True(report.Failed);
        Assert.Equal([$"{file}: it has more than the 5,000 bytes that one report may have; split it, give one report per line as NDJSON, or raise --limit report=1."], report.Warnings);
    }

    [Fact]
    public void A_line_over_the_limit_fails_and_the_lines_after_it_are_read()
    {
        var longLine = $$"""{"id":"long","text":"{{new string('a', 200_000)}}"}""";
        var file = _folder.Write("r.ndjson", $"{{\"id\":\"a\",\"text\":\"One.\"}}\n{longLine}\n{{\"id\":\"b\",\"text\":\"Two.\"}}");

        var reports = new InputReader { Limits = new() { LineBytes = 100_000 } }.Read([file], Stream.Null, TestContext.Current.CancellationToken).ToList();

        Assert.Equal(["a", null, "b"], reports.Select(report => report.Id));
        Assert.Equal($"{file}(2): the line has 200,023 bytes, more than the 100,000 that one line may have; the lines after it are read. If it is right, raise --limit line=1.", reports[1].Warnings[0]);
    }

    [Fact]
    public void A_line_of_five_megabytes_is_read()
    {
        var file = _folder.Write("r.ndjson", $$"""{"id":"long","text":"{{new string('a', 5_000_000)}}"}""");

        var report = Assert.Single(Read(file));

        Assert.Equal(5_000_000, report.Content.Length);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_said_so()
    {
        var report = Assert.Single(Read(Path.Combine(_folder.Root, "nowhere.txt")));

        Assert.True(report.Failed);
        Assert.Equal($"{Path.Combine(_folder.Root, "nowhere.txt")}: there is no such file or folder; check the path.", report.Warnings[0]);
    }

    [Fact]
    public void A_folder_without_reports_is_said_so()
    {
        var report = Assert.Single(Read(_folder.Root));

        Assert.Equal($"{_folder.Root}: the folder holds no file ending in .txt, .html, .htm, .ndjson, .jsonl, .json, .csv, .tsv, .warc (each may end in .gz or .zst) or .wacz.", report.Warnings[0]);
    }

    [Fact]
    public void What_may_not_be_read_is_said_so_and_the_rest_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Rights do not bind this user.");
        var closed = _folder.Write("a/closed.txt", "Secret.");
        _folder.Write("b.txt", "Open.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(closed, UnixFileMode.None);
        }

        var reports = Read(_folder.Root);

        Assert.Equal($"{closed}: permission to read it was denied; change its rights or leave it out.", reports[0].Warnings[0]);
        Assert.Equal("Open.", reports[1].Content);
    }

    [Fact]
    public void Reading_is_lazy_and_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        var file = _folder.Write("r.ndjson", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n");

        using var reports = new InputReader().Read([file], Stream.Null, stop.Token).GetEnumerator();
        Assert.True(reports.MoveNext());
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => reports.MoveNext());
    }

    private static List<RawReport> Read(params string[] paths) => [.. new InputReader().Read(paths, Stream.Null, TestContext.Current.CancellationToken)];

    private static List<RawReport> ReadStandardInput(byte[] bytes) => [.. new InputReader().Read(["-"], new MemoryStream(bytes), TestContext.Current.CancellationToken)];
}
