using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Tells of which states a phrase with a part of the world in it may speak: "the Gulf state", "the two South Caucasus countries".</summary>
internal static class Regions
{
    /// <returns>Codes of states; null when the phrase is of no state, or has no such words before it.</returns>
    internal static string[]? StatesOf(CoreferenceWords words, SentenceGraph graph, int head)
    {
        if (!graph.Is(head, WordList.State))
            return null;
        var first = head;
        foreach (var child in graph.Children(head))
        {
            if (child < head && graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound)
                first = Math.Min(first, graph.Left(child));
        }
        // "The tiny West African nation": the longest words that name a part.
        for (; first < head; first++)
        {
            if (words.StatesOf(graph.TextOf(graph.SpanOf(first, head - 1)).ToLowerInvariant()) is { } states)
                return states;
        }
        return null;
    }
}
