using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Restores the verb of a short news sentence that the parser has read as a noun phrase.</summary>
/// <remarks>
/// The treebank has few sentences like "Norway lifted sanctions on Serbia." and many headlines and captions, so the past tense is now and
/// then taken for a participle: the noun is the root and the verb its attribute ("lifted sanctions") or its clause ("Japan, which …, complained to Seoul").
/// </remarks>
internal static class LostVerbs
{
    /// <returns>The tokens with the verb as the root, in a new array; the same tokens where a verb governs already.</returns>
    internal static Token[] Restore(Token[] tokens)
    {
        var root = Array.FindIndex(tokens, token => token.Head < 0);
        if (root < 0 || tokens.Length < 4 || tokens[root].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN))
            return tokens;
        if (AfterOccasion(tokens, root) is { } clause)
            return clause;
        if (HasPredicate(tokens, root))
            return tokens;
        var (verb, subject) = AttributeVerb(tokens, root);
        if (verb >= 0)
            return Governed(tokens, verb, subject, root);
        verb = ClauseVerb(tokens, root);
        return verb >= 0 ? Governed(tokens, verb, root, -1) : tokens;
    }

    // "In a call on Monday with Ito, Kono "stressed … the need for calm," …": a phrase with a preposition is no sentence where a finite verb stands behind it.
    private static Token[]? AfterOccasion(Token[] tokens, int root)
    {
        var verb = Array.FindIndex(tokens, root + 1, token => token.Head == root && token.Relation == DependencyRelation.Parataxis && token.PennTag is "VBD" or "VBZ" or "VBP");
        if (verb < 0 || !Array.Exists(tokens, token => token.Head == root && token.Relation == DependencyRelation.Case))
            return null;
        var subject = verb - 1;
        while (subject > root && tokens[subject].Tag == UniversalTag.PUNCT && tokens[subject].Form != ",")
            subject--;
        while (subject > root && tokens[subject].Relation is DependencyRelation.Flat or DependencyRelation.Compound && tokens[subject].Head > root)
            subject = tokens[subject].Head;
        var hasOwn = HasChild(tokens, verb, DependencyRelation.Nsubj);
        if (!hasOwn && (subject <= root || tokens[subject].Relation is not (DependencyRelation.Appos or DependencyRelation.Conj or DependencyRelation.Nmod)))
            return null;
        var restored = (Token[])tokens.Clone();
        restored[verb] = restored[verb] with { Head = -1, Relation = DependencyRelation.Root };
        restored[root] = restored[root] with { Head = verb, Relation = DependencyRelation.Obl };
        if (!hasOwn)
            restored[subject] = restored[subject] with { Head = verb, Relation = DependencyRelation.Nsubj };
        for (var i = verb + 1; i < tokens.Length; i++)
        {
            if (restored[i].Head == root)
                restored[i] = restored[i] with { Head = verb };
        }
        return restored;
    }

    private static bool HasPredicate(Token[] tokens, int root)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == root && tokens[i].Relation is DependencyRelation.Nsubj or DependencyRelation.Cop or DependencyRelation.NsubjPass or DependencyRelation.Parataxis)
                return true;
        }
        return false;
    }

    // "Norway lifted sanctions": the name before the participle is what acts.
    private static (int Verb, int Subject) AttributeVerb(Token[] tokens, int root)
    {
        for (var verb = root - 1; verb > 0; verb--)
        {
            if (tokens[verb].Head != root || tokens[verb].Relation != DependencyRelation.Amod || !IsPast(tokens[verb]))
                continue;
            for (var subject = 0; subject < verb; subject++)
            {
                if (tokens[subject].Head == root && tokens[subject].Relation is DependencyRelation.Compound or DependencyRelation.NmodDesc or DependencyRelation.Nmod or DependencyRelation.Det or DependencyRelation.NmodUnmarked
                    && tokens[subject].Tag is UniversalTag.PROPN or UniversalTag.NOUN && !HasChild(tokens, subject, DependencyRelation.Case))
                    return (verb, subject);
            }
        }
        return (-1, -1);
    }

    // "Japan, which claims the islets, complained to Seoul."
    private static int ClauseVerb(Token[] tokens, int root)
    {
        for (var verb = root + 1; verb < tokens.Length; verb++)
        {
            if (tokens[verb].Head == root && tokens[verb].Relation is DependencyRelation.Acl or DependencyRelation.Conj && IsPast(tokens[verb]) && HasArgument(tokens, verb))
                return verb;
        }
        return -1;
    }

    private static bool IsPast(Token token) => token.Tag == UniversalTag.VERB && token.PennTag is "VBN" or "VBD";

    // Without an object or the like, "soldiers killed in Iraq" is what it seems.
    private static bool HasArgument(Token[] tokens, int verb)
    {
        var found = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head != verb)
                continue;
            if (tokens[i].Relation is DependencyRelation.Aux or DependencyRelation.AuxPass or DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.OblAgent)
                return false;
            found |= tokens[i].Relation is DependencyRelation.Obj or DependencyRelation.Xcomp or DependencyRelation.Ccomp
                || tokens[i].Relation == DependencyRelation.Obl && i > verb && HasChild(tokens, i, DependencyRelation.Case, "to", "with", "for", "against");
        }
        return found;
    }

    private static bool HasChild(Token[] tokens, int head, DependencyRelation relation, params ReadOnlySpan<string> lemmas)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == head && tokens[i].Relation == relation && (lemmas.Length == 0 || lemmas.Contains(tokens[i].Lemma)))
                return true;
        }
        return false;
    }

    private static Token[] Governed(Token[] tokens, int verb, int subject, int direct)
    {
        var restored = (Token[])tokens.Clone();
        restored[verb] = restored[verb] with { Head = -1, Relation = DependencyRelation.Root, PennTag = "VBD" };
        restored[subject] = restored[subject] with { Head = verb, Relation = DependencyRelation.Nsubj };
        if (direct < 0)
            return restored;
        restored[direct] = restored[direct] with { Head = verb, Relation = DependencyRelation.Obj };
        // What stood before the verb belongs to the clause, not to the object.
        for (var i = 0; i < verb; i++)
        {
            if (i != subject && restored[i].Head == direct)
                restored[i] = restored[i] with { Head = i < subject && restored[i].Relation is not DependencyRelation.Punct ? subject : verb };
        }
        return restored;
    }
}
