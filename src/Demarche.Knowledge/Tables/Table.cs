using System.Globalization;

namespace Demarche.Knowledge.Tables;

/// <summary>One tab-separated table with its header of comment lines, read whole.</summary>
/// <remarks>
/// The last comment line above the first row names the columns; an earlier one says <c>Checked: 2026-01-31.</c> Empty
/// lines and later comment lines are skipped, so that a table may be divided by remarks.
/// </remarks>
internal sealed class Table
{
    private readonly List<TableRow> _rows = [];
    private int _optional;
    private int _width;

    private Table(string file, string[] columns, DateOnly @checked, bool isAdded = false) => (File, Columns, Checked, IsAdded) = (file, columns, @checked, isAdded);

    /// <value>As messages name it: a user's table with its folder, one that ships without.</value>
    internal string File { get; }

    /// <value>Whether it is a user's, read on top of one that ships.</value>
    internal bool IsAdded { get; }

    internal string[] Columns { get; }

    internal DateOnly Checked { get; private set; }

    internal IReadOnlyList<TableRow> Rows => _rows;

    /// <summary>The most bytes that a table may have: 64 MB, ten times the largest that ships.</summary>
    internal const int MaxBytes = 64 * 1024 * 1024;

    /// <exception cref="LexiconException">The table is missing, too large or no UTF-8, or its header or the length of a row is wrong.</exception>
    internal static Table Read(string folder, TableSchema schema) => Read(folder, schema.File, schema.Columns);

    /// <exception cref="LexiconException">The table is missing, too large or no UTF-8, or its header or the length of a row is wrong.</exception>
    internal static Table Read(string folder, string file, params string[] columns) => Read(folder, file, columns, optional: 0);

    /// <summary>Reads a table whose last columns may be missing: their fields are then empty.</summary>
    /// <param name="optional">How many of the columns, at their end.</param>
    /// <exception cref="LexiconException">The table is missing, too large or no UTF-8, or its header or the length of a row is wrong.</exception>
    internal static Table Read(string folder, string file, string[] columns, int optional)
    {
        var path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path)) throw new LexiconException(file, 0, 0, TableMessages.Missing(folder));
        return Parse(new Table(file, columns, default) { _optional = optional }, TableText.Decode(file, Bytes(path)));
    }

    /// <summary>Reads a user's table, which need not say when it was checked. Messages name it with its folder.</summary>
    /// <exception cref="LexiconException">The table is too large or no UTF-8, or its header or the length of a row is wrong.</exception>
    internal static Table ReadAdded(string folder, TableSchema schema)
    {
        var path = Path.Combine(folder, schema.File);
        return Parse(new Table(path, schema.Columns, default, isAdded: true), TableText.Decode(path, Bytes(path)));
    }

    /// <summary>A table with the same header and other rows, checked on the later of two days.</summary>
    internal Table With(IEnumerable<TableRow> rows, DateOnly otherChecked)
    {
        var table = new Table(File, Columns, Checked > otherChecked ? Checked : otherChecked);
        table._rows.AddRange(rows);
        return table;
    }

    /// <exception cref="LexiconException">The file is larger than <see cref="MaxBytes"/>.</exception>
    internal static byte[] Bytes(string path)
    {
        var length = new FileInfo(path).Length;
        return length <= MaxBytes ? System.IO.File.ReadAllBytes(path) : throw new LexiconException(path, 0, 0, TableMessages.TooLarge(length, MaxBytes));
    }

    internal static Table Parse(string file, string text, params string[] columns) => Parse(new Table(file, columns, default), text);

    private static Table Parse(Table table, string text)
    {
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
        _width = header.Count(c => c == '\t') + 1;
        if (_width < Columns.Length - _optional || _width > Columns.Length || header != string.Join('\t', Columns.Take(_width)))
            throw new LexiconException(File, line - 1, 0, TableMessages.Header(header.Replace('\t', ' '), expected));
        if (!IsAdded && Checked == default) throw new LexiconException(File, 1, 0, TableMessages.NotChecked());
    }

    private void AddRow(int line, string content)
    {
        var fields = content.Split('\t');
        if (fields.Length != _width)
            throw new LexiconException(File, line, Math.Min(fields.Length, _width) + (fields.Length > _width ? 1 : 0), TableMessages.Columns(fields.Length, _width));
        if (_width < Columns.Length)
            fields = [.. fields, .. Enumerable.Repeat("", Columns.Length - _width)];
        _rows.Add(new TableRow(this, line, fields));
    }
}
