using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Gives people of whom no word tells it the country of those who govern, judge or oppose them: "Hong Kong police besieged a university", "critics accused Corbyn".</summary>
internal static class SharedCountries
{
    /// <summary>Sectors whose bearers deal with their own people, unless the sentence names another state.</summary>
    private static readonly string[] Domestic = ["COP", "JUD", "LEG", "PTY", "ELI", "OPP"];

    internal static void Give(KnowledgeBase knowledge, ReportEntities report, IEnumerable<EventCandidate> events)
    {
        foreach (var candidate in events)
        {
            Give(knowledge, report, candidate.Graph, candidate.Actor, candidate.Recipient);
            Give(knowledge, report, candidate.Graph, candidate.Recipient, candidate.Actor);
        }
    }

    private static void Give(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, List<Argument> to, List<Argument> from)
    {
        if (!to.Exists(argument => IsHomeless(report, graph, argument)) || CountryOf(knowledge, from) is not { } country || NamesOther(report, graph, country))
            return;
        foreach (var argument in to)
        {
            if (!IsHomeless(report, graph, argument))
                continue;
            argument.Entity.Country = country;
            argument.Entity.Resolution = $"{argument.Entity.Resolution}; its country is taken to be {country}, that of the other side";
        }
    }

    private static bool IsHomeless(ReportEntities report, SentenceGraph graph, Argument argument) =>
        argument is { IsActor: true, Entity: { Country: null, Known: null, Kind: EntityKind.Group or EntityKind.Person or EntityKind.Organisation } entity }
        && !entity.Mentions.Exists(mention => mention.Form == MentionForm.Name) && !entity.Sectors.Exists(sector => sector is "IGO" or "NGO" or "REB" or "MIL" or "REF")
        && !Nationality.HasAny(graph, argument.Head) && Nationality.MayBeOfHere(report, graph, argument.Head);

    // The one state of a side that has people with a domestic sector; a state as such acts on foreigners.
    private static string? CountryOf(KnowledgeBase knowledge, List<Argument> side)
    {
        string? country = null;
        foreach (var argument in side)
        {
            if (argument.Entity.Country is not { } code || knowledge.Country(code) is null || country is not null && country != code)
                return null;
            country = code;
        }
        return side.Exists(argument => argument.Entity.Kind != EntityKind.Country && argument.Entity.Sectors.Exists(sector => Array.IndexOf(Domestic, sector) >= 0)) ? country : null;
    }

    private static bool NamesOther(ReportEntities report, SentenceGraph graph, string country)
    {
        foreach (var mention in report.Mentions[graph.Sentence.Index])
        {
            if (mention.Form == MentionForm.Name && (mention.Entity?.Country ?? mention.Place?.Country ?? (mention.Candidates.Count > 0 ? mention.Candidates[0].Entry.Country : null)) is { } other && other != country)
                return true;
        }
        return false;
    }
}
