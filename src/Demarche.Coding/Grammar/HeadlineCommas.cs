using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Joins subjects that a headline parts with a comma where other prose has "and": "S. Korea, Japan agree to share intelligence".</summary>
/// <remarks>The parser, which has learnt few headlines, gives the verb two subjects, as no other clause has, or takes the first for a time or an address.</remarks>
internal static class HeadlineCommas
{
    /// <returns>The tokens with the later subject coordinated to the earlier one, in a new array; the same tokens where there is nothing to join.</returns>
    internal static Token[] Join(Token[] tokens)
    {
        var joined = tokens;
        for (var comma = 1; comma < tokens.Length - 1; comma++)
        {
            if (tokens[comma].Form != ",")
                continue;
            var (first, second) = (PhraseHead(tokens, comma - 1), PhraseHead(tokens, comma + 1));
            if (first >= comma || second <= comma || tokens[first].Head != tokens[second].Head || !IsSubject(tokens[second]) || !(IsSubject(tokens[first]) || OpensUnmarked(tokens, first)))
                continue;
            if (ReferenceEquals(joined, tokens))
                joined = [.. tokens];
            joined[first] = tokens[first] with { Relation = tokens[second].Relation };
            joined[second] = tokens[second] with { Head = first, Relation = DependencyRelation.Conj };
        }
        return joined;
    }

    // "Norway, Iceland agree": the first name, which has no joint with the verb, is taken for a time or an address.
    private static bool OpensUnmarked(Token[] tokens, int word) =>
        tokens[word].Relation is DependencyRelation.OblUnmarked or DependencyRelation.Dislocated or DependencyRelation.Vocative && tokens[0].Name != NameKind.None && tokens[word].Name == tokens[0].Name;

    private static bool IsSubject(Token token) => token.Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass && token.Tag is UniversalTag.PROPN or UniversalTag.NOUN;

    // The head of the name or noun phrase that a word stands in.
    private static int PhraseHead(Token[] tokens, int word)
    {
        for (var steps = 0; steps < 4 && tokens[word].Head >= 0 && tokens[word].Relation is DependencyRelation.Compound or DependencyRelation.Flat or DependencyRelation.Amod; steps++)
            word = tokens[word].Head;
        return word;
    }
}
