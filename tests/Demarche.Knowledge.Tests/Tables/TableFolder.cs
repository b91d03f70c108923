namespace Demarche.Knowledge.Tests.Tables;

/// <summary>A folder of tables that is deleted at the end of a test.</summary>
internal sealed class TableFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("demarche-tables-").FullName;

    /// <summary>A whole set of tables with a row or none each: row lines begin at 4, so that an added row is on line 5.</summary>
    internal static TableFolder Small()
    {
        var folder = new TableFolder();
        folder.Table("countries.tsv", "code name names adjectives demonyms seats status of start end successor lat lon", "NOR\tNorway\t\tNorwegian\tNorwegians\tOslo\tUN member\t\t\t\t\t62\t10");
        folder.Table("codes.tsv", "code meaning", "UNO\tUnited Nations");
        folder.Table("sectors.tsv", "sector meaning", "GOV\tgovernment", "PTY\tparties", "CVL\tcivilians", "JRN\tjournalists");
        folder.Table("roles.tsv", "role meaning weight holders", "FM\tforeign minister\t80\tone", "MIN\tminister\t40\t");
        folder.Table("organisations.tsv", "id name names country sectors type seat start end");
        folder.Table("metonyms.tsv", "name names country sectors denotes place");
        folder.Table("armed_groups.tsv", "id name names countries sector type start end");
        folder.Table("parties.tsv", "id country name names start end");
        folder.Table("ethnic_religious.tsv", "id name names kind religion countries");
        folder.Table("outlets.tsv", "id name names country kind domains ownership");
        folder.Table("offices.tsv", "title variants role sector country", "foreign minister\tforeign ministers\tFM\tGOV\t");
        folder.Table("rolenouns.tsv", "noun plurals sectors");
        folder.Table("titles.tsv", "title", "mr");
        folder.Table("disputes.tsv", "id name names administered claimants type lat lon");
        folder.Table("weapons.tsv", "id name names category countries");
        folder.Table("vessels.tsv", "id name names kind countries");
        folder.Table("treaties.tsv", "id name names kind category countries start end");
        folder.Table("people.tsv", "id name names surname", "ada-example\tAda Example\t\tExample");
        folder.Table("officeholders.tsv", "country unit office role sector person start end as_of", "NOR\t\tminister of foreign affairs\tFM\tGOV\tada-example\t2017-10-20\t2021-10-13\t");
        folder.Table("sharedoffices.tsv", "country unit office person why");
        folder.Table("spellings.tsv", "form variants");
        folder.Table("places.tsv", "id name names country type admin1 lat lon population", "p1\tBergen\t\tNOR\tcity\tVestland\t60.4\t5.3\t285000");
        folder.Table("stopnames.tsv", "name kind treatment why", "bergen\tparty\tnever\tfor show");
        return folder;
    }

    internal void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    internal void Write(string file, System.Text.Encoding encoding, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text, encoding);

    internal void Append(string file, string row) => File.AppendAllText(System.IO.Path.Combine(Path, file), row + "\n");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Table(string file, string columns, params string[] rows) =>
        Write(file, $"# For tests.\n# Checked: 2026-01-31.\n# {columns.Replace(' ', '\t')}\n{string.Concat(rows.Select(row => row + "\n"))}");
}
