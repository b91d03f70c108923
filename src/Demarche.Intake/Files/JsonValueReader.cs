using System.Buffers;

namespace Demarche.Intake.Files;

/// <summary>Cuts a stream into the JSON values that stand in it one after the other, or in the list that it is.</summary>
/// <remarks>
/// Holds one value at a time. Only strings and brackets are looked at: whether a value is sound is for whoever parses it. A
/// line break inside a string, which JSON does not know, means that the string was never closed: the value is cut off
/// there, and the next is looked for at a line that starts with a brace.
/// </remarks>
internal sealed class JsonValueReader(Stream stream, int maxBytes)
{
    private static readonly SearchValues<byte> Brackets = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\"{}[],\n\r\t "u8);

    private readonly ByteWindow _bytes = new(stream, maxBytes);
    private bool _lost, _atLineStart;
    private int _line = 1;

    // Inside the value being read.
    private int _depth;
    private bool _inString, _escaped;

    /// <summary>How many values were read, this one included.</summary>
    internal int Count { get; private set; }

    /// <summary>The line on which the value starts, from 1.</summary>
    internal int Line { get; private set; }

    /// <summary>True within the list that the stream holds; still true at its end where the list is never closed.</summary>
    internal bool InList { get; private set; }

    /// <summary>Bytes of the value.</summary>
    internal long Length { get; private set; }

    /// <summary>True where the value was over the limit; then <see cref="Value"/> is empty.</summary>
    internal bool TooLong { get; private set; }

    /// <summary>Valid until the next call of <see cref="Next"/>.</summary>
    internal ReadOnlyMemory<byte> Value { get; private set; }

    /// <returns>False at the end of the stream.</returns>
    internal bool Next()
    {
        (TooLong, Length, Value) = (false, 0, default);
        if (!SkipToValue())
        {
            return false;
        }

        (Line, _depth, _inString, _escaped) = (_line, 0, false, false);
        Count++;
        var scanned = 0;
        while (true)
        {
            var isWhole = Scan(ref scanned);
            if (isWhole || _bytes.Ended)
            {
                return Take(scanned);
            }

            if (scanned > maxBytes || TooLong)
            {
                (TooLong, Length) = (true, Length + scanned);
                Skip(scanned);
                scanned = 0;
            }

            _bytes.Fill();
        }
    }

    private bool SkipToValue()
    {
        while (true)
        {
            while (_bytes.Span.Length > 0)
            {
                var unit = _bytes.Span[0];
                if (_lost && !IsLineOfBrace())
                {
                    Skip(1);
                }
                else if (unit is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or 0xEF or 0xBB or 0xBF)
                {
                    Skip(1);
                }
                else if (unit == '[' && Count == 0 && !InList)
                {
                    InList = true;
                    Skip(1);
                }
                else if (unit == ']' && InList)
                {
                    InList = false;
                    Skip(1);
                }
                else
                {
                    _lost = false;
                    return true;
                }
            }

            if (_bytes.Ended)
            {
                return false;
            }

            _bytes.Fill();
        }
    }

    // Called at each byte after a value that was cut off: the line break that cut it is the first.
    private bool IsLineOfBrace()
    {
        if (_bytes.Span[0] == '\n')
        {
            _atLineStart = true;
            return false;
        }

        var isBrace = _bytes.Span[0] == '{' && _atLineStart;
        _atLineStart &= _bytes.Span[0] is (byte)' ' or (byte)'\t' or (byte)'\r';
        return isBrace;
    }

    /// <returns>True where the value's end was found; <paramref name="scanned"/> stands behind it.</returns>
    private bool Scan(ref int scanned)
    {
        for (var left = _bytes.Span[scanned..]; left.Length > 0;)
        {
            var found = _escaped ? 0
                : _inString ? left.IndexOfAny((byte)'"', (byte)'\\', (byte)'\n')
                : _depth > 0 ? left.IndexOfAny(Brackets)
                : left.IndexOfAny(Ends);
            if (found < 0)
            {
                scanned += left.Length;
                return false;
            }

            var unit = left[found];
            scanned += found;
            if (_escaped)
            {
                _escaped = false;
            }
            else if (_inString && unit == '\n')
            {
                _lost = true;
                return true;
            }
            else if (_inString)
            {
                _escaped = unit == '\\';
                _inString = _escaped;
            }
            else if (unit == '"')
            {
                _inString = true;
            }
            else if (unit is (byte)'{' or (byte)'[')
            {
                _depth++;
            }
            else if (_depth == 0)
            {
                // A number, a word or a string ends before the separator; a stray bracket is a value of its own.
                scanned += scanned == 0 ? 1 : 0;
                return true;
            }
            else
            {
                _depth--;
            }

            scanned++;
            left = left[(found + 1)..];
            if (_depth == 0 && !_inString && unit is (byte)'}' or (byte)']' or (byte)'"')
            {
                return true;
            }
        }

        return false;
    }

    private bool Take(int length)
    {
        Length += length;
        TooLong |= Length > maxBytes;
        Value = TooLong ? default : _bytes.Bytes[..length];
        Skip(length);
        _atLineStart = false;
        return true;
    }

    private void Skip(int count)
    {
        _line += _bytes.Span[..count].Count((byte)'\n');
        _bytes.GiveUp(count);
    }
}
