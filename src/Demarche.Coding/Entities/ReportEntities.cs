using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>All that one report names, and where: filled sentence by sentence, in the order of reading.</summary>
internal sealed class ReportEntities
{
    /// <summary>How many sentences a description may lie behind what it leads back to.</summary>
    internal const int MaxSentences = 6;

    private readonly Dictionary<string, EntityDraft> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityDraft> _byInitials = new(StringComparer.Ordinal);
    private readonly HashSet<EntityDraft> _known = [];
    private readonly List<Seen> _seen = [];
    private readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _affairs = new(StringComparer.Ordinal);

    /// <summary>An entity as it stood at a word: what a pronoun may lead back to.</summary>
    internal readonly record struct Seen(EntityDraft Entity, int Sentence, int Paragraph, int Token, bool IsSubject);

    internal required IReadOnlyList<SentenceGraph> Graphs { get; init; }

    internal required DateOnly? Day { get; init; }

    /// <summary>Mentions of each sentence, in the order of the text.</summary>
    internal List<List<Mention>> Mentions { get; } = [];

    internal List<EntityDraft> All { get; } = [];

    internal IReadOnlyList<Seen> History => _seen;

    /// <summary>Offices that the report gives to people who, by the tables, did not hold them on its day; each once.</summary>
    internal List<(EntityDraft Person, string Called, KnowledgeEntry Holder)> Disagreements { get; } = [];

    /// <summary>The states that the report names anywhere.</summary>
    internal IEnumerable<string> NamedCountries => _countries.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether the report names a state anywhere, before or after.</summary>
    internal bool Names(string country) => _countries.ContainsKey(country);

    /// <summary>The state whose affairs the report tells: two thirds of its words for states are for this one, and at least three; or three quarters of its words for states, places, bodies and people, and at least four; null where there is none.</summary>
    internal string? Home => MostOf(_countries, 3, 2.0 / 3) ?? MostOf(_affairs, 4, 0.75);

    /// <summary>The state in which the report was written, as its dateline tells; null where it tells none.</summary>
    internal string? WrittenIn { get; init; }

    /// <summary>The state whose government issued the report as its own; null for reports of others.</summary>
    internal string? Issuer { get; init; }

    /// <summary>How often the report names a state, before or after.</summary>
    internal int CountOf(string country) => _countries.GetValueOrDefault(country);

    private static string? MostOf(Dictionary<string, int> counts, int least, double share)
    {
        foreach (var (country, count) in counts)
        {
            if (count >= least && count >= share * counts.Values.Sum())
                return country;
        }
        return null;
    }

    internal void Add(List<Mention> mentions)
    {
        Mentions.Add(mentions);
        foreach (var mention in mentions)
        {
            if (mention.Candidates is not [{ Entry: { Country: { } country, Kind: var kind, Sectors: var sectors }, Form: var form }, ..] || sectors.Contains("IGO") || sectors.Contains("NGO"))
                continue;
            if (kind is EntryKind.Country or EntryKind.Metonym)
                _countries[country] = _countries.GetValueOrDefault(country) + 1;
            if (kind is EntryKind.Country or EntryKind.Metonym or EntryKind.Place or EntryKind.Organisation or EntryKind.Party || kind == EntryKind.Person && form == NameForm.Name)
                _affairs[country] = _affairs.GetValueOrDefault(country) + 1;
        }
    }

    /// <summary>The body named last whose name has these initials.</summary>
    internal EntityDraft? FindByInitials(string initials) => _byInitials.GetValueOrDefault(initials);

    internal EntityDraft? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Adds an entity that was made outside the table, once.</summary>
    internal void Add(EntityDraft entity)
    {
        if (!_known.Add(entity))
            return;
        All.Add(entity);
        if (Acronyms.InitialsOf(entity) is { } initials)
            _byInitials[initials] = entity;
    }

    internal EntityDraft GetOrAdd(string key, Func<EntityDraft> create)
    {
        if (_byKey.TryGetValue(key, out var found))
            return found;
        var made = create();
        Add(made);
        _byKey.Add(key, made);
        return made;
    }

    internal EntityDraft Country(KnowledgeEntry country) => GetOrAdd("country:" + country.Country, () => new EntityDraft
    {
        Kind = EntityKind.Country,
        Name = country.Name,
        Country = country.Country,
        Known = country,
        Resolution = $"'{country.Name}' is a country of the knowledge base",
    });

    /// <summary>Whoever was called by the same noun before: "the police", after "Serbian police"; null for nouns that tell whose they are.</summary>
    internal EntityDraft? CalledBefore(SentenceGraph graph, int head)
    {
        if (Nationality.HasAny(graph, head))
            return null;
        for (var i = _seen.Count - 1; i >= 0 && graph.Sentence.Index - _seen[i].Sentence <= MaxSentences; i--)
        {
            if (_seen[i].Entity.Called.Contains(graph.Lemma(head)) && (_seen[i].Sentence < graph.Sentence.Index || _seen[i].Token < head))
                return _seen[i].Entity;
        }
        return null;
    }

    internal void See(EntityDraft entity, SentenceGraph graph, int token, bool isSubject) =>
        _seen.Add(new(entity, graph.Sentence.Index, graph.Sentence.Paragraph, token, isSubject));

    /// <summary>The mention that a token belongs to; null when there is none.</summary>
    internal Mention? MentionAt(int sentence, int token)
    {
        foreach (var mention in Mentions[sentence])
        {
            if (mention.Covers(token))
                return mention;
        }
        return null;
    }
}
