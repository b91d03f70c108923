using Demarche.Knowledge.Storage;

namespace Demarche.Knowledge.Names;

/// <summary>Looks keys up in the compiled table of names.</summary>
internal sealed class NameTable(KnowledgeFile file, Func<int, KnowledgeEntry> entryOf)
{
    /// <summary>The bit of a slot that says that longer names begin so.</summary>
    internal const uint LongerBit = 0x80000000;

    private readonly NameCandidate[]?[] _candidates = new NameCandidate[file.Numbers(Section.GroupOffsets).Length - 1][];

    /// <summary>The slot of a key: 0 where no name is or begins so.</summary>
    internal uint Slot(ulong key)
    {
        var slot = Probe(file.Hashes(Section.NameKeys), key);
        return slot < 0 ? 0 : file.Numbers(Section.NameSlots)[slot];
    }

    /// <summary>The group of readings of a slot; -1 where the slot only begins names.</summary>
    internal static int Group(uint slot) => (int)(slot & ~LongerBit) - 1;

    /// <summary>Where the search for a key begins in a table of some length.</summary>
    internal static int Home(ulong key, int length) => (int)Math.BigMul(key, (ulong)length, out _);

    internal bool MayStartLower(ulong unit) => Probe(file.Hashes(Section.LowerStarts), unit) >= 0;

    internal bool IsTitle(ulong key) => file.Hashes(Section.Titles).BinarySearch(key) >= 0;

    internal SectionReader Readings(int group) => new(file.Part(Section.GroupOffsets, Section.Groups, group));

    private static int Probe(ReadOnlySpan<ulong> keys, ulong key)
    {
        for (var slot = Home(key, keys.Length); keys[slot] != 0; slot = slot + 1 == keys.Length ? 0 : slot + 1)
            if (keys[slot] == key) return slot;
        return -1;
    }

    /// <summary>All readings of a group; made once and shared.</summary>
    internal NameCandidate[] Candidates(int group)
    {
        if (Volatile.Read(ref _candidates[group]) is { } known) return known;
        var candidates = new List<NameCandidate>();
        for (var reader = Readings(group); !reader.AtEnd;)
        {
            var entry = reader.Packed();
            var form = (NameForm)reader.Byte();
            reader.Byte();
            candidates.Add(new NameCandidate(entryOf(entry), form));
        }
        var made = candidates.ToArray();
        return Interlocked.CompareExchange(ref _candidates[group], made, null) ?? made;
    }
}
