using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>What a report's names tell about where its places lie.</summary>
/// <remarks>No name is evidence for itself: "Santa Ana" does not make the department of Santa Ana a topic of the report.</remarks>
internal sealed class PlaceContext
{
    /// <summary>How near a town must lie to another of the report to gain from it.</summary>
    private const double NearKm = 150;

    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<(string State, string Text), int> _statesByText = [];
    private HashSet<(string? State, string Region)> _regions = [];
    private readonly Dictionary<string, KnowledgeEntry> _resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnowledgeEntry> _settled = new(StringComparer.Ordinal);

    /// <param name="names">Every name of the report, as often as it stands there, with what is known under it.</param>
    internal PlaceContext(IEnumerable<(IReadOnlyList<NameCandidate> Candidates, string Text)> names)
    {
        foreach (var (candidates, text) in names)
            Add(candidates, text);
    }

    private void Add(IReadOnlyList<NameCandidate> candidates, string text)
    {
        if (candidates is [{ Entry: { Kind: EntryKind.Country or EntryKind.Metonym, Country: { } state } }, ..])
        {
            _states[state] = _states.GetValueOrDefault(state) + 1;
            _statesByText[(state, text)] = _statesByText.GetValueOrDefault((state, text)) + 1;
        }
        foreach (var candidate in candidates)
        {
            if (candidate.Entry is { Kind: EntryKind.Place, Type: "admin1" } unit && candidates[0].Form != NameForm.Capital)
                _regions.Add((unit.Country, unit.Name));
        }
    }

    /// <summary>Takes note of what the names were found to mean, so that they can gain from one another.</summary>
    internal void Resolve(IEnumerable<(string Text, KnowledgeEntry Place)> places)
    {
        foreach (var (text, place) in places)
            _resolved.TryAdd(text, place);
        // From here on, "New York" names the state only where it means the state.
        _regions = [.. _resolved.Values.Where(place => place.Type == "admin1").Select(unit => (unit.Country, unit.Name))];
    }

    /// <summary>Takes note of a name whose bearer the text itself tells ("Santa Ana, California"): it keeps that sense.</summary>
    internal void Settle(string text, KnowledgeEntry place) => _settled.TryAdd(text, place);

    internal bool IsSettled(string text, KnowledgeEntry place) => _settled.TryGetValue(text, out var settled) && settled.Id == place.Id;

    /// <summary>How often a state is named by other words than these.</summary>
    internal int Named(string? state, string text) =>
        state is null ? 0 : _states.GetValueOrDefault(state) - _statesByText.GetValueOrDefault((state, text));

    /// <summary>Whether the first-level unit in which a place lies is named, by other words than the place.</summary>
    internal bool NamesRegionOf(KnowledgeEntry place) =>
        place.Region is { } region && region != place.Name && _regions.Contains((place.Country, region));

    /// <summary>How many other names of the report mean places in a state.</summary>
    internal int PlacesIn(string? state, string text) =>
        state is null ? 0 : _resolved.Count(pair => pair.Key != text && pair.Value.Kind == EntryKind.Place && pair.Value.Country == state);

    /// <summary>Whether another name of the report means a town in a first-level unit.</summary>
    internal bool HasTownIn(KnowledgeEntry unit, string text) =>
        _resolved.Any(pair => pair.Key != text && pair.Value.Region == unit.Name && pair.Value.Country == unit.Country);

    /// <summary>Whether another name of the report means a town or a county close by.</summary>
    internal bool HasTownNear(KnowledgeEntry place, string text) =>
        _resolved.Any(pair => pair.Key != text && pair.Value.Type is "city" or "county" && Geodesy.DistanceKm(pair.Value, place) < NearKm);
}
