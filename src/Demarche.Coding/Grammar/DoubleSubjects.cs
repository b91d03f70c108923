using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Joins two subjects of one verb, as no clause has them: "Norway and Iceland held talks", "S. Korea, Japan agree", "Sri Lankan rebels said".</summary>
/// <remarks>
/// The parser now and then gives both halves of a coordination to the verb, takes the first name of a headline, which has a comma where other prose has
/// "and", for a time or an address, or gives the verb the first word of a long name beside its last.
/// </remarks>
internal static class DoubleSubjects
{
    /// <returns>The tokens with the later subject coordinated to the earlier one, or the earlier made part of the later, in a new array; the same tokens where there is nothing to join.</returns>
    internal static Token[] Join(Token[] tokens)
    {
        var joined = tokens;
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (tokens[i].Form is not ("," or "and" or "&"))
                continue;
            var (first, second) = (PhraseHead(joined, i - 1), PhraseHead(joined, i + 1));
            if (first >= i || second <= i || joined[first].Head != joined[second].Head || !IsSubject(joined[second]) || !(IsSubject(joined[first]) || tokens[i].Form == "," && OpensUnmarked(joined, first)))
                continue;
            Own(ref joined, tokens);
            joined[first] = joined[first] with { Relation = joined[second].Relation };
            joined[second] = joined[second] with { Head = first, Relation = DependencyRelation.Conj };
            if (tokens[i].Form != "," && joined[i].Head != second)
                joined[i] = joined[i] with { Head = second, Relation = DependencyRelation.Cc };
        }
        for (var first = 0; first < tokens.Length - 1; first++)
        {
            if (!IsSubject(joined[first]) || PhraseHead(joined, first + 1) is var second && (second <= first || joined[second].Head != joined[first].Head || !IsSubject(joined[second])))
                continue;
            Own(ref joined, tokens);
            joined[first] = joined[first] with { Head = second, Relation = DependencyRelation.Compound };
        }
        return joined;
    }

    private static void Own(ref Token[] joined, Token[] tokens)
    {
        if (ReferenceEquals(joined, tokens))
            joined = [.. tokens];
    }

    // "Norway, Iceland agree": the first name, which has no joint with the verb, is taken for a time or an address.
    private static bool OpensUnmarked(Token[] tokens, int word) =>
        tokens[word].Relation is DependencyRelation.OblUnmarked or DependencyRelation.Dislocated or DependencyRelation.Vocative && tokens[0].Name != NameKind.None && tokens[word].Name == tokens[0].Name;

    private static bool IsSubject(Token token) => token.Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass && token.Tag is UniversalTag.PROPN or UniversalTag.NOUN;

    // The head of the name or noun phrase that a word stands in.
    private static int PhraseHead(Token[] tokens, int word)
    {
        for (var steps = 0; steps < 4 && tokens[word].Head >= 0 && tokens[word].Relation is DependencyRelation.Compound or DependencyRelation.Flat or DependencyRelation.Amod or DependencyRelation.Det; steps++)
            word = tokens[word].Head;
        return word;
    }
}
