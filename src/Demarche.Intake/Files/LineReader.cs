using System.Buffers;

namespace Demarche.Intake.Files;

/// <summary>Cuts a stream of bytes into lines without holding more than one of them.</summary>
/// <remarks>A line over the limit is skipped, not kept: only its length is known.</remarks>
internal sealed class LineReader(Stream stream, int maxBytes)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;
    private bool _ended;

    /// <summary>Counts from 1, blank lines included.</summary>
    internal int Number { get; private set; }

    /// <summary>Bytes of the current line without its ending.</summary>
    internal long Length { get; private set; }

    /// <summary>True where the line was over the limit; then <see cref="Line"/> is empty.</summary>
    internal bool TooLong { get; private set; }

    /// <summary>Valid until the next call of <see cref="Next"/>.</summary>
    internal ReadOnlyMemory<byte> Line { get; private set; }

    /// <returns>False at the end of the stream.</returns>
    internal bool Next()
    {
        (TooLong, Length, Line) = (false, 0, default);
        var scanned = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(scanned + found, skip: 1);
            }

            scanned = _end - _start;
            if (_ended)
            {
                return scanned + Length > 0 && Take(scanned, skip: 0);
            }

            if (scanned > maxBytes || TooLong)
            {
                (TooLong, Length) = (true, Length + scanned);
                (_start, _end, scanned) = (0, 0, 0);
            }

            Fill();
        }
    }

    private bool Take(int length, int skip)
    {
        Number++;
        Length += length;
        TooLong |= Length > maxBytes;
        Line = TooLong ? default : _buffer.AsMemory(_start, length);
        _start += length + skip;
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min((long)_buffer.Length * 2, maxBytes + 64L * 1024));
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }
}
