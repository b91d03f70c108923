using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>What a report's other names tell about where its places lie.</summary>
/// <param name="Countries">How often each state is named.</param>
/// <param name="Regions">First-level units that are named.</param>
internal sealed record PlaceContext(Dictionary<string, int> Countries, HashSet<(string? Country, string Name)> Regions)
{
    internal static PlaceContext Of(ReportEntities report)
    {
        var context = new PlaceContext(new(StringComparer.Ordinal), []);
        foreach (var sentence in report.Mentions)
        {
            foreach (var mention in sentence)
            {
                if (mention.Candidates is [{ Entry: { Kind: EntryKind.Country or EntryKind.Metonym, Country: { } country } }, ..])
                    context.Countries[country] = context.Countries.GetValueOrDefault(country) + 1;
                foreach (var candidate in mention.Candidates)
                {
                    if (candidate.Entry is { Kind: EntryKind.Place, Type: "admin1" } unit && mention.Candidates[0].Form != NameForm.Capital)
                        context.Regions.Add((unit.Country, unit.Name));
                }
            }
        }
        return context;
    }
}
