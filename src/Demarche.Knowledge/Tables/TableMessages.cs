namespace Demarche.Knowledge.Tables;

/// <summary>All that can be wrong with a table, in words.</summary>
internal static class TableMessages
{
    internal static string Missing(string folder) =>
        $"the table is missing from '{folder}'; restore it, or leave only its header lines if it is to be empty.";

    internal static string Header(string found, string expected) =>
        $"the last comment line names the columns '{found}', but '{expected}' was expected; name the columns so, parted by tabs.";

    internal static string NoHeader(string expected) =>
        $"no comment line names the columns; '# {expected}', parted by tabs, was expected above the first row.";

    internal static string NotChecked() =>
        "no comment line says when the table was checked; add one with 'Checked: 2026-01-31.', giving the day.";

    internal static string Columns(int found, int expected) =>
        $"the row has {found} columns, but {expected} were expected; part the fields by single tabs and keep empty ones.";

    internal static string Empty(string column) =>
        $"'{column}' is empty, but every row needs one; fill it or delete the row.";

    internal static string Country(string found) =>
        $"'{found}' is neither a state of countries.tsv nor a code of codes.tsv; correct it, or add it there first.";

    internal static string Sector(string found) => $"'{found}' is not a PLOVER sector; see sectors.tsv for the known ones.";

    internal static string Role(string found) => $"'{found}' is not a role; see roles.tsv for the known ones.";

    internal static string Date(string found) =>
        $"'{found}' is not a date; write it as 2017-11-24, or leave it empty where it is unknown.";

    internal static string Reversed(string start, string end) =>
        $"the row ends on {end}, before it starts on {start}; exchange or correct the dates.";

    internal static string Number(string found) => $"'{found}' is not a number; write it as 39.38 or 12500.";

    internal static string Coordinate(string found) =>
        $"'{found}' is no latitude from -90 to 90 or longitude from -180 to 180; give degrees.";

    internal static string Duplicate(string id, int line) =>
        $"'{id}' was already used on line {line}; give one of the rows another, or delete it.";

    internal static string Person(string found) =>
        $"'{found}' is not an id of people.tsv; add the person there, or correct the id.";

    internal static string OneOf(string found, string choices) =>
        $"'{found}' is unknown here; write one of: {choices}.";

    internal static string NotFolded(string found, string folded) =>
        $"'{found}' is not folded; write it as '{folded}'.";

    internal static string NoName(string found) =>
        $"'{found}' holds no letter or digit, so that no text can name it; correct or delete it.";

    internal static string NoFolder() => "there is no such folder; name one that holds tables of knowledge.";

    internal static string NoTables() => "the folder holds no table; add one, such as people.tsv, with the header lines of data/knowledge/people.tsv.";

    internal static string UnknownTable(string known) => $"no table is called so; the names are {known}.";

    internal static string TooLarge(long bytes, long limit) =>
        FormattableString.Invariant($"the table has {bytes:N0} bytes, but {limit:N0} at most are read; leave out what no report names.");

    internal static string Utf16() => "the table is written in UTF-16; save it as UTF-8.";

    internal static string NotUtf8(byte found) =>
        $"the byte 0x{found:X2} is not UTF-8, as in files saved as Windows-1252; save the table as UTF-8.";

    internal static string LeadsBack(string found, string way) => $"'{found}' leads back to where it began ({way}); correct one of these rows.";

    internal static string Overlap(string person, string other, string office, string where, string until) =>
        $"'{person}' becomes '{office}' while '{other}' holds it{until} ({where}); let one term end before the other starts, or name the office in sharedoffices.tsv if both held it.";

    internal static string NoSuchTerm(string office, string person) => person.Length == 0
        ? $"no row of officeholders.tsv has the office '{office}' there; write it as that table does, or delete the row."
        : $"no row of officeholders.tsv has '{person}' as '{office}' there; write both as that table does, or delete the row.";
}
