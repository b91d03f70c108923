using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge;

/// <summary>A row that two folders of tables do not share.</summary>
/// <param name="Table">The table's file.</param>
/// <param name="Key">What tells the row apart, its fields parted by commas.</param>
/// <param name="Old">The row's fields by column; null where it is new.</param>
/// <param name="New">The row's fields by column; null where it is gone.</param>
public sealed record RowChange(string Table, string Key, IReadOnlyDictionary<string, string>? Old, IReadOnlyDictionary<string, string>? New);

/// <summary>Tells two folders of tables apart, row by row.</summary>
public static class KnowledgeDiff
{
    /// <summary>Rows are compared by their keys, so that an order does not matter; a table that is missing counts as empty.</summary>
    /// <returns>By table in the order of the folder's README; rows of the new table in its order, then those that are gone.</returns>
    /// <exception cref="LexiconException">A folder or table cannot be read, or two rows of a table have one key.</exception>
    public static IReadOnlyList<RowChange> Compare(string oldDirectory, string newDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(oldDirectory);
        ArgumentException.ThrowIfNullOrEmpty(newDirectory);
        var changes = new List<RowChange>();
        TableSet.CheckFolder(oldDirectory);
        TableSet.CheckFolder(newDirectory);
        foreach (var schema in TableSchema.All)
        {
            var before = TableSet.ReadByKey(oldDirectory, schema);
            var after = TableSet.ReadByKey(newDirectory, schema);
            foreach (var (key, row) in after)
            {
                if (!before.TryGetValue(key, out var old)) changes.Add(new(schema.File, schema.KeyOf(row), null, Fields(row, schema)));
                else if (!old.Fields.SequenceEqual(row.Fields)) changes.Add(new(schema.File, schema.KeyOf(row), Fields(old, schema), Fields(row, schema)));
            }
            foreach (var (key, row) in before)
                if (!after.ContainsKey(key)) changes.Add(new(schema.File, schema.KeyOf(row), Fields(row, schema), null));
        }
        return changes;
    }

    private static Dictionary<string, string> Fields(TableRow row, TableSchema schema)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < schema.Columns.Length; i++) fields.Add(schema.Columns[i], row.Text(i));
        return fields;
    }
}
