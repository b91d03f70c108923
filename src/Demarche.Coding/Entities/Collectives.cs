using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Resolves words that stand for several things named before: "the pair", "both countries", "the three allies".</summary>
internal static class Collectives
{
    internal static EntityDraft? Resolve(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, int head, CoreferenceWords words)
    {
        var count = NumberOf(graph, head, out var hasNumber);
        if (words.CollectiveFor(graph.Lemma(head), hasNumber) is not { } standsFor || !IsBare(graph, head))
            return null;
        if (standsFor.Contains('+', StringComparison.Ordinal))
            return Group(graph, head, [.. standsFor.Split('+').Select(code => knowledge.Country(code)).OfType<KnowledgeEntry>().Select(report.Country)]);
        // Two people who were just named are meant before their states.
        var members = standsFor == "any" ? LastNamed(report, graph, head, "person", count) : [];
        var together = standsFor == "any" && LastJoined(report, graph, head, "person", count, out _) is { Count: > 0 } joined && joined.TrueForAll(members.Contains);
        if (!together && (members.Count < count || members.Exists(member => members.Exists(other => other != member && other.Country == member.Country))))
            members = LastNamed(report, graph, head, standsFor, count);
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
    private static bool IsBare(SentenceGraph graph, int head)
    {
        foreach (var child in graph.Children(head))
        {
            if (Phrases.IsCharge(graph, head, child))
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
                case "both":
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
        if (definite && graph.Tokens[head].PennTag == "NNS" && graph.Lemma(head) is "side" or "leader" or "minister")
            hasNumber = true;
        return count;
    }

    private static readonly string[] Numbers = ["two", "three", "four"];

    private static List<EntityDraft> LastNamed(ReportEntities report, SentenceGraph graph, int head, string standsFor, int count)
    {
        var members = new List<EntityDraft>();
        var acting = standsFor != "person" ? ActingUpon(report, graph, head) : null;
        var joined = LastJoined(report, graph, head, standsFor, count, out var since);
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
                if (members.Count < count && (acting is null || entity.Country != acting) && Suits(entity, standsFor, members))
                    members.Add(entity);
            }
        }
        if (members.Count < count && standsFor == "country")
            members = CountriesOf(LastNamed(report, graph, head, "any", count), report);
        members.Reverse();
        return members;
    }

    // "Bush praised both men": who acts in a clause is none of those he acts upon.
    private static bool IsOther(SentenceGraph graph, int token, int head)
    {
        var verb = graph.Head(head);
        return verb >= 0 && graph.Tokens[verb].Tag == UniversalTag.VERB && Clauses.Subject(graph, verb) is var subject && subject != head && subject == token;
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
            "person" => entity.IsPerson,
            "country" => entity.Kind == EntityKind.Country,
            // Sides are of different states: a minister and his own country are one side.
            _ => entity.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation && entity.Country is { } country && !members.Exists(member => member.Country == country),
        };
    }

    private static List<EntityDraft> CountriesOf(List<EntityDraft> sides, ReportEntities report) =>
        [.. sides.Select(side => side.Country is { } country ? report.Find("country:" + country) ?? side : side)];
}
