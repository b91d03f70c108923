using Demarche.Intake.Tables;

namespace Demarche.Intake.Cleaning;

/// <summary>Where in an outlet's name a word stands, or that it ends the name of a group of writers.</summary>
internal enum NamePlace : byte { First, Last, Team }

/// <summary>Tells the name of an outlet or an issuing office by its first or last word (data/intake/outlet-words.tsv).</summary>
internal sealed class OutletShapes
{
    private readonly HashSet<string> _first = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _last = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _team = new(StringComparer.OrdinalIgnoreCase);

    internal OutletShapes(Table table)
    {
        foreach (var row in table.Rows)
        {
            var words = row.Choice<NamePlace>("place") switch { NamePlace.First => _first, NamePlace.Last => _last, _ => _team };
            if (!words.Add(row["word"]))
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

    /// <summary>Whether a byline that ends so names a desk, not a person: "Harbour Bureau".</summary>
    internal bool IsTeam(string word) => _team.Contains(word);
}
