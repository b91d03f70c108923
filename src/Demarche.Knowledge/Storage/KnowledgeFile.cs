using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Demarche.Knowledge.Storage;

/// <summary>The compiled file in memory, its sections seen as arrays.</summary>
/// <remarks>Nothing is copied out of it until asked for; it never changes, so that threads share it.</remarks>
internal sealed class KnowledgeFile
{
    private readonly byte[] _bytes;
    private readonly (int Start, int Length)[] _sections;
    private readonly string?[] _texts;

    private KnowledgeFile(byte[] bytes, (int, int)[] sections)
    {
        _bytes = bytes;
        _sections = sections;
        _texts = new string?[Numbers(Section.TextOffsets).Length - 1];
    }

    /// <value>The first 16 hexadecimal digits of the hash over the content.</value>
    internal string Version => Convert.ToHexStringLower(_bytes.AsSpan(8, 8));

    internal DateOnly CheckedUntil => DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(40)));

    /// <exception cref="LexiconException">The file is no compiled knowledge, is cut short, or is of another version.</exception>
    internal static KnowledgeFile Read(string path) => TryRead(path) ?? throw new LexiconException(Path.GetFileName(path), 0, 0,
        "the file is not knowledge compiled by this version; compile it again with 'demarche knowledge compile'.");

    /// <returns>Null where the file is no compiled knowledge, is cut short, or is of another version.</returns>
    internal static KnowledgeFile? TryRead(string path)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Compiled knowledge is read on little-endian machines only.");
        using var handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)length));
        var read = 0;
        while (read < bytes.Length)
        {
            var more = RandomAccess.Read(handle, bytes.AsSpan(read), read);
            if (more == 0) break;
            read += more;
        }
        return read == bytes.Length ? TryOpen(bytes) : null;
    }

    internal static KnowledgeFile? TryOpen(byte[] bytes)
    {
        if (bytes.Length < KnowledgeFormat.HeadLength || !bytes.AsSpan(0, 8).SequenceEqual(KnowledgeFormat.Magic)) return null;
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(44)) != KnowledgeFormat.SectionCount) return null;
        var sections = new (int, int)[KnowledgeFormat.SectionCount];
        for (var i = 0; i < sections.Length; i++)
        {
            var start = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48 + (16 * i)));
            var length = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(56 + (16 * i)));
            if (start < KnowledgeFormat.HeadLength || length < 0 || start + length > bytes.Length) return null;
            sections[i] = ((int)start, (int)length);
        }
        return new KnowledgeFile(bytes, sections);
    }

    internal ReadOnlySpan<byte> Raw(Section section) => _bytes.AsSpan(_sections[(int)section].Start, _sections[(int)section].Length);

    internal ReadOnlySpan<uint> Numbers(Section section) => MemoryMarshal.Cast<byte, uint>(Raw(section));

    internal ReadOnlySpan<int> Indexes(Section section) => MemoryMarshal.Cast<byte, int>(Raw(section));

    internal ReadOnlySpan<ulong> Hashes(Section section) => MemoryMarshal.Cast<byte, ulong>(Raw(section));

    internal ReadOnlySpan<byte> Part(Section offsets, Section content, int index)
    {
        var starts = Numbers(offsets);
        return Raw(content)[(int)starts[index]..(int)starts[index + 1]];
    }

    /// <summary>A shared text; the same object however often it is asked for.</summary>
    internal string Text(int index)
    {
        if (Volatile.Read(ref _texts[index]) is { } known) return known;
        var text = Encoding.UTF8.GetString(Part(Section.TextOffsets, Section.Texts, index));
        return Interlocked.CompareExchange(ref _texts[index], text, null) ?? text;
    }

    /// <summary>The entry beside the first of the equal hashes; -1 where there is none.</summary>
    internal int Find(Section hashes, ulong hash)
    {
        var all = Hashes(hashes);
        var at = all.BinarySearch(hash);
        if (at < 0) return -1;
        while (at > 0 && all[at - 1] == hash) at--;
        return at;
    }
}
