using System.Globalization;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Reads the tables of places and disputes.</summary>
internal static class PlaceTables
{
    private const string GeonamesPrefix = "geonames-";

    internal static void Places(TableSet tables, Draft draft)
    {
        var table = tables.Read(TableSchema.Places);
        var units = Units(table);
        foreach (var row in table.Rows)
        {
            var population = row.Count(8);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "place:" + row.Needed(0),
                Kind = EntryKind.Place,
                Name = row.Needed(1),
                Country = row.Country(3, draft.Codes),
                Type = row.Needed(4),
                Region = row.Optional(5) is { } unit ? units.GetValueOrDefault((row.Text(3), unit), unit) : null,
                Latitude = row.Degrees(6, 90),
                Longitude = row.Degrees(7, 180),
                Population = population,
                GeonamesId = GeonamesId(row),
            }, row, 0);
            draft.AllNames(entry, row, 1, 2, RankOf(row.Text(4), population));
        }
    }

    // A town's row may have a unit's short name: "Aleppo" for the Aleppo Governorate.
    private static Dictionary<(string Country, string Name), string> Units(Table table)
    {
        var units = new Dictionary<(string, string), string>();
        foreach (var row in table.Rows.Where(row => row.Text(4) == "admin1"))
        {
            units[(row.Text(3), row.Text(1))] = row.Text(1);
            foreach (var name in row.List(2))
                units.TryAdd((row.Text(3), name), row.Text(1));
        }
        return units;
    }

    internal static void Disputes(TableSet tables, Draft draft)
    {
        foreach (var row in tables.Read(TableSchema.Disputes).Rows)
        {
            var administered = row.Countries(3, draft.Codes);
            var entry = draft.Add(new KnowledgeEntry
            {
                Id = "dispute:" + row.Needed(0),
                Kind = EntryKind.Dispute,
                Name = row.Needed(1),
                Country = administered.Length == 1 ? administered[0] : null,
                OtherCountries = row.Countries(4, draft.Codes),
                Type = row.Needed(5),
                Latitude = row.Degrees(6, 90),
                Longitude = row.Degrees(7, 180),
            }, row, 0);
            draft.Name(entry, row.Text(1), NameForm.Name, Rank.Dispute);
            foreach (var name in row.List(2))
            {
                var plain = WithoutUser(name, row, draft.Codes);
                Draft.CheckName(row, 2, plain);
                draft.Name(entry, plain, NameForm.Name, Rank.Dispute - 1);
            }
        }
    }

    private static int RankOf(string type, int population) => type switch
    {
        "city" => Rank.Town(population),
        "admin1" => Rank.AdminUnit(population),
        _ => Rank.NaturalFeature,
    };

    private static int? GeonamesId(TableRow row)
    {
        var id = row.Text(0);
        if (!id.StartsWith(GeonamesPrefix, StringComparison.Ordinal)) return null;
        return int.TryParse(id.AsSpan(GeonamesPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw row.Wrong(0, TableMessages.Number(id[GeonamesPrefix.Length..]));
    }

    // "Takeshima (JPN)" is the name that Japan uses.
    private static string WithoutUser(string name, TableRow row, KnownCodes codes)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        if (bracket < 0) return name;
        var user = name[(bracket + 2)..].TrimEnd(')');
        return codes.IsCountry(user) ? name[..bracket] : throw row.Wrong(2, TableMessages.Country(user));
    }
}
