using Demarche.Knowledge.Names;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Reads the tables of role nouns, offices and titles.</summary>
internal static class WordTables
{
    internal static void RoleNouns(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.RoleNouns).Rows)
        {
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "role:" + row.Needed(0).Replace(' ', '-'),
                Kind = EntryKind.RoleNoun,
                Name = row.Needed(0),
                Sectors = row.Sectors(2, draft.Codes),
            }, row, 0);
            Lower(entry, row, 0, 1, draft, Rank.RoleNoun);
        }
    }

    internal static void Offices(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.Offices).Rows)
        {
            var country = row.Country(4, draft.Codes);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = $"office:{row.Needed(0).Replace(' ', '-')}{(country is null ? "" : "-" + country)}",
                Kind = EntryKind.Office,
                Name = row.Needed(0),
                Country = country,
                Sectors = row.Sectors(3, draft.Codes),
                Type = row.Role(2, draft.Codes),
            }, row, 0);
            Lower(entry, row, 0, 1, draft, Rank.Office);
        }
    }

    internal static IReadOnlyList<string> Titles(TableSet tables)
    {
        var titles = new List<string>();
        foreach (var row in tables.Read(TableSchema.Titles).Rows)
        {
            Draft.CheckName(row, 0, row.Needed(0));
            titles.Add(row.Text(0));
        }
        return titles;
    }

    private static void Lower(int entry, TableRow row, int nameColumn, int namesColumn, Draft draft, int rank)
    {
        Draft.CheckName(row, nameColumn, row.Text(nameColumn));
        draft.Name(entry, row.Text(nameColumn), NameForm.RoleNoun, rank, RuleOf(row.Text(nameColumn)));
        foreach (var name in row.List(namesColumn))
        {
            Draft.CheckName(row, namesColumn, name);
            draft.Name(entry, name, NameForm.RoleNoun, rank - 1, RuleOf(name));
        }
    }

    // "PM" is the office only in capitals: at 9 pm there is none.
    private static NameRule RuleOf(string name) =>
        NameRule.NounOnly | (char.IsUpper(name[0]) ? NameRule.AllCapitals : NameRule.OrLowerCase);
}
