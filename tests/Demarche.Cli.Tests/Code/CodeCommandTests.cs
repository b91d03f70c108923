using System.Text;

namespace Demarche.Cli.Tests;

public sealed class CodeCommandTests
{
    [Fact]
    public void Every_report_of_every_kind_of_file_gives_a_record_in_the_order_of_the_input()
    {
        using var folder = new Folder();
        folder.Add("b.txt", Sample.Report);
        folder.Add("a/page.html", Sample.Page);
        folder.Add("c.ndjson", $"{Sample.Line("c1", Sample.Report)}\n{Sample.Line("c2", Sample.Meeting)}\n");
        folder.Add("d.txt.gz", Folder.Gzip(Sample.Report));
        folder.Add("e.ndjson.gz", Folder.Gzip(Sample.Line("e1", Sample.Meeting)));
        folder.Add("notes.md", "not a report");

        var outcome = Command.Run("code", folder.Path);

        Assert.Equal("", outcome.Error);
        Assert.Equal(ExitStatus.Done, outcome.Status);
        Assert.Equal(["page", "b", "c1", "c2", "d", "e1"], outcome.Ids);
        Assert.All(outcome.Records, record => Assert.True(record.GetProperty("events").GetArrayLength() > 0, record.ToString()));
    }

    [Fact]
    public void Events_that_are_less_sure_than_asked_for_are_left_out()
    {
        using var folder = new Folder();
        var path = folder.Add("a.txt", Sample.Report);

        var all = Confidences(Command.Run("code", path));
        var sure = Confidences(Command.Run("code", path, "--min-confidence", "0.5"));

        Assert.Equal([.. all.Where(confidence => confidence >= 0.5)], sure);
        Assert.Empty(Confidences(Command.Run("code", path, "--min-confidence", "1")));

        static double[] Confidences(Outcome outcome) => [.. outcome.Records.Single().GetProperty("events").EnumerateArray().Select(one => one.GetProperty("confidence").GetDouble())];
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    [InlineData("half")]
    public void A_confidence_that_is_none_is_refused(string value)
    {
        var outcome = Command.Run("code", "--min-confidence", value);

        Assert.Equal(ExitStatus.Usage, outcome.Status);
        Assert.StartsWith($"demarche: --min-confidence is a probability from 0 to 1, not '{value}'.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_are_read_in_the_order_in_which_they_are_given()
    {
        using var folder = new Folder();
        string[] paths = [folder.Add("z.txt", Sample.Report), folder.Add("a.txt", Sample.Meeting), folder.Add("m.txt", Sample.Report)];

        Assert.Equal(["z", "a", "m"], Command.Run(["code", .. paths]).Ids);
    }

    [Theory]
    [InlineData("-")]
    [InlineData(null)]
    public void Standard_input_is_read_where_a_dash_or_nothing_stands(string? path)
    {
        var input = Encoding.UTF8.GetBytes($"{Sample.Line("r1", Sample.Report)}\n{Sample.Line("r2", Sample.Meeting)}\n");

        var outcome = Command.Run(new Setting { Input = input }, path is null ? ["code"] : ["code", path]);

        Assert.Equal(["r1", "r2"], outcome.Ids);
    }

    [Fact]
    public void Compressed_standard_input_is_read_too() =>
        Assert.Equal(["r1"], Command.Run(new Setting { Input = Folder.Gzip(Sample.Line("r1", Sample.Report)) }, "code", "-").Ids);

    [Fact]
    public void A_person_at_the_keyboard_is_told_that_there_is_nothing_to_read()
    {
        var outcome = Command.Run(new Setting { InputIsTerminal = true }, "code");

        Assert.Equal((ExitStatus.Usage, ""), (outcome.Status, outcome.Output));
        Assert.Equal("demarche: there is nothing to read; name files or folders, or give - to type a report and end it with Ctrl+D.\n", outcome.Error);
    }

    [Fact]
    public void The_output_is_the_same_for_any_number_of_threads()
    {
        using var folder = new Folder();
        var path = folder.Add("reports.ndjson", Sample.Lines(80));

        var one = Command.Run("code", path, "--threads", "1");

        Assert.Equal(80, one.Lines.Length);
        Assert.Equal(one.Output, Command.Run("code", path, "--threads", "4").Output);
        Assert.Equal(one.Output, Command.Run("code", path, "--threads", "13").Output);
    }

    [Fact]
    public void Sentences_are_coded_as_they_stand()
    {
        var text = "  Lavrov met  Kono in Moscow.  Subscribe to our newsletter ";

        var record = Command.Run(new Setting { Input = Encoding.UTF8.GetBytes(Sample.Line("s1", text)) }, "code", "-", "--sentences").Records.Single();

        Assert.Equal(text, record.GetProperty("report").GetProperty("text").GetString());
    }

    [Fact]
    public void Csv_has_a_header_and_a_row_an_event()
    {
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Meeting);
        var events = Command.Run("code", path).Records.Single().GetProperty("events").GetArrayLength();

        var rows = Command.Run("code", path, "--format", "csv").Output.Split("\r\n");

        Assert.StartsWith("report_id,published,outlet,", rows[0], StringComparison.Ordinal);
        Assert.Equal(events + 2, rows.Length); // the header, and nothing after the last line break
        Assert.All(rows[1..^1], row => Assert.StartsWith("r,", row, StringComparison.Ordinal));
    }

    [Fact]
    public void A_terminal_gets_a_table_and_a_pipe_gets_ndjson()
    {
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Meeting);

        var table = Command.Run(new Setting { OutputIsTerminal = true }, "code", path).Output;

        Assert.Contains("actor", table.Split('\n')[1], StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Equal(table, Command.Run("code", path, "--format", "table").Output);
        Assert.StartsWith("{\"schema\":1,", Command.Run("code", path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_marks_the_words_under_their_sentence()
    {
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Meeting);

        var page = Command.Run("code", path, "--explain");

        Assert.Contains("    Russian Foreign Minister Sergey Lavrov met his Japanese counterpart ", page.Output, StringComparison.Ordinal);
        Assert.Contains("^^^", page.Output, StringComparison.Ordinal);
        Assert.Contains("    rule      ", page.Output, StringComparison.Ordinal);
        Assert.Equal(page.Output, Command.Run("code", path, "--format", "explain").Output);
    }

    [Theory]
    [InlineData("events.csv", "report_id,")]
    [InlineData("events.CSV", "report_id,")]
    [InlineData("records.ndjson", "{\"schema\":1,")]
    [InlineData("records", "{\"schema\":1,")]
    public void The_ending_of_the_file_tells_its_format(string name, string start)
    {
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Meeting);

        // A terminal behind standard output changes nothing: the records go elsewhere.
        var outcome = Command.Run(new Setting { OutputIsTerminal = true }, "code", path, "-o", folder[name]);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Output));
        Assert.StartsWith(start, File.ReadAllText(folder[name]), StringComparison.Ordinal);
        Assert.Equal(new[] { name, "r.txt" }.Order(StringComparer.Ordinal), folder.Names);
    }

    [Theory]
    [InlineData("code --threads 0 -", "--threads takes a number from 1 to 256.")]
    [InlineData("code --threads many -", "--threads takes a number from 1 to 256.")]
    [InlineData("code --explain --format csv -", "--explain and --format exclude each other; leave one out.")]
    [InlineData("code --format xml -", "Argument 'xml' not recognized. Must be one of:")]
    [InlineData("code --loud -", "Unrecognized command or argument '--loud'.")]
    [InlineData("encode", "Unrecognized command or argument 'encode'.")]
    public void Arguments_that_make_no_sense_are_refused(string line, string message)
    {
        var outcome = Command.Run(line.Split(' '));

        Assert.Equal((ExitStatus.Usage, ""), (outcome.Status, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("--help' tells how it is used.\n", outcome.Error, StringComparison.Ordinal);
    }
}
