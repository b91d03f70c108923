using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Finds rows that lead back to themselves by way of others: a state that is its successor's successor.</summary>
internal static class Loops
{
    /// <param name="keyColumn">What other rows call a row.</param>
    /// <param name="nextColumn">Which row a row leads to; a field that is empty, or no key, leads nowhere.</param>
    /// <exception cref="LexiconException">A row leads back to itself.</exception>
    internal static void Check(Table table, int keyColumn, int nextColumn)
    {
        var next = table.Rows.ToDictionary(row => row.Text(keyColumn), row => row.Text(nextColumn), StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            List<string> way = [row.Text(keyColumn)];
            // A loop that does not come by here is reported at one of its own rows.
            while (next.TryGetValue(way[^1], out var following) && following.Length > 0 && !way.Skip(1).Contains(following))
            {
                way.Add(following);
                if (following == way[0]) throw row.Wrong(nextColumn, TableMessages.LeadsBack(way[0], string.Join(", ", way)));
            }
        }
    }
}
