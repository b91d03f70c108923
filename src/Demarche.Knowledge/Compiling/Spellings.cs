using Demarche.Knowledge.Names;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>spellings.tsv: given names and endings that reports spell in several ways.</summary>
internal sealed class Spellings
{
    // More spellings of one name than any report uses, yet enough for two words of four spellings each.
    private const int Most = 16;

    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);
    private readonly List<string[]> _endings = [];

    internal Spellings(TableSet tables)
    {
        foreach (var row in tables.Read(TableSchema.Spellings).Rows)
        {
            string[] all = [row.Needed(0), .. row.List(1)];
            if (all[0][0] == '-') _endings.Add([.. all.Select(ending => ending[1..]).OrderByDescending(ending => ending.Length)]);
            else foreach (var word in all) _words.TryAdd(NameUnits.Written(word), all);
        }
    }

    /// <summary>Schröder as Schroeder: what typewriters and wires made of German and Turkish umlauts.</summary>
    /// <returns>Null for a name without umlauts.</returns>
    internal static string? WithoutUmlauts(string name) => name.AsSpan().ContainsAny('ä', 'ö', 'ü')
        ? name.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
        : null;

    /// <returns>The other spellings of a name, without the name itself.</returns>
    internal IEnumerable<string> Others(string name)
    {
        var spellings = new List<string> { "" };
        foreach (var word in name.Split(' '))
        {
            var next = new List<string>();
            foreach (var beginning in spellings)
                foreach (var spelling in OfWord(word))
                    if (next.Count < Most) next.Add(beginning.Length == 0 ? spelling : $"{beginning} {spelling}");
            spellings = next;
        }
        return spellings.Where(spelling => spelling != name);
    }

    /// <returns>The other spellings of a surname: by its ending only, for Mohamud is not Mohammed there.</returns>
    internal IEnumerable<string> OthersOfSurname(string surname)
    {
        foreach (var endings in _endings)
        {
            if (Array.Find(endings, ending => surname.Length > ending.Length + 2 && surname.EndsWith(ending, StringComparison.Ordinal)) is not { } own) continue;
            foreach (var ending in endings)
                if (ending != own) yield return surname[..^own.Length] + ending;
            yield break;
        }
    }

    private IEnumerable<string> OfWord(string word) =>
        _words.TryGetValue(NameUnits.Written(word), out var all) ? all.Where(other => other != word).Prepend(word) : OthersOfSurname(word).Prepend(word);
}
