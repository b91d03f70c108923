using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Says what each mention was on the report's day: names by the knowledge base, descriptions and pronouns by what was named before.</summary>
internal sealed class EntityResolver(KnowledgeBase knowledge, MentionFinder finder, CoreferenceWords words)
{
    internal ReportEntities Resolve(IReadOnlyList<SentenceGraph> graphs, DateOnly? day)
    {
        var report = new ReportEntities { Graphs = graphs, Day = day };
        foreach (var graph in graphs)
            report.Add(finder.Find(graph));
        foreach (var graph in graphs)
        {
            var mentions = report.Mentions[graph.Sentence.Index];
            foreach (var mention in mentions)
            {
                if (mention.Form == MentionForm.Name)
                    ResolveName(report, graph, mention);
            }
            foreach (var mention in mentions)
            {
                if (mention.Form == MentionForm.Pronoun)
                    mention.Entity = Pronouns.Resolve(report, graph, mention.Head);
                else if (mention.Form == MentionForm.Description)
                    ResolveDescription(report, graph, mention);
                if (mention.Entity is { } entity)
                    Note(report, graph, mention, entity);
            }
        }
        return report;
    }

    private static void Note(ReportEntities report, SentenceGraph graph, Mention mention, EntityDraft entity)
    {
        var subject = graph.Relation(mention.Head) is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NsubjOuter;
        report.See(entity, graph, mention.Head, subject);
        var (first, last) = IsModifier(graph, mention.Head) || mention.Form == MentionForm.Pronoun ? (mention.First, mention.Last) : Phrases.Extent(graph, mention.Head);
        entity.Mentions.Add((graph.Sentence.Index, graph.SpanOf(Math.Min(first, mention.First), Math.Max(last, mention.Last)), mention.Form));
        if (mention.Form == MentionForm.Name)
            entity.IsUsed = true;
    }

    /// <summary>A name that only modifies a noun ("Russian troops") is no mention of its own.</summary>
    internal static bool IsModifier(SentenceGraph graph, int head) =>
        graph.Relation(head) is DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Flat or DependencyRelation.NmodDesc or DependencyRelation.Det;

    private void ResolveName(ReportEntities report, SentenceGraph graph, Mention mention)
    {
        mention.Place = PlaceOf(graph, mention);
        if (mention.Candidates.Count == 0)
        {
            // "the North" is a name to the tagger, and a state to the reader.
            if (Epithet(report, graph, mention.Head) is { } state)
            {
                mention.Entity = report.Country(state);
                return;
            }
            mention.Entity = UnknownName(report, graph, mention);
            return;
        }
        // "Kono" after "Taro Kono" is he, and not a district of Sierra Leone.
        if (mention.First == mention.Last && mention.Candidates[0].Entry.Kind is not (EntryKind.Country or EntryKind.Metonym) && People.BySurname(report, graph.Tokens[mention.Last].Form) is { } named)
        {
            mention.Entity = named;
            mention.Place = null;
            return;
        }
        var chosen = Choose(report, graph, mention);
        if (chosen is not { } candidate)
        {
            mention.Entity = mention.Name == NameKind.Person ? UnknownName(report, graph, mention) : null;
            return;
        }
        // "in Moscow" is a place, "Moscow said" a government.
        if (candidate.Form == NameForm.Capital && IsLocative(graph, mention.Head) && mention.FindCandidate(EntryKind.Place) is { } city)
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
        if (mention.Entity is { IsPerson: false, Kind: EntityKind.Country } country && candidate.Form == NameForm.Capital)
            country.Resolution ??= $"'{mention.Candidates[0].Entry.Name}' stands for its government";
    }

    private static bool IsLocative(SentenceGraph graph, int head) => graph.Joint(head) is "in" or "at" or "near" or "outside" or "around" or "inside";

    private static KnowledgeEntry? PlaceOf(SentenceGraph graph, Mention mention)
    {
        if (mention.Name == NameKind.Person || mention.Candidates.Count == 0 || mention.Candidates[0].Form is NameForm.Adjective or NameForm.Demonym)
            return null;
        return mention.Candidates[0].Entry.Kind is EntryKind.Country or EntryKind.Place or EntryKind.Dispute
            ? mention.FindCandidate(EntryKind.Place) ?? mention.FindCandidate(EntryKind.Dispute) ?? mention.FindCandidate(EntryKind.Country)
            : null;
    }

    private static NameCandidate? Choose(ReportEntities report, SentenceGraph graph, Mention mention)
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

    private static int Score(ReportEntities report, SentenceGraph graph, Mention mention, NameCandidate candidate)
    {
        var entry = candidate.Entry;
        var score = 0;
        if (report.Day is { } day && (entry.Start > day || entry.End < day) && entry.Kind != EntryKind.Person)
            score -= 5;
        if (entry.Kind == EntryKind.Person)
        {
            score += People.Fit(report, graph, mention, candidate);
            score += mention.Name switch { NameKind.Person => 6, NameKind.Place or NameKind.Organisation => -2, _ => 0 };
        }
        else if (mention.Name == NameKind.Person && entry.Kind is EntryKind.Place or EntryKind.Organisation or EntryKind.Party or EntryKind.EthnicGroup)
        {
            score -= 4;
        }
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
            return People.Unknown(report, graph, mention, text);
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
                Country = mention.Country ?? (countries.Count > 0 ? countries[0].Country : null),
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
            return;
        }
        var description = new Description(knowledge, words, report, graph, mention);
        mention.Entity = description.Resolve();
    }

    /// <summary>Resolves a noun phrase that no mention stands for ("the pair", "both countries", "the reclusive state").</summary>
    /// <returns>Null when the phrase leads back to nothing.</returns>
    internal EntityDraft? ResolvePhrase(ReportEntities report, SentenceGraph graph, int head)
    {
        if (Epithet(report, graph, head) is { } country)
            return report.Country(country);
        return Collectives.Resolve(report, graph, head, words) ?? Unnamed(report, graph, head);
    }

    // "nearly 70 countries", "villagers": people whom nothing names, and no role noun tells apart.
    private EntityDraft? Unnamed(ReportEntities report, SentenceGraph graph, int head)
    {
        if (graph.Tokens[head].Tag != UniversalTag.NOUN || !words.IsPeople(graph.Lemma(head)))
            return null;
        var countries = new List<(string Country, int Token)>();
        Nationality.Of(report, graph, head, countries);
        var name = graph.TextOf(Phrases.Span(graph, head));
        return Group(report, countries.Count == 1 ? countries[0].Country : null, countries.Count == 1 ? graph.Lemma(head) : name.ToLowerInvariant(), null, name);
    }

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
