using System.Buffers;
using System.IO.Compression;
using Demarche.Intake.Files;

namespace Demarche.Intake.Fetching;

/// <summary>Reads and unpacks the body of an answer, no further than the limits.</summary>
internal sealed class BodyReader(FetchOptions options)
{
    /// <summary>Below this size no body does harm, however well it was packed: 1 MB.</summary>
    private const int RatioFreeBytes = 1 << 20;

    private const int Step = 32 * 1024;

    // Otherwise the framework takes gzip data that is cut off for complete.
    static BodyReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <param name="where">The URL, for messages.</param>
    /// <param name="most">Where the reading ends; null for the limit of pages, beyond which it fails.</param>
    /// <exception cref="FetchException">A limit was reached, or the packed data is damaged.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    internal async Task<ReadOnlyMemory<byte>> Read(HttpContent content, string where, int? most, CancellationToken stop)
    {
        if (most is null && content.Headers.ContentLength > options.MaxBytes)
        {
            throw new FetchException(where, FetchWarnings.BodyTooLarge(options.MaxBytes));
        }

        var encoding = string.Join(", ", content.Headers.ContentEncoding).ToLowerInvariant();
        var sent = new CountingStream(await content.ReadAsStreamAsync(stop).ConfigureAwait(false));
        await using var _ = sent.ConfigureAwait(false);
        var unpacked = await Unpack(sent, encoding, where, stop).ConfigureAwait(false);
        await using var __ = unpacked.ConfigureAwait(false);
        var body = await Copy(unpacked, sent, encoding, where, most, stop).ConfigureAwait(false);
        if (body.Span is not [0x1F, 0x8B, 8, ..])
        {
            return body;
        }

        // A .gz file that is served as the file that it is: sitemaps, archives.
        var file = new CountingStream(new MemoryStream(body.ToArray()));
        await using var ___ = file.ConfigureAwait(false);
        var gzip = new GZipStream(file, CompressionMode.Decompress);
        await using var ____ = gzip.ConfigureAwait(false);
        return await Copy(gzip, file, "gzip", where, most, stop).ConfigureAwait(false);
    }

    private static async Task<Stream> Unpack(CountingStream sent, string encoding, string where, CancellationToken stop)
    {
        switch (encoding)
        {
            case "" or "identity":
                return sent;
            case "gzip" or "x-gzip":
                return new GZipStream(sent, CompressionMode.Decompress);
            case "br":
                return new BrotliStream(sent, CompressionMode.Decompress);
            case "deflate":
                var head = new byte[2];
                var length = await sent.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, stop).ConfigureAwait(false);
                sent.PutBack(head.AsMemory(0, length));

                // RFC 9110 means zlib by "deflate", but some servers leave its two header bytes out.
                var isZlib = length == 2 && (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;
                return isZlib ? new ZLibStream(sent, CompressionMode.Decompress) : new DeflateStream(sent, CompressionMode.Decompress);
            default:
                throw new FetchException(where, FetchWarnings.UnknownEncoding(encoding));
        }
    }

    private async Task<ReadOnlyMemory<byte>> Copy(Stream from, CountingStream sent, string encoding, string where, int? most, CancellationToken stop)
    {
        var body = new ArrayBufferWriter<byte>(Step);
        while (true)
        {
            var read = await Next(from, body.GetMemory(Step), encoding, where, stop).ConfigureAwait(false);
            if (read == 0)
            {
                return body.WrittenMemory;
            }

            body.Advance(read);
            if (most is { } enough && body.WrittenCount >= enough)
            {
                return body.WrittenMemory[..enough];
            }

            if (body.WrittenCount > RatioFreeBytes && body.WrittenCount > sent.Count * options.MaxRatio)
            {
                throw new FetchException(where, FetchWarnings.Bomb(options.MaxRatio));
            }

            if (most is null && body.WrittenCount > options.MaxBytes)
            {
                throw new FetchException(where, FetchWarnings.BodyTooLarge(options.MaxBytes));
            }
        }
    }

    private static async ValueTask<int> Next(Stream from, Memory<byte> buffer, string encoding, string where, CancellationToken stop)
    {
        try
        {
            return await from.ReadAsync(buffer, stop).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is InvalidDataException or InvalidOperationException && encoding.Length > 0) // the latter: Brotli
        {
            throw new FetchException(where, FetchWarnings.DamagedBody(encoding), problem) { IsTransient = true };
        }
    }

    /// <summary>Counts what is read from another stream, and takes the first bytes back once.</summary>
    private sealed class CountingStream(Stream inner) : ReadOnlyStream
    {
        private ReadOnlyMemory<byte> _back;

        internal long Count { get; private set; }

        internal void PutBack(ReadOnlyMemory<byte> bytes) => _back = bytes;

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_back.Length > 0)
            {
                var count = Math.Min(_back.Length, buffer.Length);
                _back[..count].CopyTo(buffer);
                _back = _back[count..];
                return count;
            }

            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Count += read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
