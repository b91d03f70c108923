using System.Buffers.Binary;
using System.Text;

namespace Demarche.Knowledge.Storage;

/// <summary>Reads what <see cref="SectionWriter"/> wrote.</summary>
internal ref struct SectionReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    internal readonly bool AtEnd => _at >= _bytes.Length;

    internal byte Byte() => _bytes[_at++];

    internal int Int32()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(_bytes[_at..]);
        _at += 4;
        return value;
    }

    internal float Single()
    {
        var value = BinaryPrimitives.ReadSingleLittleEndian(_bytes[_at..]);
        _at += 4;
        return value;
    }

    internal int Packed()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var part = _bytes[_at++];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80) return (int)value;
        }
    }

    internal string Text()
    {
        var length = Packed();
        var text = Encoding.UTF8.GetString(_bytes.Slice(_at, length));
        _at += length;
        return text;
    }
}
