using Demarche.Text;

namespace Demarche.Coding.Tests;

/// <summary>Parses written by hand: a word, its tag, the index of its head, its relation.</summary>
internal static class ParsedWords
{
    internal static Token[] Tokens(params (string Form, string Tag, int Head, DependencyRelation Relation)[] words)
    {
        var at = 0;
        var tokens = new Token[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var (form, tag, head, relation) = words[i];
            tokens[i] = new Token { Span = new TextSpan(at, at + form.Length), Form = form, Lemma = form.ToLowerInvariant(), PennTag = tag, Tag = UniversalTagOf(tag), Head = head, Relation = relation };
            at += form.Length + 1;
        }
        return tokens;
    }

    /// <summary>The heads by their words: <c>talks&lt;held:Obj</c>.</summary>
    internal static string Print(Token[] tokens) =>
        string.Join(' ', tokens.Select(token => token.Head < 0 ? token.Form : $"{token.Form}<{tokens[token.Head].Form}:{token.Relation}"));

    /// <summary>A tree of random words: each hangs from one earlier in a random order.</summary>
    internal static Token[] Random(int seed)
    {
        var random = new Random(seed);
        var length = random.Next(3, 14);
        var order = Enumerable.Range(0, length).ToArray();
        random.Shuffle(order);
        (string, string)[] kinds = [("Oslo", "NNP"), ("talks", "VBZ"), ("talks", "NNS"), ("peace", "NN"), ("-", "HYPH"), ("held", "VBN"), ("said", "VBD"), ("firing", "VBG"), ("demands", "VB"), ("to", "TO"), ("and", "CC"), ("military", "JJ"), ("the", "DT"), (",", ",")];
        var relations = Enum.GetValues<DependencyRelation>();
        var words = new (string, string, int, DependencyRelation)[length];
        for (var i = 0; i < length; i++)
        {
            var (form, tag) = kinds[random.Next(kinds.Length)];
            words[order[i]] = (form, tag, i == 0 ? -1 : order[random.Next(i)], relations[random.Next(relations.Length)]);
        }
        return Tokens(words);
    }

    internal static bool IsTree(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var steps = 0;
            for (var at = i; at >= 0; at = tokens[at].Head)
            {
                if (steps++ > tokens.Length)
                    return false;
            }
        }
        return true;
    }

    private static UniversalTag UniversalTagOf(string tag) => tag switch
    {
        "NN" or "NNS" => UniversalTag.NOUN,
        "NNP" => UniversalTag.PROPN,
        "JJ" => UniversalTag.ADJ,
        "DT" => UniversalTag.DET,
        "IN" or "TO" => UniversalTag.ADP,
        "CC" => UniversalTag.CCONJ,
        "MD" => UniversalTag.AUX,
        "POS" => UniversalTag.PART,
        _ => tag.StartsWith('V') ? UniversalTag.VERB : UniversalTag.PUNCT,
    };
}
