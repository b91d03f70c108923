using System.Security.Cryptography;

namespace Demarche.Knowledge.Tables;

/// <summary>The tables of one folder, or of two: those that ship, and a user's, whose rows are added or take the place of rows with the same key.</summary>
/// <param name="folder">The folder with every table.</param>
/// <param name="added">A folder with some tables of the same names and columns; null where there is none.</param>
internal sealed class TableSet(string folder, string? added)
{
    /// <summary>How many rows of added tables are new.</summary>
    internal int NewRows { get; private set; }

    /// <summary>How many rows of added tables took another's place.</summary>
    internal int ReplacedRows { get; private set; }

    /// <exception cref="LexiconException">A table is missing or wrong, or two of its rows have one key.</exception>
    internal Table Read(TableSchema schema)
    {
        var table = Table.Read(folder, schema);
        var keys = Keys(table, schema);
        if (added is null || !File.Exists(Path.Combine(added, schema.File))) return table;

        var other = Table.ReadAdded(added, schema);
        Keys(other, schema);
        var rows = table.Rows.ToList();
        foreach (var row in other.Rows)
        {
            if (keys.TryGetValue(Key(row, schema), out var at))
            {
                rows[at] = row;
                ReplacedRows++;
            }
            else
            {
                rows.Add(row);
                NewRows++;
            }
        }
        return table.With(rows, other.Checked);
    }

    /// <summary>That each table of the added folder is one that Demarche knows; call before reading.</summary>
    /// <exception cref="LexiconException">The folder is missing, holds no table, or one under an unknown name.</exception>
    internal void CheckAdded()
    {
        if (added is not null) CheckFolder(added);
    }

    /// <inheritdoc cref="CheckAdded"/>
    internal static void CheckFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new LexiconException(folder, 0, 0, TableMessages.NoFolder());
        var names = Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).ToArray();
        if (names.Length == 0) throw new LexiconException(folder, 0, 0, TableMessages.NoTables());
        foreach (var path in names)
            if (!Array.Exists(TableSchema.All, schema => schema.File == Path.GetFileName(path)))
                throw new LexiconException(path, 0, 0, TableMessages.UnknownTable(string.Join(", ", TableSchema.All.Select(schema => schema.File))));
    }

    /// <summary>The rows of one folder's table, in its order, by their keys; none where the table is missing.</summary>
    internal static Dictionary<string, TableRow> ReadByKey(string folder, TableSchema schema)
    {
        if (!File.Exists(Path.Combine(folder, schema.File))) return [];
        var table = Table.ReadAdded(folder, schema);
        return Keys(table, schema).ToDictionary(pair => pair.Key, pair => table.Rows[pair.Value], StringComparer.Ordinal);
    }

    /// <summary>Tells one state of all tables, and of this program, from another.</summary>
    internal string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(TableSet).Module.ModuleVersionId.ToByteArray());
        foreach (var path in TableSchema.All.SelectMany(schema => new[] { Path.Combine(folder, schema.File), added is null ? "" : Path.Combine(added, schema.File) }))
        {
            // The length parts one table from the next; a table that is not there differs from an empty one.
            var bytes = File.Exists(path) ? Table.Bytes(path) : null;
            hash.AppendData(BitConverter.GetBytes(bytes?.Length ?? -1));
            hash.AppendData(bytes ?? []);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Where each key stands among the rows.</summary>
    private static Dictionary<string, int> Keys(Table table, TableSchema schema)
    {
        var keys = new Dictionary<string, int>(table.Rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (!keys.TryAdd(Key(row, schema), i)) throw row.Wrong(schema.Key[0], TableMessages.Duplicate(schema.KeyOf(row), table.Rows[keys[Key(row, schema)]].Line));
        }
        return keys;
    }

    private static string Key(TableRow row, TableSchema schema) => schema.Key is [var only] ? row.Text(only) : string.Join('\t', schema.Key.Select(row.Text));
}
