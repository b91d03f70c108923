namespace Demarche.Knowledge.Storage;

/// <summary>Packs entries into bytes, leaving out what is empty.</summary>
internal static class EntryFormat
{
    [Flags]
    private enum Has : ushort
    {
        Country = 1, Sectors = 2, Type = 4, Start = 8, End = 16, Place = 32, Population = 64, GeonamesId = 128, Region = 256,
        Others = 512, Terms = 1024,
    }

    [Flags]
    private enum HasTerm : byte { Country = 1, Start = 2, End = 4, AsOf = 8 }

    internal static void Write(KnowledgeEntry entry, SharedTexts texts, SectionWriter to)
    {
        var has = Fields(entry);
        to.Byte((byte)entry.Kind);
        to.Packed((uint)has);
        to.Text(entry.Id);
        to.Text(entry.Name);
        if (has.HasFlag(Has.Country)) Shared(entry.Country!);
        if (has.HasFlag(Has.Sectors)) SharedAll(entry.Sectors);
        if (has.HasFlag(Has.Type)) Shared(entry.Type!);
        if (has.HasFlag(Has.Start)) to.Int32(entry.Start!.Value.DayNumber);
        if (has.HasFlag(Has.End)) to.Int32(entry.End!.Value.DayNumber);
        if (has.HasFlag(Has.Place))
        {
            to.Single(entry.Latitude);
            to.Single(entry.Longitude);
        }
        if (has.HasFlag(Has.Population)) to.Packed((uint)entry.Population);
        if (has.HasFlag(Has.GeonamesId)) to.Packed((uint)entry.GeonamesId!.Value);
        if (has.HasFlag(Has.Region)) Shared(entry.Region!);
        if (has.HasFlag(Has.Others)) SharedAll(entry.OtherCountries);
        if (!has.HasFlag(Has.Terms)) return;
        to.Packed((uint)entry.Terms.Length);
        foreach (var term in entry.Terms) WriteTerm(term, texts, to);

        void Shared(string text) => to.Packed((uint)texts.Number(text));
        void SharedAll(string[] all)
        {
            to.Packed((uint)all.Length);
            foreach (var text in all) Shared(text);
        }
    }

    internal static KnowledgeEntry Read(ReadOnlySpan<byte> bytes, KnowledgeFile file)
    {
        var from = new SectionReader(bytes);
        var kind = (EntryKind)from.Byte();
        var has = (Has)from.Packed();
        var id = from.Text();
        var name = from.Text();
        return new KnowledgeEntry
        {
            Kind = kind,
            Id = id,
            Name = name,
            Country = has.HasFlag(Has.Country) ? file.Text(from.Packed()) : null,
            Sectors = has.HasFlag(Has.Sectors) ? SharedAll(ref from, file) : [],
            Type = has.HasFlag(Has.Type) ? file.Text(from.Packed()) : null,
            Start = has.HasFlag(Has.Start) ? DateOnly.FromDayNumber(from.Int32()) : null,
            End = has.HasFlag(Has.End) ? DateOnly.FromDayNumber(from.Int32()) : null,
            Latitude = has.HasFlag(Has.Place) ? from.Single() : float.NaN,
            Longitude = has.HasFlag(Has.Place) ? from.Single() : float.NaN,
            Population = has.HasFlag(Has.Population) ? from.Packed() : 0,
            GeonamesId = has.HasFlag(Has.GeonamesId) ? from.Packed() : null,
            Region = has.HasFlag(Has.Region) ? file.Text(from.Packed()) : null,
            OtherCountries = has.HasFlag(Has.Others) ? SharedAll(ref from, file) : [],
            Terms = has.HasFlag(Has.Terms) ? ReadTerms(ref from, file) : [],
        };
    }

    private static Has Fields(KnowledgeEntry entry) =>
        (entry.Country is null ? 0 : Has.Country) | (entry.Sectors.Length == 0 ? 0 : Has.Sectors) |
        (entry.Type is null ? 0 : Has.Type) | (entry.Start is null ? 0 : Has.Start) | (entry.End is null ? 0 : Has.End) |
        (float.IsNaN(entry.Latitude) ? 0 : Has.Place) | (entry.Population == 0 ? 0 : Has.Population) |
        (entry.GeonamesId is null ? 0 : Has.GeonamesId) | (entry.Region is null ? 0 : Has.Region) |
        (entry.OtherCountries.Length == 0 ? 0 : Has.Others) | (entry.Terms.Length == 0 ? 0 : Has.Terms);

    private static void WriteTerm(OfficeTerm term, SharedTexts texts, SectionWriter to)
    {
        var has = (term.Country is null ? 0 : HasTerm.Country) | (term.Start is null ? 0 : HasTerm.Start) |
            (term.End is null ? 0 : HasTerm.End) | (term.AsOf is null ? 0 : HasTerm.AsOf);
        to.Byte((byte)has);
        to.Packed((uint)texts.Number(term.Office));
        to.Packed((uint)texts.Number(term.Role));
        to.Packed((uint)texts.Number(term.Sector));
        if (term.Country is { } country) to.Packed((uint)texts.Number(country));
        if (term.Start is { } start) to.Int32(start.DayNumber);
        if (term.End is { } end) to.Int32(end.DayNumber);
        if (term.AsOf is { } asOf) to.Int32(asOf.DayNumber);
    }

    private static OfficeTerm[] ReadTerms(ref SectionReader from, KnowledgeFile file)
    {
        var terms = new OfficeTerm[from.Packed()];
        for (var i = 0; i < terms.Length; i++)
        {
            var has = (HasTerm)from.Byte();
            var office = file.Text(from.Packed());
            var role = file.Text(from.Packed());
            var sector = file.Text(from.Packed());
            var country = has.HasFlag(HasTerm.Country) ? file.Text(from.Packed()) : null;
            DateOnly? start = has.HasFlag(HasTerm.Start) ? DateOnly.FromDayNumber(from.Int32()) : null;
            DateOnly? end = has.HasFlag(HasTerm.End) ? DateOnly.FromDayNumber(from.Int32()) : null;
            DateOnly? asOf = has.HasFlag(HasTerm.AsOf) ? DateOnly.FromDayNumber(from.Int32()) : null;
            terms[i] = new OfficeTerm(office, role, country, sector, start, end, asOf);
        }
        return terms;
    }

    private static string[] SharedAll(ref SectionReader from, KnowledgeFile file)
    {
        var all = new string[from.Packed()];
        for (var i = 0; i < all.Length; i++) all[i] = file.Text(from.Packed());
        return all;
    }
}
