using Demarche.Knowledge.Names;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Reads the tables of states, bodies and groups.</summary>
internal static class ActorTables
{
    internal static void Countries(Table table, Draft draft)
    {
        Loops.Check(table, keyColumn: 0, nextColumn: 7);
        Loops.Check(table, keyColumn: 0, nextColumn: 10);
        foreach (var row in table.Rows)
        {
            var (start, end) = row.Dates(8, 9);
            var others = row.Country(7, draft.Codes) is { } sovereign ? [sovereign] : row.Country(10, draft.Codes) is { } heir ? new[] { heir } : [];
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "country:" + row.Needed(0),
                Kind = EntryKind.Country,
                Name = row.Needed(1),
                Country = row.Needed(0),
                Type = row.Needed(6),
                Start = start,
                End = end,
                Latitude = row.Degrees(11, 90),
                Longitude = row.Degrees(12, 180),
                OtherCountries = others,
            }, row, 0);
            var gone = row.Text(6) == "historical" || end is not null ? Rank.Gone : 0;
            draft.AllNames(entry, row, 1, 2, Rank.Country - gone);
            foreach (var adjective in row.List(3)) draft.Name(entry, adjective, NameForm.Adjective, Rank.Adjective - gone);
            foreach (var demonym in row.List(4)) draft.Name(entry, demonym, NameForm.Demonym, Rank.Demonym - gone);
            foreach (var seat in row.List(5)) draft.Name(entry, seat, NameForm.Capital, Rank.Capital - gone);
        }
    }

    internal static void Organisations(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.Organisations).Rows)
        {
            row.Needed(3);
            var (start, end) = row.Dates(7, 8);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "org:" + row.Needed(0),
                Kind = EntryKind.Organisation,
                Name = row.Needed(1),
                Country = row.Country(3, draft.Codes),
                Sectors = row.Sectors(4, draft.Codes),
                Type = row.Optional(5),
                Region = row.Optional(6),
                Start = start,
                End = end,
            }, row, 0);
            draft.AllNames(entry, row, 1, 2, Rank.Organisation);
        }
    }

    internal static void Parties(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.Parties).Rows)
        {
            var (start, end) = row.Dates(4, 5);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "party:" + row.Needed(0),
                Kind = EntryKind.Party,
                Name = row.Needed(2),
                Country = row.Country(1, draft.Codes),
                Sectors = ["PTY"],
                Start = start,
                End = end,
            }, row, 0);
            draft.AllNames(entry, row, 2, 3, Rank.Party);
        }
    }

    internal static void ArmedGroups(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.ArmedGroups).Rows)
        {
            var (start, end) = row.Dates(6, 7);
            var countries = row.Countries(3, draft.Codes);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "group:" + row.Needed(0),
                Kind = EntryKind.ArmedGroup,
                Name = row.Needed(1),
                Country = countries.FirstOrDefault(),
                OtherCountries = countries.Length > 1 ? countries[1..] : [],
                Sectors = row.Sectors(4, draft.Codes),
                Type = row.Optional(5),
                Start = start,
                End = end,
            }, row, 0);
            draft.AllNames(entry, row, 1, 2, Rank.ArmedGroup);
        }
    }

    internal static void EthnicGroups(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.EthnicGroups).Rows)
        {
            var countries = row.Countries(5, draft.Codes);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "people:" + row.Needed(0),
                Kind = EntryKind.EthnicGroup,
                Name = row.Needed(1),
                Country = countries.Length == 1 ? countries[0] : null,
                OtherCountries = countries.Length > 1 ? countries : [],
                Sectors = ["CVL"],
                Type = row.Needed(3),
            }, row, 0);
            draft.AllNames(entry, row, 1, 2, Rank.EthnicGroup);
        }
    }

    internal static void Metonyms(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.Metonyms).Rows)
        {
            row.Needed(2);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = $"metonym:{NameUnits.Written(row.Needed(0)).Replace(' ', '-')}-{row.Text(2)}",
                Kind = EntryKind.Metonym,
                Name = row.Needed(0),
                Country = row.Country(2, draft.Codes),
                Sectors = row.Sectors(3, draft.Codes),
                Type = row.Needed(4),
                Region = row.Optional(5),
            }, row, 0);
            draft.AllNames(entry, row, 0, 1, Rank.Metonym);
        }
    }

    internal static IReadOnlyList<(string Name, int Entry)> Outlets(TableSet tables, Draft draft)
    {
        var known = new List<(string, int)>();
        foreach (var row in tables.Read(TableSchema.Outlets).Rows)
        {
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "outlet:" + row.Needed(0),
                Kind = EntryKind.Outlet,
                Name = row.Needed(1),
                Country = row.Country(3, draft.Codes),
                Sectors = ["JRN"],
                Type = row.Needed(4),
            }, row, 0);
            draft.AllNames(entry, row, 1, 2, Rank.Outlet + (row.Text(4) == "agency" ? 10 : 0));
            known.Add((row.Text(1), entry));
            foreach (var name in row.List(2)) known.Add((name, entry));
            foreach (var domain in row.List(5)) known.Add((domain, entry));
        }
        return known;
    }
}
