using Demarche.Intake.Tables;

namespace Demarche.Intake.Cleaning;

/// <summary>The news agencies that bylines, datelines and sign-offs name (data/intake/agencies.tsv).</summary>
internal sealed class AgencyNames
{
    // Shorter aliases are words or other names unless written in capitals: "AP", "Pa", "Uni".
    private const int ShortestInAnyCase = 4;

    private readonly Dictionary<string, string> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly INameSource _names;

    internal AgencyNames(Table table, INameSource names)
    {
        _names = names;
        foreach (var row in table.Rows)
        {
            var name = row["name"];
            foreach (var alias in row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(name))
            {
                if (!(alias.Length < ShortestInAnyCase ? _exact : _anyCase).TryAdd(alias, name) && Find(alias) != name)
                {
                    throw row.Wrong("aliases", $"each alias once; '{alias}' is also an alias of {Find(alias)}");
                }
            }
        }
    }

    /// <returns>The agency's name as the record carries it, or null.</returns>
    internal string? Find(string words) => FindListed(words) ?? (words.Trim().Length >= ShortestInAnyCase ? _names.Agency(words.Trim()) : null);

    private string? FindListed(string words)
    {
        var key = words.Trim().TrimEnd('.');
        return _exact.TryGetValue(key, out var name) || _anyCase.TryGetValue(key, out name) ? name : null;
    }
}
