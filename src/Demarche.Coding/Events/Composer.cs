using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Lets operators act on the events inside them: "threatened to attack", "refused to talk", "stopped the aid".</summary>
internal sealed class Composer(Codebook codebook)
{
    private const int LastChoice = 100;

    /// <summary>Finds the event inside an operator: the predicate of its complement, or the event noun that is its object.</summary>
    internal static EventCandidate? FindInner(EventCandidate outer, List<EventCandidate> candidates)
    {
        var graph = outer.Graph;
        EventCandidate? best = null;
        var bestRank = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (candidate == outer || candidate.Absorbed || candidate.Entry.Blocks || !graph.IsInside(candidate.Trigger, outer.Trigger) && Clauses.Quoted(graph, outer.Trigger) != candidate.Anchor)
                continue;
            var rank = Rank(graph, outer, candidate);
            // "Urged Pyongyang to return to talks": what an entry found goes before what the ranker supposes.
            if (candidate.IsUnlisted && rank < int.MaxValue)
                rank += LastChoice;
            if (rank < bestRank)
                (best, bestRank) = (candidate, rank);
        }
        return best;
    }

    // Steps from the operator down to the inner event along complements, objects and prepositional phrases; unreachable is MaxValue.
    private static int Rank(SentenceGraph graph, EventCandidate outer, EventCandidate inner)
    {
        var steps = 0;
        if (Clauses.Quoted(graph, outer.Trigger) is >= 0 and var quoted && quoted == inner.Anchor)
            return 4;
        for (var token = inner.Trigger; token != outer.Trigger; token = graph.Head(token))
        {
            if (token < 0 || ++steps > 4)
                return int.MaxValue;
            var open = graph.Relation(token) switch
            {
                DependencyRelation.Xcomp or DependencyRelation.Ccomp or DependencyRelation.Obj or DependencyRelation.NsubjPass => true,
                DependencyRelation.Csubj => token > graph.Head(token),
                // The parser often hangs an infinitive or a gerund as an adverbial or adnominal clause.
                DependencyRelation.Advcl or DependencyRelation.Acl => graph.Joint(token) is "to" or "of" or "from" or "for" or "against" or "on" or "about" or "in" or "with" or "over" or "that" or "into" or null && token > graph.Head(token),
                // "In a call with Tillerson, Lavrov urged …": what stands before is the occasion.
                DependencyRelation.Obl or DependencyRelation.Nmod => token > graph.Head(token) && graph.Joint(token) is "of" or "for" or "to" or "from" or "against" or "on" or "with" or "in" or "into" or "about" or "over",
                DependencyRelation.Conj => graph.Head(token) != outer.Trigger,
                // "The talks collapsed": only for an entry that names its subject.
                DependencyRelation.Nsubj => Array.Exists(outer.Entry.Requirements, requirement => Array.Exists(requirement.Slots, slot => slot.Kind == SlotKind.Subject)),
                DependencyRelation.Compound => graph.Tokens[graph.Head(token)].Tag == UniversalTag.NOUN,
                _ => false,
            };
            if (!open)
                return int.MaxValue;
        }
        return steps * 4 + (inner.Entry.Triggers[0].Kind == TriggerKind.Noun ? 1 : 0) + (inner.Type is null ? 2 : 0);
    }

    /// <summary>Applies the codebook's composition: the operator's own code, and what becomes of the inner event.</summary>
    /// <param name="innerIsEvent">The inner event concerns somebody.</param>
    internal void Compose(EventCandidate outer, EventCandidate? inner, bool innerIsEvent)
    {
        var operatorClass = outer.Entry.Operator!;
        // An operator inside that came to nothing is no event.
        if (inner?.Type is null)
            inner = null;
        var composition = inner is not null && (inner.Status & EventStatus.Negated) != 0 ? codebook.Compose($"{operatorClass} not", inner.Type) : null;
        if (composition is not null)
            inner!.Status &= ~EventStatus.Negated;
        composition ??= codebook.Compose(operatorClass, inner?.Type);
        if (composition is null)
            return;
        outer.Inner = inner;
        outer.Composed = $"{operatorClass} × {inner?.Type ?? "no event"}";
        if (inner is null)
        {
            outer.Type = composition.Type is null or "=" ? outer.Entry.Type : composition.Type;
            outer.Mode = composition.Mode ?? outer.Entry.Mode;
            outer.Cameo = composition.Cameo ?? outer.Entry.Cameo;
            return;
        }
        if (composition.KeepsType && outer.Type is not null && !innerIsEvent)
        {
            // What is inside concerns nobody: the operator stands for itself.
            inner.Absorbed = true;
            return;
        }
        if (composition.KeepsType)
        {
            // The inner event stands for the whole; the operator only colours it.
            inner.Status |= StatusOf(composition.InnerStatus);
            outer.Absorbed = true;
            return;
        }
        outer.Type = composition.Type;
        outer.Mode = composition.Mode ?? (composition.Type == outer.Entry.Type ? outer.Entry.Mode : null);
        outer.Cameo = composition.Cameo ?? outer.Entry.Cameo;
        if (composition.Absorb)
            inner.Absorbed = true;
        else
            inner.Status |= StatusOf(composition.InnerStatus);
        if (outer.Type is null)
            outer.Absorbed = true;
    }

    /// <summary>"agreed to open the border and grant asylum": the operator acts on the second complement as on the first.</summary>
    internal void ComposeConjuncts(EventCandidate outer, EventCandidate inner, List<EventCandidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate == inner || candidate == outer || candidate.Absorbed || candidate.Type is null || candidate.Graph.Relation(candidate.Anchor) != DependencyRelation.Conj || candidate.Graph.Head(candidate.Anchor) != inner.Anchor
                || candidate.Graph.Has(candidate.Anchor, DependencyRelation.Nsubj) || codebook.Compose(outer.Entry.Operator!, candidate.Type) is not { } composition)
                continue;
            if (composition.Absorb)
                candidate.Absorbed = true;
            else
                candidate.Status |= StatusOf(composition.InnerStatus);
        }
    }

    private static EventStatus StatusOf(string? word) => word switch
    {
        "future" => EventStatus.Future,
        "hypothetical" => EventStatus.Hypothetical,
        "negated" => EventStatus.Negated,
        "historical" => EventStatus.Historical,
        _ => EventStatus.None,
    };
}
