namespace Demarche.Coding;

/// <summary>Turns an entity into the actor code of CAMEO, for comparison with data sets that have those.</summary>
/// <remarks>
/// Gerner, Schrodt and Yilmaz, CAMEO 1.1b3 (2012), chapter 3: a state or kind of body first, then domestic roles of three letters, the wider before the narrower.
/// PLOVER's sectors are CAMEO's but for those of <see cref="Roles"/>. Bodies that CAMEO has no code for are <c>IGO</c> with their own code here.
/// </remarks>
public static class CameoActor
{
    private const int MostRoles = 2;

    // Where PLOVER's letters mean something else in CAMEO, or nothing.
    private static readonly Dictionary<string, string?> Roles = new(StringComparer.Ordinal)
    {
        ["MED"] = "HLH", ["JRN"] = "MED", ["IGO"] = null, ["PRM"] = "ELI", ["SOC"] = "CVL", ["UNK"] = null,
    };

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["UNO"] = "IGOUNO", ["EUR"] = "IGOEUREEC", ["NATO"] = "IGOWSTNAT", ["ARL"] = "IGOMEAARL", ["ASN"] = "IGOSEAASN", ["OAS"] = "IGOOAS", ["OIC"] = "IGOMOSOIC", ["IMF"] = "IGOBUSIMF",
        ["WBK"] = "IGOUNODEVWBK", ["ICC"] = "IGOJUDICC", ["CIS"] = "IGOCASCIS", ["G7"] = "IGOGOS", ["AFU"] = "IGOAFU", ["CSTO"] = "IGOCST", ["G20"] = "IGOGTW", ["GCC"] = "IGOGCC",
        ["OSCE"] = "IGOOSC", ["SCO"] = "IGOSCO", ["WTO"] = "IGOWTO", ["IGO"] = "IGO", ["NGO"] = "NGO", ["MNC"] = "MNC",
    };

    /// <returns>Such as <c>USAGOV</c>, <c>IGOUNO</c>, <c>REB</c> (rebels of no known state); empty where nothing is known.</returns>
    public static string Code(CodedEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var code = entity.Country is not { } country ? "" : Bodies.GetValueOrDefault(country, country);
        var roles = 0;
        foreach (var sector in entity.Sectors)
        {
            var role = Roles.TryGetValue(sector, out var other) ? other : sector;
            if (role is null || roles == MostRoles || code.Contains(role, StringComparison.Ordinal))
                continue;
            code += role;
            roles++;
        }
        return code;
    }
}
