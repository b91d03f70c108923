namespace Demarche.Intake.Files;

/// <summary>The bytes of a stream that are being looked at: read further at one end, given up at the other.</summary>
/// <remarks>Grows to no more than the limit and 64 KB; whoever uses it stops there.</remarks>
internal sealed class ByteWindow(Stream stream, int maxBytes)
{
    private const int Least = 64 * 1024;

    private byte[] _buffer = new byte[Least];
    private int _start, _end;

    /// <summary>True once the stream has given all that it has.</summary>
    internal bool Ended { get; private set; }

    /// <summary>Valid until the next <see cref="Fill"/>, as is what was cut from it.</summary>
    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_start, _end - _start);

    internal ReadOnlySpan<byte> Span => _buffer.AsSpan(_start, _end - _start);

    internal void GiveUp(int count) => _start += count;

    internal void Fill()
    {
        if (_start > 0)
        {
            Span.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min((long)_buffer.Length * 2, maxBytes + (long)Least));
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        Ended = read == 0;
        _end += read;
    }
}
