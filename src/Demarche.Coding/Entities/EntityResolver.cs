using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Says what each mention was on the report's day: names by the knowledge base, descriptions and pronouns by what was named before.</summary>
internal sealed class EntityResolver(KnowledgeBase knowledge, MentionFinder finder, CoreferenceWords words)
{
    private readonly ShortNames _shortNames = new(knowledge, words);

    /// <param name="writtenIn">The state of the report's dateline; null where it has none.</param>
    /// <param name="outlet">Who published the report; null where it is unknown.</param>
    internal ReportEntities Resolve(IReadOnlyList<SentenceGraph> graphs, DateOnly? day, string? writtenIn, string? outlet)
    {
        var report = new ReportEntities { Graphs = graphs, Day = day, WrittenIn = writtenIn, Issuer = Issuers.CountryOf(knowledge, outlet) };
        foreach (var graph in graphs)
            report.Add(finder.Find(graph));
        foreach (var graph in graphs)
            _shortNames.Add(report, graph);
        foreach (var graph in graphs)
        {
            var mentions = report.Mentions[graph.Sentence.Index];
            foreach (var mention in mentions)
            {
                if (mention.Form == MentionForm.Name)
                    ResolveName(report, graph, mention);
            }
            AddPhrases(report, graph, mentions);
            foreach (var mention in mentions)
            {
                if (mention.Form == MentionForm.Pronoun)
                    mention.Entity = Pronouns.Resolve(report, words, graph, mention.Head);
                else if (mention.Form == MentionForm.Description)
                    ResolveDescription(report, graph, mention);
                if (mention.Entity is { } entity)
                    Note(report, graph, mention, entity);
            }
        }
        return report;
    }

    // "Both nations", "the self-ruled island", "the FIS": words that neither the tables nor the tagger take for a mention, and that lead back to what the report named.
    private void AddPhrases(ReportEntities report, SentenceGraph graph, List<Mention> mentions)
    {
        var count = mentions.Count;
        for (var head = 0; head < graph.Tokens.Length; head++)
        {
            if (graph.Tokens[head].Tag is UniversalTag.NOUN or UniversalTag.PROPN && report.MentionAt(graph.Sentence.Index, head) is null && LedBack(report, graph, head) is { } form)
            {
                var mention = new Mention { Sentence = graph.Sentence.Index, First = head, Last = head, Head = head, Form = form };
                mentions.Add(mention);
                if (form == MentionForm.Name)
                    ResolveName(report, graph, mention);
            }
        }
        if (mentions.Count > count)
            mentions.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private MentionForm? LedBack(ReportEntities report, SentenceGraph graph, int head)
    {
        if (Acronyms.Of(report, graph.Tokens[head].Form) is not null || IsSurname(report, graph, head))
            return MentionForm.Name;
        // "Republican presidential nominee Ann Pike".
        if (graph.Relation(head) is DependencyRelation.NmodDesc or DependencyRelation.Compound && words.IsPeople(graph.Lemma(head))
            && report.MentionAt(graph.Sentence.Index, graph.Head(head)) is { Form: MentionForm.Name, Entity.IsPerson: true } named && named.First == head + 1)
            return MentionForm.Description;
        return !IsModifier(graph, head) && (Epithet(report, graph, head) is not null || Regions.StatesOf(words, graph, head) is not null || words.AnaphorFor(graph.Lemma(head)) is not (null or "ally") || words.IsPeople(graph.Lemma(head)) && (Description.IsDefinite(graph, head) && (report.CalledBefore(graph, head) ?? Description.PersonCalled(report, graph, head)) is not null || IsApposition(report, graph, head)) || words.CollectiveFor(graph.Lemma(head), hasNumber: true) is not null) ? MentionForm.Description : null;
    }

    // "King and Weeks were freed", after "Timothy Weeks": a common word with a capital inside a sentence.
    private static bool IsSurname(ReportEntities report, SentenceGraph graph, int head) =>
        head > 0 && char.IsUpper(graph.Tokens[head].Form[0]) && graph.Tokens[head].Form.AsSpan().ContainsAnyInRange('a', 'z') && graph.Tokens[head - 1].Tag != UniversalTag.PUNCT
        && graph.Tokens[head].Name == NameKind.None && !IsModifier(graph, head) && !graph.Has(head, DependencyRelation.Det) && People.BySurname(report, graph.Tokens[head].Form) is not null;

    // "Andrew Brunson, an American pastor".
    private static bool IsApposition(ReportEntities report, SentenceGraph graph, int head) =>
        graph.Relation(head) == DependencyRelation.Appos && report.MentionAt(graph.Sentence.Index, graph.Head(head)) is { Form: MentionForm.Name, Entity.IsPerson: true };

    private void Note(ReportEntities report, SentenceGraph graph, Mention mention, EntityDraft entity)
    {
        var subject = graph.Relation(mention.Head) is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NsubjOuter;
        report.See(entity, graph, mention.Head, subject);
        var (first, last) = IsModifier(graph, mention.Head) || mention.Form == MentionForm.Pronoun ? (mention.First, mention.Last) : Phrases.Extent(graph, mention.Head);
        var noted = (graph.Sentence.Index, graph.SpanOf(Math.Min(first, mention.First), Math.Max(last, mention.Last)), mention.Form);
        entity.Mentions.Add(noted);
        foreach (var member in entity.Members)
            member.Mentions.Add(noted);
        if (entity.IsPerson && entity.IsWoman is null && words.IsWoman(GivenName(entity.Name)))
            entity.IsWoman = true;
        if (mention.Form == MentionForm.Name)
            entity.IsUsed = true;
        else if (mention.Form == MentionForm.Description && entity.Members.Count == 0)
        {
            entity.Called.Add(graph.Lemma(mention.Head));
            if (Description.Distinction(report, graph, mention.Head) is { Length: > 0 } distinction)
                entity.Called.Add($"{distinction} {graph.Lemma(mention.Head)}");
            // Whoever acts and can be coded by state and sector is told of, though no event be found: "Chechen separatists seized a theatre".
            entity.IsUsed |= subject && entity is { Country: not null, Sectors.Count: > 0 };
        }
    }

    private static string GivenName(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? name[..space] : name;

    /// <summary>A name that only modifies a noun ("Russian troops") is no mention of its own.</summary>
    internal static bool IsModifier(SentenceGraph graph, int head) =>
        graph.Relation(head) is DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Flat or DependencyRelation.NmodDesc or DependencyRelation.Det;

    private void ResolveName(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        mention.Place = PlaceOf(graph, mention);
        if (Offices.HolderNamed(knowledge, report, graph, mention) is { } holder)
        {
            mention.Entity = People.Known(report, graph, mention, holder.Person, holder.Term);
            mention.Place = null;
            return;
        }
        // "the North" is a name to the tagger, and a state to the reader.
        if ((mention.Candidates.Count == 0 || mention.First == mention.Last && graph.Has(mention.Head, DependencyRelation.Det)) && Epithet(report, graph, mention.Head) is { } state)
        {
            mention.Entity = report.Country(state);
            mention.Place = null;
            return;
        }
        if (mention.Candidates.Count == 0)
        {
            if (mention.First == mention.Last && Acronyms.Of(report, graph.Tokens[mention.Head].Form) is { } body)
            {
                mention.Entity = body;
                return;
            }
            mention.Entity = mention.Name == NameKind.None && mention.First == mention.Last && People.BySurname(report, graph.Tokens[mention.Head].Form) is { } bearer ? bearer : UnknownName(report, graph, mention);
            return;
        }
        // "Kono" after "Taro Kono", or in the headline above him, is he, and not a district of Sierra Leone.
        if (mention.First == mention.Last && mention.Candidates[0].Entry.Kind is not (EntryKind.Country or EntryKind.Metonym)
            && (People.BySurname(report, graph.Tokens[mention.Last].Form, People.IsCalledWoman(graph, mention)) ?? (mention.Candidates[0].Entry.Kind == EntryKind.Person ? null : NamedBelow(report, graph, mention))) is { } named)
        {
            mention.Entity = named;
            mention.Place = null;
            return;
        }
        var chosen = Choose(report, graph, mention);
        if (chosen is not { } candidate)
        {
            var titled = mention.FollowsTitle || Offices.IsTitled(report, graph, mention);
            mention.Entity = titled || mention.Name == NameKind.Person ? NamedBelow(report, graph, mention) ?? People.Unknown(report, graph, mention, graph.TextOf(graph.SpanOf(mention.First, mention.Last))) : null;
            if (titled)
                mention.Place = null;
            return;
        }
        if (candidate.Entry.Kind == EntryKind.Country && RegionOfTown(report, graph, mention) is { } region)
        {
            mention.Entity = Thing(report, region);
            mention.Place = region;
            return;
        }
        // "in Moscow" and "flew to Moscow" name a place, "Moscow said" a government.
        if (candidate.Form == NameForm.Capital && IsWhere(graph, mention.Head) && mention.FindCandidate(EntryKind.Place) is { } city)
        {
            mention.Entity = Thing(report, city);
            return;
        }
        mention.Entity = candidate.Entry.Kind switch
        {
            EntryKind.Person => People.Known(report, graph, mention, candidate.Entry),
            EntryKind.Country when candidate.Form == NameForm.Demonym && !IsModifier(graph, mention.Head) => Group(report, candidate.Entry.Country, "people", "CVL", $"{graph.TextOf(graph.SpanOf(mention.First, mention.Last))}"),
            EntryKind.Country => IsModifier(graph, mention.Head) && candidate.Form == NameForm.Adjective ? null : report.Country(candidate.Entry),
            _ => Thing(report, candidate.Entry),
        };
        if (mention.Entity is { } resolved && resolved.Rivals.Count == 0)
            AddRivals(report, graph, mention, candidate, resolved);
        if (mention.Entity is { IsPerson: false, Kind: EntityKind.Country } country && candidate.Form == NameForm.Capital)
            country.Resolution ??= $"'{mention.Candidates[0].Entry.Name}' stands for its government";
    }

    /// <summary>How many sentences below a surname its full name may stand; texts that are longer name him again.</summary>
    private const int MostBelow = 200;

    // A headline calls by the surname whom the text below names in full; so does a text now and then that has said "Machado" before "Alicia Machado".
    private static EntityDraft? NamedBelow(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        if (mention.First < mention.Last || graph.Sentence.Index > 1 && (mention.Candidates.Count == 0 || IsWhere(graph, mention.Head)))
            return null;
        for (var sentence = graph.Sentence.Index + 1; sentence < report.Graphs.Count && sentence <= graph.Sentence.Index + MostBelow; sentence++)
        {
            foreach (var other in report.Mentions[sentence])
            {
                var below = report.Graphs[sentence];
                if (other is { Form: MentionForm.Name, Name: NameKind.Person } && other.Last > other.First && below.Tokens[other.Last].Form == graph.Tokens[mention.Last].Form)
                {
                    return other.FindCandidate(EntryKind.Person) is { } known ? People.Known(report, below, other, known)
                        : other.Candidates.Count == 0 ? People.Unknown(report, below, other, below.TextOf(below.SpanOf(other.First, other.Last))) : null;
                }
            }
        }
        return null;
    }

    private static bool IsWhere(SentenceGraph graph, int head) => graph.Joint(head) switch
    {
        "in" or "at" or "near" or "outside" or "around" or "inside" => true,
        "to" or "into" or "from" or "for" or "towards" => graph.Head(head) >= 0 && graph.Is(graph.Head(head), WordList.Motion),
        null => graph.Relation(head) is DependencyRelation.Obj or DependencyRelation.NsubjPass && graph.Is(graph.Head(head), WordList.Visited)
            || graph.Relation(head) == DependencyRelation.Nsubj && graph.Lemma(graph.Head(head)) == "fall",
        _ => false,
    };

    private static KnowledgeEntry? PlaceOf(SentenceGraph graph, Mention mention)
    {
        if (mention.Name == NameKind.Person || mention.Candidates.Count == 0 || mention.Candidates[0].Form is NameForm.Adjective or NameForm.Demonym)
            return null;
        return mention.Candidates[0].Entry.Kind is EntryKind.Country or EntryKind.Place or EntryKind.Dispute
            // "Niger" is not Nigeria's state of that name.
            ? (mention.FindCandidate(EntryKind.Place) is { } place && (mention.Candidates[0] is not { Entry.Kind: EntryKind.Country, Form: NameForm.Name } || place.Country == mention.Candidates[0].Entry.Country) ? place : null) ?? mention.FindCandidate(EntryKind.Dispute) ?? mention.FindCandidate(EntryKind.Country)
            : null;
    }

    // "Atlanta, Georgia": the part of a state in which the town before the comma lies.
    private static KnowledgeEntry? RegionOfTown(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        if (mention.First < 2 || graph.Tokens[mention.First - 1].Form != "," || report.MentionAt(graph.Sentence.Index, mention.First - 2) is not { } town || mention.Candidates.Count < 2)
            return null;
        foreach (var candidate in mention.Candidates)
        {
            if (candidate.Entry is { Kind: EntryKind.Place, Type: "admin1" } region && town.Candidates.Any(of => of.Entry.Kind == EntryKind.Place && of.Entry.Country == region.Country && of.Entry.Region == region.Name))
                return region;
        }
        return null;
    }

    private NameCandidate? Choose(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        NameCandidate? best = null;
        var bestScore = int.MinValue;
        for (var i = 0; i < mention.Candidates.Count; i++)
        {
            var candidate = mention.Candidates[i];
            var score = -i + Score(report, graph, mention, candidate);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }
        return bestScore > -20 ? best : null;
    }

    /// <summary>How many readings of a name that lost are told of.</summary>
    private const int MostRivals = 3;

    // What else the name could have meant, and by how much it lost.
    private void AddRivals(ReportEntities report, SentenceGraph graph, Mention mention, NameCandidate chosen, EntityDraft entity)
    {
        if (mention.Candidates.Count < 2)
            return;
        var scored = mention.Candidates.Select((candidate, i) => (candidate.Entry, Points: Score(report, graph, mention, candidate) - i)).ToArray();
        var best = Array.Find(scored, pair => pair.Entry == chosen.Entry).Points;
        foreach (var (entry, points) in scored.Where(pair => pair.Entry != chosen.Entry && pair.Entry.Country != entity.Country).DistinctBy(pair => pair.Entry.Id).OrderByDescending(pair => pair.Points).Take(MostRivals))
            entity.Rivals.Add($"{entry.Name} ({entry.Id[..entry.Id.IndexOf(':', StringComparison.Ordinal)]}{(entry.Country is { } country ? $" of {country}" : "")}), {points} points against {best}");
    }

    /// <summary>How many words of a report for a state, its places, bodies and people speak for a party of it.</summary>
    private const int MostCounted = 5;

    private int Score(ReportEntities report, SentenceGraph graph, Mention mention, NameCandidate candidate)
    {
        var entry = candidate.Entry;
        var score = 0;
        if (report.Day is { } day && (entry.Start > day || entry.End < day) && entry.Kind != EntryKind.Person)
            score -= 5;
        if (entry.Kind == EntryKind.Person)
        {
            score += People.Fit(report, graph, mention, candidate);
            // "Mr. Clinton" is not his wife.
            if (People.IsCalledWoman(graph, mention) is { } woman && words.IsWoman(GivenName(entry.Name)) != woman)
                score -= woman ? 10 : 40;
            score += mention.Name switch { NameKind.Person => 6, NameKind.Place or NameKind.Organisation => -2, _ => 0 };
        }
        else if (mention.Name == NameKind.Person && entry.Kind is EntryKind.Place or EntryKind.Organisation or EntryKind.Party or EntryKind.EthnicGroup)
        {
            score -= 4;
        }
        // "Democrats", "the People's Party": of the states that have one, the report's.
        if (entry is { Kind: EntryKind.Party, Country: { } country } && report.Concerns(country))
            score += report.Home == country ? 2 * MostCounted + 6 : 2 + 2 * Math.Min(report.AffairsOf(country), MostCounted);
        // "The Peoples Democratic Party" of Nigeria is not Turkey's.
        else if (entry.Kind == EntryKind.Party && report.Home is not null)
        {
            score -= 40;
        }
        // "Senators and Progressives": a common plural is the party of a state that the report names, or none.
        if (entry is { Kind: EntryKind.Party, Country: { } state } && mention.First == mention.Last && graph.Tokens[mention.Last].PennTag is "NNPS" or "NNS" && !report.Concerns(state))
            score -= 40;
        // "Mrs Thatcher", "Secretary of State Clinton": nobody's title stands before a town.
        if (entry.Kind is EntryKind.Place or EntryKind.Party or EntryKind.Outlet
            && (mention.FollowsTitle || Offices.IsTitled(report, graph, mention)))
            score -= 40;
        if (entry.Kind is EntryKind.Place && graph.HasJoint(mention.Head, "in"))
            score += candidate.Form == NameForm.Capital ? 0 : 1;
        return score;
    }

    private static EntityDraft Thing(ReportEntities report, KnowledgeEntry entry) => report.GetOrAdd(entry.Id, () =>
    {
        var draft = new EntityDraft
        {
            Kind = entry.Kind switch
            {
                EntryKind.Organisation or EntryKind.Metonym or EntryKind.Outlet or EntryKind.Party => EntityKind.Organisation,
                EntryKind.ArmedGroup or EntryKind.EthnicGroup => EntityKind.Group,
                EntryKind.Place or EntryKind.Dispute => EntityKind.Place,
                EntryKind.Treaty => EntityKind.Document,
                EntryKind.Country => EntityKind.Country,
                _ => EntityKind.Object,
            },
            Name = entry.Name,
            Country = entry.Country,
            Known = entry,
            Resolution = $"'{entry.Name}' is known as {entry.Id}",
        };
        draft.Sectors.AddRange(entry.Sectors);
        return draft;
    });

    private static EntityDraft Group(ReportEntities report, string? country, string lemma, string? sector, string name)
    {
        var group = report.GetOrAdd($"group:{country}|{lemma}", () => new EntityDraft
        {
            Kind = EntityKind.Group,
            Name = name,
            Country = country,
            IsPlural = true,
            Resolution = country is null ? $"'{name}' is described, not named" : $"'{name}' is described, not named; its country is {country}",
        });
        if (sector is not null)
            group.AddSector(sector);
        return group;
    }

    private static EntityDraft? UnknownName(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        var text = graph.TextOf(graph.SpanOf(mention.First, mention.Last));
        if (mention.Name == NameKind.Person)
            return NamedBelow(report, graph, mention) ?? People.Unknown(report, graph, mention, text);
        // "Kiir thanked Sudan": the tagger may take a surname for anything.
        if (mention.First == mention.Last && report.Find("name:" + text.ToLowerInvariant()) is null && People.BySurname(report, text) is { } named)
            return named;
        if (mention.Name is not (NameKind.Place or NameKind.Organisation))
            return null;
        return report.GetOrAdd("name:" + text.ToLowerInvariant(), () =>
        {
            var countries = new List<(string Country, int Token)>();
            Nationality.Of(report, graph, mention.Head, countries);
            return new EntityDraft
            {
                Kind = mention.Name == NameKind.Place && mention.Country is null ? EntityKind.Place : EntityKind.Organisation,
                Name = text,
                // "The House", in a report about one state.
                Country = mention.Country ?? (countries.Count > 0 ? countries[0].Country : graph.IsNamedAs(mention.Head, WordList.Body) ? report.Issuer ?? (mention.First == mention.Last ? report.Home : null) : null) ?? (mention.Name == NameKind.Organisation ? report.Home : null),
                Resolution = $"'{text}' is new to the knowledge base",
            };
        });
    }

    private void ResolveDescription(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        // "Foreign Minister Sergei Lavrov": the description belongs to the person named beside it.
        if (People.NamedBeside(report, graph, mention) is { } person)
        {
            mention.Entity = person;
            if (mention.Candidates is [{ Entry: { Kind: EntryKind.Office, Type: { Length: > 0 } role } office }, ..] && !Description.IsFormer(graph, mention))
            {
                person.Roles.Add(role);
                if (Offices.OtherHolder(knowledge, report, graph, mention, person, role) is { } holder)
                    report.Disagreements.Add((person, office.Name, holder));
            }
            return;
        }
        if (BodyBeside(report, graph, mention) is { } body)
        {
            mention.Entity = body;
            return;
        }
        if (Epithet(report, graph, mention.Head) is { } state)
        {
            mention.Entity = report.Country(state);
            return;
        }
        // "King and Weeks were freed", after "Kevin King": a surname that is a title as well.
        if (mention.First == mention.Last && graph.Tokens[mention.First] is { Tag: UniversalTag.PROPN or UniversalTag.NOUN, Form: var form } && char.IsUpper(form[0]) && !graph.Has(mention.Head, DependencyRelation.Det) && People.BySurname(report, form) is { } bearer)
        {
            mention.Entity = bearer;
            return;
        }
        var description = new Description(knowledge, words, report, graph, mention);
        mention.Entity = mention.Candidates.Count > 0 ? description.Resolve() : description.ResolveUnlisted();
    }

    // "The state news agency Xinhua", "the rebel group M23": the body whose name follows.
    private static EntityDraft? BodyBeside(ReportEntities report, SentenceGraph graph, Mention description)
    {
        var last = description.Last;
        return last + 1 < graph.Tokens.Length && description.Candidates is [{ Entry.Kind: EntryKind.RoleNoun }, ..]
            && report.MentionAt(graph.Sentence.Index, last + 1) is { Form: MentionForm.Name, Entity: { Kind: EntityKind.Organisation or EntityKind.Group, Known: not null } body } name
            && name.First == last + 1 && graph.Head(name.Head) == description.Head && graph.Relation(name.Head) is DependencyRelation.Appos or DependencyRelation.Flat or DependencyRelation.NmodDesc ? body : null;
    }

    /// <summary>Resolves a noun phrase that no mention stands for ("the pair", "both countries", "the reclusive state").</summary>
    /// <returns>Null when the phrase leads back to nothing.</returns>
    internal EntityDraft? ResolvePhrase(ReportEntities report, SentenceGraph graph, int head)
    {
        if (Epithet(report, graph, head) is { } country)
            return report.Country(country);
        return Collectives.Resolve(knowledge, report, graph, head, words) ?? Unnamed(report, graph, head);
    }

    // "nearly 70 countries", "villagers": people whom nothing names, and no role noun tells apart.
    private EntityDraft? Unnamed(ReportEntities report, SentenceGraph graph, int head)
    {
        if (graph.Tokens[head].Tag != UniversalTag.NOUN || !words.IsPeople(graph.Lemma(head)) || IsHalfOfCompound(graph, head))
            return null;
        // "All on board", "in court": where, and nobody.
        if (graph.Tokens[head].PennTag == "NN" && graph.Joint(head) is "on" or "in" or "at" && IsSingle(graph, head))
            return null;
        var countries = new List<(string Country, int Token)>();
        Nationality.Of(report, graph, head, countries);
        // "His host" and "its allies" are of other states than he and it.
        if (words.AnaphorFor(graph.Lemma(head)) is "other" or "ally" or "neighbour")
            countries.RemoveAll(pair => graph.Relation(pair.Token) == DependencyRelation.NmodPoss);
        var name = graph.TextOf(Phrases.Span(graph, head));
        if (countries.Count == 0 && Description.IsDefinite(graph, head) && report.CalledBefore(graph, head) is { } before)
            return before;
        var own = countries.Count == 1 ? countries[0].Country : null;
        var country = own ?? (countries.Count == 0 && words.AnaphorFor(graph.Lemma(head)) is null && !IsModifier(graph, head) && !Nationality.HasAny(graph, head) ? Nationality.Here(report, graph, head) : null);
        var people = Group(report, country, own is not null ? graph.Lemma(head) : name.ToLowerInvariant(), null, name);
        people.IsCountryAssumed |= own is null;
        return people;
    }

    private static bool IsSingle(SentenceGraph graph, int head)
    {
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) is not (DependencyRelation.Case or DependencyRelation.Punct))
                return false;
        }
        return true;
    }

    // "An ICBM-class missile", "a working-group meeting": half of a word that tells what kind of thing it is.
    private static bool IsHalfOfCompound(SentenceGraph graph, int head) =>
        IsModifier(graph, head) && head > 1 && graph.Tokens[head - 1].Form == "-" && graph.Tokens[head - 1].Span.End == graph.Tokens[head].Span.Start;

    private KnowledgeEntry? Epithet(ReportEntities report, SentenceGraph graph, int head)
    {
        var first = head;
        foreach (var child in graph.Children(head))
        {
            if (child < head && graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound)
                first = Math.Min(first, graph.Left(child));
        }
        var phrase = graph.TextOf(graph.SpanOf(first, head)).ToLowerInvariant();
        return words.CountryOf(phrase, report.Names) is { } code ? knowledge.Country(code) : null;
    }
}
