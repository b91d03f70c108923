using System.Text;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Importing;

/// <summary>Rows on their way into a folder of a user's tables, each under its key.</summary>
/// <param name="shipped">The tables that the rows will be read on top of.</param>
internal sealed class ImportedTables(TableSet shipped)
{
    private readonly Dictionary<TableSchema, SortedDictionary<string, string[]>> _rows = [];
    private readonly Dictionary<TableSchema, Dictionary<string, TableRow>> _shipped = [];

    internal int Count(TableSchema schema) => _rows.TryGetValue(schema, out var rows) ? rows.Count : 0;

    internal bool Has(TableSchema schema, string key) => RowsOf(schema).ContainsKey(key) || Shipped(schema).ContainsKey(key);

    /// <summary>Adds a row, or replaces the one with its key.</summary>
    internal void Add(TableSchema schema, params string[] fields) => RowsOf(schema)[string.Join('\t', schema.Key.Select(column => fields[column]))] = fields;

    /// <summary>Adds names to the field of a row, which is copied from the tables that ship where it is not here yet.</summary>
    internal void AddNames(TableSchema schema, string key, int column, IEnumerable<string> names)
    {
        var rows = RowsOf(schema);
        if (!rows.TryGetValue(key, out var fields)) rows.Add(key, fields = Shipped(schema)[key].Fields.ToArray());
        fields[column] = string.Join('|', fields[column].Split('|', StringSplitOptions.RemoveEmptyEntries).Concat(names).Distinct(StringComparer.Ordinal));
    }

    internal string? FieldOf(TableSchema schema, string key, int column) =>
        RowsOf(schema).TryGetValue(key, out var own) ? own[column] : Shipped(schema).TryGetValue(key, out var row) ? row.Text(column) : null;

    internal void Write(string folder, string provenance)
    {
        Directory.CreateDirectory(folder);
        foreach (var (schema, rows) in _rows.Where(table => table.Value.Count > 0))
        {
            var text = new StringBuilder($"# {provenance}\n# {string.Join('\t', schema.Columns)}\n");
            foreach (var fields in rows.Values) text.AppendJoin('\t', fields).Append('\n');
            File.WriteAllText(Path.Combine(folder, schema.File), text.ToString());
        }
    }

    private SortedDictionary<string, string[]> RowsOf(TableSchema schema)
    {
        if (!_rows.TryGetValue(schema, out var rows)) _rows.Add(schema, rows = new(StringComparer.Ordinal));
        return rows;
    }

    private Dictionary<string, TableRow> Shipped(TableSchema schema)
    {
        if (!_shipped.TryGetValue(schema, out var rows))
            _shipped.Add(schema, rows = shipped.Read(schema).Rows.ToDictionary(row => string.Join('\t', schema.Key.Select(row.Text)), StringComparer.Ordinal));
        return rows;
    }
}
