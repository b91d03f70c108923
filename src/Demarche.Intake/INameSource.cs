namespace Demarche.Intake;

/// <summary>What intake asks of the knowledge about names.</summary>
internal interface INameSource
{
    /// <returns>The outlet's name, or null where the name or internet domain is not known.</returns>
    string? Outlet(string nameOrDomain);

    /// <returns>The agency's name, or null.</returns>
    string? Agency(string name);

    /// <returns>Whether a place of that name is known, and its country as ISO 3166-1 alpha-3 where one is most likely.</returns>
    (bool Known, string? Country) Place(string name);
}

/// <summary>Knows nothing: what intake works with when no knowledge was given.</summary>
internal sealed class NoNames : INameSource
{
    internal static readonly NoNames Instance = new();

    public string? Outlet(string nameOrDomain) => null;

    public string? Agency(string name) => null;

    public (bool Known, string? Country) Place(string name) => (false, null);
}
