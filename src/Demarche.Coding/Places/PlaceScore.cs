using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>How well a place fits a name in a report, but for the words around the name.</summary>
/// <remarks>
/// The logarithm of the inhabitants and what speaks for the place; steps were chosen by the order of the cases in their
/// comments. The coder adds what the words around tell (<see cref="PlaceSigns"/>); <see cref="PlaceRanking"/> has no such words.
/// </remarks>
internal sealed class PlaceScore(PlaceContext context, DateOnly? day)
{
    /// <summary>What a state's being named can add to a place in it: less than the difference between a metropolis and a town of the same name.</summary>
    private const double MostForState = 2.0;

    /// <summary>What other places in the same state can add: with its name, still less than a metropolis has over a town of its name.</summary>
    private const double MostForOtherPlaces = 0.75;

    /// <summary>Whether a reading of a name names a place; "Georgian" does not.</summary>
    internal static bool IsPlace(NameCandidate candidate) =>
        candidate.Entry.Kind is EntryKind.Place or EntryKind.Dispute or EntryKind.Country && candidate.Form is not (NameForm.Adjective or NameForm.Demonym);

    /// <summary>The score by the name and by what the report names; with <paramref name="again"/> also by what its other names were found to mean.</summary>
    internal double Of(IReadOnlyList<NameCandidate> candidates, NameCandidate candidate, string text, bool again) =>
        OfName(candidates, candidate, text) + OfReport(candidates, candidate.Entry, text) + (again ? OfOtherPlaces(candidates, candidate.Entry, text) : 0);

    internal static bool IsUnit(KnowledgeEntry entry) => entry.Type is "admin1" or "county";

    /// <summary>Whether the words are the full name of a town in the unit, too.</summary>
    internal static bool IsTownOf(KnowledgeEntry town, KnowledgeEntry unit, string text) =>
        town.Type == "city" && town.Country == unit.Country && town.Region == unit.Name && town.Name == text;

    // What the name means where nothing else is known.
    private double OfName(IReadOnlyList<NameCandidate> candidates, NameCandidate candidate, string text)
    {
        var entry = candidate.Entry;
        if (entry.Kind == EntryKind.Country)
            return OfState(candidate, text);
        var score = Math.Log10(entry.Population + 10.0) + Prominence(entry);
        // "New York" is the city before the state, though fewer people live in it; Valencia heads its region in Spain, not in Venezuela.
        if (candidates.Any(other => other.Entry.Type == "admin1" && IsTownOf(entry, other.Entry, text)))
            score += 2;
        if (entry.Type == "admin1" && candidates.Any(other => IsTownOf(other.Entry, entry, text)))
            score -= 5;
        // "Aleppo" is a short name of the Aleppo Governorate, and the full one of the city.
        if (entry.Type == "admin1" && entry.Name != text)
            score -= 1.5;
        // A capital's name means the capital, if the report does not speak of a state with another large bearer and not of the capital's.
        if (entry.Type == "city" && candidates[0].Form == NameForm.Capital && entry.Country == candidates[0].Entry.Country)
            score += IsOutOfContext(candidates, entry, text) ? 2 : 5;
        // "Pittsburgh" is another spelling of Pittsburg, California, and the name of Pittsburgh, Pennsylvania.
        else if (entry.Type == "city" && entry.Name != text && candidates.Any(other => other.Entry.Type == "city" && other.Entry.Name == text))
            score -= 2;
        return score;
    }

    // A capital's name stands on the map for the city; a part's name that also stands for the whole ("England") for the part; a state that is gone for its heir.
    private double OfState(NameCandidate candidate, string text)
    {
        if (candidate.Form == NameForm.Capital)
            return -100;
        var gone = candidate.Entry.End is { } end && !(day <= end);
        return (candidate.Form == NameForm.Name && candidate.Entry.Name != text ? 8 : 12) - (gone ? 6 : 0);
    }

    private double OfReport(IReadOnlyList<NameCandidate> candidates, KnowledgeEntry entry, string text)
    {
        var named = context.Named(entry.Country, text);
        var score = named == 0 ? 0 : Math.Min(MostForState, 0.5 + (0.5 * named));
        // "Georgia" in a report on the United States may still be the state.
        if (entry.Type == "admin1" && candidates[0].Entry.Kind == EntryKind.Country)
            score /= 2;
        return score + (context.NamesRegionOf(entry) ? 3 : 0);
    }

    private double OfOtherPlaces(IReadOnlyList<NameCandidate> candidates, KnowledgeEntry entry, string text)
    {
        var score = context.IsSettled(text, entry) ? 6.0 : 0.0;
        if (entry.Kind == EntryKind.Country || candidates[0].Entry.Kind != EntryKind.Country)
            score += Math.Min(MostForOtherPlaces, 0.75 * context.PlacesIn(entry.Country, text));
        if (entry.Type == "admin1" && context.HasTownIn(entry, text))
            score += 3;
        if (entry.Type is "city" or "county" && context.HasTownNear(entry, text))
            score += 1.5;
        return score;
    }

    private bool IsOutOfContext(IReadOnlyList<NameCandidate> candidates, KnowledgeEntry capital, string text) =>
        context.Named(capital.Country, text) == 0 &&
        candidates.Any(other => other.Entry.Kind == EntryKind.Place && other.Entry.Country != capital.Country &&
            other.Entry.Population >= capital.Population / 6 && context.Named(other.Entry.Country, text) > 0);

    private static double Prominence(KnowledgeEntry entry) => entry.Kind == EntryKind.Dispute ? 3 : entry.Type switch
    {
        "continent" or "ocean" => 9,
        "county" => 5,
        "sea" or "strait" or "gulf" or "bay" or "peninsula" or "river" or "lake" or "desert" => 4,
        "region" => 3,
        "admin1" or "island" or "islands" or "mountain" or "mountains" => 2.5,
        _ => 0,
    };
}
