namespace Demarche.Knowledge;

/// <summary>What of a dictionary could not be turned over.</summary>
/// <param name="File">The dictionary, as it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Problem">A sentence that quotes what was found.</param>
public sealed record ImportFault(string File, int Line, string Problem)
{
    public override string ToString() => $"{File}({Line}): {Problem}";
}
