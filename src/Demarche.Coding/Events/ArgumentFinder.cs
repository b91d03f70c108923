using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Turns the phrases that fill a role into whom they mean, looking inside a phrase that is no actor itself.</summary>
internal sealed class ArgumentFinder(EntityResolver resolver, KnowledgeBase knowledge, Codebook codebook)
{
    private const int MaxDepth = 4;

    /// <summary>Fills a role by the first alternative of its plan that yields anyone, and by one more where that tells no state.</summary>
    internal void Fill(ReportEntities report, Speakers speakers, Site site, SlotPlan plan, EventCandidate? inner, bool acceptThings, List<Argument> found, bool acting = false)
    {
        var heads = new List<int>();
        foreach (var alternative in plan.Alternatives)
        {
            var before = found.Count;
            foreach (var path in alternative)
            {
                if (path.First.Kind is SlotKind.ComplementActor or SlotKind.ComplementRecipient)
                {
                    if (inner is not null)
                        AddAll(found, path.First.Kind == SlotKind.ComplementActor ? inner.Actor : inner.Recipient);
                    continue;
                }
                heads.Clear();
                FillPath(site, path, heads);
                foreach (var head in heads)
                    Resolve(report, speakers, site.Graph, head, acceptThings, lookInside: path.First.Kind is not (SlotKind.Compound or SlotKind.Adjective) && !(acting && IsIdle(site.Graph, head)), found);
            }
            // "expelled diplomats from Poland": beside those who are described without a country stands the state that a further phrase names.
            for (var i = found.Count - 1; before > 0 && i >= before; i--)
            {
                if (found[i].Entity.Country is null)
                    found.RemoveAt(i);
            }
            if (found.Count > before && (before > 0 || !found.TrueForAll(IsStateless)))
                return;
        }
    }

    // "Hungary's forint took a beating": a thing acts for nobody, unless it is told of as an event, or a state is known to act through it ("Russian warplanes", "Chinese state media").
    private bool IsIdle(SentenceGraph graph, int head) =>
        graph.Tokens[head].Tag == UniversalTag.NOUN && graph.Relation(head) == DependencyRelation.Nsubj && !graph.Is(head, WordList.StandIn) && !graph.Is(head, WordList.Measure) && !graph.Is(head, WordList.Text)
        && !graph.Is(head, WordList.Person) && !graph.Is(head, WordList.Body) && !graph.Is(head, WordList.Government) && codebook.Find(TriggerKind.Noun, graph.Lemma(head)).Length == 0;

    private static bool IsStateless(Argument argument) => argument is { IsActor: true, Entity: { Country: null, Known: null, IsPerson: false } };

    private static void AddAll(List<Argument> found, List<Argument> more)
    {
        foreach (var argument in more)
            Add(found, argument);
    }

    private static void FillPath(Site site, SlotPath path, List<int> heads)
    {
        if (path.First.Kind is SlotKind.ComplementSubject or SlotKind.ComplementObject)
        {
            var complement = Clauses.Complement(site.Graph, site.Trigger, open: true);
            if (complement < 0)
                complement = Clauses.Complement(site.Graph, site.Trigger, open: false);
            var argument = complement < 0 ? -1 : path.First.Kind == SlotKind.ComplementSubject ? Clauses.SubjectOfComplement(site.Graph, complement) : Clauses.Object(site.Graph, complement);
            if (argument >= 0)
                heads.Add(argument);
            return;
        }
        site.Fill(path.First, heads);
        // "fined the minister nine days' pay": of two objects the one it is done to.
        if (path is { First.Kind: SlotKind.Object, Inside: null } && Clauses.IndirectObject(site.Graph, site.Anchor) is >= 0 and var indirect && heads.TrueForAll(head => site.Graph.Tokens[head].Tag != UniversalTag.PROPN))
            heads.Insert(0, indirect);
        // "suspended aid to Honduras to stem migration": an infinitive is nobody's address.
        if (path.First.Preposition == "to")
            heads.RemoveAll(head => site.Graph.Tokens[head] is { Tag: UniversalTag.VERB, PennTag: "VB" } && Clauses.IsInfinitive(site.Graph, head));
        if (path.Inside is not { } inside)
            return;
        var outer = heads.ToArray();
        heads.Clear();
        foreach (var head in outer)
            new Site(site.Graph, TriggerKind.Noun, head, -1).Fill(inside, heads);
    }

    /// <summary>Whom a phrase means, its coordinated members each for itself.</summary>
    internal void Resolve(ReportEntities report, Speakers speakers, SentenceGraph graph, int head, bool acceptThings, bool lookInside, List<Argument> found) =>
        Resolve(report, speakers, graph, head, acceptThings, lookInside ? 0 : MaxDepth + 1, found);

    // The depth counts how often a phrase was looked inside; a clause may lead back to a word above it, so it bounds the search.
    private void Resolve(ReportEntities report, Speakers speakers, SentenceGraph graph, int head, bool acceptThings, int depth, List<Argument> found)
    {
        var members = new List<int>(2);
        Phrases.Members(graph, head, members);
        foreach (var member in members)
        {
            var before = found.Count;
            ResolveOne(report, speakers, graph, member, found);
            // Whoever is named again ("Ann Pike, and Joan Reed, an aide to Mr Bell") is found, and nobody inside is.
            if (found.Count == before && report.MentionAt(graph.Sentence.Index, member)?.Entity is { } again && found.Exists(other => other.Entity == again))
                continue;
            if (found.Count == before)
            {
                LookInside(report, speakers, graph, member, found, depth);
                // The whole phrase is what carries it: "rejected [the Croatian government's request]"; but "rejected demands by [the union]" names whose they are.
                for (var i = before; i < found.Count && graph.Tokens[member].Tag != UniversalTag.VERB; i++)
                {
                    if (Qualifies(graph, found[i].Head, member))
                        found[i] = found[i] with { Span = found[i].Span.Union(Phrases.Span(graph, member)) };
                }
            }
            if (found.Count == before && acceptThings && IsThing(graph, member))
                Add(found, new(member, Phrases.Span(graph, member), Thing(report, graph, member), IsActor: false));
        }
    }

    // Whether a word tells only which thing is meant: what stands before a noun, or behind "of" or "in".
    private static bool Qualifies(SentenceGraph graph, int word, int noun)
    {
        for (var steps = 0; word != noun && steps <= 2 * MaxDepth; word = graph.Head(word), steps++)
        {
            if (graph.Head(word) < 0 || word > graph.Head(word) && graph.Joint(word) is not ("of" or "in"))
                return false;
        }
        return word == noun;
    }

    private void ResolveOne(ReportEntities report, Speakers speakers, SentenceGraph graph, int head, List<Argument> found)
    {
        var mention = report.MentionAt(graph.Sentence.Index, head);
        var span = Phrases.Span(graph, head);
        if (mention is { Form: MentionForm.Pronoun } && Pronouns.IsFirstPerson(graph.Tokens[head].Form))
        {
            if (speakers.At(graph.Sentence.Index, graph.Tokens[head].Span) is { } speaker)
                Add(found, new(head, span, speaker, IsActor: true));
            return;
        }
        if (mention?.Entity is { } entity)
        {
            if (mention.Form == MentionForm.Description && AddNamed(report, graph, head, span, found))
                return;
            AddMembers(found, head, mention.Form == MentionForm.Pronoun ? NamedBefore(graph, head, entity) ?? span : WithApposition(report, graph, head, entity, WithName(graph, mention, span)), entity);
            return;
        }
        // "Several members said they will …": who tells it is described by no word that the tables have.
        if (mention is { Form: MentionForm.Pronoun } && Pronouns.Teller(graph, head) is >= 0 and var teller)
        {
            ResolveOne(report, speakers, graph, teller, found);
            return;
        }
        if (AddNamed(report, graph, head, span, found))
            return;
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) is DependencyRelation.Flat or DependencyRelation.NmodDesc or DependencyRelation.Appos
                && report.MentionAt(graph.Sentence.Index, child)?.Entity is { Kind: not EntityKind.Place } named)
            {
                AddMembers(found, head, graph.Relation(child) == DependencyRelation.Appos ? span : span.Union(graph.SubtreeSpan(child)), named);
                return;
            }
        }
        if (mention is { Form: MentionForm.Name } && Bearer(report, mention) is { } bearer)
        {
            Add(found, new(head, span, bearer, IsActor: true));
            return;
        }
        if (resolver.ResolvePhrase(report, graph, head) is { } described)
            AddMembers(found, head, span, described);
    }

    // "The foreign ministers of both, Taro Kono and Kang Kyung-wha", "foreign ministers Kono and Kang": those who are named.
    private static bool AddNamed(ReportEntities report, SentenceGraph graph, int head, TextSpan span, List<Argument> found)
    {
        if (graph.Tokens[head].PennTag is not ("NNS" or "NNPS"))
            return false;
        var named = new List<EntityDraft>();
        foreach (var child in graph.Children(head))
        {
            AddApposition(report, graph, child, named);
            // "the foreign ministers of both countries, Taro Kono and Kang Kyung-wha" hangs the names on the countries.
            for (var inner = child + 1; graph.Joint(child) == "of" && inner <= graph.Right(child); inner++)
            {
                if (graph.Head(inner) == child)
                    AddApposition(report, graph, inner, named);
            }
        }
        if (named.Count < 2)
            return false;
        foreach (var person in named)
            Add(found, new(head, span, person, IsActor: true));
        return true;
    }

    private static void AddApposition(ReportEntities report, SentenceGraph graph, int apposition, List<EntityDraft> named)
    {
        if (apposition < graph.Head(apposition) || graph.Relation(apposition) is not (DependencyRelation.Appos or DependencyRelation.Flat))
            return;
        var members = new List<int>(2);
        Phrases.Members(graph, apposition, members);
        foreach (var member in members)
        {
            if (report.MentionAt(graph.Sentence.Index, member) is { Form: MentionForm.Name, Entity: { IsPerson: true } person } && !named.Contains(person))
                named.Add(person);
        }
    }

    // A pronoun says less than the name that the same sentence has for it.
    private static TextSpan? NamedBefore(SentenceGraph graph, int pronoun, EntityDraft entity)
    {
        TextSpan? named = null;
        foreach (var (sentence, span, form) in entity.Mentions)
        {
            if (sentence == graph.Sentence.Index && form != MentionForm.Pronoun && span.End <= graph.Tokens[pronoun].Span.Start)
                named = span;
        }
        return named;
    }

    // A nationality that stands as an argument ("the Russians", "both Koreas") or as the first half of a compound ("US-Japan").
    private EntityDraft? Bearer(ReportEntities report, Mention mention)
    {
        foreach (var candidate in mention.Candidates)
        {
            if (candidate.Entry.Kind is EntryKind.Country or EntryKind.Metonym && candidate.Entry.Country is { } code && knowledge.Country(code) is { } country)
                return report.Country(country);
        }
        return null;
    }

    // The name of a person in apposition or after a title is part of the evidence.
    private static TextSpan WithName(SentenceGraph graph, Mention mention, TextSpan span) => span.Union(graph.SpanOf(mention.First, mention.Last));

    // "The Palestinian president, Mahmoud Abbas": both halves are the evidence.
    private static TextSpan WithApposition(ReportEntities report, SentenceGraph graph, int head, EntityDraft entity, TextSpan span)
    {
        foreach (var child in graph.Children(head))
        {
            if (child > head && graph.Relation(child) == DependencyRelation.Appos && report.MentionAt(graph.Sentence.Index, child)?.Entity == entity)
                span = span.Union(Phrases.Span(graph, child));
        }
        return span;
    }

    private static void AddMembers(List<Argument> found, int head, TextSpan span, EntityDraft entity)
    {
        if (entity.Members.Count == 0)
        {
            Add(found, new(head, span, entity, entity.Kind is not (EntityKind.Object or EntityKind.Document)));
            return;
        }
        foreach (var member in entity.Members)
            Add(found, new(head, span, member, IsActor: true));
    }

    private static void Add(List<Argument> found, Argument argument)
    {
        foreach (var other in found)
        {
            if (other.Entity == argument.Entity)
                return;
        }
        found.Add(argument);
    }

    // "condemned a court decision of Chad", "rejected the Croatian government's request": the actor is inside the phrase.
    private void LookInside(ReportEntities report, Speakers speakers, SentenceGraph graph, int head, List<Argument> found, int depth)
    {
        if (depth > MaxDepth || graph.Tokens[head].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.VERB or UniversalTag.NUM or UniversalTag.DET or UniversalTag.PRON or UniversalTag.ADJ or UniversalTag.SYM))
            return;
        if (graph.Tokens[head].Tag == UniversalTag.VERB)
        {
            LookInsideClause(report, speakers, graph, head, found, depth);
            return;
        }
        if (LookThrough(report, speakers, graph, head, found, depth, DependencyRelation.NmodPoss, null))
            return;
        // "Concerns over Ukraine policy": what the policy is about.
        if (!graph.Is(head, WordList.Matter) && LookThrough(report, speakers, graph, head, found, depth, DependencyRelation.Compound, null))
            return;
        if (LookThrough(report, speakers, graph, head, found, depth, DependencyRelation.Amod, null))
            return;
        if (LookThrough(report, speakers, graph, head, found, depth, DependencyRelation.NmodUnmarked, null))
            return;
        foreach (var preposition in InsidePrepositions)
        {
            if (LookThrough(report, speakers, graph, head, found, depth, DependencyRelation.Nmod, preposition))
                return;
        }
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) is DependencyRelation.Acl && Clauses.IsPassive(graph, child) && Clauses.Agent(graph, child) is >= 0 and var agent)
            {
                Resolve(report, speakers, graph, agent, acceptThings: false, MaxDepth + 1, found);
                if (found.Count > 0)
                    return;
            }
        }
    }

    private static readonly string[] InsidePrepositions = ["by", "of", "from", "between", "among", "with", "against", "to", "on", "in", "over", "at", "for", "around", "near", "off"];

    private void LookInsideClause(ReportEntities report, Speakers speakers, SentenceGraph graph, int verb, List<Argument> found, int depth)
    {
        var subject = graph.Child(verb, DependencyRelation.Nsubj);
        if (subject < 0)
            subject = graph.Child(verb, DependencyRelation.NsubjPass);
        if (subject >= 0)
            Resolve(report, speakers, graph, subject, acceptThings: false, depth + 2, found);
        if (found.Count == 0 && Clauses.Object(graph, verb) is >= 0 and var direct)
            Resolve(report, speakers, graph, direct, acceptThings: false, depth + 2, found);
    }

    private bool LookThrough(ReportEntities report, Speakers speakers, SentenceGraph graph, int head, List<Argument> found, int depth, DependencyRelation relation, string? preposition)
    {
        // Whoever is meant again ("Ukraine's democracy and its struggle against Russia") is found, and ends the search.
        var met = false;
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) != relation || preposition is not null && !graph.HasJoint(child, preposition))
                continue;
            var members = new List<int>(2);
            Phrases.Members(graph, child, members);
            foreach (var member in members)
            {
                var here = new List<Argument>(1);
                ResolveOne(report, speakers, graph, member, here);
                if (here.Count == 0)
                    LookInside(report, speakers, graph, member, here, depth + 1);
                met |= here.Count > 0;
                AddAll(found, here);
            }
        }
        return met;
    }

    // A thing that something is done to or that does it ("a car bomb", "three villages"), but no event, time or clause.
    private bool IsThing(SentenceGraph graph, int head)
    {
        ref readonly var token = ref graph.Tokens[head];
        if (token.Tag is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.NUM) || !char.IsLetterOrDigit(token.Form[0]) || graph.Is(head, WordList.Time))
            return false;
        return token.Tag == UniversalTag.PROPN || codebook.Find(TriggerKind.Noun, token.Lemma).Length == 0 || token.Lemma is "bomb" or "bomber";
    }

    /// <summary>Adds what an event is about, a thing that nobody stands behind: "rejected [the referendum]", "opened an inquiry into [the subsidies]".</summary>
    internal static void AddTopic(Codebook codebook, ReportEntities report, EventCandidate candidate)
    {
        var graph = candidate.Graph;
        var topic = graph.Tokens[candidate.Anchor].Tag == UniversalTag.VERB ? Clauses.Object(graph, candidate.Anchor) : -1;
        if (topic == candidate.Trigger)
        {
            topic = -1;
            foreach (var child in graph.Children(candidate.Trigger))
            {
                if (graph.Relation(child) == DependencyRelation.Nmod && graph.Joint(child) is "into" or "on" or "over" or "about" or "against")
                    topic = child;
            }
        }
        // "Denied the accusations": they are others' words.
        if (topic >= 0 && graph.Tokens[topic].Tag is UniversalTag.NOUN or UniversalTag.PROPN && codebook.Find(TriggerKind.Noun, graph.Lemma(topic)).Length == 0 && !graph.Is(topic, WordList.Time) && !candidate.Actor.Exists(actor => actor.Head == topic))
            candidate.Recipient.Add(new(topic, Phrases.Span(graph, topic), Thing(report, graph, topic), IsActor: false));
    }

    private static EntityDraft Thing(ReportEntities report, SentenceGraph graph, int head)
    {
        var name = graph.TextOf(Phrases.Span(graph, head));
        return report.GetOrAdd("thing:" + name.ToLowerInvariant(), () => new EntityDraft
        {
            Kind = EntityKind.Object,
            Name = name,
            Resolution = $"'{name}' is described, not named, and no role noun tells what it is",
        });
    }
}
