using System.IO.Compression;

namespace Demarche.Intake.Files;

/// <summary>Unpacks gzip data member by member, knows where each starts, and finds the next one after damage.</summary>
/// <remarks>
/// Archives of the web pack every record as a member of its own, so that a damaged record need not cost the others. The
/// framework's stream does not tell where a member ends. So the packed bytes are handed to it in pieces that end
/// before whatever looks like a member's first bytes; there, the length that every member carries in its last four bytes
/// tells whether it ends (RFC 1952, section 2.3.1).
/// </remarks>
internal sealed class GzipMembers(Stream packed) : ReadOnlyStream
{
    private const int FewestBytes = 18; // of a member: header, an empty block, checksum, length
    private const int PeekBytes = 1024; // enough for the code tables and the first bytes

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    // The only way of packing that the format knows.
    private const byte Deflate = 8;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;
    private bool _ended;
    private GZipStream? _member;
    private long _unpacked;
    private uint _lastFour;
    private bool _memberEnded;

    /// <summary>How many packed bytes were used so far.</summary>
    internal long PackedPosition { get; private set; }

    /// <summary>The place in the packed data of the member that the last bytes came from.</summary>
    internal long MemberStart { get; private set; }

    /// <summary>True when the bytes read last were the first of their member.</summary>
    internal bool IsMemberStart { get; private set; }

    /// <summary>Tells whether bytes are the beginning of a gzip member that unpacks to the beginning of a WARC record.</summary>
    internal static bool StartsRecord(ReadOnlySpan<byte> packed)
    {
        if (!packed.StartsWith(Magic) || packed is not [_, _, Deflate, ..])
        {
            return false;
        }

        Span<byte> first = stackalloc byte[5];
        try
        {
            using var member = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            return member.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual("WARC/"u8);
        }
        catch (InvalidDataException)
        {
            return false; // bytes that look like a member's and are none: only unpacking can tell
        }
    }

    /// <returns>Bytes of one member, never of two; 0 behind the last.</returns>
    /// <exception cref="InvalidDataException">The member is damaged or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = ReadMember(buffer);
            if (read > 0 || !StartMember())
            {
                return read;
            }
        }
    }

    /// <returns>Bytes of the current member; 0 behind its end, when its checksum was found right.</returns>
    /// <inheritdoc cref="Read"/>
    internal int ReadMember(Span<byte> buffer)
    {
        var read = _member?.Read(buffer) ?? 0;
        IsMemberStart = read > 0 && _unpacked == 0;
        _unpacked += read;
        if (read == 0)
        {
            EndMember();
        }

        return read;
    }

    /// <summary>Gives the current member up and goes to the next that unpacks to the beginning of a WARC record.</summary>
    /// <returns>False where there is none.</returns>
    internal bool SkipToNextRecord()
    {
        EndMember();
        while (true)
        {
            Require(PeekBytes);
            var at = FindMagic(0);
            if (at == 0 && StartsRecord())
            {
                return true;
            }

            if (_ended && at < 0)
            {
                return false;
            }

            Use(at > 0 ? at : at == 0 ? 1 : Math.Max(1, _end - _start - Magic.Length));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            EndMember();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool StartMember()
    {
        Require(FewestBytes);
        if (_end == _start)
        {
            return false;
        }

        if (FindMagic(0) != 0)
        {
            // Behind the last member, what is no data is no damage: some tools fill up with zeros. Before another, it is.
            MemberStart = PackedPosition;
            return SkipToNextRecord() ? throw new InvalidDataException() : false;
        }

        (MemberStart, _unpacked, _lastFour, _memberEnded) = (PackedPosition, 0, 0, false);
        _member = new GZipStream(new Pieces(this), CompressionMode.Decompress);
        return true;
    }

    private void EndMember()
    {
        _member?.Dispose();
        _member = null;
    }

    // Called when all bytes given so far are unpacked.
    private int GivePiece(Span<byte> piece)
    {
        Require(PeekBytes);
        var isFirst = PackedPosition == MemberStart;
        if (_memberEnded || _end == _start)
        {
            return 0;
        }

        if (!isFirst && FindMagic(0) == 0)
        {
            if (_lastFour == (uint)_unpacked)
            {
                _memberEnded = true;
                return 0;
            }

            // A record starts in the midst of this member: the member is damaged, and the record should not be.
            if (StartsRecord())
            {
                throw new InvalidDataException();
            }
        }

        var next = FindMagic(1);
        var length = next > 0 ? next : _ended ? _end - _start : Math.Max(1, _end - _start - Magic.Length);
        length = Math.Min(length, piece.Length);
        _buffer.AsSpan(_start, length).CopyTo(piece);
        Use(length);
        return length;
    }

    private void Use(int count)
    {
        foreach (var unit in _buffer.AsSpan(_start + Math.Max(0, count - 4), Math.Min(4, count)))
        {
            _lastFour = (_lastFour >> 8) | ((uint)unit << 24);
        }

        _start += count;
        PackedPosition += count;
    }

    private int FindMagic(int from)
    {
        if (_end - _start <= from)
        {
            return -1;
        }

        var found = _buffer.AsSpan(_start + from, _end - _start - from).IndexOf(Magic);
        return found < 0 ? -1 : found + from;
    }

    private bool StartsRecord() => StartsRecord(_buffer.AsSpan(_start, Math.Min(PeekBytes, _end - _start)));

    private void Require(int count)
    {
        if (_end - _start >= count || _ended)
        {
            return;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (_end < count && !_ended)
        {
            var read = packed.Read(_buffer, _end, _buffer.Length - _end);
            _ended = read == 0;
            _end += read;
        }
    }

    /// <summary>The packed bytes of the current member, for the framework's stream.</summary>
    private sealed class Pieces(GzipMembers members) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => members.GivePiece(buffer);
    }
}
