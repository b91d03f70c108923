using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Knowledge.Storage;

/// <summary>Gathers bytes of one section.</summary>
internal sealed class SectionWriter
{
    private byte[] _bytes = new byte[1024];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    internal void Byte(byte value) => Room(1)[0] = value;

    internal void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Room(4), value);

    internal void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);

    internal void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);

    internal void Single(float value) => BinaryPrimitives.WriteSingleLittleEndian(Room(4), value);

    /// <summary>A number in one to five bytes, seven bits each, the lowest first.</summary>
    internal void Packed(uint value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }
        Byte((byte)value);
    }

    internal void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Packed((uint)length);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    internal void Raw(string text) => Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetByteCount(text)));

    private Span<byte> Room(int length)
    {
        if (Length + length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        var room = _bytes.AsSpan(Length, length);
        Length += length;
        return room;
    }

    /// <summary>Puts the sections together behind their head; the same sections give the same bytes.</summary>
    internal static byte[] Assemble(DateOnly checkedUntil, SectionWriter[] sections)
    {
        var end = (long)KnowledgeFormat.HeadLength;
        var starts = new long[sections.Length];
        for (var i = 0; i < sections.Length; i++)
        {
            starts[i] = end = Align(end);
            end += sections[i].Length;
        }
        var file = new byte[Align(end)];
        KnowledgeFormat.Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), checkedUntil.DayNumber);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(44), sections.Length);
        for (var i = 0; i < sections.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(48 + (16 * i)), starts[i]);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(56 + (16 * i)), sections[i].Length);
            sections[i].Bytes.CopyTo(file.AsSpan((int)starts[i]));
        }
        SHA256.HashData(file.AsSpan(40)).CopyTo(file, 8);
        return file;
    }

    private static long Align(long offset) => (offset + 7) & ~7L;
}
