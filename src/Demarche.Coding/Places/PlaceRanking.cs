using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>A place that a name may mean, and how well it fits; what fits best is what the coder takes.</summary>
public sealed record RankedPlace(KnowledgeEntry Place, double Score);

/// <summary>Says which places a name may mean, in the order in which the coder prefers them.</summary>
public static class PlaceRanking
{
    /// <summary>Ranks the places under a name as in a report that names nothing else than <paramref name="near"/>.</summary>
    /// <remarks>What only a text can tell ("the city of", "Springfield, Illinois", an enumeration) is not in it. Without a day, states that are gone give way to their heirs.</remarks>
    /// <param name="known">What is known.</param>
    /// <param name="name">The name, as the report writes it.</param>
    /// <param name="near">Other names of the report: states, units, towns.</param>
    /// <param name="day">The report's day.</param>
    /// <returns>Likeliest first; of equals, in the order of the tables. Empty when no place has the name.</returns>
    public static IReadOnlyList<RankedPlace> Rank(KnowledgeBase known, string name, IReadOnlyList<string> near, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(near);
        var named = near.Prepend(name).Select(text => (Text: text, Candidates: known.Readings(text))).Where(reading => reading.Candidates.Count > 0).ToList();
        var context = new PlaceContext(named.Select(reading => (reading.Candidates, reading.Text)));
        var score = new PlaceScore(context, day);
        context.Resolve(named.Select(reading => (reading.Text, Places: Ranked(reading.Text, reading.Candidates, again: false)))
            .Where(reading => reading.Places.Count > 0).Select(reading => (reading.Text, reading.Places[0].Place)));
        return Ranked(name, known.Readings(name), again: true);

        List<RankedPlace> Ranked(string text, IReadOnlyList<NameCandidate> candidates, bool again) =>
            [.. candidates.Where(PlaceScore.IsPlace).Select(candidate => new RankedPlace(candidate.Entry, score.Of(candidates, candidate, text, again)))
                .OrderByDescending(ranked => ranked.Score).DistinctBy(ranked => ranked.Place.Id)];
    }
}
