using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds the deep subject, object and complements of a predicate: passives undone, shared and controlled arguments restored.</summary>
internal static class Clauses
{
    private const int MaxChain = 12;

    internal static bool IsVerb(SentenceGraph graph, int token) => graph.Tokens[token].Tag == UniversalTag.VERB;

    internal static bool IsPassive(SentenceGraph graph, int verb)
    {
        ref readonly var token = ref graph.Tokens[verb];
        if (graph.Has(verb, DependencyRelation.AuxPass))
            return true;
        // "have called" without "been" is active, whatever the subject is labelled.
        if (graph.Has(verb, DependencyRelation.NsubjPass))
            return token.PennTag == "VBN" && !HasHave(graph, verb);
        if (graph.Has(verb, DependencyRelation.Nsubj))
            return false;
        // "was caught by police and deported": a past tense that could be a participle, without an object, goes on with the passive.
        if (token is { PennTag: "VBD", Relation: DependencyRelation.Conj } && token.Form.EndsWith("ed", StringComparison.Ordinal) && !graph.Has(verb, DependencyRelation.Obj) && !graph.Has(verb, DependencyRelation.Xcomp) && !graph.Has(verb, DependencyRelation.Ccomp)
            && graph.Has(token.Head, DependencyRelation.AuxPass))
            return graph.Tokens[token.Head].PennTag == "VBN";
        if (token.PennTag != "VBN")
            return false;
        // A reduced relative ("the men arrested by police") or a participle clause ("Asked by Seoul, …"), but not "has arrested".
        if (token.Relation is DependencyRelation.Acl or DependencyRelation.Amod || graph.Has(verb, DependencyRelation.OblAgent))
            return true;
        if (token.Relation == DependencyRelation.Conj && !graph.Has(verb, DependencyRelation.Aux))
            return IsPassive(graph, token.Head) && !graph.Has(verb, DependencyRelation.Obj);
        return token.Relation is DependencyRelation.Advcl or DependencyRelation.Root or DependencyRelation.Parataxis
            && !graph.Has(verb, DependencyRelation.Aux) && !graph.Has(verb, DependencyRelation.Obj);
    }

    private static bool HasHave(SentenceGraph graph, int verb)
    {
        foreach (var child in graph.Children(verb))
        {
            if (graph.Relation(child) == DependencyRelation.Aux && graph.Lemma(child) == "have")
                return true;
        }
        return false;
    }

    /// <summary>The head of the deep subject; -1 when the sentence does not say.</summary>
    internal static int Subject(SentenceGraph graph, int verb) => Subject(graph, verb, 0);

    private static int Subject(SentenceGraph graph, int verb, int steps)
    {
        if (steps > MaxChain)
            return -1;
        if (IsPassive(graph, verb))
            return Agent(graph, verb);
        var own = SurfaceSubject(graph, verb);
        if (own >= 0)
            return own;
        return ImplicitSubject(graph, verb, steps);
    }

    /// <summary>The surface subject of a passive, or the object: what the act is done to; -1 when there is none.</summary>
    internal static int Object(SentenceGraph graph, int verb) => Object(graph, verb, 0);

    private static int Object(SentenceGraph graph, int verb, int steps)
    {
        if (steps > MaxChain)
            return -1;
        if (IsPassive(graph, verb))
        {
            var subject = graph.Child(verb, DependencyRelation.NsubjPass);
            if (subject < 0)
                subject = graph.Child(verb, DependencyRelation.Nsubj);
            return subject >= 0 ? Antecedent(graph, subject, verb) : ImplicitSubject(graph, verb, steps);
        }
        var (first, last) = Objects(graph, verb);
        if (first >= 0)
            return Antecedent(graph, last, verb);
        if (GapOf(graph, verb) is >= 0 and var gap)
            return gap;
        // "slammed Beijing for its crackdown": a bare noun for a complement is the object.
        if (graph.Child(verb, DependencyRelation.Xcomp) is >= 0 and var bare && bare > verb && graph.Tokens[bare].Tag is UniversalTag.NOUN or UniversalTag.PROPN && !graph.Has(bare, DependencyRelation.Mark) && !graph.Has(bare, DependencyRelation.Cop))
            return bare;
        return SharedObject(graph, verb, steps);
    }

    /// <summary>The word that negates a predicate, "not" or "never"; -1 when there is none.</summary>
    internal static int Negation(SentenceGraph graph, int predicate)
    {
        foreach (var child in graph.Children(predicate))
        {
            if (graph.Relation(child) == DependencyRelation.Advmod && graph.Lemma(child) is "not" or "never" or "n't")
                return child;
        }
        return -1;
    }

    /// <summary>A day of the week or a date: never a party to an event.</summary>
    internal static bool IsDay(SentenceGraph graph, int token)
    {
        if (IsDayName(graph.Tokens[token].Form))
            return true;
        foreach (var child in graph.Children(token))
        {
            if (graph.Tokens[token].Tag == UniversalTag.NUM && IsMonth(graph.Tokens[child].Form))
                return true;
        }
        return IsMonth(graph.Tokens[token].Form) && graph.Tokens[token].Tag == UniversalTag.PROPN;
    }

    internal static bool IsDayName(string form) => form is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday"
        or "today" or "yesterday" or "tomorrow" or "Today" or "Yesterday" or "Tomorrow";

    private static bool IsMonth(string form) => form is "January" or "February" or "March" or "April" or "May" or "June" or "July" or "August" or "September" or "October" or "November" or "December"
        or "Jan." or "Feb." or "Mar." or "Apr." or "Jun." or "Jul." or "Aug." or "Sept." or "Sep." or "Oct." or "Nov." or "Dec.";

    /// <summary>Whom something is given or told: the indirect object, or the first of two objects.</summary>
    internal static int IndirectObject(SentenceGraph graph, int verb)
    {
        var indirect = graph.Child(verb, DependencyRelation.Iobj);
        if (indirect >= 0 && !IsDay(graph, indirect))
            return indirect;
        var (first, last) = Objects(graph, verb);
        return first < last ? first : -1;
    }

    // "resigned Thursday": a day is no object, whatever the parser says.
    private static (int First, int Last) Objects(SentenceGraph graph, int verb)
    {
        var (first, last) = (-1, -1);
        foreach (var child in graph.Children(verb))
        {
            if (graph.Relation(child) != DependencyRelation.Obj || IsDay(graph, child))
                continue;
            if (first < 0)
                first = child;
            last = child;
        }
        return (first, last);
    }

    /// <summary>The phrase after "by" in a passive; -1 when there is none.</summary>
    internal static int Agent(SentenceGraph graph, int verb)
    {
        var agent = graph.Child(verb, DependencyRelation.OblAgent);
        if (agent >= 0)
            return agent;
        foreach (var child in graph.Children(verb))
        {
            if (graph.Relation(child) == DependencyRelation.Obl && graph.HasJoint(child, "by") && graph.Tokens[child].Tag is not UniversalTag.NUM)
                return child;
        }
        return -1;
    }

    /// <summary>The subject of a clause that is told or wanted: its own, else whoever its infinitive leads back to; -1 for none.</summary>
    internal static int SubjectOfComplement(SentenceGraph graph, int complement)
    {
        if (complement < 0)
            return -1;
        var subject = graph.Child(complement, DependencyRelation.Nsubj);
        if (subject < 0)
            subject = graph.Child(complement, DependencyRelation.NsubjPass);
        return subject >= 0 ? subject : Subject(graph, complement);
    }

    /// <summary>The complement that another event may stand in: an infinitive, a gerund or a clause; -1 when there is none.</summary>
    internal static int Complement(SentenceGraph graph, int predicate, bool open)
    {
        foreach (var child in graph.Children(predicate))
        {
            var relation = graph.Relation(child);
            if (open ? relation == DependencyRelation.Xcomp && IsClause(graph, child) : relation is DependencyRelation.Ccomp or DependencyRelation.Csubj)
                return child;
        }
        if (!open)
            return Quoted(graph, predicate);
        foreach (var child in graph.Children(predicate))
        {
            // The parser often calls the infinitive after an object, or after a noun or adjective, an adverbial or adnominal clause.
            if (graph.Relation(child) is DependencyRelation.Advcl or DependencyRelation.Acl or DependencyRelation.Ccomp or DependencyRelation.Csubj && child > predicate && IsInfinitive(graph, child))
                return child;
        }
        // "sent a team to audit the vote": the infinitive may hang on the object.
        if (graph.Child(predicate, DependencyRelation.Obj) is >= 0 and var direct)
        {
            foreach (var child in graph.Children(direct))
            {
                if (graph.Relation(child) == DependencyRelation.Acl && child > direct && IsInfinitive(graph, child))
                    return child;
            }
        }
        return -1;
    }

    /// <summary>The predicate of what a verb of saying behind or amid it tells: "Seoul must withdraw, he said"; -1 when there is none.</summary>
    internal static int Quoted(SentenceGraph graph, int said) =>
        graph.Relation(said) == DependencyRelation.Parataxis && graph.Is(said, WordList.Told) && graph.Head(said) is >= 0 and var quoted && IsClause(graph, quoted) && SurfaceSubject(graph, said) >= 0 ? quoted : -1;

    internal static bool IsInfinitive(SentenceGraph graph, int verb)
    {
        foreach (var child in graph.Children(verb))
        {
            if (child < verb && graph.Relation(child) == DependencyRelation.Mark && graph.Lemma(child) == "to")
                return true;
        }
        return false;
    }

    private static bool IsClause(SentenceGraph graph, int token) =>
        graph.Tokens[token].Tag is UniversalTag.VERB or UniversalTag.AUX || graph.Has(token, DependencyRelation.Cop) || IsInfinitive(graph, token);

    /// <summary>The noun that a relative pronoun stands for, else the token itself.</summary>
    internal static int Antecedent(SentenceGraph graph, int token, int verb)
    {
        if (graph.Tokens[token].PennTag is not ("WDT" or "WP" or "WP$") && graph.Lemma(token) is not ("that" or "who" or "which" or "whom"))
            return token;
        for (int clause = verb, steps = 0; clause >= 0 && steps < MaxChain; clause = graph.Head(clause), steps++)
        {
            if (graph.Relation(clause) is DependencyRelation.AclRelcl or DependencyRelation.Acl && graph.Head(clause) >= 0)
                return graph.Head(clause);
            if (graph.Relation(clause) is DependencyRelation.Root)
                break;
        }
        return token;
    }

    private static int SurfaceSubject(SentenceGraph graph, int verb)
    {
        var subject = graph.Child(verb, DependencyRelation.Nsubj);
        if (subject < 0)
            subject = graph.Child(verb, DependencyRelation.NsubjOuter);
        if (subject < 0)
            subject = graph.Child(verb, DependencyRelation.NsubjPass);
        return subject < 0 ? -1 : Antecedent(graph, subject, verb);
    }

    // Who does what a clause without a subject says: the first conjunct's subject, the controller, the noun that the clause modifies.
    private static int ImplicitSubject(SentenceGraph graph, int verb, int steps)
    {
        ref readonly var token = ref graph.Tokens[verb];
        var head = token.Head;
        if (head < 0)
            return -1;
        switch (token.Relation)
        {
            case DependencyRelation.Conj:
            case DependencyRelation.Parataxis when graph.Tokens[head].Tag == UniversalTag.VERB:
                return OuterSubject(graph, head, verb, steps);
            case DependencyRelation.Xcomp:
            case DependencyRelation.Ccomp when IsInfinitive(graph, verb):
                var controller = graph.Child(head, DependencyRelation.Obj);
                if (controller < 0)
                    controller = graph.Child(head, DependencyRelation.Iobj);
                // "launched operations to detain 110 people": only of what somebody is made or asked to do is the object the one who does it.
                if (controller >= 0 && (!IsInfinitive(graph, verb) || graph.Is(head, WordList.Controlling)))
                    return controller;
                if (IsPassive(graph, head))
                    return Object(graph, head, steps + 1);
                return Subject(graph, head, steps + 1);
            case DependencyRelation.Csubj when verb > head:
                // "is willing to withdraw": the infinitive behind an adjective may be read as its subject.
                return OuterSubject(graph, head, verb, steps);
            case DependencyRelation.Advcl when graph.Tokens[head].Tag == UniversalTag.NOUN && IsInfinitive(graph, verb) && !graph.Has(head, DependencyRelation.Cop):
                // "the North's attempt to launch a satellite"
                return Holder(graph, head, steps);
            case DependencyRelation.Advcl when token.PennTag == "VBG" && graph.HasJoint(verb, "for") && Blamed(graph, head, steps) is >= 0 and var blamed:
                return blamed;
            // "quoted the minister as accusing Oslo", "described the strike as crippling the port".
            case DependencyRelation.Advcl when token.PennTag == "VBG" && graph.HasJoint(verb, "as") && graph.Tokens[head].Tag == UniversalTag.VERB && Object(graph, head, steps + 1) is >= 0 and var described:
                return described;
            case DependencyRelation.Advcl or DependencyRelation.AdvclRelcl or DependencyRelation.Ccomp or DependencyRelation.Dep:
                return OuterSubject(graph, head, verb, steps);
            case DependencyRelation.AclRelcl:
                return head;
            case DependencyRelation.Acl or DependencyRelation.Amod:
                if (token.PennTag is "VBG" or "VBN")
                {
                    // "has been the largest donor, giving millions": who is called so gives.
                    if (graph.Has(head, DependencyRelation.Cop) && graph.Child(head, DependencyRelation.Nsubj) is >= 0 and var called)
                        return called;
                    // "issued a statement urging Minsk": who issued it urges.
                    return token.PennTag == "VBG" && graph.Is(head, WordList.Text) ? Holder(graph, head, steps) is >= 0 and var author ? author : head : head;
                }
                return Holder(graph, head, steps);
            default:
                return -1;
        }
    }

    // "condemned Minsk for jailing", "imposed sanctions on a bank for selling": whom the verb is done to has done the other; "faced criticism for" leaves it with the subject.
    private static int Blamed(SentenceGraph graph, int verb, int steps)
    {
        if (graph.Tokens[verb].Tag != UniversalTag.VERB || graph.Is(verb, WordList.Faced))
            return -1;
        var direct = Object(graph, verb, steps + 1);
        if (direct < 0)
            return -1;
        foreach (var governor in new[] { direct, verb })
        {
            foreach (var child in graph.Children(governor))
            {
                if (child > verb && graph.Relation(child) is DependencyRelation.Nmod or DependencyRelation.Obl && graph.Joint(child) is "on" or "against" && !IsDay(graph, child))
                    return child;
            }
        }
        return direct;
    }

    private static int OuterSubject(SentenceGraph graph, int head, int verb, int steps)
    {
        if (graph.Tokens[head].Tag is not (UniversalTag.VERB or UniversalTag.AUX) && !graph.Has(head, DependencyRelation.Cop) && !graph.Has(head, DependencyRelation.Nsubj))
            return graph.Relation(verb) == DependencyRelation.Conj ? ImplicitSubject(graph, head, steps + 1) : -1;
        // "was arrested and charged": the shared surface subject is what both are done to; "was elected and met X": it acts.
        return IsPassive(graph, head) ? Object(graph, head, steps + 1) : Subject(graph, head, steps + 1);
    }

    /// <summary>Who holds a plan, threat or right: its possessor, its maker, or the subject of the verb it is the object of.</summary>
    private static int Holder(SentenceGraph graph, int noun, int steps)
    {
        var possessor = graph.Child(noun, DependencyRelation.NmodPoss);
        if (possessor >= 0)
            return possessor;
        foreach (var child in graph.Children(noun))
        {
            if (graph.Relation(child) == DependencyRelation.Nmod && graph.Joint(child) is "by" or "of" or "from")
                return child;
        }
        var governor = graph.Head(noun);
        return governor >= 0 && graph.Tokens[governor].Tag == UniversalTag.VERB ? Subject(graph, governor, steps + 1) : -1;
    }

    // "the missile that it fired": the relative clause has a subject of its own and no object.
    private static int GapOf(SentenceGraph graph, int verb)
    {
        if (graph.Relation(verb) != DependencyRelation.AclRelcl)
            return -1;
        var subject = graph.Child(verb, DependencyRelation.Nsubj);
        return subject >= 0 && Antecedent(graph, subject, verb) == subject && !graph.Has(verb, DependencyRelation.Ccomp) && !graph.Has(verb, DependencyRelation.Xcomp)
            ? graph.Head(verb) : -1;
    }

    // "attacked and killed three soldiers": the object stands once.
    private static int SharedObject(SentenceGraph graph, int verb, int steps)
    {
        foreach (var child in graph.Children(verb))
        {
            if (graph.Relation(child) == DependencyRelation.Conj && child == verb + 2 && IsVerb(graph, child) && graph.Child(child, DependencyRelation.Obj) is >= 0 and var shared)
                return shared;
        }
        var head = graph.Head(verb);
        if (graph.Relation(verb) == DependencyRelation.Conj && head >= 0 && IsVerb(graph, head) && verb == head + 2
            && graph.Child(head, DependencyRelation.Obj) is var first && first > verb)
            return first;
        return -1;
    }
}
