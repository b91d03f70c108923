namespace Demarche.Knowledge.Tables;

/// <summary>What a table of data/knowledge is called, its columns, and which of them tell its rows apart.</summary>
/// <param name="Key">The columns, from 0, that no two rows may share; a row of an added table takes the place of the row with the same key.</param>
internal sealed record TableSchema(string File, string[] Columns, int[] Key)
{
    internal static readonly TableSchema Countries = new("countries.tsv",
        ["code", "name", "names", "adjectives", "demonyms", "seats", "status", "of", "start", "end", "successor", "lat", "lon"], [0]);

    internal static readonly TableSchema Codes = new("codes.tsv", ["code", "meaning"], [0]);
    internal static readonly TableSchema Sectors = new("sectors.tsv", ["sector", "meaning"], [0]);
    internal static readonly TableSchema Roles = new("roles.tsv", ["role", "meaning", "weight", "holders"], [0]);
    internal static readonly TableSchema Organisations = new("organisations.tsv", ["id", "name", "names", "country", "sectors", "type", "seat", "start", "end"], [0]);
    internal static readonly TableSchema Metonyms = new("metonyms.tsv", ["name", "names", "country", "sectors", "denotes", "place"], [0, 2]);
    internal static readonly TableSchema ArmedGroups = new("armed_groups.tsv", ["id", "name", "names", "countries", "sector", "type", "start", "end"], [0]);
    internal static readonly TableSchema Parties = new("parties.tsv", ["id", "country", "name", "names", "start", "end"], [0]);
    internal static readonly TableSchema EthnicGroups = new("ethnic_religious.tsv", ["id", "name", "names", "kind", "religion", "countries"], [0]);
    internal static readonly TableSchema Outlets = new("outlets.tsv", ["id", "name", "names", "country", "kind", "domains", "ownership"], [0]);
    internal static readonly TableSchema People = new("people.tsv", ["id", "name", "names", "surname"], [0]);

    internal static readonly TableSchema OfficeHolders = new("officeholders.tsv",
        ["country", "unit", "office", "role", "sector", "person", "start", "end", "as_of"], [0, 1, 2, 3, 5, 6]);

    internal static readonly TableSchema SharedOffices = new("sharedoffices.tsv", ["country", "unit", "office", "person", "why"], [0, 1, 2, 3]);
    internal static readonly TableSchema Offices = new("offices.tsv", ["title", "variants", "role", "sector", "country"], [0, 4]);
    internal static readonly TableSchema RoleNouns = new("rolenouns.tsv", ["noun", "plurals", "sectors"], [0]);
    internal static readonly TableSchema Titles = new("titles.tsv", ["title"], [0]);
    internal static readonly TableSchema Spellings = new("spellings.tsv", ["form", "variants"], [0]);
    internal static readonly TableSchema Places = new("places.tsv", ["id", "name", "names", "country", "type", "admin1", "lat", "lon", "population"], [0]);
    internal static readonly TableSchema Disputes = new("disputes.tsv", ["id", "name", "names", "administered", "claimants", "type", "lat", "lon"], [0]);
    internal static readonly TableSchema Weapons = new("weapons.tsv", ["id", "name", "names", "category", "countries"], [0]);
    internal static readonly TableSchema Vessels = new("vessels.tsv", ["id", "name", "names", "kind", "countries"], [0]);
    internal static readonly TableSchema Treaties = new("treaties.tsv", ["id", "name", "names", "kind", "category", "countries", "start", "end"], [0]);
    internal static readonly TableSchema StopNames = new("stopnames.tsv", ["name", "kind", "treatment", "why"], [0, 1]);

    /// <summary>Every table, in the order of the folder's README.</summary>
    internal static readonly TableSchema[] All =
    [
        Countries, Codes, Sectors, Roles, Organisations, Metonyms, ArmedGroups, Parties, EthnicGroups, Outlets, People, OfficeHolders, SharedOffices, Offices, RoleNouns,
        Titles, Spellings, Places, Disputes, Weapons, Vessels, Treaties, StopNames,
    ];

    /// <summary>What tells a row apart, as messages show it: the fields of its key, parted by commas.</summary>
    internal string KeyOf(TableRow row) => string.Join(", ", Key.Select(row.Text).Where(field => field.Length > 0));
}
