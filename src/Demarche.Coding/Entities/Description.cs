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
        if (words.AnaphorFor(graph.Lemma(head)) is "other" or "ally" or "neighbour" && graph.Child(head, DependencyRelation.NmodPoss) is >= 0 and var owner)
        {
            if (!plural && words.AnaphorFor(graph.Lemma(head)) == "other" && Colleague() is { } colleague)
                return colleague;
            countries.RemoveAll(pair => pair.Token == owner);
        }
        if (countries.Count == 0 && IsOffice(entry) && entry.Country is { } ofState)
            countries.Add((ofState, head));
        var former = IsFormer(graph, mention);
        // "The Republican nominee", after "Republican presidential nominee Ann Pike".
        if (!plural && !former && IsDefinite(graph, head) && PersonCalled(report, graph, head) is { } called)
            return called;
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
        // "The party" is one that was named, before any that was only spoken of.
        if (countries.Count == 0 && !plural && words.AnaphorFor(graph.Lemma(head)) == "party" && IsDefinite(graph, head) && IsPlain(head) && NamedBefore("party", anywhere: true) is { } party)
            return party;
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
        return countries.Count > 0 ? Described(countries[0].Country, graph.Lemma(head), sector, name, plural) : Described(CountryByContext(sector), graph.Lemma(head), sector, name, plural, told: false);
    }

    /// <summary>The words in capitals before a noun that tell no state: "republican" of "the Republican nominee"; empty where there are none.</summary>
    internal static string Distinction(ReportEntities report, SentenceGraph graph, int head)
    {
        var distinction = "";
        foreach (var child in graph.Children(head))
        {
            if (child < head && graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound && char.IsUpper(graph.Tokens[child].Form[0])
                && report.MentionAt(graph.Sentence.Index, child) is not { TellsByContext: false, Candidates: [{ Entry.Kind: EntryKind.Country or EntryKind.Place or EntryKind.Metonym }, ..] })
                distinction += (distinction.Length > 0 ? " " : "") + graph.Tokens[child].Form.ToLowerInvariant();
        }
        return distinction;
    }

    /// <summary>The person whom the report has called by a noun with the same distinction; null for nouns without one.</summary>
    internal static EntityDraft? PersonCalled(ReportEntities report, SentenceGraph graph, int head)
    {
        if (Distinction(report, graph, head) is not { Length: > 0 } distinction)
            return null;
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= MaxPersonSentences; i--)
        {
            if (report.History[i].Entity is { IsPerson: true } person && person.Called.Contains($"{distinction} {graph.Lemma(head)}"))
                return person;
        }
        return null;
    }

    // Capitals tell that the report's own are meant.
    private bool IsIssuers(KnowledgeEntry entry) => report.Issuer is not null && entry.Sectors is ["GOV" or "MIL" or "LEG", ..] && graph.Tokens[mention.Head].Tag is UniversalTag.PROPN or UniversalTag.NOUN
        && char.IsUpper(graph.Tokens[mention.Head].Form[0]) && (mention.First > 0 || graph.Has(mention.Head, DependencyRelation.Det));

    /// <summary>Resolves a phrase that the tables do not list ("both nations", "the group", "the island") by what was named before; null where nothing fits.</summary>
    internal EntityDraft? ResolveUnlisted()
    {
        if (Collectives.Resolve(knowledge, report, graph, mention.Head, words) is { } several)
            return several;
        if (words.IsPeople(graph.Lemma(mention.Head)) && IsDefinite(graph, mention.Head) && (report.CalledBefore(graph, mention.Head) ?? PersonCalled(report, graph, mention.Head)) is { } called)
            return called;
        // "The Gulf state": the state of those parts that the report named last.
        if (graph.Tokens[mention.Head].PennTag is "NN" or "NNP" && IsDefinite(graph, mention.Head) && Regions.StatesOf(words, graph, mention.Head) is { } states)
            return NamedBefore("country", anywhere: true, among: states);
        if (words.AnaphorFor(graph.Lemma(mention.Head)) == "other")
            return graph.Has(mention.Head, DependencyRelation.NmodPoss) && graph.Tokens[mention.Head].PennTag == "NN" ? Colleague() : null;
        // "Its neighbour", in a report on two states: the other of them.
        if (words.AnaphorFor(graph.Lemma(mention.Head)) == "neighbour" && graph.Tokens[mention.Head].PennTag == "NN" && graph.Child(mention.Head, DependencyRelation.NmodPoss) is >= 0 and var of && report.MentionAt(graph.Sentence.Index, of)?.Entity is { Country: { } side } owner)
            return owner.IsPerson ? LastPersonBeside(owner, _ => true) : Collectives.OtherState(knowledge, report, graph, mention.Head, side);
        return words.AnaphorFor(graph.Lemma(mention.Head)) is { } standsFor and not ("ally" or "neighbour") && IsDefinite(graph, mention.Head) && graph.Tokens[mention.Head].PennTag is "NN" or "NNP" && IsPlain(mention.Head) ? NamedBefore(standsFor) : null;
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

    private EntityDraft? NamedBefore(string standsFor, bool anywhere = false, string[]? among = null)
    {
        // "Parts of the country", "in the country": a place, and nobody who acts.
        if (!anywhere && graph.Relation(mention.Head) is DependencyRelation.Nmod or DependencyRelation.Obl)
            return null;
        if (standsFor == "country" && among is null && graph.Child(mention.Head, DependencyRelation.NmodPoss) is >= 0 and var owner)
            return report.MentionAt(graph.Sentence.Index, owner)?.Entity?.Country is { } own && knowledge.Country(own) is { } owned ? report.Country(owned) : null;
        var acting = Acting();
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= ReportEntities.MaxSentences; i--)
        {
            var (entity, sentence, _, token, _) = report.History[i];
            // "Washington invaded the country": not its own.
            if (entity == acting)
                continue;
            if ((sentence < graph.Sentence.Index || token < mention.Head) && IsA(entity, standsFor) && (among is null || Array.IndexOf(among, entity.Country) >= 0))
                return entity;
        }
        return standsFor == "country" && among is null && report.Home is { } home && knowledge.Country(home) is { } state ? report.Country(state) : null;
    }

    private bool IsA(EntityDraft entity, string standsFor) => standsFor switch
    {
        "country" => entity.Kind == EntityKind.Country,
        "group" => entity.Known is { Kind: EntryKind.ArmedGroup } or { Kind: EntryKind.Party },
        "party" => entity.Known is { Kind: EntryKind.Party },
        "organisation" => entity.Known is { Kind: EntryKind.Organisation } || entity is { Kind: EntityKind.Organisation, Known: null },
        "island" or "city" when entity is { Kind: EntityKind.Country, Country: { } country } => words.Is(standsFor, country),
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

    // "The rebels", but not "the US-backed rebels" nor "the rebels of the north".
    private bool IsAlone(int head)
    {
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.NmodPoss or DependencyRelation.Nmod or DependencyRelation.Acl or DependencyRelation.AclRelcl)
                return false;
        }
        return true;
    }

    // "The rebels", after an armed group was named.
    private EntityDraft? RebelsNamedBefore(KnowledgeEntry entry)
    {
        if (!IsAlone(mention.Head) || !Array.Exists(entry.Sectors, sector => sector is "REB" or "UAF"))
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
        return LastPersonBeside(owner, other => other is { Known: not null, Country: not null } && other.Country != owner?.Country);
    }

    private EntityDraft? LastPersonBeside(EntityDraft? owner, Func<EntityDraft, bool> suits)
    {
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= MaxPersonSentences; i--)
        {
            if (report.History[i].Entity is { IsPerson: true } other && other != owner && suits(other))
                return other;
        }
        return null;
    }

    private void OfCollective(int head, List<(string Country, int Token)> countries)
    {
        foreach (var child in graph.Children(head))
        {
            // "Officials of the two countries", "the two countries' officials".
            if (!(child > head && graph.Relation(child) == DependencyRelation.Nmod && graph.Joint(child) == "of" || child < head && graph.Relation(child) == DependencyRelation.NmodPoss && graph.Tokens[child].Tag == UniversalTag.NOUN)
                || Collectives.Resolve(knowledge, report, graph, child, words) is not { } several)
                continue;
            foreach (var member in several.Members)
            {
                if (member.Country is { } country && !countries.Exists(pair => pair.Country == country))
                    countries.Add((country, child));
            }
        }
    }

    private static string WithoutArticle(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.StartsWith("the ", StringComparison.Ordinal) ? lower[4..] : lower.StartsWith("a ", StringComparison.Ordinal) ? lower[2..] : lower;
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
            ?? PersonOf(country, person => !(IsOffice(entry) && IsCalledElse(person)) && (person.Sectors.Count == 0 || person.Sectors.Contains(entry.Sectors[0])) && !(IsOffice(entry) ? Holds(person, null) : graph.Lemma(mention.Head) is not ("leader" or "politician" or "ruler" or "statesman") && IsChief(person)));
    }

    // "The president and the prime minister": who is only described holds the office he is called by, and no other.
    private bool IsCalledElse(EntityDraft person) =>
        person.Known is null && person.Called.Count > 0 && !person.Called.Contains(graph.Lemma(mention.Head)) && !person.Mentions.Exists(seen => seen.Form == MentionForm.Name);

    // On a day of change both are named, and the new one is meant.
    private EntityDraft? LastToTake(string role, string? country)
    {
        if (PersonOf(country, person => Holds(person, role)) is not { } nearest)
            return null;
        // "The president", in a report that speaks of two: the one it speaks of more.
        if (country is null)
        {
            foreach (var other in report.All)
            {
                if (other.IsPerson && other.Country != nearest.Country && Holds(other, role) && People.WeightOf(report, other) > 2 * People.WeightOf(report, nearest))
                    nearest = other;
            }
        }
        if (report.Day is not { } day)
            return nearest;
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

    // "The counselor", "the official": no word for a head of state.
    private bool IsChief(EntityDraft person) => person.Known is { } known && Array.Exists(known.Terms, term => term.Role is "HOS" or "HOG" && (report.Day is not { } day ? term.End is null : term.HeldOn(day)));

    // Bodies of several people ("the ministry", "the army") never lead back to one person.
    private bool IsPersonNoun(KnowledgeEntry entry) =>
        entry.Kind == EntryKind.Office || graph.Lemma(mention.Head) is var lemma && !lemma.EndsWith("paper", StringComparison.Ordinal)
        && (lemma.EndsWith("er", StringComparison.Ordinal) || lemma.EndsWith("or", StringComparison.Ordinal) || lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("man", StringComparison.Ordinal)
            || lemma.EndsWith("woman", StringComparison.Ordinal) || lemma.EndsWith("ian", StringComparison.Ordinal)
            || graph.Is(mention.Head, WordList.Person));

    // Who acts in the clause whose object or address the mention is; null where it is neither.
    private EntityDraft? Acting()
    {
        var verb = graph.Relation(mention.Head) is DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl ? graph.Head(mention.Head) : -1;
        return verb >= 0 && graph.Tokens[verb].Tag == UniversalTag.VERB && Clauses.Subject(graph, verb) is >= 0 and var subject && subject != mention.Head ? report.MentionAt(graph.Sentence.Index, subject)?.Entity : null;
    }

    private EntityDraft? PersonOf(string? country, Func<EntityDraft, bool> suits)
    {
        // "The Polish ambassador met the foreign minister", "the president dismissed his minister": nobody meets himself, nor is his own.
        var acting = Acting();
        var owner = report.MentionAt(graph.Sentence.Index, graph.Child(mention.Head, DependencyRelation.NmodPoss))?.Entity;
        for (var i = report.History.Count - 1; i >= 0; i--)
        {
            var seen = report.History[i];
            if (graph.Sentence.Index - seen.Sentence > (country is null ? 3 : MaxPersonSentences))
                return null;
            if (seen.Entity == acting || seen.Entity == owner)
                continue;
            if (seen.Entity.IsPerson && (country is null || seen.Entity.Country == country) && suits(seen.Entity))
                return seen.Entity;
        }
        return null;
    }

    // Whose an institution is, or where people belong, of whom no word tells it.
    private string? CountryByContext(string? sector)
    {
        // "Democratic lawmakers", of which of the states that have Democrats nobody says.
        foreach (var child in graph.Children(mention.Head))
        {
            if (graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound && words.ShortName(graph.Tokens[child].Form.ToLowerInvariant()) is not null)
                return null;
        }
        var definite = IsDefinite(graph, mention.Head);
        switch (sector)
        {
            // "Voters", "protesters", "students": those of the place that the sentence tells, or of the state that the report is about.
            case "CVL" or "OPP" or "LAB" or "EDU" or "MED":
                return Nationality.Here(report, graph, mention.Head) ?? report.WrittenIn;
            case "COP" or "JUD":
                return Nationality.Here(report, graph, mention.Head, orHome: false) ?? (definite || sector == "COP" ? CountryActingLast() : null) ?? Nationality.Here(report, graph, mention.Head) ?? report.WrittenIn;
            case "GOV" or "MIL" or "LEG" or "SPY":
                return (definite || sector == "MIL" ? CountryActingLast() : null) ?? Nationality.Here(report, graph, mention.Head);
            case "UAF" or "CRM" or "REL" or "JRN" or "PTY" or "BUS" or "AGR":
                return Nationality.Here(report, graph, mention.Head);
            // "The agency", "an opposition member".
            case null when graph.Is(mention.Head, WordList.Body) || words.IsPeople(graph.Lemma(mention.Head)):
                return Nationality.Here(report, graph, mention.Head);
            default:
                return null;
        }
    }

    private string? CountryOfTeller() =>
        Pronouns.Teller(graph, mention.Head) is >= 0 and var teller && report.MentionAt(graph.Sentence.Index, teller)?.Entity is { IsPerson: true, Country: { } country } && knowledge.Country(country) is not null ? country : null;

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
            var name = $"{(report.MentionAt(graph.Sentence.Index, token) is { Candidates.Count: > 0 } of ? graph.TextOf(graph.SpanOf(of.First, of.Last)) : knowledge.Country(country)?.Name ?? country)} {graph.Tokens[mention.Head].Form}";
            members.Add(Described(country, lemma, sector, name, plural: true));
        }
        return new EntityDraft { Kind = EntityKind.Group, Name = graph.TextOf(Phrases.Span(graph, mention.Head)), IsPlural = true, Members = members };
    }

    // "Japanese officials" are one group wherever they stand; "a Japanese firm" is its own, and so is, where no word tells the country, whom each phrase names.
    private EntityDraft Described(string? country, string lemma, string? sector, string name, bool plural, bool told = true)
    {
        var own = told && (plural || IsDefinite(graph, mention.Head) || !graph.Has(mention.Head, DependencyRelation.Det)) ? $"{sector}{Distinction(report, graph, mention.Head)}" : WithoutArticle(name);
        var draft = report.GetOrAdd($"group:{country}|{lemma}|{own}", () => new EntityDraft
        {
            Kind = plural ? EntityKind.Group : IsPersonNoun(mention.Candidates[0].Entry) ? EntityKind.Person : graph.Is(mention.Head, WordList.Body) ? EntityKind.Organisation : EntityKind.Group,
            Name = name,
            Country = country,
            IsCountryAssumed = !told,
            IsPlural = plural,
            Resolution = country is null ? $"'{name}' is described, not named" : $"'{name}' is described, not named; its country is {country}",
        });
        if (sector is not null)
            draft.AddSector(sector);
        return draft;
    }

}
