using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Noun phrases: their extent, their coordinated members, and what stands before and after their heads.</summary>
internal static class Phrases
{
    /// <summary>Words of a name that follows its title without a comma: as many as most names have.</summary>
    private const int LongestName = 4;

    /// <summary>The head and the heads coordinated with it, in the order of the text.</summary>
    internal static void Members(SentenceGraph graph, int head, List<int> members)
    {
        members.Add(head);
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) == DependencyRelation.Conj && IsNominal(graph, child))
                Members(graph, child, members);
        }
    }

    /// <summary>The phrases of arguments, coordinated ones as one phrase: who does something with each other ("Jordan and Britain") acts as one.</summary>
    internal static List<TextSpan> Together(SentenceGraph graph, IReadOnlyList<Argument> arguments)
    {
        var spans = new List<TextSpan>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i > 0 && graph.Relation(arguments[i].Head) == DependencyRelation.Conj && graph.IsInside(arguments[i].Head, arguments[i - 1].Head) | graph.Head(arguments[i].Head) == graph.Head(arguments[i - 1].Head))
                spans[^1] = spans[^1].Union(arguments[i].Span);
            else if (!spans.Contains(arguments[i].Span))
                spans.Add(arguments[i].Span);
        }
        return spans;
    }

    internal static bool IsNominal(SentenceGraph graph, int token) =>
        graph.Tokens[token].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.PRON or UniversalTag.NUM or UniversalTag.DET or UniversalTag.ADJ or UniversalTag.SYM or UniversalTag.X
        && !graph.Has(token, DependencyRelation.Cop);

    /// <summary>The phrase of one head: determiners, modifiers and of-phrases, without prepositions, coordinated members, appositions and relative clauses.</summary>
    internal static TextSpan Span(SentenceGraph graph, int head)
    {
        var (first, last) = Extent(graph, head);
        return graph.SpanOf(first, last);
    }

    internal static (int First, int Last) Extent(SentenceGraph graph, int head)
    {
        var (first, last) = (head, head);
        foreach (var child in graph.Children(head))
        {
            if (child < head && BelongsBefore(graph, child))
                first = Math.Min(first, graph.Left(child));
            else if (child > head && BelongsAfter(graph, child, head))
                last = Math.Max(last, LastWord(graph, child));
        }
        // "at least 26 soldiers": the parser takes the first word for a preposition before the whole.
        if (first > 0 && graph.Lemma(first) is "least" or "most" && graph.Tokens[first - 1].Form is "at" or "At")
            first--;
        return (first, WithAcronym(graph, head, last));
    }

    private static int LastWord(SentenceGraph graph, int child)
    {
        if (graph.Relation(child) is not (DependencyRelation.Nmod or DependencyRelation.Appos or DependencyRelation.NmodDesc))
            return graph.Right(child);
        var last = Extent(graph, child).Last;
        // "the armies of Brazil and Argentina"
        foreach (var conjunct in graph.Children(child))
        {
            if (graph.Relation(conjunct) == DependencyRelation.Conj && IsNominal(graph, conjunct))
                last = Math.Max(last, Extent(graph, conjunct).Last);
        }
        return last;
    }

    // "the Organization of American States (OAS)"
    private static int WithAcronym(SentenceGraph graph, int head, int last) =>
        last + 3 < graph.Tokens.Length && graph.Tokens[last + 1].Form == "(" && graph.Tokens[last + 3].Form == ")" && graph.IsInside(last + 2, head) && char.IsUpper(graph.Tokens[last + 2].Form[0])
            ? last + 3 : last;

    private static bool BelongsBefore(SentenceGraph graph, int child) => graph.Relation(child) switch
    {
        DependencyRelation.Det or DependencyRelation.DetPredet or DependencyRelation.CcPreconj or DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Nummod
            or DependencyRelation.NmodPoss or DependencyRelation.Flat or DependencyRelation.NmodDesc or DependencyRelation.Nmod or DependencyRelation.NmodUnmarked => true,
        DependencyRelation.Advmod => graph.Tokens[child].Tag is not UniversalTag.ADV || graph.Lemma(child) is not ("also" or "only" or "even" or "just" or "not"),
        _ => false,
    };

    private static bool BelongsAfter(SentenceGraph graph, int child, int head) => graph.Relation(child) switch
    {
        DependencyRelation.Flat or DependencyRelation.Compound or DependencyRelation.Fixed or DependencyRelation.Nummod or DependencyRelation.NmodDesc => true,
        DependencyRelation.Nmod => graph.Joint(child) is "of" or "for" or "in" && !graph.Is(child, WordList.Time) && !Clauses.IsDay(graph, child) && !CommaBetween(graph, head, child) && !IsCharge(graph, head, child),
        // "President Vladimir Putin" may be read as an apposition without a comma.
        DependencyRelation.Appos => !CommaBetween(graph, head, child) && graph.Left(child) == head + 1 && child <= head + LongestName && graph.Tokens[child].Tag == UniversalTag.PROPN,
        _ => false,
    };

    // "accused both countries of duplicity": the charge belongs to the verb, even where the parser hangs it on the accused.
    internal static bool IsCharge(SentenceGraph graph, int head, int child) =>
        graph.Relation(head) is DependencyRelation.Obj && graph.Joint(child) == "of" && graph.Is(graph.Head(head), WordList.Charging);

    private static bool CommaBetween(SentenceGraph graph, int head, int child)
    {
        for (var i = head + 1; i < child; i++)
        {
            if (graph.Tokens[i].Form is "," or "(" or "-" or "–" or "—" or ":")
                return true;
        }
        return false;
    }
}
