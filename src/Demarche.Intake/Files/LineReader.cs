using System.Buffers;

namespace Demarche.Intake.Files;

/// <summary>Cuts a stream of bytes into lines without holding more than one of them.</summary>
/// <remarks>A line over the limit is skipped, not kept: only its length is known.</remarks>
internal sealed class LineReader(Stream stream, int maxBytes)
{
    private readonly ByteWindow _bytes = new(stream, maxBytes);

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
            var found = _bytes.Span[scanned..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(scanned + found, skip: 1);
            }

            scanned = _bytes.Span.Length;
            if (_bytes.Ended)
            {
                return scanned + Length > 0 && Take(scanned, skip: 0);
            }

            if (scanned > maxBytes || TooLong)
            {
                (TooLong, Length) = (true, Length + scanned);
                _bytes.GiveUp(scanned);
                scanned = 0;
            }

            _bytes.Fill();
        }
    }

    private bool Take(int length, int skip)
    {
        Number++;
        Length += length;
        TooLong |= Length > maxBytes;
        Line = TooLong ? default : _bytes.Bytes[..length];
        _bytes.GiveUp(length + skip);
        return true;
    }
}
