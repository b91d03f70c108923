using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Says which place each name of a report means.</summary>
/// <remarks>
/// Names are read twice: first by what the report names, then also by what the other names were found to mean, so that a
/// town lies where the report's other towns lie, and a name that was told apart once keeps its sense. Of several places the
/// one with the highest <see cref="PlaceScore"/> is meant, to which the words around the name add.
/// </remarks>
internal sealed class PlaceResolver
{
    private readonly ReportEntities _report;
    private readonly PlaceContext _context;
    private readonly PlaceScore _score;
    private readonly Dictionary<Mention, KnowledgeEntry> _places = [];

    private PlaceResolver(ReportEntities report)
    {
        _report = report;
        _context = new(report.Graphs.SelectMany(graph => report.Mentions[graph.Sentence.Index].Select(mention => (mention.Candidates, graph.TextOf(graph.SpanOf(mention.First, mention.Last))))));
        _score = new(_context, report.Day);
    }

    internal static PlaceResolver Read(ReportEntities report)
    {
        var resolver = new PlaceResolver(report);
        resolver.ResolveAll(again: false);
        resolver.ResolveAll(again: true);
        return resolver;
    }

    /// <summary>All places that are named, in the order of the text.</summary>
    internal List<CodedPlace> All()
    {
        var places = new List<CodedPlace>();
        foreach (var (graph, mention) in Mentions())
        {
            if (_places.TryGetValue(mention, out var place))
                places.Add(Coded(graph, mention, place));
        }
        return places;
    }

    private IEnumerable<(SentenceGraph Graph, Mention Mention)> Mentions()
    {
        foreach (var graph in _report.Graphs)
        {
            foreach (var mention in _report.Mentions[graph.Sentence.Index])
            {
                if (mention is { Place: not null, Entity: not { IsPerson: true } })
                    yield return (graph, mention);
            }
        }
    }

    private void ResolveAll(bool again)
    {
        var found = new List<(Mention Mention, string Text, KnowledgeEntry Place)>();
        foreach (var (graph, mention) in Mentions())
        {
            var signs = new PlaceSigns(_report, graph, mention);
            var text = graph.TextOf(graph.SpanOf(mention.First, mention.Last));
            if (Best(mention, text, signs, again) is not { } place)
                continue;
            found.Add((mention, text, place));
            // A state's town in its name would be lost if the state settled it: "Buffalo, New York" leaves New York alone.
            if (signs.IsQualified(place) || signs.FollowsTown(place) && !mention.Candidates.Any(other => PlaceScore.IsTownOf(other.Entry, place, text)))
                _context.Settle(text, place);
        }
        foreach (var (mention, _, place) in found)
            _places[mention] = place;
        _context.Resolve(found.Select(pair => (pair.Text, pair.Place)));
    }

    private KnowledgeEntry? Best(Mention mention, string text, PlaceSigns signs, bool again)
    {
        KnowledgeEntry? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var candidate in mention.Candidates)
        {
            if (!PlaceScore.IsPlace(candidate))
                continue;
            var score = _score.Of(mention.Candidates, candidate, text, again) + OfWords(candidate.Entry, signs) + (again ? OfNeighbours(candidate.Entry, signs) : 0);
            if (score > bestScore)
                (best, bestScore) = (candidate.Entry, score);
        }
        return best;
    }

    private static double OfWords(KnowledgeEntry entry, PlaceSigns signs)
    {
        var score = 0.0;
        if (signs.IsQualified(entry))
            score += 8;
        if (signs.FollowsTown(entry))
            score += 10;
        if (signs.IsCalledUnit && PlaceScore.IsUnit(entry))
            score += 4;
        if (signs.IsCalledTown && entry.Type == "city")
            score += 3;
        return score;
    }

    // "Ohio, Washington and Texas": what is enumerated is of one kind.
    private double OfNeighbours(KnowledgeEntry entry, PlaceSigns signs) =>
        PlaceScore.IsUnit(entry) && signs.Neighbours().Any(near => _places.TryGetValue(near, out var place) && PlaceScore.IsUnit(place) && place.Country == entry.Country) ? 4 : 0;

    private static CodedPlace Coded(SentenceGraph graph, Mention mention, KnowledgeEntry place)
    {
        var span = graph.SpanOf(mention.First, mention.Last);
        return new CodedPlace
        {
            Span = span,
            Text = graph.TextOf(span),
            Name = place.Name,
            Country = place.Country,
            Latitude = float.IsNaN(place.Latitude) ? null : Math.Round(place.Latitude, 4),
            Longitude = float.IsNaN(place.Longitude) ? null : Math.Round(place.Longitude, 4),
            Kind = place.Kind switch { EntryKind.Country => "country", EntryKind.Dispute => "disputed", _ => place.Type },
            GeonamesId = place.GeonamesId,
        };
    }

    /// <summary>Where an event happened: the place in a locative phrase of its clause; null when the text does not say.</summary>
    internal CodedPlace? PlaceOf(EventCandidate candidate)
    {
        var graph = candidate.Graph;
        foreach (var predicate in candidate.Anchor == candidate.Trigger ? [candidate.Trigger] : new[] { candidate.Trigger, candidate.Anchor })
        {
            foreach (var child in graph.Children(predicate))
            {
                if (graph.Relation(child) is DependencyRelation.Obl or DependencyRelation.Nmod && IsLocative(graph, child) && PlaceIn(graph, child) is { } place)
                    return place;
            }
        }
        return null;
    }

    private static bool IsLocative(SentenceGraph graph, int phrase) =>
        graph.Joint(phrase) is "in" or "at" or "near" or "off" or "over" or "around" or "outside" or "inside" or "along" or "across" or "into" or "within" or "on" or "to";

    private CodedPlace? PlaceIn(SentenceGraph graph, int phrase)
    {
        if (Place(graph, phrase) is { } named)
            return named;
        foreach (var child in graph.Children(phrase))
        {
            if (graph.Relation(child) is DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.NmodPoss or DependencyRelation.Appos or DependencyRelation.Flat
                && Place(graph, child) is { } inner)
                return inner;
        }
        return null;
    }

    private CodedPlace? Place(SentenceGraph graph, int token) =>
        _report.MentionAt(graph.Sentence.Index, token) is { } mention && _places.TryGetValue(mention, out var place) ? Coded(graph, mention, place) : null;
}
