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

    /// <summary>Whether the report names a state, a place, a body or one of the people of a state anywhere.</summary>
    internal bool Concerns(string country) => _affairs.ContainsKey(country);

    /// <summary>How often the report names a state, a place, a body or one of the people of a state.</summary>
    internal int AffairsOf(string country) => _affairs.GetValueOrDefault(country);

    /// <summary>The state whose affairs the report tells: two thirds of its words for states are for this one, and at least three; or three quarters of its words for states, places, bodies and people, and at least four, or three fifths of ten; null where there is none.</summary>
    internal string? Home => MostOf(_countries, 3, 2.0 / 3) ?? MostOf(_affairs, 4, 0.75) ?? MostOf(_affairs, 10, 0.6);

    /// <summary>The state in which the report was written, as its dateline tells; null where it tells none.</summary>
    internal string? WrittenIn { get; init; }

    /// <summary>The state whose government issued the report as its own; null for reports of others.</summary>
    internal string? Issuer { get; init; }

    /// <summary>How often the report names a state, before or after.</summary>
    internal int CountOf(string country) => _countries.GetValueOrDefault(country);

    /// <summary>What a mention weighs for the setting after each further sentence.</summary>
    /// <value>0.7, and three fifths of all weight: the best of 0.5 to 0.85 and of a half to three quarters on the passages of data/examples.</value>
    private const double SettingDecay = 0.7, SettingShare = 0.6;

    /// <summary>The state of which a sentence and those before it tell: most of what they name is its, the later and the more a place the more; null where they tell of several.</summary>
    /// <param name="least">How much has to be named: 1 for a state in the same sentence.</param>
    internal string? Setting(int sentence, double least = 1)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = _seen.Count - 1; i >= 0 && sentence - _seen[i].Sentence <= MaxSentences; i--)
        {
            if (_seen[i].Entity is { Country: { } country } entity && !entity.Sectors.Contains("IGO") && !entity.Sectors.Contains("NGO"))
                weights[country] = weights.GetValueOrDefault(country) + Math.Pow(SettingDecay, sentence - _seen[i].Sentence) * (entity.Kind == EntityKind.Place ? 2 : 1);
        }
        foreach (var mention in Mentions[sentence])
        {
            if (mention.Entity is null && mention is { Form: MentionForm.Name, Candidates: [{ Entry: { Country: { } country, Kind: EntryKind.Country or EntryKind.Place or EntryKind.Metonym } }, ..] })
                weights[country] = weights.GetValueOrDefault(country) + 1;
        }
        var all = weights.Values.Sum();
        foreach (var (country, weight) in weights)
        {
            if (weight >= least && weight >= SettingShare * all)
                return country;
        }
        return null;
    }

    private static string? MostOf(Dictionary<string, int> counts, int least, double share)
    {
        var all = counts.Values.Sum();
        foreach (var (country, count) in counts)
        {
            if (count >= least && count >= share * all)
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
            // "Democrats" may be those of several states, "Progressives" of no party at all.
            if (kind == EntryKind.Party && (mention.Candidates.Any(candidate => candidate.Entry.Country != country) || mention.First == mention.Last && Graphs[mention.Sentence].Tokens[mention.Last].PennTag is "NNPS" or "NNS"))
                continue;
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
