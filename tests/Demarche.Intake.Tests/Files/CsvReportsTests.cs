using System.Text;
using Demarche.Testing;

namespace Demarche.Intake.Tests.Files;

public sealed class CsvReportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_with_the_names_of_parts_are_taken_as_they_are()
    {
        var file = _folder.Write("r.csv", "\uFEFFid,title,published,url,outlet,text,note\r\n1,Talks,2020-01-02,https://example.org/a,O,\"They met,\n\nthen \"\"talked\"\".\",x\r\n\r\n2,,,,,Short.\r\n");

        var reports = Read(new(), file);

        Assert.Equal(("1", "Talks", "2020-01-02", "https://example.org/a", "O", "They met,\n\nthen \"talked\"."),
            (reports[0].Id, reports[0].Title, reports[0].Published, reports[0].Url, reports[0].Outlet, reports[0].Content));
        Assert.Equal(("2", null, "Short."), (reports[1].Id, reports[1].Title, reports[1].Content));
        Assert.Equal([$"{file}(2)", $"{file}(6)"], reports.Select(report => report.Where));
    }

    [Theory]
    [InlineData("r.csv", "body;date;headline\nNorway, Iceland, Japan, all met.;2020-01-02;T\n", null)]
    [InlineData("r.tsv", "body\tdate\theadline\nNorway, Iceland, Japan, all met.\t2020-01-02\tT\n", null)]
    [InlineData("r.csv", "body\tdate\theadline\nNorway, Iceland, Japan, all met.\t2020-01-02\tT\n", null)]
    [InlineData("r.csv", "body|date|headline\nNorway, Iceland, Japan, all met.|2020-01-02|T\n", '|')]
    [InlineData("r.tsv", "body:date:headline\nNorway, Iceland, Japan, all met.:2020-01-02:T\n", ':')]
    public void A_map_names_the_columns_and_the_separator_is_found_or_given(string name, string table, char? separator)
    {
        var reader = new InputReader { Map = Map("text=body,published=date, title = headline"), Separator = separator };

        var report = Assert.Single(Read(reader, _folder.Write(name, table)));

        Assert.Equal(("Norway, Iceland, Japan, all met.", "2020-01-02", "T"), (report.Content, report.Published, report.Title));
    }

    [Fact]
    public void A_table_may_hold_pages_and_may_be_packed()
    {
        var report = Assert.Single(Read(new(), _folder.Write("r.csv.gz", TemporaryFolder.Gzip("id,html\n1,<p>Talks.</p>\n"))));

        Assert.Equal((RawFormat.Html, "<p>Talks.</p>"), (report.Format, report.Content));
    }

    [Theory]
    [InlineData("id,text\n1,Talks.\n", "Talks.")]
    [InlineData("\"text\"\t\"id\"\nTalks.\t1\n", "Talks.")]
    [InlineData("text, and other words, make no table\n", null)]
    public void Standard_input_is_a_table_where_its_first_line_names_a_text(string input, string? text)
    {
        var reports = new InputReader().Read(["-"], new MemoryStream(Encoding.UTF8.GetBytes(input)), TestContext.Current.CancellationToken).ToList();

        Assert.Equal(text ?? input, Assert.Single(reports).Content);
    }

    [Fact]
    public void Tables_of_other_encodings_are_read()
    {
        var table = "id,text\n1,Škoda is in Plzeň – “near” Prague.\n";
        var utf16 = _folder.Write("a.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(table)]);
        var windows = _folder.Write("b.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(table.Replace('ň', 'n')));

        Assert.Equal("Škoda is in Plzeň – “near” Prague.", Assert.Single(Read(new(), utf16)).Content);
        var report = Assert.Single(Read(new(), windows));
        Assert.Equal("Škoda is in Plzen – “near” Prague.", report.Content);
        Assert.StartsWith($"{windows}(2): byte 0 is not valid UTF-8, so the text was read as Windows-1252;", report.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_text_fails_with_its_line_and_the_next_is_read()
    {
        var file = _folder.Write("r.csv", "id,text\n1,\n2\n3,Talks.\n");

        var reports = Read(new(), file);

        Assert.Equal([true, true, false], reports.Select(report => report.Failed));
        Assert.Equal([$"{file}(2): it is empty; a report needs text."], reports[0].Warnings);
        Assert.Equal("1", reports[0].Id);
    }

    [Fact]
    public void A_table_without_a_text_column_says_which_columns_there_are()
    {
        var file = _folder.Write("r.csv", "id,body\n1,Talks.\n");

        Assert.Equal([$"{file}: the table has neither a column 'text' nor 'html'; name one with --map text=COLUMN; it has 'id', 'body'."], Assert.Single(Read(new(), file)).Warnings);
    }

    [Fact]
    public void A_mapped_column_that_is_not_there_ends_the_reading()
    {
        var file = _folder.Write("r.csv", "id,body\n1,Talks.\n");

        var error = Assert.Throws<FieldMapException>(() => Read(new InputReader { Map = Map("text=boddy") }, file));

        Assert.Equal($"{file}: the table has no column 'boddy'; it has 'id', 'body'.", error.Message);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_costs_no_more_than_the_limit()
    {
        var file = _folder.Write("r.csv", "id,text\n1,Talks.\n2,\"Open.\n" + string.Concat(Enumerable.Repeat("3,More words here.\n", 50_000)));

        var reports = Read(new InputReader { Limits = new() { LineBytes = 100_000 } }, file);

        Assert.Equal(["Talks.", ""], reports.Select(report => report.Content));
        Assert.Equal([$"{file}(3): the row has more than the 100,000 bytes that one row may have, probably for want of a closing quotation mark; the rows after it were not read: mend it, or raise --limit line=1, and run again."], reports[1].Warnings);
    }

    [Fact]
    public void A_quotation_mark_in_the_wrong_place_is_warned_of()
    {
        var file = _folder.Write("r.csv", "id,text\n1,Talks.\n2,\"Open\" words.\n3,Fine.\n");

        var reports = Read(new(), file);

        Assert.Equal(["Talks.", "Open words.", "Fine."], reports.Select(report => report.Content));
        Assert.Equal([$"{file}(3): a quotation mark in the row stands inside a field or is never closed; its columns may be cut wrongly."], reports[1].Warnings);
        Assert.Empty(reports[2].Warnings);
    }

    [Theory]
    [InlineData("", "it is empty; a report needs text.")]
    [InlineData("PK\u0003\u0004 rest", "it looks like a ZIP archive or an office document, not text; convert it to plain text or HTML first.")]
    public void What_is_no_table_fails(string content, string message)
    {
        var file = _folder.Write("r.csv", content);

        Assert.Equal([$"{file}: {message}"], Assert.Single(Read(new(), file)).Warnings);
    }

    [Theory]
    [InlineData("text", "'text' should be a part of a report, an equals sign and a column, as in text=body.")]
    [InlineData("text=", "'text=' should be a part of a report, an equals sign and a column, as in text=body.")]
    [InlineData("", "'' should be a part of a report, an equals sign and a column, as in text=body.")]
    [InlineData("body=text", "'body' is no part of a report; there are id, text, html, title, published, url, outlet.")]
    [InlineData("text=a,text=b", "'text' is mapped twice; leave one out.")]
    public void A_map_that_is_none_says_why(string map, string message)
    {
        Assert.False(FieldMap.TryParse(map, out var none, out var error));

        Assert.Null(none);
        Assert.Equal(message, error);
    }

    private static FieldMap Map(string text) => FieldMap.TryParse(text, out var map, out var error) ? map : throw new ArgumentException(error);

    private static List<RawReport> Read(InputReader reader, string path) => [.. reader.Read([path], Stream.Null, TestContext.Current.CancellationToken)];
}
