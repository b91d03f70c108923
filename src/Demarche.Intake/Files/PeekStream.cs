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

    internal bool IsGzip => Head is [0x1F, 0x8B, 8, ..];

    private ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>NDJSON where the first character that is not blank is an opening brace; else unknown, to be told by its text.</summary>
    internal InputKind Sniff() => FirstCharacter() switch { '{' => InputKind.Lines, _ => InputKind.Unknown };

    internal bool StartsWithArray() => FirstCharacter() == '[';

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

    private char FirstCharacter()
    {
        foreach (var unit in Head)
        {
            if (unit is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
            {
                return (char)unit;
            }
        }

        return '\0';
    }
}

/// <summary>Keeps a stream that belongs to somebody else open.</summary>
internal sealed class LeftOpenStream(Stream inner) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer) => inner.Read(buffer);
}

/// <summary>What streams that are only read forward have in common.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
