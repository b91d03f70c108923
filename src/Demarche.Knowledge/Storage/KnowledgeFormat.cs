namespace Demarche.Knowledge.Storage;

/// <summary>The compiled file: a fixed head, then the sections, each at a multiple of eight bytes, little-endian.</summary>
/// <remarks>
/// Head: eight bytes <c>DMRCHKB1</c>; the version, 32 bytes of SHA-256 over all that follows the head; the day number of
/// the last check (Int32); the number of sections (Int32); then offset and length (Int64 each) of every section.
/// </remarks>
internal static class KnowledgeFormat
{
    internal const int HeadLength = 8 + 32 + 4 + 4 + (16 * SectionCount);
    internal const int SectionCount = (int)Section.Last + 1;

    internal static ReadOnlySpan<byte> Magic => "DMRCHKB1"u8;
}

/// <summary>What the compiled file holds, in order.</summary>
internal enum Section
{
    /// <summary>UInt32 per shared text: where it begins in <see cref="Texts"/>; one more for the end.</summary>
    TextOffsets,

    /// <summary>Shared texts (codes, sectors, types, offices, regions) in UTF-8.</summary>
    Texts,

    /// <summary>UInt32 per entry: where it begins in <see cref="Entries"/>; one more for the end.</summary>
    EntryOffsets,

    /// <summary>Entries, packed by <see cref="EntryFormat"/>.</summary>
    Entries,

    /// <summary>Hashes of entry ids, ascending (UInt64).</summary>
    IdHashes,

    /// <summary>The entry of each of <see cref="IdHashes"/> (Int32).</summary>
    IdEntries,

    /// <summary>Open addressing: keys of names and of their beginnings (UInt64, 0 for a free slot).</summary>
    NameKeys,

    /// <summary>Per slot (UInt32): the top bit says that longer names begin so; the rest is the group and 1, or 0.</summary>
    NameSlots,

    /// <summary>UInt32 per group: where it begins in <see cref="Groups"/>; one more for the end.</summary>
    GroupOffsets,

    /// <summary>Groups: per reading of a name, the entry (packed Int32), the form and the rule (a byte each).</summary>
    Groups,

    /// <summary>Hashes of first units that may begin a name in lower case, open addressing (UInt64).</summary>
    LowerStarts,

    /// <summary>Hashes of titles that stand before names, ascending (UInt64).</summary>
    Titles,

    /// <summary>Hashes of role and country, ascending (UInt64).</summary>
    PostHashes,

    /// <summary>UInt32 per post: where its holders begin in <see cref="PostHolders"/>; one more for the end.</summary>
    PostOffsets,

    /// <summary>Entries of people (Int32).</summary>
    PostHolders,

    /// <summary>Hashes of outlets' names and domains, ascending (UInt64).</summary>
    OutletHashes,

    /// <summary>The entry of each of <see cref="OutletHashes"/> (Int32).</summary>
    OutletEntries,

    /// <summary>Marks the end.</summary>
    Last = OutletEntries,
}
