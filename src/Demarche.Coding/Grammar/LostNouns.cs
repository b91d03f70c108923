using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Restores nouns, and the phrases around them, where the tagger or the parser saw a verb.</summary>
internal static class LostNouns
{
    /// <returns>The tokens with their nouns, in a new array; the same tokens where none was lost.</returns>
    internal static Token[] Restore(Token[] tokens)
    {
        var restored = tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (IsPluralObject(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Tag = UniversalTag.NOUN, PennTag = "NNS" };
            }
            else if (IsPluralPhrase(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Tag = UniversalTag.NOUN, PennTag = "NNS", Relation = DependencyRelation.Obl };
                for (var child = 0; child < i; child++)
                {
                    if (restored[child].Relation == DependencyRelation.Case && restored[child].Head == i - 1 || restored[child].Relation == DependencyRelation.Mark && restored[child].Head == i)
                        restored[child] = restored[child] with { Head = i, Relation = DependencyRelation.Case };
                }
                if (restored[i - 1].Relation == DependencyRelation.Nsubj)
                    restored[i - 1] = restored[i - 1] with { Relation = DependencyRelation.Compound };
            }
            else if (tokens[i].Relation == DependencyRelation.Nsubj && IsGivenSomething(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Head = tokens[tokens[i].Head].Head, Relation = DependencyRelation.Iobj };
            }
            else if (IsNounBehindArticle(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Tag = UniversalTag.NOUN, PennTag = "NN", Relation = restored[i].Relation is not (DependencyRelation.Advmod or DependencyRelation.Amod) ? restored[i].Relation : HasCase(tokens, i) ? DependencyRelation.Obl : DependencyRelation.Obj };
            }
            else if (IsHalfCompound(tokens, i - 1))
            {
                Own(ref restored, tokens);
                restored[i - 1] = restored[i - 1] with { Head = i, Relation = DependencyRelation.Compound };
            }
            else if (IsOfTitle(tokens, i - 1))
            {
                Own(ref restored, tokens);
                restored[i - 1] = restored[i - 1] with { Head = tokens[i].Head, Relation = DependencyRelation.Compound };
            }
            else if (IsCalledSo(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Head = tokens[tokens[i].Head].Head, Relation = DependencyRelation.Xcomp };
            }
            else if (IsBareComplement(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Relation = DependencyRelation.Obj };
            }
            else if (IsOwnDeed(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Tag = UniversalTag.NOUN, PennTag = "NN", Relation = DependencyRelation.Obj };
            }
            else if (IsBareDeed(tokens, i))
            {
                Own(ref restored, tokens);
                restored[i] = restored[i] with { Tag = UniversalTag.NOUN, PennTag = "NNS", Relation = DependencyRelation.Obj };
                restored[i - 1] = restored[i - 1] with { Relation = DependencyRelation.Compound };
            }
            else if (IsHyphenated(tokens, i) && Swallowed(restored, i) is >= 0 and var noun)
            {
                Own(ref restored, tokens);
                restored[noun] = restored[noun] with { Head = restored[i].Head, Relation = HasCase(restored, noun) ? DependencyRelation.Obl : restored[i].Relation };
                restored[i] = restored[i] with { Head = noun, Relation = DependencyRelation.Amod };
            }
        }
        return restored;
    }

    private static void Own(ref Token[] restored, Token[] tokens)
    {
        if (ReferenceEquals(restored, tokens))
            restored = [.. tokens];
    }

    // "held talks with …": no finite verb is an object; a word in -s is a plural there.
    private static bool IsPluralObject(Token[] tokens, int word) =>
        tokens[word] is { Tag: UniversalTag.VERB, PennTag: "VBZ", Relation: DependencyRelation.Obj } && tokens[word].Form.EndsWith('s');

    // "strikes against Hamas targets", "conceded to demands": a subject has no preposition, and no infinitive ends in -s.
    private static bool IsPluralPhrase(Token[] tokens, int word) => tokens[word] is { Tag: UniversalTag.VERB, Head: >= 0, Relation: DependencyRelation.Advcl or DependencyRelation.Xcomp or DependencyRelation.Acl } && tokens[word].Form is { Length: > 2 } form && form.EndsWith('s')
        && (tokens[word].PennTag == "VBZ" && tokens[word - 1].Head == word && tokens[word - 1].Relation == DependencyRelation.Nsubj && HasCase(tokens, word - 1)
            || tokens[word].PennTag == "VB" && !EndsLikeVerb(form) && tokens[word - 1].Head == word && tokens[word - 1].Lemma == "to");

    // "discuss", "focus", "canvas".
    private static bool EndsLikeVerb(string form) => form[^2] is 's' or 'u' or 'a';

    // "gave Moscow a deadline": the receiver right behind the verb, read as the subject of what is given.
    private static bool IsGivenSomething(Token[] tokens, int word)
    {
        var given = tokens[word].Head;
        return given > word && tokens[given] is { Tag: UniversalTag.NOUN, Relation: DependencyRelation.Obj } && tokens[given].Head >= 0 && tokens[given].Head < word && tokens[tokens[given].Head].Tag == UniversalTag.VERB
            && !Array.Exists(tokens, token => token.Head == given && token.Relation is DependencyRelation.Cop or DependencyRelation.Case);
    }

    // "held a rally", "the rally drew thousands": what stands between an article and the end of the phrase is a noun, though it ends like an adverb.
    private static bool IsNounBehindArticle(Token[] tokens, int word) =>
        tokens[word] is { PennTag: "RB" or "JJ", Head: >= 0 } && tokens[word].Form.EndsWith("ly", StringComparison.Ordinal) && tokens[tokens[word].Head].Tag is UniversalTag.VERB or UniversalTag.NOUN
        && (tokens[word - 1].PennTag == "DT" || tokens[word - 1].PennTag is "NN" or "JJ" && word > 1 && tokens[word - 2].PennTag == "DT" && tokens[word - 1].Head == word)
        && (word + 1 == tokens.Length || tokens[word + 1].Tag is UniversalTag.ADP or UniversalTag.PUNCT or UniversalTag.VERB or UniversalTag.AUX or UniversalTag.CCONJ or UniversalTag.SCONJ);

    // "held telephone talks": a bare singular right before the object is the first half of a compound, and no second object.
    private static bool IsHalfCompound(Token[] tokens, int word) =>
        tokens[word] is { PennTag: "NN", Relation: DependencyRelation.Obj or DependencyRelation.Iobj } && tokens[word + 1] is { Tag: UniversalTag.NOUN, Relation: DependencyRelation.Obj } && tokens[word].Head == tokens[word + 1].Head
        && !Array.Exists(tokens, token => token.Head == word);

    // "prompting US President Donald Trump to insist": a name right before another's title goes with it.
    private static bool IsOfTitle(Token[] tokens, int word) =>
        tokens[word] is { Tag: UniversalTag.PROPN, Relation: DependencyRelation.Obj or DependencyRelation.Iobj } && tokens[word + 1] is { Relation: DependencyRelation.NmodDesc or DependencyRelation.Compound, Head: >= 0 } && tokens[word + 1].Head > word
        && tokens[tokens[word + 1].Head] is { Tag: UniversalTag.PROPN, Relation: DependencyRelation.Obj } && tokens[tokens[word + 1].Head].Head == tokens[word].Head
        && !Array.Exists(tokens, token => token.Head == word);

    // "called the trip a provocation": without a comma between, the second noun is what the first is called.
    private static bool IsCalledSo(Token[] tokens, int word)
    {
        // "called the step selfish": behind its noun, an adjective is no attribute.
        if (tokens[word] is { Relation: DependencyRelation.Amod or DependencyRelation.Acl, Tag: UniversalTag.ADJ, Head: >= 0 } && tokens[word].Head < word && tokens[tokens[word].Head] is { Relation: DependencyRelation.Obj, Head: >= 0 } judged)
            return tokens[judged.Head].Lemma is "call" or "brand" or "label" or "deem" or "declare" or "consider" or "pronounce";
        if (tokens[word] is not { Relation: DependencyRelation.Appos, Tag: UniversalTag.NOUN, Head: >= 0 } || tokens[word].Head > word || tokens[tokens[word].Head] is not { Relation: DependencyRelation.Obj, Head: >= 0 } called
            || tokens[called.Head].Lemma is not ("call" or "brand" or "label" or "term" or "deem" or "dub" or "declare" or "consider" or "pronounce"))
            return false;
        var article = false;
        for (var i = tokens[word].Head + 1; i < word; i++)
        {
            if (tokens[i].Tag == UniversalTag.PUNCT)
                return false;
            article |= tokens[i].Head == word && tokens[i].Lemma is "a" or "an";
        }
        return article;
    }

    // "said it will not hold talks": a bare noun is the object of any verb that links nothing.
    private static bool IsBareComplement(Token[] tokens, int word) =>
        tokens[word] is { Tag: UniversalTag.NOUN or UniversalTag.PROPN, Relation: DependencyRelation.Xcomp, Head: >= 0 } && tokens[word].Head < word
        && tokens[tokens[word].Head] is { Tag: UniversalTag.VERB, Lemma: not ("become" or "remain" or "seem" or "appear" or "stay" or "turn" or "prove" or "look" or "sound" or "feel" or "name" or "elect" or "appoint" or "consider") }
        && (tokens[word].Tag == UniversalTag.PROPN || tokens[tokens[word].Head].Lemma != "call" || Array.Exists(tokens, token => token.Head == word && token.Form == "the"))
        && !Array.Exists(tokens, token => token.Head == tokens[word].Head && token.Relation is DependencyRelation.Obj or DependencyRelation.NsubjPass or DependencyRelation.AuxPass
            || token.Head == word && token.Relation is DependencyRelation.Cop or DependencyRelation.Case or DependencyRelation.Mark or DependencyRelation.Nsubj);

    // "condemned Pyongyang's firing of a missile": what has a possessor is a noun.
    private static bool IsOwnDeed(Token[] tokens, int word) =>
        tokens[word] is { Tag: UniversalTag.VERB, PennTag: "VBG", Relation: DependencyRelation.Xcomp, Head: >= 0 } && tokens[word].Head < word
        && Array.Exists(tokens, token => token.Head == word && token.Relation == DependencyRelation.NmodPoss)
        && !Array.Exists(tokens, token => token.Head == tokens[word].Head && token.Relation == DependencyRelation.Obj);

    // "opened direct peace talks with rebels": no article stands before the first half of a compound, where a subject would have one.
    private static bool IsBareDeed(Token[] tokens, int word) =>
        tokens[word] is { Tag: UniversalTag.VERB, PennTag: "VBZ", Relation: DependencyRelation.Parataxis or DependencyRelation.Ccomp, Head: >= 0 } && tokens[word].Head < word - 1
        && tokens[word - 1] is { PennTag: "NN", Relation: DependencyRelation.Nsubj } && tokens[word - 1].Head == word && tokens[tokens[word].Head].Tag == UniversalTag.VERB
        && !Array.Exists(tokens, token => token.Head == word - 1 && token.Relation is DependencyRelation.Det or DependencyRelation.NmodPoss
            || token.Head == word && token.Relation is DependencyRelation.Mark or DependencyRelation.Aux or DependencyRelation.Obj or DependencyRelation.Punct
            || token.Head == tokens[word].Head && token.Relation == DependencyRelation.Obj);

    private static bool IsHyphenated(Token[] tokens, int word) =>
        word > 1 && tokens[word] is { Tag: UniversalTag.VERB, PennTag: "VBN", Head: >= 0 } && tokens[word - 1].Form == "-" && tokens[word - 2].Tag is UniversalTag.NOUN or UniversalTag.PROPN;

    // "attacks on the rebel-held region": the participle governs the noun that it belongs to, whose own words stand before it.
    private static int Swallowed(Token[] tokens, int participle)
    {
        for (var noun = participle + 1; noun < tokens.Length && noun < participle + 6; noun++)
        {
            if (tokens[noun].Head != participle || tokens[noun].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN))
                continue;
            for (var child = 0; child < participle; child++)
            {
                if (tokens[child].Head == noun && tokens[child].Relation is DependencyRelation.Case or DependencyRelation.Det or DependencyRelation.NmodPoss)
                    return noun;
            }
        }
        return -1;
    }

    private static bool HasCase(Token[] tokens, int noun) => Array.Exists(tokens, token => token.Head == noun && token.Relation == DependencyRelation.Case);
}
