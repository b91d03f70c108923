using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Where a trigger stands, and the grammar around it: fills the codebook's slots with phrases.</summary>
internal readonly struct Site(SentenceGraph graph, TriggerKind kind, int trigger, int lightVerb)
{
    // How deep between a governor and its phrase other phrases are looked into.
    private const int MaxNested = 2;

    internal SentenceGraph Graph { get; } = graph;

    internal int Trigger { get; } = trigger;

    /// <summary>The light verb whose object the trigger noun is; -1 when there is none.</summary>
    internal int LightVerb { get; } = lightVerb;

    internal int Anchor => LightVerb >= 0 ? LightVerb : Trigger;

    /// <summary>The heads of the phrases in a slot, in the order of the text.</summary>
    internal void Fill(Slot slot, List<int> heads)
    {
        if (!slot.StandsWith(kind))
            return;
        switch (slot.Kind)
        {
            case SlotKind.Subject:
                Add(heads, Subject());
                break;
            case SlotKind.Object:
                Add(heads, Object());
                break;
            case SlotKind.IndirectObject:
                Add(heads, Clauses.IndirectObject(Graph, Anchor));
                break;
            case SlotKind.OpenComplement:
                Add(heads, Clauses.Complement(Graph, Trigger, open: true));
                if (heads.Count == 0)
                    Add(heads, Graph.Child(Trigger, DependencyRelation.Xcomp));
                break;
            case SlotKind.ClauseComplement:
                Add(heads, ClauseComplement());
                break;
            case SlotKind.ComplementAuxiliary:
                AddAuxiliaries(Clauses.Complement(Graph, Trigger, open: false), heads);
                break;
            case SlotKind.ComplementSubject:
                Add(heads, Clauses.SubjectOfComplement(Graph, Clauses.Complement(Graph, Trigger, open: false)));
                break;
            case SlotKind.Auxiliary:
                AddAuxiliaries(Anchor, heads);
                break;
            case SlotKind.Negation:
                Add(heads, Clauses.Negation(Graph, Anchor));
                break;
            case SlotKind.Sayer:
                Add(heads, Sayer());
                break;
            case SlotKind.Preposition:
                AddPrepositional(slot.Preposition!, heads);
                break;
            case SlotKind.Possessor:
                Add(heads, Graph.Child(Trigger, DependencyRelation.NmodPoss));
                break;
            case SlotKind.Compound:
                AddBefore(heads, DependencyRelation.Compound);
                AddBefore(heads, DependencyRelation.NmodUnmarked);
                break;
            case SlotKind.Adjective:
                AddBefore(heads, DependencyRelation.Amod);
                break;
        }
    }

    /// <summary>Whether a particle stands with the verb; the parser may read it as an adverb or as a preposition.</summary>
    internal int Particle(IReadOnlySet<string>? lemmas)
    {
        if (kind != TriggerKind.Verb)
            return -1;
        var last = Math.Min(Graph.Tokens.Length - 1, Trigger + 5);
        for (var i = Trigger + 1; i <= last; i++)
        {
            var lemma = Graph.Lemma(i);
            if (lemmas is not null && !lemmas.Contains(lemma))
                continue;
            var relation = Graph.Relation(i);
            if (relation is DependencyRelation.CompoundPrt or DependencyRelation.Advmod && Graph.Head(i) == Trigger)
                return i;
            if (relation == DependencyRelation.Case && i == Trigger + 1 && lemmas is not null)
                return i;
        }
        return -1;
    }

    private int Subject()
    {
        if (LightVerb >= 0)
            return Clauses.Subject(Graph, LightVerb);
        if (kind == TriggerKind.Verb)
            return Clauses.Subject(Graph, Trigger);
        // "Japan is in talks with …", "Seoul is critical of …": the copula's subject.
        var subject = Graph.Child(Trigger, DependencyRelation.Nsubj);
        if (subject >= 0)
            return Clauses.Antecedent(Graph, subject, Trigger);
        return kind == TriggerKind.Adjective ? Clauses.Subject(Graph, Trigger) : SubjectOfOccasion();
    }

    // "In a phone call with Tillerson, Lavrov said …": who does something on an occasion takes part in it, unless it names its own parties.
    private int SubjectOfOccasion()
    {
        var verb = Graph.Head(Trigger);
        if (verb >= 0 && Graph.Relation(Trigger) is DependencyRelation.Nsubj or DependencyRelation.NsubjPass)
            return Announcer(verb);
        if (verb < 0 || Graph.Relation(Trigger) != DependencyRelation.Obl || Graph.Joint(Trigger) is not ("in" or "during" or "at" or "over") || Graph.Tokens[verb].Tag != UniversalTag.VERB
            || Graph.Has(Trigger, DependencyRelation.NmodPoss))
            return -1;
        foreach (var child in Graph.Children(Trigger))
        {
            if (Graph.Relation(child) == DependencyRelation.Nmod && Graph.Joint(child) is "between" or "of" or "by" or "among")
                return -1;
        }
        return Clauses.Subject(Graph, verb);
    }

    // "Moscow said the missile tests will take place this week": who announces an occasion holds it.
    private int Announcer(int verb) =>
        Graph.Relation(verb) == DependencyRelation.Ccomp && Graph.Is(verb, WordList.Occasion) && Graph.Head(verb) is >= 0 and var told && Graph.Is(told, WordList.Told) && WillBe(verb)
            ? Clauses.Subject(Graph, told) : -1;

    private bool WillBe(int verb)
    {
        foreach (var child in Graph.Children(verb))
        {
            if (Graph.Relation(child) == DependencyRelation.Aux && Graph.Lemma(child) is "will" or "would" or "shall")
                return true;
        }
        return false;
    }

    private int Object()
    {
        var found = Clauses.Object(Graph, Trigger);
        if (found >= 0)
            return found;
        // "asked him to mediate": who is asked is the object of the asking.
        if (Graph.Child(Trigger, DependencyRelation.Iobj) is >= 0 and var asked && Graph.Has(Trigger, DependencyRelation.Xcomp))
            return asked;
        // "shot down a jet" read as a prepositional phrase: the particle hides as its case. "released at least 19 men": an oblique without a case is an object.
        foreach (var child in Graph.Children(Trigger))
        {
            if (Graph.Relation(child) != DependencyRelation.Obl || child < Trigger || Clauses.IsDay(Graph, child))
                continue;
            var joint = Graph.Child(child, DependencyRelation.Case);
            if (joint < 0 && Graph.Tokens[child].Tag is UniversalTag.NOUN or UniversalTag.PROPN && child <= Trigger + 8 && !Graph.Is(child, WordList.Time) && Graph.Tokens[Math.Max(Trigger, Graph.Left(child) - 1)].Form != ","
                || joint == Trigger + 1 && Graph.Lemma(joint) is "down" or "out" or "off" or "up" or "back" or "away" or "over")
                return child;
        }
        return -1;
    }

    private int ClauseComplement()
    {
        var clause = Clauses.Complement(Graph, Trigger, open: false);
        if (clause >= 0 || kind == TriggerKind.Verb)
            return clause;
        // "the demand that Seoul withdraw"
        foreach (var child in Graph.Children(Trigger))
        {
            if (Graph.Relation(child) is DependencyRelation.Acl or DependencyRelation.Advcl && Graph.HasJoint(child, "that"))
                return child;
        }
        return -1;
    }

    // "said that Seoul must withdraw", "will pay"
    private void AddAuxiliaries(int clause, List<int> heads)
    {
        if (clause < 0)
            return;
        foreach (var child in Graph.Children(clause))
        {
            if (Graph.Relation(child) == DependencyRelation.Aux)
                heads.Add(child);
        }
    }

    // "Pyongyang said that Seoul would pay", "Seoul will pay, Kim warned": who tells the clause of the trigger.
    private int Sayer()
    {
        foreach (var child in Graph.Children(Anchor))
        {
            if (Graph.Relation(child) == DependencyRelation.Parataxis && Graph.Is(child, WordList.Told))
                return Clauses.Subject(Graph, child);
        }
        var clause = Anchor;
        for (var steps = 0; Graph.Relation(clause) == DependencyRelation.Conj && Graph.Head(clause) >= 0 && steps < MaxNested; steps++)
            clause = Graph.Head(clause);
        return Graph.Relation(clause) is DependencyRelation.Ccomp or DependencyRelation.Parataxis && Graph.Head(clause) is >= 0 and var told && (Graph.Is(told, WordList.Told) || Graph.Is(told, WordList.Addressed))
            ? Clauses.Subject(Graph, told) : -1;
    }

    private void AddPrepositional(string preposition, List<int> heads)
    {
        var count = heads.Count;
        AddPhrases(Trigger, preposition, heads);
        if (preposition == "in")
            Add(heads, WhereOf(Anchor));
        if (LightVerb >= 0 && heads.Count == count)
            AddPhrases(LightVerb, preposition, heads);
        if (heads.Count == count)
            AddNested(Trigger, preposition, heads, depth: 0);
        if (LightVerb >= 0 && heads.Count == count)
            AddNested(LightVerb, preposition, heads, depth: 0);
        if (heads.Count > count || kind != TriggerKind.Verb)
        {
            if (heads.Count == count && preposition == "by")
                AddAgentOfNoun(heads);
            return;
        }
        // "gave Ukraine weapons" is "gave weapons to Ukraine"; "imposed sanctions on Iran" may hang the phrase on the object.
        if (preposition == "to")
            Add(heads, Clauses.IndirectObject(Graph, Trigger));
        else if (preposition == "for")
            Add(heads, Graph.Child(Trigger, DependencyRelation.Iobj));
        if (heads.Count == count && Clauses.Object(Graph, Trigger) is >= 0 and var direct)
        {
            AddPhrases(direct, preposition, heads);
            if (heads.Count == count)
                AddOfParticiple(direct, preposition, heads);
            if (heads.Count == count)
                AddNested(direct, preposition, heads, depth: 0);
        }
        // A particle may carry the phrase ("broke off from"), or a complement adverb ("away from").
        if (heads.Count == count && Graph.Child(Trigger, DependencyRelation.Advmod) is >= 0 and var adverb)
            AddPhrases(adverb, preposition, heads);
    }

    // "Beijing, where he attended the forum"
    private int WhereOf(int verb) =>
        Graph.Relation(verb) is DependencyRelation.AclRelcl or DependencyRelation.AdvclRelcl && Graph.Child(verb, DependencyRelation.Advmod) is >= 0 and var where && Graph.Lemma(where) == "where" ? Graph.Head(verb) : -1;

    // "talks in Bishkek with the president", "the deployment of troops, including officers, to Liberia", "supplies and flights to Armenia":
    // the phrase may hang on what stands between it and its governor.
    private void AddNested(int governor, string preposition, List<int> heads, int depth)
    {
        var count = heads.Count;
        foreach (var child in Graph.Children(governor))
        {
            if (child < governor || heads.Count > count || !IsPassedOver(governor, child))
                continue;
            AddPhrases(child, preposition, heads);
            if (heads.Count == count && depth < MaxNested)
                AddNested(child, preposition, heads, depth + 1);
        }
    }

    private bool IsPassedOver(int governor, int child) => Graph.Relation(child) switch
    {
        DependencyRelation.Conj => Phrases.IsNominal(Graph, child) && Phrases.IsNominal(Graph, governor),
        DependencyRelation.Obl or DependencyRelation.Nmod => Graph.Joint(child) switch
        {
            "of" or "including" => true,
            "by" or "over" or "via" or "on" when Graph.Is(child, WordList.Means) => true,
            "in" or "at" or "on" or "near" => Graph.Tokens[child].Name == NameKind.Place || Clauses.IsDay(Graph, child),
            _ => false,
        },
        DependencyRelation.NmodUnmarked or DependencyRelation.OblUnmarked => Graph.Is(child, WordList.Time) || Clauses.IsDay(Graph, child),
        DependencyRelation.Appos => true,
        _ => false,
    };

    // "lifted the sanctions imposed on Iran": whom the thing was done to before is whom its undoing concerns.
    private void AddOfParticiple(int noun, string preposition, List<int> heads)
    {
        foreach (var child in Graph.Children(noun))
        {
            if (child > noun && Graph.Relation(child) == DependencyRelation.Acl && Graph.Tokens[child].PennTag == "VBN")
                AddPhrases(child, preposition, heads);
        }
    }

    // "the shelling of the town by rebels" may hang the agent on the town; "attacks were carried out by rebels" has it on the light verb.
    private void AddAgentOfNoun(List<int> heads)
    {
        if (LightVerb >= 0)
            Add(heads, Clauses.Agent(Graph, LightVerb));
        foreach (var child in Graph.Children(Trigger))
        {
            if (heads.Count == 0 && child > Trigger && Graph.Relation(child) == DependencyRelation.Nmod && Graph.Joint(child) is "of" or "in" or "at")
                AddPhrases(child, "by", heads);
        }
        // "condemned a protest by farmers": an active verb with an object has no agent.
        var verb = Graph.Head(Trigger);
        if (heads.Count == 0 && Graph.Relation(Trigger) == DependencyRelation.Obj && verb < Trigger && !Clauses.IsPassive(Graph, verb) && Clauses.Agent(Graph, verb) is var agent && agent > Trigger)
            heads.Add(agent);
    }

    private void AddPhrases(int governor, string preposition, List<int> heads)
    {
        foreach (var child in Graph.Children(governor))
        {
            if (Graph.Relation(child) is DependencyRelation.Obl or DependencyRelation.OblAgent or DependencyRelation.Nmod or DependencyRelation.Advcl or DependencyRelation.Acl
                or DependencyRelation.Xcomp or DependencyRelation.Ccomp or DependencyRelation.OblUnmarked or DependencyRelation.Dep
                && child > governor | kind == TriggerKind.Verb && !Clauses.IsDay(Graph, child) && Graph.HasJoint(child, preposition))
                heads.Add(child);
        }
    }

    private void AddBefore(List<int> heads, DependencyRelation relation)
    {
        foreach (var child in Graph.Children(Trigger))
        {
            if (Graph.Relation(child) == relation && child < Trigger)
                heads.Add(child);
        }
    }

    private static void Add(List<int> heads, int head)
    {
        if (head >= 0 && !heads.Contains(head))
            heads.Add(head);
    }
}
