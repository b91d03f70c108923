using System.IO.Compression;
using Demarche.Testing;

namespace Demarche.Intake.Tests.Files;

public sealed class WaczReportsTests : IDisposable
{
    private const string Body = "<p>Norway and Iceland held talks.</p>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("site.wacz")]
    [InlineData("site.zip")]
    public void The_archives_inside_are_read_in_the_order_of_their_names(string name)
    {
        var path = _folder.Write(name, Zip(
            ("archive/b.warc", WarcFile.Page("b", Body), CompressionLevel.Optimal),
            ("archive/a.warc.gz", WarcFile.Join(WarcFile.Gzip(WarcFile.Page("a1", Body)), WarcFile.Gzip(WarcFile.Page("a2", Body))), CompressionLevel.NoCompression),
            ("pages/pages.jsonl", "{}"u8.ToArray(), CompressionLevel.Optimal), ("indexes/index.warc", "x"u8.ToArray(), CompressionLevel.Optimal)));

        var reports = Read(new(), path);

        Assert.Equal(["urn:uuid:a1", "urn:uuid:a2", "urn:uuid:b"], reports.Select(report => report.Id));
        Assert.Equal($"{path}/archive/a.warc.gz(byte 0)", reports[0].Where);
        Assert.All(reports, report => Assert.Equal(Body, report.Content));
    }

    [Fact]
    public void A_damaged_record_inside_costs_no_other()
    {
        var members = Enumerable.Range(0, 3).Select(i => WarcFile.Gzip(WarcFile.Page($"p{i}", Body))).ToArray();
        members[1].AsSpan(60, 30).Fill(0x55);
        var path = _folder.Write("s.wacz", Zip(("archive/a.warc.gz", WarcFile.Join(members), CompressionLevel.NoCompression)));

        Assert.Equal(["urn:uuid:p0", null, "urn:uuid:p2"], Read(new(), path).Select(report => report.Id));
    }

    [Fact]
    public void A_zip_file_that_is_cut_off_or_without_archives_fails()
    {
        var bytes = Zip(("archive/a.warc", WarcFile.Page("a", Body), CompressionLevel.Optimal));
        var cut = _folder.Write("cut.wacz", bytes.AsSpan(0, bytes.Length - 30));
        var office = _folder.Write("letter.zip", Zip(("word/document.xml", "<x/>"u8.ToArray(), CompressionLevel.Optimal)));
        var packed = _folder.Write("s.wacz.gz", WarcFile.Gzip(bytes));

        Assert.Equal([$"{cut}: the ZIP data is damaged or cut off; fetch the file again."], Assert.Single(Read(new(), cut)).Warnings);
        Assert.Equal([$"{office}: the ZIP file holds no archive/*.warc or archive/*.warc.gz; only web archives (WACZ) are read from ZIP files."], Assert.Single(Read(new(), office)).Warnings);
        Assert.Equal([$"{packed}: a WACZ file is read from its end, which packed data and pipes cannot be; unpack it to a file and name that."], Assert.Single(Read(new(), packed)).Warnings);
    }

    [Fact]
    public void A_zip_file_that_lists_too_many_files_fails()
    {
        var path = _folder.Write("s.wacz", Zip([.. Enumerable.Range(0, 11).Select(i => ($"x/{i}", Array.Empty<byte>(), CompressionLevel.Optimal))]));

        var report = Assert.Single(Read(new InputReader { Limits = new() { ArchiveFiles = 10 } }, path));

        Assert.Equal([$"{path}: the ZIP file lists 11 files, more than the 10 that it may; unpack it and read the .warc.gz files in archive/, or raise --limit files=10."], report.Warnings);
    }

    [Fact]
    public void A_file_inside_that_unpacks_to_far_too_much_ends_the_reading_of_it()
    {
        var path = _folder.Write("s.wacz", Zip(
            ("archive/a.warc", WarcFile.Join(WarcFile.Page("a", Body), WarcFile.Record("b", "metadata", "text/plain", new byte[20_000_000])), CompressionLevel.Optimal),
            ("archive/b.warc", WarcFile.Page("c", Body), CompressionLevel.Optimal)));

        var reports = Read(new InputReader { Limits = new() { ReportBytes = 100_000 } }, path);

        Assert.Equal(["urn:uuid:a", null, "urn:uuid:c"], reports.Select(report => report.Id));
        Assert.StartsWith($"{path}/archive/a.warc: it could not be read: it unpacks to more than 200 times its size,", reports[1].Warnings[0], StringComparison.Ordinal);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes, CompressionLevel Level)[] files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, level) in files)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static List<RawReport> Read(InputReader reader, string path) => [.. reader.Read([path], Stream.Null, TestContext.Current.CancellationToken)];
}
