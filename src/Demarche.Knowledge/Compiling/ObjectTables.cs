using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Reads the tables of weapons, ships and treaties.</summary>
internal static class ObjectTables
{
    internal static void Weapons(TableSet tables, Draft draft) => Things(tables.Read(TableSchema.Weapons), "weapon:", EntryKind.Weapon, draft);

    internal static void Vessels(TableSet tables, Draft draft) => Things(tables.Read(TableSchema.Vessels), "vessel:", EntryKind.Vessel, draft);

    private static void Things(Table table, string prefix, EntryKind kind, Draft draft)
    {
        foreach (var row in table.Rows)
        {
            var countries = row.Countries(4, draft.Codes);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = prefix + row.Needed(0),
                Kind = kind,
                Name = row.Needed(1),
                Type = row.Needed(3),
                Country = countries.FirstOrDefault(),
                OtherCountries = countries.Length > 1 ? countries[1..] : [],
            }, row, 0);
            draft.AllNames(entry, row, 1, 2, Rank.Weapon);
        }
    }

    internal static void Treaties(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.Treaties).Rows)
        {
            var (start, end) = row.Dates(6, 7);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "treaty:" + row.Needed(0),
                Kind = EntryKind.Treaty,
                Name = row.Needed(1),
                Type = row.Needed(4),
                OtherCountries = row.Countries(5, draft.Codes),
                Start = start,
                End = end,
            }, row, 0);
            row.Needed(3);
            draft.AllNames(entry, row, 1, 2, Rank.Treaty);
        }
    }
}
