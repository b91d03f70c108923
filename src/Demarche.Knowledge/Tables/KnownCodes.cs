namespace Demarche.Knowledge.Tables;

/// <summary>The codes that rows may use: states and organisations, sectors, roles.</summary>
internal sealed class KnownCodes
{
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _organisations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sectors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _singleRoles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _roleWeights = new(StringComparer.Ordinal);

    internal KnownCodes(Table countries, Table codes, Table sectors, Table roles)
    {
        foreach (var row in countries.Rows) _countries.Add(row.Needed(0));
        foreach (var row in codes.Rows) _organisations.Add(row.Needed(0));
        foreach (var row in sectors.Rows) _sectors.Add(row.Needed(0));
        foreach (var row in roles.Rows)
        {
            _roleWeights[row.Needed(0)] = row.Count(2);
            if (row.OneOf(3, "", "one").Length > 0) _singleRoles.Add(row.Text(0));
        }
    }

    internal bool IsCountry(string code) => _countries.Contains(code) || _organisations.Contains(code);

    internal bool IsOrganisation(string code) => _organisations.Contains(code);

    internal bool IsSector(string code) => _sectors.Contains(code);

    internal bool IsRole(string code) => _roleWeights.ContainsKey(code);

    /// <summary>Whether a body has one holder of such an office at a time.</summary>
    internal bool IsSingle(string role) => _singleRoles.Contains(role);

    /// <summary>How likely the news means a holder of the role when people share a name: 0 to 100.</summary>
    internal int Weight(string role) => _roleWeights[role];
}
