using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Importing;

/// <summary>A CAMEO actor code taken apart: <c>USAGOVMIL</c> is USA, GOV, MIL; <c>IGOUNO</c> is UNO, IGO.</summary>
/// <param name="Country">A state or body; null where the code names none.</param>
/// <param name="Sectors">Known sectors, in the order of the code.</param>
/// <param name="Unknown">Parts that are neither.</param>
internal sealed record ActorCode(string? Country, IReadOnlyList<string> Sectors, IReadOnlyList<string> Unknown)
{
    private const int PartLength = 3;

    internal static ActorCode Of(string code, KnownCodes codes)
    {
        var parts = code.Chunk(PartLength).Select(part => new string(part)).ToList();
        var sectors = new List<string>();
        var unknown = new List<string>();
        string? country = null;
        for (var i = 0; i < parts.Count; i++)
        {
            // "IGOUNO" is the kind of body, then the body.
            var isKind = i == 0 && parts.Count > 1 && codes.IsSector(parts[0]) && codes.IsCountry(parts[1]);
            if (!isKind && country is null && i < 2 && codes.IsCountry(parts[i]))
            {
                country = parts[i];
                if (codes.IsSector(parts[i])) sectors.Add(parts[i]);
            }
            else if (codes.IsSector(parts[i]))
            {
                if (!sectors.Contains(parts[i])) sectors.Add(parts[i]);
            }
            else
            {
                unknown.Add(parts[i]);
            }
        }
        return new(country, sectors, unknown);
    }
}
