using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Resolves one description: "the Japanese prime minister", "his Russian counterpart", "Iraqi troops", "the ministry".</summary>
internal sealed class Description(KnowledgeBase knowledge, CoreferenceWords words, ReportEntities report, SentenceGraph graph, Mention mention)
{
    internal EntityDraft? Resolve()
    {
        var entry = mention.Candidates[0].Entry;
        var head = mention.Head;
        if (EntityResolver.IsModifier(graph, head) && graph.Relation(head) != DependencyRelation.Flat)
            return null;
        var countries = new List<(string Country, int Token)>();
        Nationality.Of(report, graph, head, countries);
        if (Collectives.Resolve(report, graph, head, words) is { } several)
            return several;
        var plural = graph.Tokens[head].PennTag is "NNS" or "NNPS";
        if (graph.Lemma(head) == "counterpart" && !plural)
            return Counterpart(countries);
        if (!plural && IsOffice(entry) && PersonInOffice(entry, countries) is { } person)
            return person;
        if (!plural && IsDefinite(head) && PersonNamedBefore(entry, countries) is { } named)
            return named;
        var name = graph.TextOf(Phrases.Span(graph, head));
        var sector = entry.Sectors.Length > 0 ? entry.Sectors[0] : null;
        if (countries.Count == 1 && graph.Is(head, WordList.Government) && knowledge.Country(countries[0].Country) is { } state)
        {
            var government = report.Country(state);
            government.AddSector("GOV");
            return government;
        }
        if (countries.Count > 1 && plural)
            return Several(countries, graph.Lemma(head), sector);
        var country = countries.Count > 0 ? countries[0].Country : CountryOfInstitution(sector);
        return Described(country, graph.Lemma(head), sector, name, plural);
    }

    private static bool IsOffice(KnowledgeEntry entry) => entry.Kind == EntryKind.Office && entry.Type is { Length: > 0 };

    private bool IsDefinite(int head)
    {
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) == DependencyRelation.Det)
                return graph.Lemma(child) is "the" or "this" or "that" or "both";
            if (graph.Relation(child) == DependencyRelation.NmodPoss)
                return true;
        }
        return graph.Tokens[head].Tag == UniversalTag.PROPN;
    }

    // "his Russian counterpart" holds, in another country, the office of the person named before.
    private EntityDraft? Counterpart(List<(string Country, int Token)> countries)
    {
        if (countries.Count == 0)
            return null;
        var country = countries[^1].Country;
        EntityDraft? owner = null;
        for (var i = report.History.Count - 1; i >= 0 && owner is null && graph.Sentence.Index - report.History[i].Sentence <= 12; i--)
        {
            if (report.History[i].Entity is { IsPerson: true, Known: not null } known && known.Country != country)
                owner = known;
        }
        if (owner is not null && report.Day is { } day)
        {
            foreach (var term in owner.Known!.Terms)
            {
                if (term.Holds(day) && knowledge.Holder(term.Role, country, day) is { } holder)
                    return Person(holder, $"the {term.Office} of {country} on {day:yyyy-MM-dd}, counterpart of {owner.Name}");
            }
        }
        return PersonOf(country, sector: null) ?? Described(country, "counterpart", "GOV", graph.TextOf(Phrases.Span(graph, mention.Head)), plural: false);
    }

    private EntityDraft? PersonInOffice(KnowledgeEntry office, List<(string Country, int Token)> countries)
    {
        if (countries.Count != 1)
            return null;
        // Named in the report already, under this office?
        foreach (var entity in report.All)
        {
            if (entity is { IsPerson: true, Known: { } known } && entity.Country == countries[0].Country && Array.Exists(known.Terms, term => term.Role == office.Type && (report.Day is not { } on || term.Holds(on))))
                return entity;
        }
        return report.Day is { } day && knowledge.Holder(office.Type!, countries[0].Country, day) is { } holder
            ? Person(holder, $"'{mention.Candidates[0].Entry.Name}' of {countries[0].Country} on {day:yyyy-MM-dd}")
            : null;
    }

    private EntityDraft Person(KnowledgeEntry entry, string basis)
    {
        var entity = People.Known(report, graph, mention, entry);
        entity.Resolution = $"{basis}: {entity.Resolution}";
        return entity;
    }

    private EntityDraft? PersonNamedBefore(KnowledgeEntry entry, List<(string Country, int Token)> countries)
    {
        if (entry.Sectors.Length == 0 || countries.Count > 1 || !IsPersonNoun(entry))
            return null;
        return PersonOf(countries.Count == 1 ? countries[0].Country : null, entry.Sectors[0]);
    }

    // Bodies of several people ("the ministry", "the army") never lead back to one person.
    private bool IsPersonNoun(KnowledgeEntry entry) =>
        entry.Kind == EntryKind.Office || graph.Lemma(mention.Head) is var lemma
        && (lemma.EndsWith("er", StringComparison.Ordinal) || lemma.EndsWith("or", StringComparison.Ordinal) || lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("man", StringComparison.Ordinal)
            || lemma.EndsWith("woman", StringComparison.Ordinal) || lemma.EndsWith("ian", StringComparison.Ordinal)
            || graph.Is(mention.Head, WordList.Person));

    private EntityDraft? PersonOf(string? country, string? sector)
    {
        for (var i = report.History.Count - 1; i >= 0; i--)
        {
            var seen = report.History[i];
            if (graph.Sentence.Index - seen.Sentence > (country is null ? 3 : 12))
                return null;
            if (seen.Entity.IsPerson && (country is null || seen.Entity.Country == country)
                && (sector is null || seen.Entity.Sectors.Count == 0 || seen.Entity.Sectors.Contains(sector)))
                return seen.Entity;
        }
        return null;
    }

    // "The foreign ministry said": the ministry of the state whose people or government were named last.
    private string? CountryOfInstitution(string? sector)
    {
        if (sector is not ("GOV" or "MIL" or "COP" or "LEG" or "JUD" or "SPY") || !IsDefinite(mention.Head) && sector is not ("COP" or "MIL"))
            return null;
        for (var i = report.History.Count - 1; i >= 0; i--)
        {
            var seen = report.History[i];
            if (graph.Sentence.Index - seen.Sentence > 4)
                return null;
            if (seen.Entity.Country is { Length: 3 } country && seen.IsSubject)
                return country;
        }
        return null;
    }

    private EntityDraft Several(List<(string Country, int Token)> countries, string lemma, string? sector)
    {
        var members = new List<EntityDraft>();
        foreach (var (country, token) in countries)
        {
            var name = $"{(report.MentionAt(graph.Sentence.Index, token) is { } of ? graph.TextOf(graph.SpanOf(of.First, of.Last)) : country)} {graph.Tokens[mention.Head].Form}";
            members.Add(Described(country, lemma, sector, name, plural: true));
        }
        return new EntityDraft { Kind = EntityKind.Group, Name = graph.TextOf(Phrases.Span(graph, mention.Head)), IsPlural = true, Members = members };
    }

    private EntityDraft Described(string? country, string lemma, string? sector, string name, bool plural)
    {
        var draft = report.GetOrAdd($"group:{country}|{lemma}|{(country is null ? name.ToLowerInvariant() : "")}", () => new EntityDraft
        {
            Kind = plural ? EntityKind.Group : mention.Candidates[0].Entry.Kind == EntryKind.Office ? EntityKind.Person : graph.Is(mention.Head, WordList.Body) ? EntityKind.Organisation : EntityKind.Group,
            Name = name,
            Country = country,
            IsPlural = plural,
            Resolution = country is null ? $"'{name}' is described, not named" : $"'{name}' is described, not named; its country is {country}",
        });
        if (sector is not null)
            draft.AddSector(sector);
        return draft;
    }

}
