namespace Demarche.Intake.Tables;

/// <summary>The rows of one tab-separated file under <c>data/intake</c>.</summary>
/// <remarks>Lines that start with <c>#</c> are comments; the first other line names the columns.</remarks>
internal sealed class Table
{
    private readonly string[] _columns;

    private Table(string file, string[] columns, IReadOnlyList<TableRow> rows) => (File, _columns, Rows) = (file, columns, rows);

    internal string File { get; }

    internal IReadOnlyList<TableRow> Rows { get; }

    /// <exception cref="IntakeDataException">The file is missing, or its columns or rows are not as expected.</exception>
    internal static Table Read(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path))
        {
            throw new IntakeDataException(IntakeWarnings.DataFileMissing(path));
        }

        var rows = new List<TableRow>();
        Table? table = null;
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('\t');
            if (table is null)
            {
                if (!fields.AsSpan().SequenceEqual(columns))
                {
                    throw new IntakeDataException(IntakeWarnings.DataColumns(file, number, line, string.Join(' ', columns)));
                }

                table = new Table(file, columns, rows);
            }
            else if (fields.Length != columns.Length)
            {
                throw new IntakeDataException(IntakeWarnings.DataFields(file, number, fields.Length, columns.Length));
            }
            else
            {
                rows.Add(new TableRow(table, number, fields));
            }
        }

        return table ?? throw new IntakeDataException(IntakeWarnings.DataFileMissing(path));
    }

    internal int Column(string name) => Array.IndexOf(_columns, name);
}

/// <summary>One row, with the line it stands on.</summary>
internal sealed class TableRow(Table table, int line, string[] fields)
{
    internal string this[string column] => fields[table.Column(column)];

    /// <summary>Reads one of a few words, or says which ones there are.</summary>
    internal T Choice<T>(string column) where T : struct, Enum =>
        Enum.TryParse<T>(this[column], ignoreCase: true, out var value) && !char.IsDigit(this[column][0])
            ? value
            : throw Wrong(column, string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant());

    internal IntakeDataException Wrong(string column, string expected) =>
        new(IntakeWarnings.DataValue(table.File, line, table.Column(column) + 1, this[column], expected));
}
