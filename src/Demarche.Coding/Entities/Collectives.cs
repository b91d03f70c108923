using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Resolves words that stand for several things named before: "the pair", "both countries", "the three allies".</summary>
internal static class Collectives
{
    internal static EntityDraft? Resolve(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, int head, CoreferenceWords words)
    {
        var count = NumberOf(graph, head, out var hasNumber);
        var among = hasNumber ? Regions.StatesOf(words, graph, head) : null;
        if (words.CollectiveFor(graph.Lemma(head), hasNumber) is not { } standsFor || among is null && !IsBare(graph, head, hasNumber))
            return null;
        if (standsFor.Contains('+', StringComparison.Ordinal))
            return Group(graph, head, [.. standsFor.Split('+').Select(code => knowledge.Country(code)).OfType<KnowledgeEntry>().Select(report.Country)]);
        // Two people who were just named are meant before their states.
        var members = standsFor == "any" ? LastNamed(knowledge, report, graph, head, "person", count) : [];
        // Sides are of states: who has none is none.
        if (graph.Lemma(head) is "side" or "party" or "camp" or "delegation" && members.Exists(member => member.Country is null))
            members = [];
        var together = standsFor == "any" && LastJoined(report, graph, head, "person", count, out _) is { Count: > 0 } joined && joined.TrueForAll(members.Contains);
        if (!together && (members.Count < count || members.Exists(member => members.Exists(other => other != member && other.Country == member.Country))))
            members = among is null ? LastNamed(knowledge, report, graph, head, standsFor, count) : MostNamed(knowledge, report, graph, head, count, among);
        // "The two leaders", where only their states were named, or one state's people: they are of different states.
        if (standsFor == "person" && graph.Lemma(head) is "leader" or "head" or "president" or "premier" && members.Select(member => member.Country).Distinct().Count() < count)
            members = LastNamed(knowledge, report, graph, head, "country", count);
        if (members.Count < 2)
            return null;
        return Group(graph, head, members);
    }

    private static EntityDraft Group(SentenceGraph graph, int head, List<EntityDraft> members) => new()
    {
        Kind = EntityKind.Group,
        Name = graph.TextOf(Phrases.Span(graph, head)),
        IsPlural = true,
        Members = members,
        Resolution = $"'{graph.TextOf(Phrases.Span(graph, head))}' stands for {string.Join(" and ", members.Select(member => member.Name))}",
    };

    // With a nationality or an of-phrase of its own ("two Japanese ministers") the phrase names others.
    private static bool IsBare(SentenceGraph graph, int head, bool hasNumber)
    {
        foreach (var child in graph.Children(head))
        {
            if (Phrases.IsCharge(graph, head, child))
                continue;
            // "The two heads of state in Bali": an office's own words, and where they met.
            if (graph.Relation(child) == DependencyRelation.Nmod && (graph.Joint(child) == "of" && graph.Lemma(child) is "state" or "government" || graph.Joint(child) is "in" or "at" && hasNumber))
                continue;
            if (graph.Relation(child) is DependencyRelation.Nmod or DependencyRelation.NmodPoss
                || graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound && char.IsUpper(graph.Tokens[child].Form[0]))
                return false;
        }
        return true;
    }

    private static int NumberOf(SentenceGraph graph, int head, out bool hasNumber)
    {
        hasNumber = false;
        var definite = false;
        var count = 2;
        foreach (var child in graph.Children(head))
        {
            switch (graph.Lemma(child))
            {
                // "Each government accuses the other."
                case "both" or "each":
                    hasNumber = true;
                    break;
                case "two":
                    (hasNumber, count) = (true, 2);
                    break;
                case "three":
                    (hasNumber, count) = (true, 3);
                    break;
                case "four":
                    (hasNumber, count) = (true, 4);
                    break;
                case "the" or "these":
                    definite = true;
                    break;
            }
        }
        if (graph.Lemma(head) == "trio")
            count = 3;
        // "The three condemned the launch": the number is all that is said of them.
        if (definite && Array.IndexOf(Numbers, graph.Lemma(head)) is >= 0 and var number)
            (hasNumber, count) = (true, number + 2);
        // "the leaders", "the sides" after two were named.
        if (definite && graph.Tokens[head].PennTag == "NNS" && graph.Lemma(head) is "side" or "leader" or "minister" or "neighbour" or "neighbor" or "capital" or "rival")
            hasNumber = true;
        return count;
    }

    private static readonly string[] Numbers = ["two", "three", "four"];

    private static List<EntityDraft> LastNamed(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, int head, string standsFor, int count)
    {
        var members = new List<EntityDraft>();
        if (standsFor == "country")
            return MostNamed(knowledge, report, graph, head, count);
        var acting = standsFor != "person" ? ActingUpon(report, graph, head) : null;
        var other = Other(report, graph, head);
        var joined = LastJoined(report, graph, head, standsFor, count, out var since);
        if (count > 2 && (joined.Count == count ? joined : LastSeveral(report, graph, head, standsFor, count)) is { Count: > 0 } together)
            return together;
        for (var i = report.History.Count - 1; i >= 0 && members.Count < count; i--)
        {
            var seen = report.History[i];
            if (graph.Sentence.Index - seen.Sentence > ReportEntities.MaxSentences)
                break;
            if (seen.Sentence == graph.Sentence.Index && (seen.Token >= head || IsOther(graph, seen.Token, head)))
                continue;
            // "Russia and China" are the two countries, though a third was named between them and now.
            if (seen.Sentence <= since && !joined.Exists(entity => acting is not null && entity.Country == acting))
                return joined;
            foreach (var entity in seen.Entity.Members.Count > 0 ? seen.Entity.Members : [seen.Entity])
            {
                if (members.Count < count && entity != other && (acting is null || entity.Country != acting) && Suits(entity, standsFor, members))
                    members.Add(entity);
            }
        }
        members.Reverse();
        return members;
    }

    /// <summary>How many sentences back what is meant may be named.</summary>
    private const int MaxSentences = 12;

    /// <summary>What a mention weighs after each further sentence.</summary>
    /// <value>0.85; 0.7 and 0.95 resolve the sample reports and the gold chains alike.</value>
    private const double Decay = 0.85;

    /// <summary>The state that the report speaks of most beside one.</summary>
    internal static EntityDraft? OtherState(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, int head, string state) =>
        MostNamed(knowledge, report, graph, head, 2).Find(other => other.Country != state);

    // The states of which the report, by itself or by their people and bodies, speaks most, the later the more.
    private static List<EntityDraft> MostNamed(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, int head, int count, string[]? among = null)
    {
        var joined = LastJoined(report, graph, head, "country", count, out var since);
        var together = joined.Count == count && count > 2 ? joined : LastSeveral(report, graph, head, "country", count);
        if (together.Count > 0 && (among is null || together.TrueForAll(side => Array.IndexOf(among, side.Country) >= 0)))
            return [.. together.Select(side => side.Country is { } code && knowledge.Country(code) is { } state ? report.Country(state) : side)];
        var acting = ActingUpon(report, graph, head);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var seen in report.History)
        {
            var distance = graph.Sentence.Index - seen.Sentence;
            if (distance > MaxSentences || distance == 0 && (seen.Token >= head || IsOther(graph, seen.Token, head)))
                continue;
            var weight = (seen.IsSubject ? 2 : 1) * Math.Pow(Decay, distance) * (IsAside(report.Graphs[seen.Sentence], seen.Token) ? 0.5 : 1);
            foreach (var entity in seen.Entity.Members.Count > 0 ? seen.Entity.Members : [seen.Entity])
            {
                if (entity is { Kind: not EntityKind.Place, Country: { } country } && country != acting && (among is null || Array.IndexOf(among, country) >= 0) && !entity.Sectors.Contains("IGO") && knowledge.Country(country) is not null)
                    weights[country] = weights.GetValueOrDefault(country) + weight * (seen.Sentence == since && joined.Contains(entity) ? 2 : 1);
            }
        }
        return [.. weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(count).Select(pair => report.Country(knowledge.Country(pair.Key)!))];
    }

    // "Moon, who had met Abe, …": what an aside names counts half.
    private static bool IsAside(SentenceGraph graph, int token)
    {
        for (var steps = 0; token >= 0 && steps < graph.Tokens.Length; token = graph.Head(token), steps++)
        {
            if (graph.Relation(token) == DependencyRelation.AclRelcl)
                return true;
        }
        return false;
    }

    /// <summary>How many sentences back two may be meant again by another word; more are rarely told of beside others.</summary>
    private const int MaxPairSentences = 2;

    // "The three", after "the three leaders"; "the two neighbours", after "both leaders".
    private static List<EntityDraft> LastSeveral(ReportEntities report, SentenceGraph graph, int head, string standsFor, int count)
    {
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= (count > 2 ? MaxSentences : MaxPairSentences); i--)
        {
            var seen = report.History[i];
            if ((seen.Sentence < graph.Sentence.Index || seen.Token < head) && seen.Entity.Members is { } members && members.Count == count && members.All(member => count > 2 || !member.IsPlural)
                && (standsFor == "person" ? members.All(member => member.IsPerson) : members.Select(member => member.Country).Distinct().Count() == count))
                return [.. members];
        }
        return [];
    }

    // "Bush praised both men": who acts in a clause is none of those he acts upon.
    private static bool IsOther(SentenceGraph graph, int token, int head)
    {
        var verb = graph.Head(head);
        return verb >= 0 && graph.Tokens[verb].Tag == UniversalTag.VERB && Clauses.Subject(graph, verb) is var subject && subject != head && subject == token;
    }

    // Nor is he where he was named before: "Putin praised the ceasefire. The Russian president had spoken to both leaders."
    private static EntityDraft? Other(ReportEntities report, SentenceGraph graph, int head)
    {
        var verb = graph.Head(head);
        return verb >= 0 && graph.Tokens[verb].Tag == UniversalTag.VERB && graph.Relation(head) is DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl && Clauses.Subject(graph, verb) is >= 0 and var subject && subject != head
            ? report.MentionAt(graph.Sentence.Index, subject)?.Entity
            : null;
    }

    // "Pompeo urged the two countries": his own is neither.
    private static string? ActingUpon(ReportEntities report, SentenceGraph graph, int head)
    {
        var verb = graph.Head(head);
        if (verb < 0 || graph.Tokens[verb].Tag != UniversalTag.VERB || graph.Relation(head) is not (DependencyRelation.Obj or DependencyRelation.Iobj))
            return null;
        var subject = Clauses.Subject(graph, verb);
        return subject < 0 || subject == head ? null : report.MentionAt(graph.Sentence.Index, subject)?.Entity?.Country;
    }

    // As many as asked for, named together: "Russia and China rejected …"; the sentence that names them, -1 where none does.
    private static List<EntityDraft> LastJoined(ReportEntities report, SentenceGraph graph, int head, string standsFor, int count, out int sentence)
    {
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= ReportEntities.MaxSentences; i--)
        {
            var seen = report.History[i];
            var own = report.Graphs[seen.Sentence];
            if (seen.Sentence == graph.Sentence.Index && seen.Token >= head || own.Relation(seen.Token) != DependencyRelation.Conj)
                continue;
            var tokens = new List<int>();
            Phrases.Members(own, own.Head(seen.Token), tokens);
            var members = new List<EntityDraft>();
            foreach (var token in tokens)
            {
                if (report.MentionAt(seen.Sentence, token)?.Entity is { } entity && Suits(entity, standsFor, members))
                    members.Add(entity);
            }
            if (members.Count == count)
            {
                sentence = seen.Sentence;
                return members;
            }
        }
        sentence = -1;
        return [];
    }

    private static bool Suits(EntityDraft entity, string standsFor, List<EntityDraft> members)
    {
        if (members.Contains(entity))
            return false;
        return standsFor switch
        {
            // "Trump called the chairman a great leader": a description is nobody of the two.
            "person" => entity.IsPerson && (entity.Known is not null || entity.Mentions.Exists(mention => mention.Form == MentionForm.Name)),
            "country" => entity.Kind == EntityKind.Country,
            // Sides are of different states: a minister and his own country are one side.
            // Nor is a body that only a noun names ("the police") one of them.
            // A band of rebels has none of its own, but a name.
            _ => (entity.Kind is EntityKind.Person or EntityKind.Country || entity is { Kind: EntityKind.Organisation, Known: not null }) && entity.Country is { } country && !members.Exists(member => member.Country == country)
                || entity is { Kind: EntityKind.Organisation or EntityKind.Group, Country: null } && entity.Mentions.Exists(mention => mention.Form == MentionForm.Name),
        };
    }
}
