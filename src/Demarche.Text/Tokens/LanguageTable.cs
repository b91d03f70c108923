using System.Globalization;

namespace Demarche.Text.Tokens;

/// <summary>Reads the tables under <c>data/language</c>: tab-separated rows, comment lines begin with <c># </c>.</summary>
internal static class LanguageTable
{
    /// <summary>Reads all rows of a table.</summary>
    /// <param name="columns">How many columns each row must have.</param>
    /// <exception cref="LanguageDataException">The file is missing, a row has another number of columns, or a row stands twice.</exception>
    internal static List<LanguageRow> Read(string directory, string name, int columns)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
        {
            throw new LanguageDataException($"'{path}' is missing; it belongs to the language data that tokenisation and dating need.");
        }

        var rows = new List<LanguageRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal) || line == "#")
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != columns)
            {
                throw new LanguageDataException(name, number, 1,
                    $"the row has {cells.Length} columns, but {columns} were expected, parted by tabs.");
            }

            if (!seen.Add(line))
            {
                throw new LanguageDataException(name, number, 1, $"the row '{cells[0]}' stands twice; delete one.");
            }

            rows.Add(new LanguageRow(name, number, cells));
        }

        return rows;
    }
}

/// <summary>One row of a language table, which knows where it stands.</summary>
internal readonly record struct LanguageRow(string File, int Line, string[] Cells)
{
    internal string this[int column] => Cells[column];

    internal LanguageDataException Wrong(int column, string complaint) => new(File, Line, column + 1, complaint);

    /// <summary>Reads a whole number.</summary>
    internal int Number(int column) =>
        int.TryParse(Cells[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong(column, $"'{Cells[column]}' is not a whole number.");

    /// <summary>Reads a decimal number.</summary>
    internal decimal Decimal(int column) =>
        decimal.TryParse(Cells[column], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong(column, $"'{Cells[column]}' is not a number.");

    /// <summary>Reads one of the names given.</summary>
    internal string OneOf(int column, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (name == Cells[column])
            {
                return name;
            }
        }

        throw Wrong(column, $"'{Cells[column]}' is not one of {string.Join(", ", names!)}.");
    }
}
