using Demarche.Knowledge.Compiling;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Storage;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge;

/// <summary>Turns the tables of data/knowledge into the one file that <see cref="KnowledgeBase.Load"/> reads.</summary>
public static class KnowledgeCompiler
{
    /// <summary>Reads and checks all tables of a folder and writes the compiled file.</summary>
    /// <remarks>
    /// The same tables give the same bytes, on any machine. The file is written beside its place and moved there when
    /// whole, so that a reader never sees half of it.
    /// </remarks>
    /// <param name="dataDirectory">The folder with countries.tsv and the other tables; see its README.md.</param>
    /// <param name="outputFile">Replaced where it exists; its folder must exist.</param>
    /// <exception cref="LexiconException">A table is missing or wrong; the message says where and what to do.</exception>
    public static void Compile(string dataDirectory, string outputFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        ArgumentException.ThrowIfNullOrEmpty(outputFile);
        var bytes = Compile(dataDirectory);
        var partial = outputFile + ".partial";
        File.WriteAllBytes(partial, bytes);
        File.Move(partial, outputFile, overwrite: true);
    }

    /// <summary>Reads and checks all tables, writing nothing.</summary>
    /// <param name="dataDirectory">The folder with countries.tsv and the other tables.</param>
    /// <param name="addedDirectory">A folder with tables to read on top of these; null where there is none.</param>
    /// <exception cref="LexiconException">A table is missing or wrong.</exception>
    public static KnowledgeTally Check(string dataDirectory, string? addedDirectory = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        var tables = new TableSet(dataDirectory, addedDirectory);
        var (draft, _, _, _) = ReadTables(tables);
        return new(draft.Entries.Count, draft.Names.Count, tables.NewRows, tables.ReplacedRows, Holdings.Of(draft.Entries));
    }

    /// <summary>Whether a folder holds every table, so that it can be compiled by itself.</summary>
    public static bool IsWhole(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        return Array.TrueForAll(TableSchema.All, schema => File.Exists(Path.Combine(dataDirectory, schema.File)));
    }

    /// <summary>Reads all tables and gives each name with what it is the name of, in the order of the tables.</summary>
    /// <exception cref="LexiconException">A table is missing or wrong.</exception>
    public static IReadOnlyList<(EntryKind Kind, NameForm Form, string Name)> Names(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        var (draft, _, _, _) = ReadTables(new(dataDirectory, added: null));
        return [.. draft.Names.Select(name => (draft.Entries[name.Entry].Kind, name.Form, name.Name))];
    }

    internal static byte[] Compile(string dataDirectory) => Compile(new TableSet(dataDirectory, added: null));

    internal static byte[] Compile(TableSet tables)
    {
        var (draft, people, outlets, titles) = ReadTables(tables);
        var sections = new SectionWriter[KnowledgeFormat.SectionCount];
        for (var i = 0; i < sections.Length; i++) sections[i] = new SectionWriter();
        WriteEntries(draft.Entries, sections);
        WriteNames(draft.Names, sections);
        WriteTitles(titles, sections);
        WritePosts(people, sections);
        WriteOutlets(outlets, draft.Entries, sections);
        return SectionWriter.Assemble(people.CheckedUntil, sections);
    }

    private static (Draft, PeopleTables, IReadOnlyList<(string Name, int Entry)> Outlets, IReadOnlyList<string> Titles) ReadTables(TableSet tables)
    {
        tables.CheckAdded();
        var countries = tables.Read(TableSchema.Countries);
        var codes = new KnownCodes(countries, tables.Read(TableSchema.Codes), tables.Read(TableSchema.Sectors), tables.Read(TableSchema.Roles));
        var draft = new Draft(codes, new StopNames(tables.Read(TableSchema.StopNames)));
        ActorTables.Countries(countries, draft);
        ActorTables.Organisations(tables, draft);
        ActorTables.Metonyms(tables, draft);
        ActorTables.ArmedGroups(tables, draft);
        ActorTables.Parties(tables, draft);
        ActorTables.EthnicGroups(tables, draft);
        var outlets = ActorTables.Outlets(tables, draft);
        WordTables.Offices(tables, draft);
        WordTables.RoleNouns(tables, draft);
        PlaceTables.Disputes(tables, draft);
        ObjectTables.Weapons(tables, draft);
        ObjectTables.Vessels(tables, draft);
        ObjectTables.Treaties(tables, draft);
        var people = PeopleTables.Read(tables, draft);
        PlaceTables.Places(tables, draft);
        return (draft, people, outlets, WordTables.Titles(tables));
    }

    private static void WriteEntries(IReadOnlyList<KnowledgeEntry> entries, SectionWriter[] sections)
    {
        var texts = new SharedTexts();
        var offsets = sections[(int)Section.EntryOffsets];
        var content = sections[(int)Section.Entries];
        foreach (var entry in entries)
        {
            offsets.UInt32((uint)content.Length);
            EntryFormat.Write(entry, texts, content);
        }
        offsets.UInt32((uint)content.Length);
        texts.Write(sections[(int)Section.TextOffsets], sections[(int)Section.Texts]);

        WriteSorted(entries.Select((entry, index) => (IdHash.Of(entry.Id), index)), sections, Section.IdHashes, Section.IdEntries);
    }

    private static void WriteNames(IReadOnlyList<NameDraft> names, SectionWriter[] sections)
    {
        var packer = new NamePacker();
        packer.Add(names);
        packer.Write(sections);
    }

    private static void WriteTitles(IReadOnlyList<string> titles, SectionWriter[] sections)
    {
        foreach (var hash in titles.Select(title => NameUnits.Key(title)).Distinct().Order())
            sections[(int)Section.Titles].UInt64(hash);
    }

    private static void WritePosts(PeopleTables people, SectionWriter[] sections)
    {
        foreach (var (hash, holders) in people.Posts.Select(post => (IdHash.OfPost(post.Key.Role, post.Key.Country), post.Value)).OrderBy(post => post.Item1))
        {
            sections[(int)Section.PostHashes].UInt64(hash);
            sections[(int)Section.PostOffsets].UInt32((uint)(sections[(int)Section.PostHolders].Length / 4));
            foreach (var holder in holders) sections[(int)Section.PostHolders].Int32(holder);
        }
        sections[(int)Section.PostOffsets].UInt32((uint)(sections[(int)Section.PostHolders].Length / 4));
    }

    // Agencies go before papers of the same name, so that AP is the agency.
    private static void WriteOutlets(IReadOnlyList<(string Name, int Entry)> outlets, IReadOnlyList<KnowledgeEntry> entries, SectionWriter[] sections) =>
        WriteSorted(
            outlets.OrderBy(outlet => entries[outlet.Entry].Type == "agency" ? 0 : 1).Select(outlet => (NameUnits.Key(outlet.Name), outlet.Entry)),
            sections, Section.OutletHashes, Section.OutletEntries);

    private static void WriteSorted(IEnumerable<(ulong Hash, int Entry)> pairs, SectionWriter[] sections, Section hashes, Section indexes)
    {
        foreach (var (hash, entry) in pairs.OrderBy(pair => pair.Hash))
        {
            sections[(int)hashes].UInt64(hash);
            sections[(int)indexes].Int32(entry);
        }
    }
}
