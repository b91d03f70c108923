using System.Globalization;
using System.Text;
using Demarche.Testing;

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
    [InlineData("r.ndjson.zst")]
    [InlineData("r.ndjson")]
    [InlineData("r")]
    public void Zstandard_is_told_by_its_bytes_and_unpacked(string name)
    {
        var first = Zstandard("{\"id\":\"a\",\"text\":\"Talks.\"}\n");
        var file = _folder.Write(name, [.. first, .. Zstandard("{\"id\":\"b\",\"text\":\"More talks.\"}\n")]);

        Assert.Equal(["Talks.", "More talks."], Read(new(), file).Select(report => report.Content));
    }

    [Fact]
    public void An_archive_inside_Zstandard_is_read()
    {
        var file = _folder.Write("news.warc.zst", Zstandard(Encoding.UTF8.GetString(WarcFile.Page("a", "<html><body><p>Talks.</p></body></html>"))));

        Assert.Equal("urn:uuid:a", Assert.Single(Read(new(), file)).Id);
    }

    [Fact]
    public void Zstandard_that_is_cut_off_or_damaged_fails_and_the_next_is_read()
    {
        var whole = Zstandard(string.Concat(Enumerable.Range(0, 3000).Select(i => $"Talks number {i} were held. ")));
        var cut = _folder.Write("a.txt.zst", whole.AsSpan(0, whole.Length - 5));
        var damaged = _folder.Write("b.txt.zst", (byte[])[.. whole[..5], 0xFF, 0xFF, 0xFF, .. whole[8..]]);
        var next = _folder.Write("c.txt", "Fine.");

        var reports = Read(new(), cut, damaged, next);

        Assert.Equal([$"{cut}: the packed data is damaged or cut off; fetch or compress the file again."], reports[0].Warnings);
        Assert.Equal([$"{damaged}: the packed data is damaged or cut off; fetch or compress the file again."], reports[1].Warnings);
        Assert.Equal("Fine.", reports[2].Content);
    }

    [Fact]
    public void Zstandard_that_unpacks_to_far_too_much_without_a_report_ends()
    {
        var file = _folder.Write("bomb.ndjson.zst", Zstandard(new string('\n', 50_000_000)));

        var reports = Read(new InputReader { Limits = new() { ReportBytes = 100_000, LineBytes = 100_000 } }, file);

        Assert.Contains("it unpacks to more than 200 times its size", reports[^1].Warnings[0], StringComparison.Ordinal);
    }

    private static byte[] Zstandard(string text)
    {
        using var compressor = new ZstdSharp.Compressor();
        return compressor.Wrap(Encoding.UTF8.GetBytes(text)).ToArray();
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
