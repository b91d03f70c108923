using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>PLOVER contexts: what an event is about, from its CAMEO code and from the words of its clause.</summary>
internal static class ContextFinder
{
    private const int MaxContexts = 4;

    internal static string[] Find(Codebook codebook, EventCandidate candidate, string cameo)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (codebook.Crosswalk.TryGetValue(cameo, out var row))
        {
            foreach (var context in row.Contexts)
                counts[context] = 3;
        }
        var graph = candidate.Graph;
        for (var i = graph.Left(candidate.Anchor); i <= graph.Right(candidate.Anchor); i++)
        {
            if (i > 0 && codebook.Contexts.TryGetValue($"{graph.Lemma(i - 1)} {graph.Lemma(i)}", out var contexts) || codebook.Contexts.TryGetValue(graph.Lemma(i), out contexts) || graph.Tokens[i].Tag == UniversalTag.PROPN && codebook.Contexts.TryGetValue(graph.Lemma(i).ToLowerInvariant(), out contexts))
            {
                foreach (var context in contexts)
                    counts[context] = counts.GetValueOrDefault(context) + 1;
            }
        }
        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxContexts).Select(pair => pair.Key)];
    }
}
