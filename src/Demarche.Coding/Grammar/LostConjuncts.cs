using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Hangs a person's name, joined by "and" to a word inside another's apposition, on that other: "Kawano, chief of the Joint Staff, and Harris, …".</summary>
internal static class LostConjuncts
{
    private const int MaxClimb = 6;

    /// <returns>The tokens with the names joined, in a new array; the same tokens where nothing was to mend.</returns>
    internal static Token[] Restore(Token[] tokens)
    {
        var restored = tokens;
        for (var i = 2; i < tokens.Length; i++)
        {
            if (tokens[i] is not { Relation: DependencyRelation.Conj, Name: NameKind.Person, Head: >= 0 } || tokens[tokens[i].Head].Name == NameKind.Person || !FollowsCommaAnd(tokens, i) || Person(tokens, tokens[i].Head) is not { } person)
                continue;
            if (ReferenceEquals(restored, tokens))
                restored = [.. tokens];
            restored[i] = restored[i] with { Head = person };
        }
        return restored;
    }

    // ", and Adm. Harry Harris": the comma closes the apposition.
    private static bool FollowsCommaAnd(Token[] tokens, int name)
    {
        for (var i = name - 1; i > 0 && i > name - 5; i--)
        {
            if (tokens[i].Tag == UniversalTag.CCONJ)
                return tokens[i - 1].Form == ",";
        }
        return false;
    }

    private static int? Person(Token[] tokens, int inside)
    {
        for (int word = inside, steps = 0; word >= 0 && steps < MaxClimb; word = tokens[word].Head, steps++)
        {
            if (tokens[word].Relation == DependencyRelation.Appos)
                return tokens[word].Head is >= 0 and var head && tokens[head].Name == NameKind.Person ? head : null;
            if (tokens[word].Relation is not (DependencyRelation.Nmod or DependencyRelation.Obl or DependencyRelation.Compound or DependencyRelation.NmodPoss or DependencyRelation.NmodDesc or DependencyRelation.Conj))
                return null;
        }
        return null;
    }
}
