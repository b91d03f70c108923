using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds the events of a sentence: triggers, what they need, whom they concern, how they compose, whether they are said to have happened.</summary>
internal sealed class EventFinder(Codebook codebook, TriggerMatcher matcher, ArgumentFinder arguments)
{
    private readonly Composer _composer = new(codebook);
    private readonly NonEventFilter _nonEvents = new(codebook);

    /// <param name="before">The events of the sentences before, in the order of the text.</param>
    /// <param name="ranking">Tells the types of verbs that no entry fits; null to leave them alone.</param>
    /// <param name="silent">Gets the entries that had their say without an event of their own.</param>
    internal List<EventCandidate> Find(ReportEntities report, Speakers speakers, SentenceGraph graph, IReadOnlyList<EventCandidate> before, SentenceRanking? ranking, List<CodebookEntry> silent)
    {
        var candidates = matcher.Match(report, speakers, graph, ranking);
        silent.AddRange(candidates.Where(candidate => candidate.Entry.Blocks).Select(candidate => candidate.Entry));
        ranking?.AddUnlisted(codebook, candidates);
        DropConsumed(candidates);
        // The deepest first: an operator needs what is inside it.
        candidates.Sort((a, b) => graph.Depth(b.Trigger) is var deep && graph.Depth(a.Trigger) is var other && deep != other ? deep.CompareTo(other) : a.Trigger.CompareTo(b.Trigger));
        foreach (var candidate in candidates)
        {
            if (candidate.Entry.Blocks)
                continue;
            candidate.Status |= StatusFinder.Find(graph, candidate);
            var inner = candidate.Entry.Operator is null ? null : Composer.FindInner(candidate, candidates);
            FillRoles(report, speakers, candidate, inner);
            if (candidate.Entry.Operator is not null)
            {
                _composer.Compose(candidate, inner, innerIsEvent: inner is not null && IsEvent(inner));
                if (inner is not null)
                    _composer.ComposeConjuncts(candidate, inner, candidates);
            }
            if (candidate is { Absorbed: true, Inner: { Absorbed: false } kept } && (candidate.Status & EventStatus.Future) != 0)
            {
                // "will allow the UN to bring food": the plan is the inner event's.
                kept.Status |= candidate.Status & (EventStatus.Future | EventStatus.Negated);
                Plan(kept);
            }
            if (candidate.Inner is not null && !candidate.Absorbed)
                Inherit(candidate);
            Plan(candidate);
        }
        silent.AddRange(candidates.Where(candidate => candidate is { Absorbed: true, Inner: { Absorbed: false } inner } && IsEvent(inner)).Select(candidate => candidate.Entry));
        candidates.RemoveAll(candidate => candidate.Absorbed || candidate.Type is null || !IsEvent(candidate));
        Distribute(candidates);
        foreach (var candidate in candidates)
        {
            AddPartyOfDeed(candidate, before);
            AddOtherSide(report, candidate, candidates, before);
            // Whoever acts is not also acted upon, by whichever way he came in.
            candidate.Recipient.RemoveAll(party => candidate.Actor.Exists(actor => actor.Entity == party.Entity));
        }
        candidates.RemoveAll(_nonEvents.IsNonEvent);
        candidates.Sort((a, b) => a.Trigger.CompareTo(b.Trigger));
        return candidates;
    }

    // "condemned the launch": whose it was, an earlier sentence told.
    private void AddPartyOfDeed(EventCandidate candidate, IReadOnlyList<EventCandidate> before)
    {
        if (!codebook.Has(candidate.Type, EventTraits.Deed) || candidate.Recipient.Count > 0 || candidate.Graph.Tokens[candidate.Trigger].Tag != UniversalTag.VERB)
            return;
        var deed = Clauses.Object(candidate.Graph, candidate.Trigger);
        if (deed < 0 || candidate.Graph.Tokens[deed].Tag != UniversalTag.NOUN || !IsDefinite(candidate.Graph, deed))
            return;
        var types = codebook.Find(TriggerKind.Noun, candidate.Graph.Lemma(deed)).ToArray().Select(entry => entry.Type).OfType<string>().ToHashSet(StringComparer.Ordinal);
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (!types.Contains(before[i].Type!) || !before[i].Actor.Exists(actor => actor.Entity.Country is not null))
                continue;
            foreach (var actor in before[i].Actor)
            {
                if (!candidate.Actor.Exists(own => own.Entity == actor.Entity || own.Entity.Country == actor.Entity.Country))
                    candidate.Recipient.Add(actor with { Head = deed, Span = Phrases.Span(candidate.Graph, deed), IsMention = false });
            }
            return;
        }
    }

    /// <summary>How many sentences the other side of a quarrel may lie behind.</summary>
    private const int MaxQuarrel = 3;

    // "Kyiv protested at once", "Lavrov dismissed the charge": against the one state with which the sentences before have this one at odds.
    private void AddOtherSide(ReportEntities report, EventCandidate candidate, List<EventCandidate> candidates, IReadOnlyList<EventCandidate> before)
    {
        var graph = candidate.Graph;
        if (candidate.Recipient.Count > 0 || candidate.Third.Count > 0 || (candidate.Status & EventStatus.Negated) != 0)
            return;
        if (Provoker(report, graph, candidate) is { } provoker)
        {
            candidate.Recipient.Add(provoker);
            return;
        }
        if (OnlyCountry(candidate.Actor) is not { } own)
            return;
        if (OneBelow(report, candidate, own) is { } below)
        {
            candidate.Recipient.Add(below);
            return;
        }
        if (Governor(candidate, candidates) is { } governor)
        {
            foreach (var party in governor.Recipient)
                candidate.Recipient.Add(party);
            return;
        }
        if (!codebook.Has(candidate.Type, EventTraits.Answer) || NamesAnother(report, graph, own) || !MayAnswer(candidate))
            return;
        for (var i = before.Count - 1; i >= 0 && graph.Sentence.Index - before[i].Graph.Sentence.Index <= MaxQuarrel; i--)
        {
            var (actor, recipient) = (before[i].Actor, before[i].Recipient);
            var others = recipient.Exists(party => party.Entity.Country == own) ? actor : actor.Exists(party => party.Entity.Country == own) ? recipient : null;
            if (others is null || OnlyCountry(others) is not { } other || other == own)
                continue;
            foreach (var party in others)
                candidate.Recipient.Add(party with { Head = candidate.Trigger, IsMention = false });
            return;
        }
    }

    // "Pyongyang fired a missile, prompting Washington to warn that …": whoever gave the occasion.
    private static Argument? Provoker(ReportEntities report, SentenceGraph graph, EventCandidate candidate)
    {
        if (graph.Relation(candidate.Anchor) != DependencyRelation.Xcomp || graph.Head(candidate.Anchor) is not (>= 0 and var prompting) || !graph.Is(prompting, WordList.Prompting))
            return null;
        var subject = Clauses.Subject(graph, prompting);
        return subject >= 0 && report.MentionAt(graph.Sentence.Index, subject)?.Entity is { Country: { } country } entity && !candidate.Actor.Exists(actor => actor.Entity.Country == country)
            ? new Argument(subject, Phrases.Span(graph, subject), entity, IsActor: true) : null;
    }

    // "Protested", "denied it", "dismissed the charge" lean on what was told before; "denounced the new tax on diesel" says itself what it is about.
    private static bool MayAnswer(EventCandidate candidate)
    {
        var graph = candidate.Graph;
        var thing = graph.Tokens[candidate.Anchor].Tag == UniversalTag.VERB ? Clauses.Object(graph, candidate.Anchor) : -1;
        if (thing < 0 || thing == candidate.Trigger || graph.Tokens[thing].Tag == UniversalTag.PRON)
            return true;
        foreach (var child in graph.Children(thing))
        {
            if (graph.Relation(child) is not (DependencyRelation.Det or DependencyRelation.Punct or DependencyRelation.Case))
                return false;
        }
        return IsDefinite(graph, thing);
    }

    // "rejected the ruling that Manila had won": the one other state that stands below the verb.
    private static Argument? OneBelow(ReportEntities report, EventCandidate candidate, string own)
    {
        var graph = candidate.Graph;
        Argument? found = null;
        foreach (var mention in report.Mentions[graph.Sentence.Index])
        {
            if (mention.Entity is not { Kind: EntityKind.Country or EntityKind.Person or EntityKind.Organisation or EntityKind.Group, Country: { } country } entity || country == own || mention.Form == MentionForm.Pronoun || mention.Head <= candidate.TriggerLast || !StandsBelow(graph, mention.Head, candidate.Anchor))
                continue;
            if (found is { } other && other.Entity.Country != country)
                return null;
            found ??= new Argument(mention.Head, Phrases.Span(graph, mention.Head), entity, IsActor: true);
        }
        return found;
    }

    // Who closes the sentence with "…, Tokyo said" stands beside the verb, not below it.
    private static bool StandsBelow(SentenceGraph graph, int word, int verb)
    {
        for (var steps = 0; word >= 0 && steps < graph.Tokens.Length; word = graph.Head(word), steps++)
        {
            if (word == verb)
                return true;
            if (graph.Relation(word) == DependencyRelation.Parataxis)
                return false;
        }
        return false;
    }

    // "protested to Tokyo and recalled its envoy", "wrote to Tokyo, demanding an apology": the second goes on with the parties of the first.
    private static EventCandidate? Governor(EventCandidate candidate, List<EventCandidate> candidates)
    {
        var graph = candidate.Graph;
        if (graph.Relation(candidate.Anchor) is not (DependencyRelation.Conj or DependencyRelation.Advcl) || graph.Relation(candidate.Anchor) == DependencyRelation.Advcl && graph.Tokens[candidate.Anchor].PennTag != "VBG")
            return null;
        var head = graph.Head(candidate.Anchor);
        return candidates.Find(other => other != candidate && other.Anchor == head && other.Recipient.Exists(party => party.IsActor)
            && other.Actor.Count == candidate.Actor.Count && other.Actor.TrueForAll(actor => candidate.Actor.Exists(own => own.Entity == actor.Entity)));
    }

    private static string? OnlyCountry(List<Argument> parties) =>
        parties.Count > 0 && parties[0].Entity.Country is { } country && parties.TrueForAll(party => party.Entity.Country == country) ? country : null;

    private static bool NamesAnother(ReportEntities report, SentenceGraph graph, string own) =>
        report.Mentions[graph.Sentence.Index].Exists(mention => mention.Entity is { Kind: EntityKind.Country or EntityKind.Person or EntityKind.Organisation, Country: { } country } && country != own);

    private static bool IsDefinite(SentenceGraph graph, int noun)
    {
        foreach (var child in graph.Children(noun))
        {
            if (graph.Relation(child) == DependencyRelation.Det)
                return graph.Lemma(child) is "the" or "this" or "that" or "these" or "those";
        }
        return false;
    }

    // "held separate talks with Seoul and Beijing" tells two events.
    private static void Distribute(List<EventCandidate> candidates)
    {
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            var candidate = candidates[i];
            if (candidate.Recipient.Count < 2 || !IsDistributive(candidate))
                continue;
            candidates.RemoveAt(i);
            for (var k = candidate.Recipient.Count - 1; k >= 0; k--)
                candidates.Insert(i, candidate.ForRecipient(k));
        }
    }

    private static bool IsDistributive(EventCandidate candidate)
    {
        foreach (var word in candidate.Trigger == candidate.Anchor ? [candidate.Trigger] : new[] { candidate.Trigger, candidate.Anchor })
        {
            foreach (var child in candidate.Graph.Children(word))
            {
                if (candidate.Graph.Lemma(child) is "separate" or "separately" or "respectively")
                    return true;
            }
        }
        return false;
    }

    private static void DropConsumed(List<EventCandidate> candidates)
    {
        // "held joint military exercises": the longer expression says more than the verb that has its head for an object.
        foreach (var expression in candidates)
        {
            if (expression.TriggerFirst < expression.TriggerLast && expression.Anchor != expression.Trigger && !expression.Entry.Blocks)
                candidates.Find(other => other.Trigger == expression.Anchor && other.Consumed.Contains(expression.Trigger))?.Absorb();
        }
        // "a war of words broke out": an idiom that is none takes with it what needs its head. A compound does not: "accused of war crimes".
        foreach (var idiom in candidates)
        {
            if (!idiom.Entry.Blocks || idiom.Trigger == idiom.TriggerLast)
                continue;
            foreach (var other in candidates)
            {
                if (!other.Entry.Blocks && (other.Consumed.Contains(idiom.Trigger) || other.Trigger >= idiom.TriggerFirst && other.Trigger <= idiom.TriggerLast))
                    other.Absorb();
            }
        }
        foreach (var candidate in candidates)
        {
            if (candidate.Absorbed || candidate.Entry.Blocks || candidate.Entry.Operator is not null && candidate.Type is null)
                continue;
            foreach (var other in candidates)
            {
                if (other != candidate && candidate.Consumed.Contains(other.Trigger) && !(candidate.Entry.Operator is not null && other.Type is not null && other.Type != candidate.Type))
                    other.Absorbed = true;
                if (other != candidate && other.TriggerFirst >= candidate.TriggerFirst && other.TriggerLast <= candidate.TriggerLast && other.TriggerLast - other.TriggerFirst < candidate.TriggerLast - candidate.TriggerFirst)
                    other.Absorbed = true;
            }
        }
        candidates.RemoveAll(candidate => candidate.Absorbed);
    }

    private void FillRoles(ReportEntities report, Speakers speakers, EventCandidate candidate, EventCandidate? inner)
    {
        var entry = candidate.Entry;
        var site = new Site(candidate.Graph, entry.Triggers[0].Kind, candidate.Trigger, candidate.Anchor == candidate.Trigger ? -1 : candidate.Anchor);
        var things = codebook.Has(candidate.Type, EventTraits.Things);
        arguments.Fill(report, speakers, site, entry.Actor, inner, acceptThings: codebook.Has(candidate.Type, EventTraits.ThingActs) && entry.Triggers[0].Kind == TriggerKind.Verb, candidate.Actor);
        arguments.Fill(report, speakers, site, entry.Recipient, inner, things, candidate.Recipient);
        if (entry.Third is { } third)
            arguments.Fill(report, speakers, site, third, inner, acceptThings: false, candidate.Third);
        candidate.Recipient.RemoveAll(recipient => candidate.Actor.Exists(actor => actor.Entity == recipient.Entity));
        candidate.Third.RemoveAll(third => candidate.Actor.Exists(actor => actor.Entity == third.Entity) || candidate.Recipient.Exists(recipient => recipient.Entity == third.Entity));
    }

    // "threatened to attack Ukraine": whom the inner event concerns, the operator concerns, if it names nobody itself.
    private static void Inherit(EventCandidate outer)
    {
        var inner = outer.Inner!;
        if (!outer.Recipient.Exists(argument => argument.IsActor) && inner.Absorbed)
        {
            outer.Recipient.Clear();
            foreach (var argument in inner.Recipient)
            {
                if (!outer.Actor.Exists(actor => actor.Entity == argument.Entity))
                    outer.Recipient.Add(argument);
            }
            if (outer.Recipient.Count == 0)
            {
                foreach (var argument in inner.Actor)
                {
                    if (!outer.Actor.Exists(actor => actor.Entity == argument.Entity))
                        outer.Recipient.Add(argument);
                }
            }
        }
        if (outer.Actor.Count == 0 && inner.Absorbed)
            outer.Actor.AddRange(inner.Actor);
    }

    // A cooperative act that its actor announces for the future is an agreement to do it (PLOVER, AGREE); "will not" is a refusal.
    private void Plan(EventCandidate candidate)
    {
        if ((candidate.Status & EventStatus.Future) == 0 || candidate.Type is null || candidate.Absorbed || codebook.Has(candidate.Type, EventTraits.Word))
            return;
        var negated = (candidate.Status & EventStatus.Negated) != 0;
        if (codebook.Compose(negated ? "will not" : "will", candidate.Type) is not { } composition || composition.KeepsType || composition.Type is null)
            return;
        candidate.Composed = $"{(negated ? "will not" : "will")} × {candidate.Type}";
        candidate.Type = composition.Type;
        candidate.Mode = composition.Mode;
        candidate.Cameo = composition.Cameo ?? candidate.Cameo;
        candidate.Status &= ~(EventStatus.Future | EventStatus.Negated);
    }

    internal bool IsEvent(EventCandidate candidate)
    {
        if (candidate.HasActorOrRecipient)
            return candidate.Entry.Triggers[0].Kind != TriggerKind.Noun || candidate.Actor.Count > 0 || codebook.Has(candidate.Type, EventTraits.Things);
        return codebook.Has(candidate.Type, EventTraits.ThingActs) && candidate.Actor.Count > 0 && candidate.Recipient.Count > 0;
    }
}
