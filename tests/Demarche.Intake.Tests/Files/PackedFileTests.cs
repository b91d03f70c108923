using System.Globalization;
using System.Text;

namespace Demarche.Intake.Tests.Files;

public sealed class PackedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Many_small_reports_may_unpack_to_a_thousand_times_their_size()
    {
        var line = "{\"id\":\"a\",\"text\":\"" + string.Concat(Enumerable.Repeat("Talks. ", 1000)) + "\"}\n";
        var file = _folder.Write("r.ndjson.gz", WarcFile.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 1000)))));
        Assert.True(1000L * line.Length > 200 * new FileInfo(file).Length, "the sample packs too badly to test the limit");

        var reports = Read(new InputReader { Limits = new() { ReportBytes = 10_000, LineBytes = 10_000 } }, file);

        Assert.Equal(1000, reports.Count(report => !report.Failed));
    }

    [Theory]
    [InlineData("bomb.ndjson.gz", ' ')]
    [InlineData("bomb.ndjson.gz", '\n')]
    [InlineData("bomb.json.gz", '[')]
    [InlineData("bomb.csv.gz", '\n')]
    public void A_file_that_unpacks_to_far_too_much_without_a_report_ends(string name, char filling)
    {
        var file = _folder.Write(name, WarcFile.Gzip(Encoding.UTF8.GetBytes(new string(filling, 50_000_000))));
        var next = _folder.Write("z.txt", "Fine.");

        var reports = Read(new InputReader { Limits = new() { ReportBytes = 100_000, LineBytes = 100_000 } }, file, next);

        Assert.Equal([$"{file}: it could not be read: it unpacks to more than 200 times its size, with no report in the last 400,000 bytes, as files made to fill up machines do; if it is right, unpack it first or raise --limit unpack=200."], reports[^2].Warnings);
        Assert.Equal("Fine.", reports[^1].Content);
    }

    [Fact]
    public void The_ratio_can_be_raised()
    {
        var file = _folder.Write("r.ndjson.gz", WarcFile.Gzip(Encoding.UTF8.GetBytes(new string('\n', 5_000_000) + "{\"text\":\"Talks.\"}")));

        var report = Assert.Single(Read(new InputReader { Limits = new() { ReportBytes = 100_000, LineBytes = 100_000, UnpackRatio = 2000 } }, file));

        Assert.Equal("Talks.", report.Content);
    }

    [Theory]
    [InlineData("old news.ndjson.zst", "'")]
    [InlineData("news.warc", "")]
    [InlineData("news", "")]
    public void Zstandard_is_told_by_its_bytes_and_the_way_out_is_named(string name, string quote)
    {
        var file = _folder.Write(name, (byte[])[0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x01, 0x02]);
        quote = file.Contains(' ', StringComparison.Ordinal) ? "'" : quote;

        var report = Assert.Single(Read(new(), file));

        Assert.Equal([$"{file}: it is packed with Zstandard, which is not read; unpack it on the way: zstd -dc {quote}{file}{quote} | demarche code -"], report.Warnings);
    }

    [Fact]
    public void A_folder_names_its_packed_and_archived_files_too()
    {
        foreach (var name in new[] { "a.csv", "b.tsv.gz", "c.warc", "d.wacz", "e.json.gz", "f.ndjson.zst", "g.zip", "h.md" }) _folder.Write(name, "");

        var found = Read(new(), _folder.Root).Select(report => Path.GetFileName(report.Where));

        Assert.Equal(["a.csv", "b.tsv.gz", "c.warc", "d.wacz", "e.json.gz", "f.ndjson.zst"], found);
    }

    [Fact]
    public void The_state_of_a_folder_changes_with_each_of_its_files_that_is_read()
    {
        var file = _folder.Write("a/r.txt", "Talks.");
        var first = InputReader.StateOf(_folder.Root, 64);
        Assert.Equal((1, 6), (first.Files, first.Bytes));

        _folder.Write("out.ndjson.partial", "no input");
        Assert.Equal(first, InputReader.StateOf(_folder.Root, 64));
        File.SetLastWriteTimeUtc(file, DateTime.Parse("2020-01-02T03:04:05Z", CultureInfo.InvariantCulture));
        var second = InputReader.StateOf(_folder.Root, 64);
        _folder.Write("b.csv", "");
        var third = InputReader.StateOf(_folder.Root, 64);
        File.Delete(file);

        Assert.Equal(4, new[] { first, second, third, InputReader.StateOf(_folder.Root, 64) }.Distinct().Count());
        Assert.Equal(1, InputReader.StateOf(_folder.Write("c.txt", Encoding.UTF8.GetBytes("x")), 64).Files);
    }

    private static List<RawReport> Read(InputReader reader, params string[] paths) => [.. reader.Read(paths, Stream.Null, TestContext.Current.CancellationToken)];
}
