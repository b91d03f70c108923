using System.Text;

namespace Demarche.Intake.Files;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekStream : ReadOnlyStream
{
    private const int Window = 4096;
    private readonly Stream _inner;
    private readonly byte[] _head = new byte[Window];
    private readonly int _headLength;
    private int _headRead;

    internal PeekStream(Stream inner)
    {
        _inner = inner;
        KnownLength = inner.CanSeek ? inner.Length : null;
        _headLength = inner.ReadAtLeast(_head, Window, throwOnEndOfStream: false);
    }

    /// <summary>Null where the length cannot be known before the end: pipes and compressed data.</summary>
    internal long? KnownLength { get; }

    /// <summary>The first bytes, 4,096 where there are so many; the same before and after reading.</summary>
    internal ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>The stream itself, for who reads it from its end; null where it can only be read forward.</summary>
    internal Stream? Seekable => _inner.CanSeek ? _inner : null;

    internal bool IsGzip => Head is [0x1F, 0x8B, 8, ..];

    internal bool IsZstandard => Head is [0x28, 0xB5, 0x2F, 0xFD, ..];

    internal bool IsZip => Head is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..];

    /// <summary>Tells the guard over unpacked data, if there is one, that a report was read.</summary>
    internal void Mark() => (_inner as UnpackGuard)?.Mark();

    /// <summary>The same content as UTF-8, where it is UTF-16 with a byte order mark; else the stream itself.</summary>
    internal Stream AsUtf8() => Head switch
    {
        [0xFF, 0xFE, ..] => Encoding.CreateTranscodingStream(this, Encoding.Unicode, Encoding.UTF8, leaveOpen: true),
        [0xFE, 0xFF, ..] => Encoding.CreateTranscodingStream(this, Encoding.BigEndianUnicode, Encoding.UTF8, leaveOpen: true),
        _ => this,
    };

    public override int Read(Span<byte> buffer)
    {
        if (_headRead == _headLength)
        {
            return _headLength < Window ? 0 : _inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _headLength - _headRead);
        _head.AsSpan(_headRead, count).CopyTo(buffer);
        _headRead += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
