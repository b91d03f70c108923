using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Tells from grammar whether an event is said to have happened: PLOVER's auxiliary modes, historical aside.</summary>
internal static class StatusFinder
{
    internal static EventStatus Find(SentenceGraph graph, EventCandidate candidate)
    {
        var status = OfPredicate(graph, candidate.Anchor);
        if (candidate.Anchor != candidate.Trigger || graph.Tokens[candidate.Trigger].Tag == UniversalTag.NOUN)
            status |= OfNoun(graph, candidate.Trigger);
        status |= OfContext(graph, candidate.Anchor);
        return status;
    }

    private static EventStatus OfPredicate(SentenceGraph graph, int predicate)
    {
        var status = EventStatus.None;
        var verb = predicate;
        // Auxiliaries hang on the first of coordinated verbs: "will visit Beijing and meet Xi".
        for (var steps = 0; steps < 4; steps++)
        {
            status |= OfAuxiliaries(graph, verb, own: verb == predicate);
            if (graph.Relation(verb) == DependencyRelation.Conj && graph.Head(verb) >= 0 && !graph.Has(verb, DependencyRelation.Nsubj) && !graph.Has(verb, DependencyRelation.Aux))
                verb = graph.Head(verb);
            else
                break;
        }
        return status;
    }

    private static EventStatus OfAuxiliaries(SentenceGraph graph, int verb, bool own)
    {
        var status = IsNegated(graph, verb) ? EventStatus.Negated : EventStatus.None;
        foreach (var child in graph.Children(verb))
        {
            var lemma = graph.Lemma(child);
            switch (graph.Relation(child))
            {
                case DependencyRelation.Aux:
                    status |= lemma switch
                    {
                        "will" or "shall" when graph.Tokens[child].Form.ToLowerInvariant() is not ("would" or "should") => EventStatus.Future,
                        // "Minsk would not accept the ultimatum" refuses.
                        "will" or "would" when IsToldInThePast(graph, verb) || IsNegated(graph, verb) => EventStatus.Future,
                        "will" or "shall" or "would" or "could" or "may" or "might" or "should" or "can" or "must" or "ought" => EventStatus.Hypothetical,
                        _ => EventStatus.None,
                    };
                    break;
                case DependencyRelation.Advmod when lemma is "hardly" or "barely" or "longer":
                    status |= EventStatus.Negated;
                    break;
                case DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Obj when own && HasNo(graph, child):
                    status |= EventStatus.Negated;
                    break;
                // "They are to meet": the parser may take the infinitive for the predicate of "are".
                case DependencyRelation.Cop when own && Clauses.IsInfinitive(graph, verb):
                    status |= EventStatus.Future;
                    break;
                case DependencyRelation.Mark when own && lemma == "without":
                    status |= EventStatus.Negated;
                    break;
            }
        }
        return status;
    }

    private static bool IsNegated(SentenceGraph graph, int verb)
    {
        foreach (var child in graph.Children(verb))
        {
            if (graph.Relation(child) == DependencyRelation.Advmod && graph.Lemma(child) is "not" or "never" or "n't")
                return true;
        }
        return false;
    }

    // "Addis Ababa said it would free prisoners" tells a plan, as "will" does in the present.
    private static bool IsToldInThePast(SentenceGraph graph, int verb) =>
        graph.Relation(verb) == DependencyRelation.Ccomp && graph.Head(verb) is >= 0 and var told && graph.Is(told, WordList.Told);

    private static bool HasNo(SentenceGraph graph, int noun)
    {
        foreach (var child in graph.Children(noun))
        {
            if (graph.Relation(child) == DependencyRelation.Det && graph.Lemma(child) is "no" or "neither")
                return true;
        }
        return graph.Lemma(noun) is "nobody" or "none";
    }

    private static EventStatus OfNoun(SentenceGraph graph, int noun)
    {
        var status = HasNo(graph, noun) || graph.HasJoint(noun, "without") ? EventStatus.Negated : EventStatus.None;
        foreach (var child in graph.Children(noun))
        {
            if (graph.Relation(child) is not (DependencyRelation.Amod or DependencyRelation.Compound))
                continue;
            if (graph.Is(child, WordList.Planned))
                status |= EventStatus.Future;
            if (graph.Is(child, WordList.Possible))
                status |= EventStatus.Hypothetical;
        }
        if (graph.Joint(noun) is "ahead of" or "ahead")
            status |= EventStatus.Future;
        return status;
    }

    // Conditions, doubts and questions around the predicate; a future above a noun ("tests will take place") is the noun's own.
    private static EventStatus OfContext(SentenceGraph graph, int predicate)
    {
        var status = EventStatus.None;
        var nominal = graph.Tokens[predicate].Tag is UniversalTag.NOUN or UniversalTag.PROPN;
        for (int token = predicate, steps = 0; token >= 0 && steps < 12; token = graph.Head(token), steps++)
        {
            if (graph.Joint(token) is "if" or "unless" or "whether" or "lest" or "in case" or "provided")
                status |= EventStatus.Hypothetical;
            if (IsGoingTo(graph, token))
                status |= EventStatus.Future;
            if (graph.Relation(token) is not (DependencyRelation.Xcomp or DependencyRelation.Conj or DependencyRelation.Ccomp) && !(nominal && token == predicate))
            {
                if (graph.Relation(token) is not (DependencyRelation.Advcl or DependencyRelation.Acl))
                    break;
            }
            var head = graph.Head(token);
            if (nominal && token == predicate && head >= 0 && graph.Relation(token) is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Obj
                && graph.Tokens[head].Tag == UniversalTag.VERB)
                status |= OfAuxiliaries(graph, head, own: false) & (graph.Is(head, WordList.Occasion) ? ~EventStatus.None : EventStatus.None);
        }
        if (graph.Root >= 0 && graph.Tokens[^1].Form == "?" && graph.IsInside(predicate, graph.Root))
            status |= EventStatus.Hypothetical;
        return status;
    }

    // "is going to attack", "is to visit", "is set to meet", "is expected to sign"
    private static bool IsGoingTo(SentenceGraph graph, int verb)
    {
        if (graph.Relation(verb) != DependencyRelation.Xcomp || !Clauses.IsInfinitive(graph, verb))
            return false;
        var head = graph.Head(verb);
        return graph.Lemma(head) == "be"
            || graph.Lemma(head) == "go" && graph.Tokens[head].PennTag == "VBG"
            || graph.Is(head, WordList.Expected) && (Clauses.IsPassive(graph, head) || graph.Has(head, DependencyRelation.Cop));
    }
}
