using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Restores the subject of a finite verb that the parser has given to another word, or left in pieces.</summary>
internal static class LostSubjects
{
    /// <returns>The tokens with their subjects, in a new array; the same tokens where none was lost.</returns>
    internal static Token[] Restore(Token[] tokens)
    {
        var restored = tokens;
        for (var verb = 1; verb < tokens.Length; verb++)
        {
            if (!IsFinite(tokens, verb) || Array.Exists(tokens, token => token.Head == verb && token.Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Csubj or DependencyRelation.Expl))
                continue;
            if (InPieces(tokens, verb) is >= 0 and var pieces)
            {
                Own(ref restored, tokens);
                for (var child = 0; child < pieces; child++)
                {
                    if (restored[child].Head == verb && IsNounPart(restored[child].Relation))
                        restored[child] = restored[child] with { Head = pieces };
                }
                restored[pieces] = restored[pieces] with { Tag = restored[pieces].Tag == UniversalTag.PROPN ? UniversalTag.PROPN : UniversalTag.NOUN, Relation = DependencyRelation.Nsubj };
            }
            else if (OfObject(tokens, verb) is >= 0 and var shifted)
            {
                Own(ref restored, tokens);
                restored[shifted] = restored[shifted] with { Head = verb };
            }
            else if (InClauseBefore(tokens, verb) is >= 0 and var subject)
            {
                Own(ref restored, tokens);
                restored[subject] = restored[subject] with { Head = verb, Relation = DependencyRelation.Nsubj };
                for (var child = 0; child < subject; child++)
                {
                    if (restored[child].Head == subject && restored[child].Relation == DependencyRelation.Cc)
                        restored[child] = restored[child] with { Head = verb };
                }
            }
        }
        return restored;
    }

    private static void Own(ref Token[] restored, Token[] tokens)
    {
        if (ReferenceEquals(restored, tokens))
            restored = [.. tokens];
    }

    private static bool IsFinite(Token[] tokens, int verb) => tokens[verb] is { Tag: UniversalTag.VERB, PennTag: "VBD" or "VBZ" or "VBP" };

    // "the US military struck": the head of the subject, read as an adjective, leaves its article and its first words to the verb.
    private static int InPieces(Token[] tokens, int verb)
    {
        var subject = verb - 1;
        while (subject > 0 && tokens[subject].Tag == UniversalTag.ADV)
            subject--;
        if (subject < 1 || tokens[subject].Head != verb || tokens[subject].Relation is not (DependencyRelation.Amod or DependencyRelation.Compound) || tokens[subject].Tag is not (UniversalTag.ADJ or UniversalTag.NOUN or UniversalTag.PROPN))
            return -1;
        return Array.Exists(tokens, token => token.Head == verb && token.Relation is DependencyRelation.Det or DependencyRelation.NmodPoss) || tokens[subject - 1].Head == verb && IsNounPart(tokens[subject - 1].Relation) ? subject : -1;
    }

    // "Sweden suspended aid": a noun that is an object has no subject, and what stands before its verb is the verb's.
    private static int OfObject(Token[] tokens, int verb)
    {
        for (var subject = verb - 1; subject >= 0; subject--)
        {
            if (tokens[subject] is { Relation: DependencyRelation.Nsubj, Head: var noun } && noun > verb && tokens[noun] is { Tag: UniversalTag.NOUN, Relation: DependencyRelation.Obj } && tokens[noun].Head == verb && !HasChild(tokens, noun, DependencyRelation.Cop))
                return subject;
        }
        return -1;
    }

    // "… a peace treaty and Japan's premier, 64, vowed to …": where "and" stands before a noun and none before the verb behind it, it joins the clauses.
    private static int InClauseBefore(Token[] tokens, int verb)
    {
        var before = tokens[verb].Head;
        if (before < 0 || tokens[verb].Relation != DependencyRelation.Conj || tokens[before].Tag != UniversalTag.VERB || HasChild(tokens, verb, DependencyRelation.Cc))
            return -1;
        for (var subject = verb - 1; subject > before; subject--)
        {
            if (tokens[subject] is { Relation: DependencyRelation.Conj, Tag: UniversalTag.NOUN or UniversalTag.PROPN } && tokens[subject].Head < subject && tokens[subject].Head > before && HasChild(tokens, subject, DependencyRelation.Cc))
                return EndsBefore(tokens, subject, verb) && !IsInside(tokens, verb, subject) ? subject : -1;
        }
        return -1;
    }

    // Between a subject and its verb stand its own words, and adverbs.
    private static bool EndsBefore(Token[] tokens, int subject, int verb)
    {
        for (var i = subject + 1; i < verb; i++)
        {
            if (tokens[i].Head != verb && !IsInside(tokens, i, subject))
                return false;
        }
        return true;
    }

    private static bool IsInside(Token[] tokens, int word, int head)
    {
        for (var steps = 0; word >= 0 && steps <= tokens.Length; word = tokens[word].Head, steps++)
        {
            if (word == head)
                return true;
        }
        return false;
    }

    private static bool HasChild(Token[] tokens, int head, DependencyRelation relation) => Array.Exists(tokens, token => token.Head == head && token.Relation == relation);

    private static bool IsNounPart(DependencyRelation relation) =>
        relation is DependencyRelation.Det or DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.NmodPoss or DependencyRelation.NmodDesc or DependencyRelation.Nummod;
}
