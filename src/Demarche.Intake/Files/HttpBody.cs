using System.Globalization;
using System.IO.Compression;

namespace Demarche.Intake.Files;

/// <summary>Undoes what servers do to a body on its way: chunks and compression.</summary>
/// <remarks>
/// Archives often keep a header whose effect their crawler has already undone. So a body that is not what its header says is
/// taken as it stands.
/// </remarks>
internal static class HttpBody
{
    /// <param name="limit">The most bytes that the body may unpack to.</param>
    /// <param name="where">For the warnings.</param>
    /// <returns>The body; null where it is over the limit. Where it is cut off, its beginning, with a warning.</returns>
    internal static byte[]? Decode(byte[] body, HeaderFields head, int limit, string where, List<string> warnings)
    {
        if (Lists(head["Transfer-Encoding"], "chunked") && TryJoinChunks(body, out var joined, out var isWhole))
        {
            body = joined;
            if (!isWhole)
            {
                warnings.Add(IntakeWarnings.BodyCutOff(where));
            }
        }

        foreach (var coding in (head["Content-Encoding"] ?? "").Split(',', StringSplitOptions.TrimEntries).Reverse())
        {
            if (Unpacker(coding.ToLowerInvariant(), body) is { } stream)
            {
                using (stream)
                {
                    if (Unpack(stream, body, limit, where, warnings) is not { } unpacked)
                    {
                        return null;
                    }

                    body = unpacked;
                }
            }
        }

        return body;
    }

    /// <returns>The charset of a Content-Type such as <c>text/html; charset=utf-8</c>, or null.</returns>
    internal static string? Charset(string? contentType)
    {
        foreach (var parameter in (contentType ?? "").Split(';', StringSplitOptions.TrimEntries).Skip(1))
        {
            if (parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) && parameter[8..].Trim('"', '\'', ' ') is { Length: > 0 } charset)
            {
                return charset;
            }
        }

        return null;
    }

    private static bool Lists(string? field, string word) =>
        field is not null && field.Split(',', StringSplitOptions.TrimEntries).Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the coding is none, or the bytes do not look like it.</returns>
    private static Stream? Unpacker(string coding, byte[] body) => (coding, body) switch
    {
        ("gzip" or "x-gzip", [0x1F, 0x8B, 8, ..]) => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
        ("deflate", [0x78, ..]) => new ZLibStream(new MemoryStream(body), CompressionMode.Decompress),
        ("deflate", [not (byte)'<', ..]) => new DeflateStream(new MemoryStream(body), CompressionMode.Decompress),
        ("br", [not (byte)'<', ..]) => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
        _ => null,
    };

    /// <returns>Null over the limit; the packed bytes where nothing could be unpacked; else what could.</returns>
    private static byte[]? Unpack(Stream stream, byte[] packed, int limit, string where, List<string> warnings)
    {
        var unpacked = new MemoryStream();
        var piece = new byte[16 * 1024];
        try
        {
            for (int read; (read = stream.Read(piece)) > 0;)
            {
                unpacked.Write(piece, 0, read);
                if (unpacked.Length > limit)
                {
                    return null;
                }
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or InvalidOperationException) // the latter: Brotli
        {
            if (unpacked.Length == 0)
            {
                return packed;
            }

            warnings.Add(IntakeWarnings.BodyCutOff(where));
        }

        return unpacked.ToArray();
    }

    // RFC 9112, section 7.1: each chunk opens with its length in hexadecimal digits on a line of its own; the last is 0.
    private static bool TryJoinChunks(ReadOnlySpan<byte> body, out byte[] joined, out bool isWhole)
    {
        var chunks = new MemoryStream(body.Length);
        isWhole = false;
        var isFirst = true;
        while (true)
        {
            var lineEnd = body.IndexOf((byte)'\n');
            var digits = lineEnd < 0 ? default : body[..lineEnd].TrimEnd("\r "u8);
            var extension = digits.IndexOf((byte)';');
            digits = (extension < 0 ? digits : digits[..extension]).TrimEnd((byte)' ');
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                joined = chunks.ToArray();
                return !isFirst;
            }

            isFirst = false;
            body = body[(lineEnd + 1)..];
            isWhole = length == 0;
            if (isWhole || length > body.Length)
            {
                chunks.Write(isWhole ? default : body);
                joined = chunks.ToArray();
                return true;
            }

            chunks.Write(body[..length]);
            body = body[length..];
            body = body.StartsWith("\r\n"u8) ? body[2..] : body.StartsWith("\n"u8) ? body[1..] : body;
        }
    }
}
