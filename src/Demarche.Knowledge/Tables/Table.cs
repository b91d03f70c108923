using System.Globalization;
using System.Text;

namespace Demarche.Knowledge.Tables;

/// <summary>One tab-separated table with its header of comment lines, read whole.</summary>
/// <remarks>
/// The last comment line above the first row names the columns; an earlier one says <c>Checked: 2026-01-31.</c> Empty
/// lines and later comment lines are skipped, so that a table may be divided by remarks.
/// </remarks>
internal sealed class Table
{
    private readonly List<TableRow> _rows = [];

    private Table(string file, string[] columns, DateOnly @checked) => (File, Columns, Checked) = (file, columns, @checked);

    internal string File { get; }

    internal string[] Columns { get; }

    internal DateOnly Checked { get; private set; }

    internal IReadOnlyList<TableRow> Rows => _rows;

    /// <exception cref="LexiconException">The table is missing, or its header or the length of a row is wrong.</exception>
    internal static Table Read(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path)) throw new LexiconException(file, 0, 0, TableMessages.Missing(folder));
        return Parse(file, System.IO.File.ReadAllText(path, Encoding.UTF8), columns);
    }

    internal static Table Parse(string file, string text, params string[] columns)
    {
        var table = new Table(file, columns, default);
        var header = "";
        var line = 0;
        var inRows = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var content = text.AsSpan()[range].TrimEnd('\r');
            if (content.IsEmpty) continue;
            if (content[0] == '#')
            {
                if (inRows) continue;
                header = content[1..].TrimStart(' ').ToString();
                table.NoteChecked(header);
                continue;
            }
            if (!inRows) table.CheckHeader(header, line);
            inRows = true;
            table.AddRow(line, content.ToString());
        }
        if (!inRows) table.CheckHeader(header, line);
        return table;
    }

    private void NoteChecked(string comment)
    {
        const string Word = "Checked: ";
        var at = comment.IndexOf(Word, StringComparison.Ordinal);
        if (at < 0 || comment.Length < at + Word.Length + 10) return;
        if (DateOnly.TryParseExact(comment.AsSpan(at + Word.Length, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date)) Checked = date;
    }

    private void CheckHeader(string header, int line)
    {
        var expected = string.Join(' ', Columns);
        if (header.Length == 0) throw new LexiconException(File, line, 0, TableMessages.NoHeader(expected));
        if (header != string.Join('\t', Columns))
            throw new LexiconException(File, line - 1, 0, TableMessages.Header(header.Replace('\t', ' '), expected));
        if (Checked == default) throw new LexiconException(File, 1, 0, TableMessages.NotChecked());
    }

    private void AddRow(int line, string content)
    {
        var fields = content.Split('\t');
        if (fields.Length != Columns.Length)
            throw new LexiconException(File, line, Math.Min(fields.Length, Columns.Length) + (fields.Length > Columns.Length ? 1 : 0),
                TableMessages.Columns(fields.Length, Columns.Length));
        _rows.Add(new TableRow(this, line, fields));
    }
}
