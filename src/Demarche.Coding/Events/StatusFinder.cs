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
                case DependencyRelation.Advmod when own && lemma is "once" or "formerly" or "historically" or "previously" && child < verb && (IsPast(graph, verb) || Clauses.IsPassive(graph, verb)):
                    status |= EventStatus.Historical;
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
                // "Has in the past criticised the pact"; not "in the past week".
                case DependencyRelation.Obl when own && lemma == "past" && graph.Joint(child) == "in" && !graph.Has(child, DependencyRelation.Amod):
                    status |= EventStatus.Historical;
                    break;
                case DependencyRelation.Mark when own && lemma == "without":
                    status |= EventStatus.Negated;
                    break;
            }
        }
        return status;
    }

    private static bool IsNegated(SentenceGraph graph, int verb) => Clauses.Negation(graph, verb) >= 0;

    // "Addis Ababa said it would free prisoners" tells a plan, as "will" does in the present.
    private static bool IsToldInThePast(SentenceGraph graph, int verb)
    {
        // "said that it would free prisoners and that it would lift the ban"
        if (graph.Relation(verb) == DependencyRelation.Conj && graph.Head(verb) >= 0)
            verb = graph.Head(verb);
        return graph.Relation(verb) == DependencyRelation.Ccomp && graph.Head(verb) is >= 0 and var told && graph.Is(told, WordList.Told);
    }

    private static bool HasNo(SentenceGraph graph, int noun)
    {
        foreach (var child in graph.Children(noun))
        {
            // "No troops", "not the police nor the army".
            if (graph.Relation(child) == DependencyRelation.Det && graph.Lemma(child) is "no" or "neither" || child < noun && graph.Relation(child) is DependencyRelation.Advmod or DependencyRelation.CcPreconj && graph.Lemma(child) is "not" or "neither")
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
        // "If Trump agrees to Beijing's demands": they are made, whatever becomes of them.
        if (nominal && graph.Has(predicate, DependencyRelation.NmodPoss) && !(graph.Head(predicate) is >= 0 and var verb && graph.Tokens[verb].Tag == UniversalTag.VERB && graph.Is(verb, WordList.Occasion)))
            return status;
        for (int token = predicate, steps = 0; token >= 0 && steps < 12; token = graph.Head(token), steps++)
        {
            // "to deter Pyongyang after its launch": what gave the occasion is done, whatever follows.
            if (nominal && token == predicate && graph.Joint(token) is "after" or "following" or "since" or "over" or "despite" or "because of" or "due to")
                break;
            if (graph.Joint(token) is "if" or "unless" or "whether" or "lest" or "in case" or "provided")
                status |= EventStatus.Hypothetical;
            if (graph.Joint(token) is "instead of" or "instead" or "rather than" or "rather" && graph.Tokens[token].Tag == UniversalTag.VERB)
                status |= EventStatus.Negated;
            if (IsGoingTo(graph, token))
                status |= EventStatus.Future;
            status |= OfGovernor(graph, token);
            if (IsToldAsPast(graph, token) || graph.Relation(token) == DependencyRelation.Conj && graph.Head(token) is >= 0 and var first && IsToldAsPast(graph, first) && IsPast(graph, token))
                break;
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

    // "is likely to face questions about why he called", "shifted his account to say that he did call": what is told in the past tense is done, whatever stands above it.
    private static bool IsToldAsPast(SentenceGraph graph, int verb) =>
        graph.Relation(verb) switch
        {
            DependencyRelation.Advcl => graph.Joint(verb) is "when" or "after" or "as" or "since" or "because" or "while" && IsPast(graph, verb) || graph.Joint(verb) == "after" && graph.Tokens[verb].PennTag == "VBG",
            DependencyRelation.Ccomp => graph.Head(verb) is >= 0 and var told && graph.Is(told, WordList.Told) && IsPast(graph, verb),
            _ => false,
        };

    private static bool IsPast(SentenceGraph graph, int verb)
    {
        foreach (var child in graph.Children(verb))
        {
            if (graph.Relation(child) is DependencyRelation.Aux or DependencyRelation.AuxPass)
                return graph.Tokens[child].PennTag == "VBD";
        }
        return graph.Tokens[verb].PennTag == "VBD";
    }

    // What somebody can, may, likes or needs to do, does for a purpose, or is supposed to have done is not told as done.
    private static EventStatus OfGovernor(SentenceGraph graph, int verb)
    {
        var head = graph.Head(verb);
        if (head < 0 || graph.Tokens[verb].Tag != UniversalTag.VERB)
            return EventStatus.None;
        var infinitive = Clauses.IsInfinitive(graph, verb);
        switch (graph.Relation(verb))
        {
            // "fired tear gas to disperse the crowd" tells how it was done.
            case DependencyRelation.Advcl when infinitive && graph.Tokens[head].Tag == UniversalTag.VERB && graph.Lemma(head) is not ("use" or "fire" or "employ" or "return"):
                return EventStatus.Hypothetical;
            case DependencyRelation.Acl or DependencyRelation.Advcl when infinitive && graph.Is(head, WordList.Open):
                return EventStatus.Hypothetical;
            case DependencyRelation.Acl or DependencyRelation.Ccomp when !infinitive && graph.Is(head, WordList.Notion):
                return EventStatus.Hypothetical;
            case DependencyRelation.Ccomp when graph.Is(head, WordList.Supposed):
                return EventStatus.Hypothetical;
            // "Rolling back the tariffs requires concessions": what is weighed is not told as done.
            case DependencyRelation.Csubj when graph.Tokens[verb].PennTag == "VBG" && !IsPast(graph, head) && !HasPastCopula(graph, head):
                return EventStatus.Hypothetical;
            // "That could include lifting the ban", "would mean recognising Taiwan".
            case DependencyRelation.Xcomp or DependencyRelation.Obj when graph.Tokens[verb].PennTag == "VBG" && graph.Is(head, WordList.Entailing) && OfAuxiliaries(graph, head, own: false).HasFlag(EventStatus.Hypothetical):
                return EventStatus.Hypothetical;
            // "would like to sign"; "is not able to sign", "is unable to sign".
            case DependencyRelation.Xcomp when graph.Lemma(head) is "like" or "love" or "prefer":
                return EventStatus.Hypothetical;
            case DependencyRelation.Xcomp when graph.Lemma(head) == "unable" || graph.Lemma(head) == "able" && IsNegated(graph, head):
                return EventStatus.Negated;
            default:
                return EventStatus.None;
        }
    }

    private static bool HasPastCopula(SentenceGraph graph, int predicate) => graph.Child(predicate, DependencyRelation.Cop) is >= 0 and var copula && graph.Tokens[copula].PennTag == "VBD";

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
