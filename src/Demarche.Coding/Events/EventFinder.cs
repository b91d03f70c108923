using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds the events of a sentence: triggers, what they need, whom they concern, how they compose, whether they are said to have happened.</summary>
internal sealed class EventFinder(Codebook codebook, TriggerMatcher matcher, ArgumentFinder arguments)
{
    private readonly Composer _composer = new(codebook);
    private readonly NonEventFilter _nonEvents = new(codebook);
    private readonly ImpliedRecipients _implied = new(codebook);

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
            candidate.Status |= StatusFinder.Find(graph, candidate) & ~Meant(candidate.Entry);
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
            _implied.Add(report, candidate, candidates, before);
            if (candidate.Recipient.Count == 0 && candidate.Third.Count == 0 && codebook.Has(candidate.Type, EventTraits.Topic))
                ArgumentFinder.AddTopic(codebook, report, candidate);
        }
        candidates.RemoveAll(_nonEvents.IsNonEvent);
        candidates.Sort((a, b) => a.Trigger.CompareTo(b.Trigger));
        return candidates;
    }

    // An entry that asks for "not" or for an auxiliary means the whole: "will not tolerate" rejects, "will pay" threatens.
    private static EventStatus Meant(CodebookEntry entry) =>
        (entry.Asks(SlotKind.Negation) ? EventStatus.Negated | EventStatus.Future : EventStatus.None) | (entry.Asks(SlotKind.Auxiliary) ? EventStatus.Future | EventStatus.Hypothetical : EventStatus.None);

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
        arguments.Fill(report, speakers, site, entry.Actor, inner, acceptThings: codebook.Has(candidate.Type, EventTraits.ThingActs) && entry.Triggers[0].Kind == TriggerKind.Verb, candidate.Actor, acting: true);
        if (candidate.Actor.Count == 0 && entry.Triggers[0].Kind == TriggerKind.Verb && TellerBeside(candidate.Graph, candidate.Anchor) is >= 0 and var teller)
            arguments.Resolve(report, speakers, candidate.Graph, teller, acceptThings: false, lookInside: false, candidate.Actor);
        arguments.Fill(report, speakers, site, entry.Recipient, inner, things, candidate.Recipient);
        if (entry.Third is { } third)
            arguments.Fill(report, speakers, site, third, inner, acceptThings: false, candidate.Third);
        if (IsReciprocal(candidate.Graph, Clauses.Object(candidate.Graph, candidate.Anchor)))
            candidate.Recipient.Clear();
        // "Terrorist attacks": a word of the trigger itself, of nobody's.
        candidate.Actor.RemoveAll(actor => candidate.TriggerFirst <= actor.Head && actor.Head <= candidate.TriggerLast && actor.Entity is { Country: null, Known: null });
        if (codebook.Has(candidate.Type, EventTraits.ThingActs))
            TurnPlaces(report, candidate);
        candidate.Recipient.RemoveAll(recipient => candidate.Actor.Exists(actor => actor.Entity == recipient.Entity));
        candidate.Third.RemoveAll(third => candidate.Actor.Exists(actor => actor.Entity == third.Entity) || candidate.Recipient.Exists(recipient => recipient.Entity == third.Entity));
    }

    // "The Paris attacks", "the Mumbai shooting killed ten": a town before such a noun is where it was done, not who did it.
    private void TurnPlaces(ReportEntities report, EventCandidate candidate)
    {
        for (var i = candidate.Actor.Count - 1; i >= 0; i--)
        {
            var actor = candidate.Actor[i];
            if (candidate.Graph.Relation(actor.Head) != DependencyRelation.Compound || candidate.Graph.Head(actor.Head) is var noun && noun != candidate.Trigger && codebook.Find(TriggerKind.Noun, candidate.Graph.Lemma(noun)).Length == 0
                || report.MentionAt(candidate.Graph.Sentence.Index, actor.Head) is not { } mention || mention is not ({ Candidates: [{ Form: NameForm.Capital }, ..] } or { Entity.Kind: EntityKind.Place }))
                continue;
            candidate.Actor.RemoveAt(i);
            if (candidate.Recipient.Count == 0)
                candidate.Recipient.Add(actor);
        }
    }

    // "attacked each other's policies": those who act are those acted upon.
    private static bool IsReciprocal(SentenceGraph graph, int phrase)
    {
        for (var i = phrase < 0 ? 0 : graph.Left(phrase); phrase >= 0 && i < graph.Right(phrase); i++)
        {
            if (graph.Lemma(i) is "each" or "one" && graph.Lemma(i + 1) is "other" or "another" && (graph.Lemma(i) == "each") == (graph.Lemma(i + 1) == "other"))
                return true;
        }
        return false;
    }

    // "said any attempt would be dangerous, while condemning …": what the clause between is about condemns nobody, so whoever tells it does.
    private static int TellerBeside(SentenceGraph graph, int verb)
    {
        if (graph.Tokens[verb].PennTag != "VBG" || graph.Relation(verb) != DependencyRelation.Advcl)
            return -1;
        var clause = graph.Head(verb);
        return clause >= 0 && graph.Relation(clause) == DependencyRelation.Ccomp && graph.Head(clause) is >= 0 and var told && graph.Is(told, WordList.Told) ? Clauses.Subject(graph, told) : -1;
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
