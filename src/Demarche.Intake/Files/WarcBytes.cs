using System.Buffers;
using System.Globalization;
using System.Text;

namespace Demarche.Intake.Files;

/// <summary>The unpacked bytes of a WARC file, with the place of each record in the file.</summary>
/// <param name="stream">The unpacked bytes.</param>
/// <param name="members">The gzip data that they come from; null where the file is not packed.</param>
internal sealed class WarcBytes(Stream stream, GzipMembers? members)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;
    private long _position;
    private bool _startsMember;

    private static ReadOnlySpan<byte> Version => "WARC/"u8;

    /// <summary>Where the next byte stands: <c>byte 8124</c>, or <c>unpacked byte 8124</c> within a gzip member.</summary>
    internal string Place => members is null ? Byte("byte", _position)
        : _startsMember && _start == 0 ? Byte("byte", members.MemberStart)
        : Byte("unpacked byte", _position);

    /// <summary>Where the gzip member starts that could not be unpacked.</summary>
    internal string PlaceOfDamage => Byte("byte", members?.MemberStart ?? _position);

    /// <summary>Skips the blank lines between two records.</summary>
    /// <returns>False at the end.</returns>
    internal bool SkipBlankLines()
    {
        while (_start < _end || Fill(inBlock: false))
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept((byte)'\r', (byte)'\n');
            if (found >= 0)
            {
                Use(found);
                return true;
            }

            Use(_end - _start);
        }

        return false;
    }

    /// <summary>Reads on to the end of the gzip member where the record is the last in it, so that its checksum is known to be right.</summary>
    /// <exception cref="InvalidDataException">The gzip data is damaged.</exception>
    internal void EndRecord()
    {
        // Two more reads find the end behind the two line breaks that close a record.
        for (var i = 0; i < 2 && members is not null; i++)
        {
            Use(_end - _start - _buffer.AsSpan(_start, _end - _start).TrimStart("\r\n"u8).Length);
            if (_start < _end)
            {
                return;
            }

            (_start, _end, _startsMember) = (0, members.ReadMember(_buffer), false);
        }
    }

    /// <summary>Reads a line of a record's head, without its ending.</summary>
    /// <param name="limit">How many bytes are left to the head.</param>
    /// <exception cref="WarcException">The line is longer, or the data ends before it does.</exception>
    internal string ReadLine(ref int limit)
    {
        var line = new ArrayBufferWriter<byte>(256);
        while (true)
        {
            if (_start == _end && !Fill(inBlock: true))
            {
                throw new WarcException("it is cut off");
            }

            var left = _buffer.AsSpan(_start, _end - _start);
            var found = left.IndexOf((byte)'\n');
            var length = found < 0 ? left.Length : found + 1;
            if ((limit -= length) < 0)
            {
                throw new WarcException("its head does not end");
            }

            line.Write(left[..length]);
            Use(length);
            if (found >= 0)
            {
                return Encoding.UTF8.GetString(line.WrittenSpan.TrimEnd("\r\n"u8));
            }
        }
    }

    /// <summary>Reads bytes of a record's block.</summary>
    /// <returns>At least one.</returns>
    /// <exception cref="WarcException">The data ends, or the next record begins.</exception>
    internal int ReadBlock(Span<byte> into)
    {
        if (_start == _end && !Fill(inBlock: true))
        {
            throw new WarcException("it is cut off");
        }

        var count = Math.Min(into.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(into);
        Use(count);
        return count;
    }

    /// <inheritdoc cref="ReadBlock"/>
    internal void SkipBlock(long count)
    {
        while (count > 0)
        {
            if (_start == _end && !Fill(inBlock: true))
            {
                throw new WarcException("it is cut off");
            }

            var used = (int)Math.Min(count, _end - _start);
            Use(used);
            count -= used;
        }
    }

    /// <summary>Goes to the next record in the unpacked bytes: the next line that starts with the version.</summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="InvalidDataException">The gzip data is damaged.</exception>
    internal bool SkipToRecord()
    {
        var atLineStart = true;
        while (_start < _end || Fill(inBlock: false))
        {
            // A version that two fills share is passed over: the record after it is found.
            var left = _buffer.AsSpan(_start, _end - _start);
            if (atLineStart && left.StartsWith(Version))
            {
                return true;
            }

            var lineEnd = left.IndexOf((byte)'\n');
            atLineStart = lineEnd >= 0;
            Use(lineEnd < 0 ? left.Length : lineEnd + 1);
        }

        return false;
    }

    /// <summary>Goes to the next gzip member that starts a record, past damaged data.</summary>
    /// <returns>False where there is none.</returns>
    internal bool SkipToMember()
    {
        _position += _end - _start;
        _start = _end = 0;
        return members is not null && members.SkipToNextRecord();
    }

    private static string Byte(string unit, long position) => string.Create(CultureInfo.InvariantCulture, $"{unit} {position}");

    private void Use(int count)
    {
        _start += count;
        _position += count;
    }

    // Only when all is used, so that a member's first byte is the buffer's.
    private bool Fill(bool inBlock)
    {
        _start = 0;
        _end = stream.Read(_buffer);
        _startsMember = members is { IsMemberStart: true };
        if (inBlock && _end > 0 && _startsMember && _buffer.AsSpan(0, _end).StartsWith(Version))
        {
            throw new WarcException("it is shorter than it says");
        }

        return _end > 0;
    }
}
