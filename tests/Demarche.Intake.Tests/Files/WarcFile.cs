using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Demarche.Intake.Tests.Files;

/// <summary>Writes WARC records as crawlers do.</summary>
internal static class WarcFile
{
    internal static byte[] Page(string id, string body, string headers = "Content-Type: text/html; charset=utf-8\r\n", string status = "200 OK", string fields = "") =>
        Page(id, Encoding.UTF8.GetBytes(body), headers, status, fields);

    internal static byte[] Page(string id, byte[] body, string headers = "Content-Type: text/html; charset=utf-8\r\n", string status = "200 OK", string fields = "") =>
        Record(id, "response", "application/http; msgtype=response", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n"), .. body], fields);

    internal static byte[] Record(string id, string type, string contentType, byte[] block, string fields = "", int? length = null) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: 2023-10-19T08:30:00Z\r\nWARC-Target-URI: https://news.example/{id}\r\nContent-Type: {contentType}\r\n{fields}Content-Length: {length ?? block.Length}\r\n\r\n")),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    internal static byte[] Join(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    internal static byte[] Gzip(byte[] bytes) => Pack(bytes, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    internal static byte[] Pack(byte[] bytes, Func<Stream, Stream> packer)
    {
        var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
