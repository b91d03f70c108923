using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Says which place a name means: the one in a country that the report speaks of, else the largest.</summary>
internal static class PlaceResolver
{
    /// <summary>What a state's being named can add to a place in it: less than the difference between a metropolis and a town of the same name.</summary>
    private const double MostForCountry = 2.0;

    internal static List<CodedPlace> Resolve(ReportEntities report)
    {
        var context = PlaceContext.Of(report);
        var places = new List<CodedPlace>();
        foreach (var graph in report.Graphs)
        {
            foreach (var mention in report.Mentions[graph.Sentence.Index])
            {
                if (mention.Place is not null && mention.Entity is not { IsPerson: true } && Locate(report, graph, mention, context) is { } place)
                    places.Add(place);
            }
        }
        return places;
    }

    internal static CodedPlace? Locate(ReportEntities report, SentenceGraph graph, Mention mention, PlaceContext context)
    {
        KnowledgeEntry? best = null;
        var bestScore = double.NegativeInfinity;
        var qualifier = Qualifier(report, graph, mention);
        var isCapital = mention.Candidates[0].Form == NameForm.Capital;
        var span = graph.SpanOf(mention.First, mention.Last);
        var text = graph.TextOf(span);
        foreach (var candidate in mention.Candidates)
        {
            var entry = candidate.Entry;
            if (entry.Kind is not (EntryKind.Place or EntryKind.Dispute or EntryKind.Country) || candidate.Form is NameForm.Adjective or NameForm.Demonym)
                continue;
            var score = entry.Kind == EntryKind.Country ? OfCountry(candidate, text) : Math.Log10(entry.Population + 10.0) + Prominence(entry);
            if (entry.Region is { } region && context.Regions.Contains((entry.Country, region)))
                score += 3;
            // A capital's name means the capital, whatever else bears it.
            if (isCapital && entry.Kind == EntryKind.Place && entry.Type == "city" && entry.Country == mention.Candidates[0].Entry.Country)
                score += 12;
            // "New York" is the city before the state, though fewer people live in it.
            if (entry.Type == "city" && entry.Region == entry.Name)
                score += 2;
            // "Aleppo" is a short name of the Aleppo Governorate, and the full one of the city.
            if (entry.Type == "admin1" && entry.Name != text)
                score -= 1.5;
            if (entry.Country is { } country && context.Countries.TryGetValue(country, out var weight))
                score += Math.Min(MostForCountry, 0.7 * weight);
            if (qualifier is not null && (entry.Country == qualifier || entry.Region == qualifier))
                score += 8;
            if (score > bestScore)
                (best, bestScore) = (entry, score);
        }
        if (best is null)
            return null;
        return new CodedPlace
        {
            Span = span,
            Text = text,
            Name = best.Name,
            Country = best.Country,
            Latitude = float.IsNaN(best.Latitude) ? null : Math.Round(best.Latitude, 4),
            Longitude = float.IsNaN(best.Longitude) ? null : Math.Round(best.Longitude, 4),
            Kind = best.Kind switch { EntryKind.Country => "country", EntryKind.Dispute => "disputed", _ => best.Type },
            GeonamesId = best.GeonamesId,
        };
    }

    // A capital's name stands on the map for the city; a part's name that also stands for the whole ("England") for the part.
    private static double OfCountry(NameCandidate candidate, string text) =>
        candidate.Form == NameForm.Capital ? -100 : candidate.Form == NameForm.Name && candidate.Entry.Name != text ? 9 : 12;

    private static double Prominence(KnowledgeEntry entry) => entry.Kind == EntryKind.Dispute ? 3 : entry.Type switch
    {
        "continent" or "ocean" => 9,
        "admin1" or "region" => 3,
        "sea" or "strait" or "gulf" or "bay" or "peninsula" or "river" or "lake" or "desert" => 4,
        "island" or "islands" or "mountain" or "mountains" => 2.5,
        _ => 0,
    };

    // "Moscow, Idaho": the name after a comma tells the state or the region.
    private static string? Qualifier(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        if (mention.Last + 2 >= graph.Tokens.Length || graph.Tokens[mention.Last + 1].Form != ",")
            return null;
        return report.MentionAt(graph.Sentence.Index, mention.Last + 2) is { Candidates.Count: > 0 } next && next.First == mention.Last + 2
            ? next.Candidates[0].Entry.Kind switch
            {
                EntryKind.Country => next.Candidates[0].Entry.Country,
                EntryKind.Place => next.FindCandidate(EntryKind.Place)!.Name,
                _ => null,
            }
            : null;
    }

    /// <summary>Where an event happened: the place in a locative phrase of its clause; null when the text does not say.</summary>
    internal static CodedPlace? PlaceOf(ReportEntities report, EventCandidate candidate, PlaceContext context)
    {
        var graph = candidate.Graph;
        foreach (var predicate in candidate.Anchor == candidate.Trigger ? [candidate.Trigger] : new[] { candidate.Trigger, candidate.Anchor })
        {
            foreach (var child in graph.Children(predicate))
            {
                if (graph.Relation(child) is DependencyRelation.Obl or DependencyRelation.Nmod && IsLocative(graph, child) && PlaceIn(report, graph, child, context) is { } place)
                    return place;
            }
        }
        return null;
    }

    private static bool IsLocative(SentenceGraph graph, int phrase) =>
        graph.Joint(phrase) is "in" or "at" or "near" or "off" or "over" or "around" or "outside" or "inside" or "along" or "across" or "into" or "within" or "on" or "to";

    private static CodedPlace? PlaceIn(ReportEntities report, SentenceGraph graph, int phrase, PlaceContext context)
    {
        if (report.MentionAt(graph.Sentence.Index, phrase) is { Place: not null, Entity: not { IsPerson: true } } mention)
            return Locate(report, graph, mention, context);
        foreach (var child in graph.Children(phrase))
        {
            if (graph.Relation(child) is DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.NmodPoss or DependencyRelation.Appos or DependencyRelation.Flat
                && report.MentionAt(graph.Sentence.Index, child) is { Place: not null, Entity: not { IsPerson: true } } inner)
                return Locate(report, graph, inner, context);
        }
        return null;
    }
}
