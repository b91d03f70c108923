using System.Text;

namespace Demarche.Cli.Tests;

/// <summary>Tables, objects with other names, and archives, as the commands over reports read them.</summary>
public sealed class InputOptionTests
{
    [Fact]
    public void Columns_under_other_names_are_mapped()
    {
        using var folder = new Folder();
        var table = folder.Add("r.csv", $"key;body;day\r\nk1;\"{Sample.Meeting}\";2017-11-25\r\n");

        var record = Command.Run("code", table, "--map", "id=key,text=body,published=day").Records.Single().GetProperty("report");

        Assert.Equal(("k1", Sample.Meeting, "2017-11-25"), (record.GetProperty("id").GetString(), record.GetProperty("text").GetString(), record.GetProperty("published").GetString()));
    }

    [Fact]
    public void A_separator_of_ones_own_is_taken()
    {
        using var folder = new Folder();
        var table = folder.Add("r.csv", $"id~text\nk1~{Sample.Meeting}\n");

        Assert.Equal("k1", Command.Run("extract", table, "--separator", "~").Records.Single().GetProperty("id").GetString());
        Assert.Equal("k1", Command.Run(new Setting { Input = Encoding.UTF8.GetBytes($"id\ttext\nk1\t{Sample.Meeting}\n") }, "extract", "-", "--separator", "tab").Records.Single().GetProperty("id").GetString());
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_those_that_are()
    {
        using var folder = new Folder();
        var table = folder.Add("r.csv", $"id,body\nk1,{Sample.Meeting}\n");

        var outcome = Command.Run("code", table, "--map", "text=boddy", "-o", folder["out.ndjson"]);

        Assert.Equal((ExitStatus.Usage, $"demarche: {table}: the table has no column 'boddy'; it has 'id', 'body'.\n"), (outcome.Status, outcome.Error));
        Assert.Equal(["r.csv"], folder.Names);
    }

    [Theory]
    [InlineData("extract - --map body", "--map: 'body' should be a part of a report, an equals sign and a column, as in text=body.")]
    [InlineData("code - --map body=text", "--map: 'body' is no part of a report; there are id, text, html, title, published, url, outlet.")]
    [InlineData("parse - --separator ab", "--separator takes one character that is no letter, digit, blank or quotation mark, or the word tab.")]
    [InlineData("parse - --separator é", "--separator takes one character that is no letter, digit, blank or quotation mark, or the word tab.")]
    public void Options_that_make_no_sense_are_refused(string line, string message)
    {
        var outcome = Command.Run(line.Split(' '));

        Assert.Equal((ExitStatus.Usage, ""), (outcome.Status, outcome.Output));
        Assert.StartsWith($"demarche: {message}\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_too_large_is_named_with_the_limit_and_read_where_the_limit_is_raised()
    {
        using var folder = new Folder();
        var large = folder.Add("large.txt", string.Join("\n\n", Enumerable.Repeat(Sample.Meeting, (2 << 20) / Sample.Meeting.Length)));

        var refused = Command.Run("extract", large, "--limit", "report=1");
        var read = Command.Run("extract", large, "--limit", "report=3");

        Assert.Equal(ExitStatus.SomeUnread, refused.Status);
        Assert.Contains("more than the 1,048,576 that one report may have; split it, give one report per line as NDJSON, or raise --limit report=1.", refused.Error, StringComparison.Ordinal);
        Assert.Equal((ExitStatus.Done, ""), (read.Status, read.Error));
    }

    [Fact]
    public void A_line_that_is_too_long_is_named_with_the_limit()
    {
        using var folder = new Folder();
        var lines = folder.Add("r.ndjson", $"{Sample.Line("long", new string('a', 1 << 20))}\n{Sample.Line("short", Sample.Meeting)}\n");

        var outcome = Command.Run("extract", lines, "--limit", "line=1");

        Assert.Contains("raise --limit line=1.", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["long", "short"], Command.Run("extract", lines, "--limit", "line=2").Records.Select(record => record.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(1999, true)]
    [InlineData(2000, false)]
    public void Tags_may_nest_as_deep_as_the_limit_says_and_not_deeper(int depth, bool warns)
    {
        using var folder = new Folder();
        var page = folder.Add("page.html", $"<html><body>{string.Concat(Enumerable.Repeat("<div>", 2000))}<p>{Sample.Meeting} The two ministers discussed a peace treaty and agreed to meet again.</p></body></html>");

        var outcome = Command.Run("extract", page, "--format", "ndjson", "--limit", $"nesting={depth}");

        Assert.Equal(warns, outcome.Output.Contains($"nests tags more than {depth:N0} deep", StringComparison.Ordinal));
        Assert.Contains(Sample.Meeting, outcome.Records.Single().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_are_searched_as_deep_as_the_limit_says()
    {
        using var folder = new Folder();
        folder.Add("a/b/r.txt", Sample.Meeting);

        var refused = Command.Run("extract", folder.Path, "--limit", "folders=2");

        Assert.Contains("lies more than 2 levels deep; what is below it was left out. If it is right, raise --limit folders=2.", refused.Error, StringComparison.Ordinal);
        Assert.Equal("r", Command.Run("extract", folder.Path, "--limit", "folders=3").Records.Single().GetProperty("id").GetString());
    }

    [Fact]
    public void An_archive_gives_its_pages_and_tells_what_it_passed_over()
    {
        using var folder = new Folder();
        var page = $"<html><body><article><h1>Talks</h1><p>{Sample.Meeting} The two ministers discussed a peace treaty and agreed to meet again.</p></article></body></html>";
        var archive = folder.Add("news.warc", Response("a", "200 OK", page) + Response("b", "404 Not Found", "gone"));

        var outcome = Command.Run("extract", archive);

        var report = outcome.Records.Single();
        Assert.Equal((ExitStatus.Done, "demarche: WARC records passed over: 1 with an HTTP status other than 200, 0 neither HTML nor plain text, 0 revisits.\n"), (outcome.Status, outcome.Error));
        Assert.Equal(("urn:uuid:a", "https://news.example/a", "2023-10-19T08:30:00Z"),
            (report.GetProperty("id").GetString(), report.GetProperty("url").GetString(), report.GetProperty("fetched").GetString()));
        Assert.Null(report.GetProperty("published").GetString()); // the day on which it was fetched says nothing of that
        Assert.Contains("peace treaty", report.GetProperty("text").GetString(), StringComparison.Ordinal);
        var again = Command.Run(new Setting { Input = outcome.Bytes }, "extract", "-");
        Assert.Equal("2023-10-19T08:30:00Z", again.Records.Single().GetProperty("fetched").GetString());
    }

    private static string Response(string id, string status, string body)
    {
        var block = $"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n{body}";
        return $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: 2023-10-19T08:30:00Z\r\nWARC-Target-URI: https://news.example/{id}\r\n"
            + $"Content-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n";
    }
}
