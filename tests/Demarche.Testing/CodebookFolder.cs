namespace Demarche.Testing;

/// <summary>A codebook of its own for one test: the tables that ship, but for the entries, which the test writes. Gone with the test.</summary>
public sealed class CodebookFolder : IDisposable
{
    private const string Header = "# For tests.  Checked: 2026-01-31.\n# name\tpattern\ttype\tmode\tcameo\tactor\trecipient\tthird\toperator\texample\tnearmiss\treason\n";
    private const int Columns = 12;
    private const int ExampleColumn = 9;

    /// <param name="rows">Rows of <c>entries/test.tsv</c>, the first on line 3; cells at the end may be left out, and an example.</param>
    public CodebookFolder(params IEnumerable<string> rows)
    {
        var shipped = System.IO.Path.Combine(Repository.Data, "codebook", "plover");
        foreach (var file in Directory.EnumerateFiles(shipped, "*.tsv"))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "entries"));
        Write("entries/test.tsv", Header + string.Concat(rows.Select(row => Whole(row) + "\n")));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("demarche-codebook-").FullName;

    public void Write(string table, string text) => File.WriteAllText(System.IO.Path.Combine(Path, table), text);

    public void Append(string table, string row) => File.AppendAllText(System.IO.Path.Combine(Path, table), row + "\n");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Whole(string row)
    {
        var cells = row.Split('\t').ToList();
        while (cells.Count < Columns)
            cells.Add("");
        if (cells[ExampleColumn].Length == 0)
            cells[ExampleColumn] = "-";
        return string.Join('\t', cells);
    }
}
