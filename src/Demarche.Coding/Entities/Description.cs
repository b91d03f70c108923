using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Resolves one description: "the Japanese prime minister", "his Russian counterpart", "Iraqi troops", "the ministry".</summary>
internal sealed class Description(KnowledgeBase knowledge, CoreferenceWords words, ReportEntities report, SentenceGraph graph, Mention mention)
{
    /// <summary>How many sentences a person of a told state may lie behind what leads back to him.</summary>
    private const int MaxPersonSentences = 12;

    internal EntityDraft? Resolve()
    {
        var entry = mention.Candidates[0].Entry;
        var head = mention.Head;
        if (EntityResolver.IsModifier(graph, head) && graph.Relation(head) != DependencyRelation.Flat)
            return null;
        var countries = new List<(string Country, int Token)>();
        var plural = graph.Tokens[head].PennTag is "NNS" or "NNPS";
        // "officials of the two countries".
        if (plural)
            OfCollective(head, countries);
        if (countries.Count == 0)
            Nationality.Of(report, graph, head, countries);
        if (Collectives.Resolve(knowledge, report, graph, head, words) is { } several)
            return several;
        if (graph.Lemma(head) == "counterpart" && !plural)
            return Counterpart(countries);
        if (words.AnaphorFor(graph.Lemma(head)) is "other" or "ally" && graph.Child(head, DependencyRelation.NmodPoss) is >= 0 and var owner)
        {
            if (!plural && words.AnaphorFor(graph.Lemma(head)) == "other" && Colleague() is { } colleague)
                return colleague;
            countries.RemoveAll(pair => pair.Token == owner);
        }
        if (countries.Count == 0 && IsOffice(entry) && entry.Country is { } ofState)
            countries.Add((ofState, head));
        var former = IsFormer(graph, mention);
        if (!plural && !former && IsOffice(entry) && PersonInOffice(entry, countries) is { } person)
            return person;
        // "The Ministry", "the Government", in a release of its own.
        if (countries.Count == 0 && !IsOffice(entry) && IsIssuers(entry) && graph.Is(head, WordList.Body))
            countries.Add((report.Issuer!, head));
        if (!plural && IsDefinite(graph, head) && PersonNamedBefore(entry, countries, former) is { } named)
            return named;
        // "The Minister was received by …".
        if (countries.Count == 0 && IsIssuers(entry))
        {
            countries.Add((report.Issuer!, head));
            if (!plural && !former && IsOffice(entry) && PersonInOffice(entry, countries) is { } own)
                return own;
        }
        // "Matsuno said that the ministry had …": the one of his own government.
        if (countries.Count == 0 && !plural && graph.Is(head, WordList.Body) && !graph.Is(head, WordList.Government) && entry.Sectors is ["GOV" or "MIL", ..] && IsDefinite(graph, head) && CountryOfTeller() is { } told)
            countries.Add((told, head));
        if (countries.Count == 0 && IsDefinite(graph, head) && (report.CalledBefore(graph, head) ?? (plural ? RebelsNamedBefore(entry) : null)) is { } before)
            return before;
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
        var country = countries.Count > 0 ? countries[0].Country : CountryByContext(sector);
        return Described(country, graph.Lemma(head), sector, name, plural);
    }

    // Capitals tell that the report's own are meant.
    private bool IsIssuers(KnowledgeEntry entry) => report.Issuer is not null && entry.Sectors is ["GOV" or "MIL" or "LEG", ..] && graph.Tokens[mention.Head].Tag is UniversalTag.PROPN or UniversalTag.NOUN
        && char.IsUpper(graph.Tokens[mention.Head].Form[0]) && (mention.First > 0 || graph.Has(mention.Head, DependencyRelation.Det));

    /// <summary>Resolves a phrase that the tables do not list ("both nations", "the group", "the island") by what was named before; null where nothing fits.</summary>
    internal EntityDraft? ResolveUnlisted()
    {
        if (Collectives.Resolve(knowledge, report, graph, mention.Head, words) is { } several)
            return several;
        if (words.IsPeople(graph.Lemma(mention.Head)) && IsDefinite(graph, mention.Head) && report.CalledBefore(graph, mention.Head) is { } called)
            return called;
        if (words.AnaphorFor(graph.Lemma(mention.Head)) == "other")
            return graph.Has(mention.Head, DependencyRelation.NmodPoss) && graph.Tokens[mention.Head].PennTag == "NN" ? Colleague() : null;
        return words.AnaphorFor(graph.Lemma(mention.Head)) is { } standsFor and not "ally" && IsDefinite(graph, mention.Head) && graph.Tokens[mention.Head].PennTag is "NN" or "NNP" && IsPlain(mention.Head) ? NamedBefore(standsFor) : null;
    }

    // "The armed group" leads back, "the group of seven" and "the European country" name others.
    private bool IsPlain(int head)
    {
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) is DependencyRelation.Nmod or DependencyRelation.NmodDesc or DependencyRelation.AclRelcl
                || graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound && (char.IsUpper(graph.Tokens[child].Form[0]) || graph.Lemma(child) is "other" or "same" or "new" or "only" or "entire" or "third"))
                return false;
        }
        return true;
    }

    private EntityDraft? NamedBefore(string standsFor)
    {
        // "Parts of the country", "in the country": a place, and nobody who acts.
        if (graph.Relation(mention.Head) is DependencyRelation.Nmod or DependencyRelation.Obl)
            return null;
        if (standsFor == "country" && graph.Child(mention.Head, DependencyRelation.NmodPoss) is >= 0 and var owner)
            return report.MentionAt(graph.Sentence.Index, owner)?.Entity?.Country is { } own && knowledge.Country(own) is { } owned ? report.Country(owned) : null;
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= ReportEntities.MaxSentences; i--)
        {
            var (entity, sentence, _, token, _) = report.History[i];
            if ((sentence < graph.Sentence.Index || token < mention.Head) && IsA(entity, standsFor))
                return entity;
        }
        return null;
    }

    private bool IsA(EntityDraft entity, string standsFor) => standsFor switch
    {
        "country" => entity.Kind == EntityKind.Country,
        "group" => entity.Known is { Kind: EntryKind.ArmedGroup } or { Kind: EntryKind.Party },
        "party" => entity.Known is { Kind: EntryKind.Party },
        "organisation" => entity.Known is { Kind: EntryKind.Organisation } || entity is { Kind: EntityKind.Organisation, Known: null },
        "island" when entity is { Kind: EntityKind.Country, Country: { } country } => words.IsIsland(country),
        _ => entity.Kind == EntityKind.Place && entity.Known?.Type is { } type && type.StartsWith(standsFor, StringComparison.Ordinal),
    };

    /// <summary>How many words before a title an attribute of it may stand.</summary>
    private const int MaxAttributes = 4;

    internal static bool IsFormer(SentenceGraph graph, Mention mention)
    {
        // "Former French Prime Minister Manuel Valls" hangs the attribute on the name.
        for (var before = mention.First - 1; before >= 0 && before >= mention.First - MaxAttributes && graph.Tokens[before].Tag is UniversalTag.ADJ or UniversalTag.NOUN or UniversalTag.PROPN; before--)
        {
            if (graph.IsNamedAs(before, WordList.Former))
                return true;
        }
        return IsFormer(graph, mention.Head);
    }

    private static bool IsFormer(SentenceGraph graph, int head)
    {
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound && graph.Is(child, WordList.Former))
                return true;
        }
        return false;
    }

    // "The rebels", after an armed group was named.
    private EntityDraft? RebelsNamedBefore(KnowledgeEntry entry)
    {
        if (Nationality.HasAny(graph, mention.Head) || !Array.Exists(entry.Sectors, sector => sector is "REB" or "UAF"))
            return null;
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= ReportEntities.MaxSentences; i--)
        {
            if (report.History[i].Entity is { Known.Kind: EntryKind.ArmedGroup } or { Known: null, IsPlural: true, Members.Count: 0 } && report.History[i].Entity is var seen && seen.Sectors.Exists(sector => sector is "REB" or "UAF"))
                return seen;
        }
        return null;
    }

    private static bool IsOffice(KnowledgeEntry entry) => entry.Kind == EntryKind.Office && entry.Type is { Length: > 0 };

    internal static bool IsDefinite(SentenceGraph graph, int head)
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
        for (var i = report.History.Count - 1; i >= 0 && owner is null && graph.Sentence.Index - report.History[i].Sentence <= MaxPersonSentences; i--)
        {
            if (report.History[i].Entity is { IsPerson: true, Known: not null } known && known.Country != country)
                owner = known;
        }
        if (owner is not null && report.Day is { } day)
        {
            foreach (var term in owner.Known!.Terms)
            {
                if (term.HeldOn(day) && knowledge.Holder(term.Role, country, day) is { } holder)
                    return Person(holder, $"the {term.Office} of {country} on {day:yyyy-MM-dd}, counterpart of {owner.Name}");
            }
        }
        return PersonOf(country, _ => true) ?? Described(country, "counterpart", "GOV", graph.TextOf(Phrases.Span(graph, mention.Head)), plural: false);
    }

    // "invited his colleague", "thanked his host": the person of another state whom the report named last.
    private EntityDraft? Colleague()
    {
        var owner = report.MentionAt(graph.Sentence.Index, graph.Child(mention.Head, DependencyRelation.NmodPoss))?.Entity;
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= MaxPersonSentences; i--)
        {
            if (report.History[i].Entity is { IsPerson: true, Known: not null, Country: not null } other && other != owner && other.Country != owner?.Country)
                return other;
        }
        return null;
    }

    private void OfCollective(int head, List<(string Country, int Token)> countries)
    {
        foreach (var child in graph.Children(head))
        {
            if (child < head || graph.Relation(child) != DependencyRelation.Nmod || graph.Joint(child) != "of" || Collectives.Resolve(knowledge, report, graph, child, words) is not { } several)
                continue;
            foreach (var member in several.Members)
            {
                if (member.Country is { } country && !countries.Exists(pair => pair.Country == country))
                    countries.Add((country, child));
            }
        }
    }

    private EntityDraft? PersonInOffice(KnowledgeEntry office, List<(string Country, int Token)> countries)
    {
        if (countries.Count != 1)
            return null;
        // Named in the report already, under this office?
        foreach (var entity in report.All)
        {
            if (entity is { IsPerson: true, Known: { } known } && entity.Country == countries[0].Country && Array.Exists(known.Terms, term => term.Role == office.Type && (report.Day is not { } on || term.HeldOn(on))))
                return entity;
        }
        return report.Day is { } day && Offices.Holder(knowledge, office, countries[0].Country, day) is { } holder
            ? Person(holder, $"'{mention.Candidates[0].Entry.Name}' of {countries[0].Country} on {day:yyyy-MM-dd}")
            : null;
    }

    private EntityDraft Person(KnowledgeEntry entry, string basis)
    {
        var entity = People.Known(report, graph, mention, entry);
        entity.Resolution = $"{basis}: {entity.Resolution}";
        return entity;
    }

    private EntityDraft? PersonNamedBefore(KnowledgeEntry entry, List<(string Country, int Token)> countries, bool former)
    {
        if (entry.Sectors.Length == 0 || countries.Count > 1 || !IsPersonNoun(entry))
            return null;
        var country = countries.Count == 1 ? countries[0].Country : null;
        if (former)
            return PersonOf(country, person => Held(person, IsOffice(entry) ? entry.Type : null));
        return (IsOffice(entry) ? LastToTake(entry.Type!, country) : null)
            ?? PersonOf(country, person => (person.Sectors.Count == 0 || person.Sectors.Contains(entry.Sectors[0])) && !(IsOffice(entry) && Holds(person, null)));
    }

    // On a day of change both are named, and the new one is meant.
    private EntityDraft? LastToTake(string role, string? country)
    {
        if (PersonOf(country, person => Holds(person, role)) is not { } nearest || report.Day is not { } day)
            return PersonOf(country, person => Holds(person, role));
        var start = StartOf(nearest, role, day);
        return PersonOf(country, person => person.Country == nearest.Country && StartOf(person, role, day) > start) ?? nearest;
    }

    private static DateOnly? StartOf(EntityDraft person, string role, DateOnly day) =>
        person.Known is { } known ? known.Terms.Where(term => term.Role == role && term.HeldOn(day)).Max(term => term.Start) : null;

    // Whether a person left an office, of one role or of any that the state has one of, and holds it no more; without a day, whoever is known at all may have.
    private bool Held(EntityDraft person, string? role) => person.Known is { } known
        && Array.Exists(known.Terms, term => (role is null ? Offices.IsSingle(term.Role) : term.Role == role) && term.End is { } end && (report.Day is not { } day || end <= day))
        && (report.Day is not { } on || !Array.Exists(known.Terms, term => (role is null ? Offices.IsSingle(term.Role) : term.Role == role) && term.HeldOn(on) && term.End != on));

    // Whether a person held an office, of one role or of any that the state has one of, on the report's day, or is called so by the report.
    private bool Holds(EntityDraft person, string? role) =>
        (role is null ? person.Roles.Count > 0 : person.Roles.Contains(role))
        || person.Known is { } known && Array.Exists(known.Terms, term => (role is null ? Offices.IsSingle(term.Role) : term.Role == role) && (report.Day is not { } day ? term.End is null : term.HeldOn(day)));

    // Bodies of several people ("the ministry", "the army") never lead back to one person.
    private bool IsPersonNoun(KnowledgeEntry entry) =>
        entry.Kind == EntryKind.Office || graph.Lemma(mention.Head) is var lemma
        && (lemma.EndsWith("er", StringComparison.Ordinal) || lemma.EndsWith("or", StringComparison.Ordinal) || lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("man", StringComparison.Ordinal)
            || lemma.EndsWith("woman", StringComparison.Ordinal) || lemma.EndsWith("ian", StringComparison.Ordinal)
            || graph.Is(mention.Head, WordList.Person));

    private EntityDraft? PersonOf(string? country, Func<EntityDraft, bool> suits)
    {
        for (var i = report.History.Count - 1; i >= 0; i--)
        {
            var seen = report.History[i];
            if (graph.Sentence.Index - seen.Sentence > (country is null ? 3 : MaxPersonSentences))
                return null;
            // "The Polish ambassador met the foreign minister": nobody meets himself.
            if (seen.Sentence == graph.Sentence.Index && seen.Token != mention.Head && graph.Head(seen.Token) == graph.Head(mention.Head) && graph.Relation(mention.Head) is DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl)
                continue;
            if (seen.Entity.IsPerson && (country is null || seen.Entity.Country == country) && suits(seen.Entity))
                return seen.Entity;
        }
        return null;
    }

    // Whose an institution is, or where people belong, of whom no word tells it.
    private string? CountryByContext(string? sector)
    {
        var definite = IsDefinite(graph, mention.Head);
        var bare = graph.Tokens[mention.Head].PennTag == "NNS" && !graph.Has(mention.Head, DependencyRelation.Det);
        switch (sector)
        {
            // "Voters", "protesters", "students": those of the place that the sentence tells, or of the state that the report is about.
            case "CVL" or "OPP" or "LAB" or "EDU" or "MED":
                return CountryHere() ?? report.Home ?? report.WrittenIn;
            case "COP" or "JUD":
                return CountryHere() ?? (definite || sector == "COP" ? CountryActingLast() : null) ?? (definite || bare || sector == "COP" ? report.Home ?? report.WrittenIn : null);
            case "GOV" or "MIL" or "LEG" or "SPY":
                return definite || sector == "MIL" ? CountryActingLast() ?? report.Home : bare ? report.Home : null;
            case "UAF" or "CRM" or "REL" or "JRN":
                return report.Home;
            default:
                return null;
        }
    }

    private string? CountryOfTeller() =>
        Pronouns.Teller(graph, mention.Head) is >= 0 and var teller && report.MentionAt(graph.Sentence.Index, teller)?.Entity is { IsPerson: true, Country: { } country } && knowledge.Country(country) is not null ? country : null;

    // "Police in Nairobi", "protesters marched in Minsk": the state of the place where it happens; null where the sentence tells several.
    private string? CountryHere()
    {
        string? here = null;
        foreach (var other in report.Mentions[graph.Sentence.Index])
        {
            if (other.Place?.Country is not { Length: 3 } country || graph.Joint(other.Head) is not ("in" or "at" or "near" or "outside" or "around" or "inside" or "across" or "throughout"))
                continue;
            if (here is not null && here != country)
                return null;
            here = country;
        }
        return here;
    }

    // "The foreign ministry said": the ministry of the state whose people or government were named last.
    private string? CountryActingLast()
    {
        for (var i = report.History.Count - 1; i >= 0; i--)
        {
            var seen = report.History[i];
            if (graph.Sentence.Index - seen.Sentence > 4)
                break;
            if (seen.IsSubject && seen.Entity.Country is { } country && knowledge.Country(country) is not null)
                return country;
        }
        return null;
    }

    private EntityDraft Several(List<(string Country, int Token)> countries, string lemma, string? sector)
    {
        var members = new List<EntityDraft>();
        foreach (var (country, token) in countries)
        {
            var name = $"{(report.MentionAt(graph.Sentence.Index, token) is { Candidates.Count: > 0 } of ? graph.TextOf(graph.SpanOf(of.First, of.Last)) : country)} {graph.Tokens[mention.Head].Form}";
            members.Add(Described(country, lemma, sector, name, plural: true));
        }
        return new EntityDraft { Kind = EntityKind.Group, Name = graph.TextOf(Phrases.Span(graph, mention.Head)), IsPlural = true, Members = members };
    }

    private EntityDraft Described(string? country, string lemma, string? sector, string name, bool plural)
    {
        var draft = report.GetOrAdd($"group:{country}|{lemma}|{(country is null ? name.ToLowerInvariant() : "")}", () => new EntityDraft
        {
            Kind = plural ? EntityKind.Group : IsPersonNoun(mention.Candidates[0].Entry) ? EntityKind.Person : graph.Is(mention.Head, WordList.Body) ? EntityKind.Organisation : EntityKind.Group,
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
