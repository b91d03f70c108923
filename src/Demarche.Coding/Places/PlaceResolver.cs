using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Says which place each name of a report means.</summary>
/// <remarks>
/// Names are read twice: first by what the report names, then also by what the other names were found to mean, so that a
/// town lies where the report's other towns lie, and a name that was told apart once keeps its sense. A score is the
/// logarithm of the inhabitants and what speaks for the place; steps were chosen by the order of the cases in their comments.
/// </remarks>
internal sealed class PlaceResolver
{
    /// <summary>What a state's being named can add to a place in it: less than the difference between a metropolis and a town of the same name.</summary>
    private const double MostForState = 2.0;

    /// <summary>What other places in the same state can add: with its name, still less than a metropolis has over a town of its name.</summary>
    private const double MostForOtherPlaces = 0.75;

    private readonly ReportEntities _report;
    private readonly PlaceContext _context;
    private readonly Dictionary<Mention, KnowledgeEntry> _places = [];

    private PlaceResolver(ReportEntities report)
    {
        _report = report;
        _context = new(report);
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
            if (signs.IsQualified(place) || signs.FollowsTown(place) && !mention.Candidates.Any(other => IsTownOf(other.Entry, place, text)))
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
            if (candidate.Entry.Kind is not (EntryKind.Place or EntryKind.Dispute or EntryKind.Country) || candidate.Form is NameForm.Adjective or NameForm.Demonym)
                continue;
            var score = OfName(mention, candidate, text) + OfWords(candidate.Entry, signs) + OfReport(mention, candidate.Entry, text);
            if (again)
                score += OfOtherPlaces(mention, candidate.Entry, text, signs);
            if (score > bestScore)
                (best, bestScore) = (candidate.Entry, score);
        }
        return best;
    }

    // What the name means where nothing else is known.
    private double OfName(Mention mention, NameCandidate candidate, string text)
    {
        var entry = candidate.Entry;
        if (entry.Kind == EntryKind.Country)
            return OfState(candidate, text);
        var score = Math.Log10(entry.Population + 10.0) + Prominence(entry);
        // "New York" is the city before the state, though fewer people live in it; Valencia heads its region in Spain, not in Venezuela.
        if (mention.Candidates.Any(other => other.Entry.Type == "admin1" && IsTownOf(entry, other.Entry, text)))
            score += 2;
        if (entry.Type == "admin1" && mention.Candidates.Any(other => IsTownOf(other.Entry, entry, text)))
            score -= 5;
        // "Aleppo" is a short name of the Aleppo Governorate, and the full one of the city.
        if (entry.Type == "admin1" && entry.Name != text)
            score -= 1.5;
        // A capital's name means the capital, if the report does not speak of a state with another large bearer and not of the capital's.
        if (entry.Type == "city" && mention.Candidates[0].Form == NameForm.Capital && entry.Country == mention.Candidates[0].Entry.Country)
            score += IsOutOfContext(mention, entry, text) ? 2 : 5;
        // "Pittsburgh" is another spelling of Pittsburg, California, and the name of Pittsburgh, Pennsylvania.
        else if (entry.Type == "city" && entry.Name != text && mention.Candidates.Any(other => other.Entry.Type == "city" && other.Entry.Name == text))
            score -= 2;
        return score;
    }

    // A capital's name stands on the map for the city; a part's name that also stands for the whole ("England") for the part; a state that is gone for its heir.
    private double OfState(NameCandidate candidate, string text)
    {
        if (candidate.Form == NameForm.Capital)
            return -100;
        var gone = candidate.Entry.End is { } end && !(_report.Day <= end);
        return (candidate.Form == NameForm.Name && candidate.Entry.Name != text ? 8 : 12) - (gone ? 6 : 0);
    }

    private static double OfWords(KnowledgeEntry entry, PlaceSigns signs)
    {
        var score = 0.0;
        if (signs.IsQualified(entry))
            score += 8;
        if (signs.FollowsTown(entry))
            score += 10;
        if (signs.IsCalledUnit && IsUnit(entry))
            score += 4;
        if (signs.IsCalledTown && entry.Type == "city")
            score += 3;
        return score;
    }

    private double OfReport(Mention mention, KnowledgeEntry entry, string text)
    {
        var named = _context.Named(entry.Country, text);
        var score = named == 0 ? 0 : Math.Min(MostForState, 0.5 + (0.5 * named));
        // "Georgia" in a report on the United States may still be the state.
        if (entry.Type == "admin1" && mention.Candidates[0].Entry.Kind == EntryKind.Country)
            score /= 2;
        return score + (_context.NamesRegionOf(entry) ? 3 : 0);
    }

    private double OfOtherPlaces(Mention mention, KnowledgeEntry entry, string text, PlaceSigns signs)
    {
        var score = _context.IsSettled(text, entry) ? 6.0 : 0.0;
        if (entry.Kind == EntryKind.Country || mention.Candidates[0].Entry.Kind != EntryKind.Country)
            score += Math.Min(MostForOtherPlaces, 0.75 * _context.PlacesIn(entry.Country, text));
        if (entry.Type == "admin1" && _context.HasTownIn(entry, text))
            score += 3;
        if (entry.Type is "city" or "county" && _context.HasTownNear(entry, text))
            score += 1.5;
        // "Ohio, Washington and Texas": what is enumerated is of one kind.
        if (IsUnit(entry) && signs.Neighbours().Any(near => _places.TryGetValue(near, out var place) && IsUnit(place) && place.Country == entry.Country))
            score += 4;
        return score;
    }

    private bool IsOutOfContext(Mention mention, KnowledgeEntry capital, string text) =>
        _context.Named(capital.Country, text) == 0 &&
        mention.Candidates.Any(other => other.Entry.Kind == EntryKind.Place && other.Entry.Country != capital.Country &&
            other.Entry.Population >= capital.Population / 6 && _context.Named(other.Entry.Country, text) > 0);

    // Whether the words are the full name of a town in the unit, too.
    private static bool IsTownOf(KnowledgeEntry town, KnowledgeEntry unit, string text) =>
        town.Type == "city" && town.Country == unit.Country && town.Region == unit.Name && town.Name == text;

    private static bool IsUnit(KnowledgeEntry entry) => entry.Type is "admin1" or "county";

    private static double Prominence(KnowledgeEntry entry) => entry.Kind == EntryKind.Dispute ? 3 : entry.Type switch
    {
        "continent" or "ocean" => 9,
        "county" => 5,
        "sea" or "strait" or "gulf" or "bay" or "peninsula" or "river" or "lake" or "desert" => 4,
        "region" => 3,
        "admin1" or "island" or "islands" or "mountain" or "mountains" => 2.5,
        _ => 0,
    };

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
