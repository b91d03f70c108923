using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Testing;

namespace Demarche.Intake.Tests.Files;

public sealed class WarcReportsTests : IDisposable
{
    private const string Body = "<!DOCTYPE html><p>Norway and Iceland held talks on mackerel quotas in Geneva on Tuesday.</p>";

    private readonly TemporaryFolder _folder = new();
    private InputReader _reader = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("news.warc", false, false)]
    [InlineData("news.warc.gz", true, false)]
    [InlineData("news.warc.gz", false, true)]
    [InlineData("nameless", true, false)]
    [InlineData("nameless", false, true)]
    [InlineData("nameless", false, false)]
    public void Pages_are_read_in_order_however_the_archive_is_packed(string name, bool eachRecord, bool wholeFile)
    {
        byte[][] records =
        [
            WarcFile.Record("w", "warcinfo", "application/warc-fields", "software: none\r\n"u8.ToArray()),
            WarcFile.Record("q", "request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            WarcFile.Page("a", Body),
            WarcFile.Page("b", "Plain words.", "Content-Type: text/plain\r\n"),
            WarcFile.Record("c", "resource", "text/html", Encoding.UTF8.GetBytes(Body)),
        ];
        var bytes = WarcFile.Join(records.Select(record => eachRecord ? WarcFile.Gzip(record) : record));

        var reports = Read(_folder.Write(name, wholeFile ? WarcFile.Gzip(bytes) : bytes));

        Assert.Equal(["urn:uuid:a", "urn:uuid:b", "urn:uuid:c"], reports.Select(report => report.Id));
        Assert.Equal([Body, "Plain words.", Body], reports.Select(report => report.Content));
        Assert.Equal([RawFormat.Html, RawFormat.PlainText, RawFormat.Html], reports.Select(report => report.Format));
        Assert.All(reports, report => Assert.Equal(
            ($"https://news.example/{report.Id![9..]}", "2023-10-19T08:30:00Z", null, false), (report.Url, report.Fetched, report.Published, report.Failed)));
    }

    [Fact]
    public void The_place_of_a_record_is_its_byte_in_the_file()
    {
        var (first, second) = (WarcFile.Page("a", Body), WarcFile.Page("b", Body));
        var plain = _folder.Write("plain.warc", WarcFile.Join(first, second));
        var packed = _folder.Write("packed.warc.gz", WarcFile.Join(WarcFile.Gzip(first), WarcFile.Gzip(second)));
        var whole = _folder.Write("whole.warc.gz", WarcFile.Gzip(WarcFile.Join(first, second)));
        var blocks = _folder.Write("blocks.warc.gz", WarcFile.Join(WarcFile.Join(first, second).Chunk(100).Select(WarcFile.Gzip)));

        Assert.Equal([$"{plain}(byte 0)", $"{plain}(byte {first.Length})"], Read(plain).Select(report => report.Where));
        Assert.Equal([$"{packed}(byte 0)", $"{packed}(byte {WarcFile.Gzip(first).Length})"], Read(packed).Select(report => report.Where));
        Assert.Equal([$"{whole}(byte 0)", $"{whole}(unpacked byte {first.Length})"], Read(whole).Select(report => report.Where));
        Assert.Equal([$"{blocks}(byte 0)", $"{blocks}(unpacked byte {first.Length})"], Read(blocks).Select(report => report.Where));
    }

    [Fact]
    public void Standard_input_may_be_an_archive()
    {
        var bytes = WarcFile.Join(WarcFile.Gzip(WarcFile.Page("a", Body)), WarcFile.Gzip(WarcFile.Page("b", Body)));

        var reports = _reader.Read(["-"], new MemoryStream(bytes), TestContext.Current.CancellationToken).ToList();

        Assert.Equal(["urn:uuid:a", "urn:uuid:b"], reports.Select(report => report.Id));
    }

    public static TheoryData<string, byte[]> Codings
    {
        get
        {
            var body = Encoding.UTF8.GetBytes(Body);
            var half = body.Length / 2;
            var chunked = WarcFile.Join(
                Encoding.ASCII.GetBytes($"{half:X};ext=1\r\n"), body[..half], Encoding.ASCII.GetBytes($"\r\n{body.Length - half:x}\r\n"), body[half..], "\r\n0\r\n\r\n"u8.ToArray());
            var gzip = WarcFile.Gzip(body);
            return new()
            {
                { "Transfer-Encoding: chunked\r\n", chunked },
                { "Content-Encoding: gzip\r\n", gzip },
                { "Content-Encoding: deflate\r\n", WarcFile.Pack(body, stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true)) },
                { "Content-Encoding: deflate\r\n", WarcFile.Pack(body, stream => new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true)) },
                { "Content-Encoding: br\r\n", WarcFile.Pack(body, stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true)) },
                { "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", WarcFile.Join(Encoding.ASCII.GetBytes($"{gzip.Length:x}\r\n"), gzip, "\r\n0\r\n\r\n"u8.ToArray()) },
                // The crawler has undone what the header says.
                { "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", body },
                { "Content-Encoding: br\r\n", body },
                { "Content-Encoding: deflate\r\n", body },
                { "Content-Encoding: identity\r\n", body },
            };
        }
    }

    [Theory, MemberData(nameof(Codings))]
    public void What_the_server_did_to_a_body_is_undone(string headers, byte[] body)
    {
        var report = Assert.Single(Read(_folder.Write("n.warc", WarcFile.Page("a", body, $"{headers}Content-Type: text/html\r\n"))));

        Assert.Equal(Body, report.Content);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void A_body_that_is_cut_off_is_read_as_far_as_it_goes()
    {
        var long1 = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"Sentence {i * 7919} was said. ")));
        var packed = WarcFile.Gzip(long1);
        var path = _folder.Write("n.warc", WarcFile.Join(
            WarcFile.Page("a", packed[..(packed.Length / 2)], "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n"),
            WarcFile.Page("b", WarcFile.Join("fff\r\n"u8.ToArray(), long1[..1000]), "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n"),
            WarcFile.Page("c", "Words.", "Content-Type: text/plain\r\n", fields: "WARC-Truncated: length\r\n")));

        var reports = Read(path);

        Assert.All(reports, report => Assert.False(report.Failed));
        Assert.InRange(reports[0].Content.Length, 1000, long1.Length - 1000);
        Assert.Equal(1000, reports[1].Content.Length);
        Assert.Equal([$"{reports[0].Where}: the page is damaged or cut off; what was read is its beginning."], reports[0].Warnings);
        Assert.Equal([$"{reports[1].Where}: the page is damaged or cut off; what was read is its beginning."], reports[1].Warnings);
        Assert.Equal([$"{reports[2].Where}: the archive holds only the beginning of the page (length)."], reports[2].Warnings);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("\"shift_jis\"")]
    [InlineData("utf8")]
    public void The_charset_of_the_header_is_the_one_to_read_by(string charset)
    {
        var encoding = charset == "utf8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(charset.Trim('"'))!;
        var text = charset.Contains("jis", StringComparison.Ordinal) ? "河野外相はモスクワで会談した。" : "Лавров встретился с Коно в Москве.";

        var report = Assert.Single(Read(_folder.Write("n.warc", WarcFile.Page("a", encoding.GetBytes(text), $"content-type: text/html;charset={charset}\r\n"))));

        Assert.Equal(text, report.Content);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void What_is_no_report_is_passed_over_and_counted()
    {
        var path = _folder.Write("n.warc", WarcFile.Join(
            WarcFile.Page("a", Body, status: "404 Not Found"), WarcFile.Page("b", Body, status: "301 Moved"),
            WarcFile.Page("c", "x", "Content-Type: image/png\r\n"), WarcFile.Record("d", "resource", "application/pdf", "%PDF"u8.ToArray()), WarcFile.Page("e", "x", "Content-Type: text/htmlish\r\n"),
            WarcFile.Record("f", "revisit", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray()),
            WarcFile.Record("g", "metadata", "application/warc-fields", "a: b"u8.ToArray()), WarcFile.Record("h", "response", "text/dns", "x"u8.ToArray())));

        var report = Assert.Single(Read(path));

        Assert.Equal([$"{path}: the archive holds no page or text with HTTP status 200."], report.Warnings);
        Assert.Equal((2, 3, 1), (_reader.PassedOver.OtherStatus, _reader.PassedOver.OtherType, _reader.PassedOver.Revisits));
        Assert.Equal("WARC records passed over: 2 with an HTTP status other than 200, 3 neither HTML nor plain text, 1 revisit.", _reader.PassedOver.ToString());
        Assert.Null(new WarcTally().ToString());
    }

    [Fact]
    public void A_page_without_a_type_is_told_by_its_beginning()
    {
        var reports = Read(_folder.Write("n.warc", WarcFile.Join(WarcFile.Page("a", Body, ""), WarcFile.Page("b", "Words.", ""),
            WarcFile.Page("c", "x", "", fields: "WARC-Identified-Payload-Type: image/png\r\n"))));

        Assert.Equal([RawFormat.Html, RawFormat.PlainText], reports.Select(report => report.Format));
    }

    [Fact]
    public void A_damaged_member_costs_its_record_and_no_other()
    {
        var members = Enumerable.Range(0, 9).Select(i => WarcFile.Gzip(WarcFile.Page($"p{i}", Body + RandomText(i)))).ToArray();
        var start = members[..4].Sum(member => member.Length);
        var bytes = WarcFile.Join(members);
        bytes.AsSpan(start + 300, 20).Fill(0x55);
        var path = _folder.Write("n.warc.gz", bytes);

        var reports = Read(path);

        Assert.Equal(["p0", "p1", "p2", "p3", null, "p5", "p6", "p7", "p8"], reports.Select(report => report.Id?[9..]));
        Assert.Equal([$"{path}(byte {start}): the record is damaged: its gzip data is damaged or cut off; it was left out, and the records after it are read."], reports[4].Warnings);
    }

    [Fact]
    public void Wherever_a_byte_is_wrong_the_records_around_it_are_read_once()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var members = Enumerable.Range(0, 12).Select(i => WarcFile.Gzip(WarcFile.Page($"p{i:00}", Body + RandomText(i)))).ToArray();
        for (var round = 0; round < 300; round++)
        {
            var hit = random.Next(1, 11);
            var at = members[..hit].Sum(member => member.Length) + random.Next(members[hit].Length);
            var bytes = WarcFile.Join(members);
            bytes[at] ^= (byte)random.Next(1, 256);

            var read = Read(_folder.Write("n.warc.gz", bytes)).Where(report => !report.Failed).Select(report => report.Id![9..]).ToList();

            var expected = Enumerable.Range(0, 12).Select(i => $"p{i:00}").ToList();
            Assert.True(read.Where(id => id != $"p{hit:00}").SequenceEqual(expected.Where(id => id != $"p{hit:00}")), $"seed {seed}, byte {at} of member {hit}: {string.Join(' ', read)}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_archive_that_is_cut_off_anywhere_gives_what_came_before(bool packed)
    {
        byte[][] records = [.. Enumerable.Range(0, 3).Select(i => WarcFile.Page($"p{i}", Body)).Select(record => packed ? WarcFile.Gzip(record) : record)];
        var bytes = WarcFile.Join(records);
        for (var length = records[0].Length + 5; length < bytes.Length; length += 7)
        {
            var path = _folder.Write(packed ? "n.warc.gz" : "n.warc", bytes.AsSpan(0, length));

            var reports = Read(path);

            // The blank lines behind a record may be missing; a gzip member may not.
            var whole = length >= records[0].Length + records[1].Length - (packed ? 0 : 4) ? 2 : 1;
            whole += length >= bytes.Length - (packed ? 0 : 4) ? 1 : 0;
            Assert.Equal(Enumerable.Range(0, whole).Select(i => $"urn:uuid:p{i}"), reports.Where(report => !report.Failed).Select(report => report.Id));
            if (reports.Find(report => report.Failed) is { } failed)
            {
                Assert.Equal(packed ? $"{path}(byte {records[..whole].Sum(record => record.Length)}): the record is damaged: its gzip data is damaged or cut off; no further record was found after it."
                    : $"{path}(byte {records[..whole].Sum(record => record.Length)}): the record is damaged: it is cut off; no further record was found after it.", failed.Warnings[0]);
            }
        }
    }

    [Fact]
    public void A_record_that_says_it_is_longer_than_it_is_does_not_eat_the_next_member()
    {
        var wrong = WarcFile.Record("a", "resource", "text/html", Encoding.UTF8.GetBytes(Body), length: 5000);
        var path = _folder.Write("n.warc.gz", WarcFile.Join(WarcFile.Gzip(wrong), WarcFile.Gzip(WarcFile.Page("b", Body)), WarcFile.Gzip(WarcFile.Page("c", Body))));

        var reports = Read(path);

        Assert.Equal([null, "urn:uuid:b", "urn:uuid:c"], reports.Select(report => report.Id));
        Assert.Equal([$"{path}(byte 0): the record is damaged: it is shorter than it says; it was left out, and the records after it are read."], reports[0].Warnings);
    }

    public static TheoryData<byte[], string> DamagedHeads => new()
    {
        { WarcFile.Record("x", "resource", "text/html", "abc\r\n"u8.ToArray(), length: 1), "it does not start with 'WARC/'" },
        { "garbage\nand more\n"u8.ToArray(), "it does not start with 'WARC/'" },
        { "WARC/1.0\r\nWARC-Type: response\r\n\r\n"u8.ToArray(), "its Content-Length is missing or no number" },
        { "WARC/1.0\r\nContent-Length: -5\r\n\r\n"u8.ToArray(), "its Content-Length is missing or no number" },
        { Encoding.ASCII.GetBytes($"WARC/1.0\r\nX: {new string('x', 70_000)}\r\n\r\n"), "its head does not end" },
        { WarcFile.Page("x", "x", $"X: {new string('x', 70_000)}\r\n"), "its head does not end" },
    };

    [Theory, MemberData(nameof(DamagedHeads))]
    public void After_a_damaged_head_the_next_record_is_found(byte[] damaged, string reason)
    {
        var first = WarcFile.Page("a", Body);
        var path = _folder.Write("n.warc", WarcFile.Join(first, damaged, "\r\n"u8.ToArray(), WarcFile.Page("b", Body)));

        var reports = Read(path);

        var failed = Assert.Single(reports, report => report.Failed);
        Assert.EndsWith($"): the record is damaged: {reason}; it was left out, and the records after it are read.", failed.Warnings[0], StringComparison.Ordinal);
        Assert.Equal(["urn:uuid:a", "urn:uuid:b"], reports.Where(report => report.Id is "urn:uuid:a" or "urn:uuid:b").Select(report => report.Id));
    }

    [Fact]
    public void A_response_that_is_no_HTTP_message_fails_and_the_next_is_read()
    {
        var path = _folder.Write("n.warc", WarcFile.Join(WarcFile.Record("a", "response", "application/http", "SSH-2.0\r\n"u8.ToArray()), WarcFile.Page("b", Body)));

        var reports = Read(path);

        Assert.Equal([$"{path}(byte 0): the record should hold an HTTP message and does not; it was left out."], reports[0].Warnings);
        Assert.Equal(Body, reports[1].Content);
    }

    [Fact]
    public void A_page_over_the_limit_fails_packed_or_not_and_the_next_is_read()
    {
        _reader = new InputReader { Limits = new() { ReportBytes = 5000 } };
        var bomb = WarcFile.Gzip(new byte[1_000_000]);
        var path = _folder.Write("n.warc.gz", WarcFile.Join(
            WarcFile.Gzip(WarcFile.Page("a", new string('a', 5001))), WarcFile.Gzip(WarcFile.Page("b", bomb, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")), WarcFile.Gzip(WarcFile.Page("c", Body))));

        var reports = Read(path);

        Assert.Equal(["urn:uuid:a", "urn:uuid:b", "urn:uuid:c"], reports.Select(report => report.Id));
        Assert.Equal([true, true, false], reports.Select(report => report.Failed));
        Assert.All(reports[..2], report => Assert.Equal([$"{report.Where}: the page has more than the 5,000 bytes that one report may have; it was left out. If it is right, raise --limit report=1."], report.Warnings));
    }

    [Fact]
    public void A_record_that_unpacks_to_far_too_much_ends_the_reading()
    {
        _reader = new InputReader { Limits = new() { ReportBytes = 100_000 } };
        var path = _folder.Write("n.warc.gz", WarcFile.Gzip(WarcFile.Join(WarcFile.Page("a", Body), WarcFile.Record("b", "metadata", "text/plain", new byte[20_000_000]), WarcFile.Page("c", Body))));

        var reports = Read(path);

        Assert.Equal(["urn:uuid:a", null], reports.Select(report => report.Id));
        Assert.Equal([$"{path}: it could not be read: it unpacks to more than 200 times its size, with no report in the last 400,000 bytes, as files made to fill up machines do; if it is right, unpack it first or raise --limit unpack=200."], reports[1].Warnings);
    }

    [Fact]
    public void Zeros_behind_the_last_member_are_no_damage()
    {
        var reports = Read(_folder.Write("n.warc.gz", WarcFile.Join(WarcFile.Gzip(WarcFile.Page("a", Body)), new byte[3000])));

        Assert.Equal("urn:uuid:a", Assert.Single(reports).Id);
    }

    private static string RandomText(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 200).Select(_ => random.Next().ToString("x8", CultureInfo.InvariantCulture)));
    }

    private List<RawReport> Read(string path) => [.. _reader.Read([path], Stream.Null, TestContext.Current.CancellationToken)];
}
