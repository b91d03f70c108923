using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds, for each word, the codebook entry that it fires: of those whose requirements all hold, the one that asks for most.</summary>
internal sealed class TriggerMatcher(Codebook codebook, ArgumentFinder arguments)
{
    /// <param name="ranking">Chooses between readings that ask for about as much; null: the one that asks for most wins.</param>
    internal List<EventCandidate> Match(ReportEntities report, Speakers speakers, SentenceGraph graph, SentenceRanking? ranking)
    {
        var found = new List<EventCandidate>();
        for (var i = 0; i < graph.Tokens.Length; i++)
        {
            if (MatchAt(report, speakers, graph, i, ranking) is { } candidate)
                found.Add(candidate);
        }
        return found;
    }

    private EventCandidate? MatchAt(ReportEntities report, Speakers speakers, SentenceGraph graph, int token, SentenceRanking? ranking)
    {
        var best = Match(report, speakers, graph, token, KindOf(graph, token), ranking);
        // A headline's or a gerund's verb may be tagged as a noun, and a participle as an adjective.
        if (best is null && graph.Tokens[token].Tag == UniversalTag.ADJ && graph.Tokens[token].PennTag is "VBN" or "VBG")
            best = Match(report, speakers, graph, token, TriggerKind.Verb, ranking);
        return best;
    }

    private static TriggerKind? KindOf(SentenceGraph graph, int token) => graph.Tokens[token].Tag switch
    {
        // "in talks with": what a preposition governs is a noun, whatever its tag.
        UniversalTag.VERB => graph.Has(token, DependencyRelation.Case) ? TriggerKind.Noun : TriggerKind.Verb,
        UniversalTag.NOUN or UniversalTag.PROPN => TriggerKind.Noun,
        UniversalTag.ADJ => TriggerKind.Adjective,
        // "a sit-in", "a walk-out": the last word of a hyphenated noun.
        UniversalTag.ADP or UniversalTag.ADV when token > 1 && graph.Tokens[token - 1].Form == "-" => TriggerKind.Noun,
        _ => null,
    };

    private EventCandidate? Match(ReportEntities report, Speakers speakers, SentenceGraph graph, int token, TriggerKind? kind, SentenceRanking? ranking)
    {
        if (kind is not { } known)
            return null;
        var lemma = graph.Lemma(token);
        if (graph.Tokens[token].Tag == UniversalTag.PROPN)
            lemma = lemma.ToLowerInvariant();
        // "March" is a month, not a demonstration.
        if (graph.Tokens[token].Tag == UniversalTag.PROPN && lemma is "march" or "may")
            return null;
        // A proper noun inside a known name ("Strike Group", "Attack of the …") is a name.
        if (graph.Tokens[token].Tag == UniversalTag.PROPN && report.MentionAt(graph.Sentence.Index, token) is { Form: MentionForm.Name })
            return null;
        // "nuclear-armed", "the wanted man": an attribute tells no event.
        if (known == TriggerKind.Verb && graph.Relation(token) is DependencyRelation.Amod or DependencyRelation.Compound)
            return null;
        EventCandidate? best = null;
        var bestRank = default(EntryRank);
        List<(EventCandidate Reading, EntryRank Rank)>? readings = null;
        foreach (var entry in codebook.Find(known, lemma))
        {
            foreach (var trigger in entry.Triggers)
            {
                if (trigger.Kind != known || trigger.Head != lemma || !WordsBefore(graph, token, trigger.Before))
                    continue;
                // "exchange of prisoners": the first word governs the last.
                var first = token - trigger.Before.Length;
                var head = MentionFinder.HeadOf(graph, first, token);
                var site = new Site(graph, known, head, known == TriggerKind.Noun ? LightVerbOf(graph, head) : -1);
                var consumed = new List<int>();
                if (!Holds(report, speakers, site, entry, consumed))
                    continue;
                var rank = entry.RankAt(trigger);
                var reading = Candidate(graph, entry, site, first, token, rank.Specificity, consumed);
                if (ranking is not null)
                    (readings ??= []).Add((reading, rank));
                if (best is null || rank.IsBefore(bestRank))
                    (best, bestRank) = (reading, rank);
            }
        }
        return best?.Type is not null && readings is { Count: > 1 } ? ranking!.Choose(best, FirstOfTypes(readings)) : best;
    }

    // A ranker chooses among types. Within one, the ranks decide; and what ranks behind an entry that yields nothing was refused by it.
    private static List<EventCandidate> FirstOfTypes(List<(EventCandidate Reading, EntryRank Rank)> readings)
    {
        readings.Sort((a, b) => a.Rank.IsBefore(b.Rank) ? -1 : b.Rank.IsBefore(a.Rank) ? 1 : 0);
        return [.. readings.Select(pair => pair.Reading).TakeWhile(reading => reading.Type is not null).DistinctBy(reading => reading.Type)];
    }

    private static EventCandidate Candidate(SentenceGraph graph, CodebookEntry entry, Site site, int first, int last, int specificity, List<int> consumed) => new()
    {
        Graph = graph,
        Entry = entry,
        Trigger = site.Trigger,
        TriggerFirst = first,
        TriggerLast = last,
        Anchor = site.Anchor,
        Specificity = specificity,
        Consumed = consumed,
        Type = entry.Type,
        Mode = entry.Mode,
        Cameo = entry.Cameo,
    };

    private static bool WordsBefore(SentenceGraph graph, int token, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var at = token - words.Length + i;
            if (at < 0 || !(graph.Lemma(at).Equals(words[i], StringComparison.OrdinalIgnoreCase) || graph.Tokens[at].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)))
                return false;
        }
        return true;
    }

    /// <summary>The light verb that a noun depends on as its object or, for "take part in", in a prepositional phrase; -1 when there is none.</summary>
    private int LightVerbOf(SentenceGraph graph, int noun)
    {
        var first = noun;
        // "a series of attacks", "two rounds of talks", and the second of two coordinated nouns share the verb.
        for (var steps = 0; steps < 3 && graph.Head(first) >= 0; steps++)
        {
            if (graph.Relation(first) == DependencyRelation.Conj && Phrases.IsNominal(graph, graph.Head(first))
                || graph.Relation(first) == DependencyRelation.Nmod && graph.HasJoint(first, "of") && graph.Is(graph.Head(first), WordList.Measure))
                first = graph.Head(first);
            else
                break;
        }
        var verb = graph.Head(first);
        if (verb < 0 || graph.Tokens[verb].Tag != UniversalTag.VERB || !IsLight(graph, verb))
            return -1;
        return graph.Relation(first) switch
        {
            DependencyRelation.Obj or DependencyRelation.NsubjPass => verb,
            DependencyRelation.Obl when graph.Joint(first) is "in" or "out" or "into" && graph.Lemma(verb) is "take" or "participate" or "engage" or "join" or "carry" or "enter" => verb,
            DependencyRelation.Acl or DependencyRelation.AclRelcl => -1,
            _ => ReducedLightVerb(graph, first),
        };
    }

    private bool IsLight(SentenceGraph graph, int verb)
    {
        if (!codebook.LightVerbs.TryGetValue(graph.Lemma(verb), out var particle))
            return false;
        if (particle is null)
            return true;
        foreach (var child in graph.Children(verb))
        {
            if (graph.Lemma(child) == particle)
                return true;
        }
        return verb + 1 < graph.Tokens.Length && graph.Lemma(verb + 1) == particle;
    }

    // "the attack carried out by rebels", "the test that it conducted": the light verb modifies its noun.
    private int ReducedLightVerb(SentenceGraph graph, int noun)
    {
        foreach (var child in graph.Children(noun))
        {
            if ((graph.Relation(child) == DependencyRelation.Acl && graph.Tokens[child].PennTag == "VBN" || graph.Relation(child) == DependencyRelation.AclRelcl && Clauses.Object(graph, child) == noun) && IsLight(graph, child))
                return child;
        }
        return -1;
    }

    private bool Holds(ReportEntities report, Speakers speakers, Site site, CodebookEntry entry, List<int> consumed)
    {
        var heads = new List<int>();
        foreach (var requirement in entry.Requirements)
        {
            if (!Holds(report, speakers, site, requirement, heads, consumed))
                return false;
        }
        return true;
    }

    private bool Holds(ReportEntities report, Speakers speakers, Site site, Requirement requirement, List<int> heads, List<int> consumed)
    {
        heads.Clear();
        foreach (var slot in requirement.Slots)
        {
            if (slot.Kind == SlotKind.Particle)
            {
                var particle = site.Particle(requirement.Restriction?.Lemmas);
                if (particle < 0)
                    continue;
                if (requirement.Absent || requirement.Restriction is { Negated: true })
                    return false;
                consumed.Add(particle);
                return true;
            }
            site.Fill(slot, heads);
        }
        if (requirement.Absent)
            return heads.Count == 0;
        if (requirement.Restriction is not { } restriction)
            return heads.Count > 0;
        var members = new List<int>();
        foreach (var head in heads)
        {
            if (restriction.Nature == "several")
                members.Add(head);
            else
                Phrases.Members(site.Graph, head, members);
        }
        if (restriction.Negated)
            return !members.Exists(member => Fits(report, speakers, site.Graph, member, restriction));
        foreach (var member in members)
        {
            if (!Fits(report, speakers, site.Graph, member, restriction))
                continue;
            if (restriction.Lemmas.Contains(site.Graph.Lemma(member)))
                consumed.Add(member);
            return true;
        }
        return false;
    }

    private bool Fits(ReportEntities report, Speakers speakers, SentenceGraph graph, int head, Restriction restriction)
    {
        // Nobody's name is a common noun: Mr Song is no song.
        var isPerson = report.MentionAt(graph.Sentence.Index, head) is { Form: MentionForm.Name, Entity.IsPerson: true };
        if (!isPerson && restriction.Lemmas.Count > 0 && (HasLemma(graph, head, restriction.Lemmas) || IsWeapon(report, graph, head) && restriction.Lemmas.Contains("missile")))
            return true;
        if (restriction.Nature == "event")
            return HoldsEvent(graph, head);
        if (restriction.Nature is null && restriction.Sectors.Count == 0)
            return false;
        var found = new List<Argument>();
        arguments.Resolve(report, speakers, graph, head, acceptThings: false, lookInside: false, found);
        if (restriction.Nature == "several")
            return found.Select(argument => argument.Entity.Country).Distinct().Count() > 1;
        // A person's pronoun is an actor, known or not.
        if (restriction.Nature == "actor")
            return found.Exists(argument => argument.IsActor) || graph.Tokens[head].PennTag is "PRP" or "WP" && graph.Lemma(head) is not ("it" or "what");
        if (restriction.Nature == "thing")
            return !found.Exists(argument => argument.IsActor);
        return found.Exists(argument => argument.Entity.Sectors.Exists(restriction.Sectors.Contains));
    }

    // The head itself, a measure's content ("tons of grain"), or a multiword lemma ending at the head.
    private static bool HasLemma(SentenceGraph graph, int head, IReadOnlySet<string> lemmas)
    {
        var lemma = graph.Lemma(head);
        if (lemmas.Contains(lemma) || graph.Tokens[head].Tag == UniversalTag.PROPN && lemmas.Contains(lemma.ToLowerInvariant()))
            return true;
        // The form too: a noun before a noun is often lemmatized as the adjective it looks like ("merger talks").
        if (head > 0 && (lemmas.Contains($"{graph.Lemma(head - 1)} {lemma}") || lemmas.Contains($"{graph.Tokens[head - 1].Form} {lemma}")))
            return true;
        if (head > 1 && graph.Tokens[head - 1].Form == "-" && lemmas.Contains($"{graph.Lemma(head - 2)}-{lemma}"))
            return true;
        foreach (var child in graph.Children(head))
        {
            // "tons of grain", "$10 million in aid"
            if (graph.Relation(child) == DependencyRelation.Nmod && graph.Joint(child) is "of" or "in" or "worth" && (graph.Is(head, WordList.Measure) || graph.Tokens[head].Tag is UniversalTag.NUM or UniversalTag.SYM) && HasLemma(graph, child, lemmas))
                return true;
        }
        return false;
    }

    // "fired a Hwasong-12": a weapon known by name.
    private static bool IsWeapon(ReportEntities report, SentenceGraph graph, int head) =>
        report.MentionAt(graph.Sentence.Index, head) is { Candidates: [{ Entry.Kind: EntryKind.Weapon }, ..] };

    private bool HoldsEvent(SentenceGraph graph, int head)
    {
        for (var i = graph.Left(head); i <= graph.Right(head); i++)
        {
            if (KindOf(graph, i) is not { } kind)
                continue;
            foreach (var entry in codebook.Find(kind, graph.Lemma(i)))
            {
                if (entry.Type is not null)
                    return true;
            }
        }
        return false;
    }
}
