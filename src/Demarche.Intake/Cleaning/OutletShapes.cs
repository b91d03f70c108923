using Demarche.Intake.Tables;

namespace Demarche.Intake.Cleaning;

/// <summary>Where in an outlet's name a word stands.</summary>
internal enum NamePlace : byte { First, Last }

/// <summary>Tells the name of an outlet or an issuing office by its first or last word (data/intake/outlet-words.tsv).</summary>
internal sealed class OutletShapes
{
    private readonly HashSet<string> _first = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _last = new(StringComparer.OrdinalIgnoreCase);

    internal OutletShapes(Table table)
    {
        foreach (var row in table.Rows)
        {
            if (!(row.Choice<NamePlace>("place") == NamePlace.First ? _first : _last).Add(row["word"]))
            {
                throw row.Wrong("word", "each word once for each place");
            }
        }
    }

    internal bool LooksLikeOne(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length > 1 && words[0].Equals("the", StringComparison.OrdinalIgnoreCase) ? words[1] : words[0];
        return IsLast(words[^1].TrimEnd('.')) || (words.Length > 2 && _first.Contains(first));
    }

    internal bool IsLast(string word) => _last.Contains(word);
}
