using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Demarche.Knowledge.Importing;

/// <summary>Takes a pattern of PETRARCH apart: <c>- * {TRUCE | &amp;TREATY} WITH + </c>.</summary>
internal static partial class PatternLeaves
{
    /// <summary>Above this many, alternatives are not written out; the longest that dictionaries hold have eight.</summary>
    private const int MostVariants = 16;

    private static readonly FrozenSet<string> Articles = new[] { "A", "AN", "THE" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Particles =
        new[] { "UP", "DOWN", "AWAY", "BACK", "APART", "ASIDE", "FORWARD", "TOGETHER", "AHEAD" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Auxiliaries = new[] { "IS", "ARE", "WAS", "WERE", "BE", "BEEN", "BEING" }.ToFrozenSet(StringComparer.Ordinal);

    // What the coder reads from the grammar by itself, or what joins clauses.
    private static readonly FrozenSet<string> Grammar = new[]
    {
        "NOT", "NO", "NEVER", "WILL", "WOULD", "SHALL", "SHOULD", "MAY", "MIGHT", "CAN", "COULD", "MUST", "HAS", "HAVE", "HAD", "DO", "DOES", "DID",
        "AND", "OR", "BUT", "IF", "WHO", "WHICH", "WHEN", "WHERE", "WHETHER", "WHILE", "'S",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All readings of a pattern, its alternatives written out where one phrase or preposition cannot hold them.</summary>
    /// <exception cref="PatternException">Our pattern language cannot say it.</exception>
    internal static List<List<PatternLeaf>> Of(string pattern)
    {
        var tokens = Token().Matches(pattern).Select(match => match.Value.ToUpperInvariant()).ToList();
        return [.. Variants(tokens).Select(Joined)];
    }

    private static List<List<PatternLeaf>> Variants(List<string> tokens)
    {
        List<List<PatternLeaf>> variants = [[]];
        for (var i = 0; i < tokens.Count; i++)
        {
            List<List<PatternLeaf>> parts;
            if (tokens[i] is "{" or "(")
            {
                var end = Closing(tokens, i);
                var inside = tokens[(i + 1)..end];
                parts = tokens[i] == "{" ? Alternatives(inside) : [Phrase(inside)];
                i = end;
            }
            else if (tokens[i] is "}" or ")" or "|")
            {
                throw new PatternException(PetrarchMessages.Bracket(tokens[i]));
            }
            else
            {
                parts = [[Leaf(tokens[i])]];
            }
            variants = [.. variants.SelectMany(variant => parts.Select(part => variant.Concat(part).ToList()))];
            if (variants.Count > MostVariants) throw new PatternException(PetrarchMessages.ManyVariants(MostVariants));
        }
        return variants;
    }

    private static int Closing(List<string> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            depth += tokens[i] is "{" or "(" ? 1 : tokens[i] is "}" or ")" ? -1 : 0;
            if (depth == 0) return i;
        }
        throw new PatternException(PetrarchMessages.Bracket(tokens[open]));
    }

    private static List<List<PatternLeaf>> Alternatives(List<string> inside)
    {
        var parts = Split(inside);
        if (parts.Exists(part => part.Count == 0)) throw new PatternException(PetrarchMessages.Bracket("|"));
        // "{WITH &ARMY}" is a prepositional phrase, "{TRUCE PACT}" are two words.
        if (parts is [var only]) parts = Leaf(only[0]).Kind == PatternLeafKind.Preposition && only.Count > 1 ? [only] : [.. only.Select(word => new List<string> { word })];
        var variants = parts.SelectMany(part => Variants(part).Select(Joined)).ToList();
        var kind = variants[0][0].Kind;
        return kind is PatternLeafKind.Phrase or PatternLeafKind.Preposition && variants.TrueForAll(variant => variant.Count == 1 && variant[0].Kind == kind)
            ? [[new(kind, string.Join('|', variants.Select(variant => variant[0].Text)))]]
            : variants;
    }

    private static List<List<string>> Split(List<string> tokens)
    {
        List<List<string>> parts = [[]];
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token is "{" or "(" ? 1 : token is "}" or ")" ? -1 : 0;
            if (token == "|" && depth == 0) parts.Add([]);
            else parts[^1].Add(token);
        }
        return parts;
    }

    // A noun phrase in which nothing else stands is a phrase, whatever its words are elsewhere.
    private static List<PatternLeaf> Phrase(List<string> inside) =>
        Variants(inside) is [var only] ? Joined(only) : throw new PatternException(PetrarchMessages.Nested());

    private static PatternLeaf Leaf(string token)
    {
        var word = token.TrimEnd('_');
        if (token is "$" or "+" or "%") return new(PatternLeafKind.Mark, token);
        if (token == "*") return new(PatternLeafKind.Verb, token);
        if (token == "^") throw new PatternException(PetrarchMessages.Skip());
        if (Grammar.Contains(word)) throw new PatternException(PetrarchMessages.GrammarWord(word));
        if (Auxiliaries.Contains(word)) return new(PatternLeafKind.Auxiliary, word);
        if (Particles.Contains(word)) return new(PatternLeafKind.Particle, word);
        if (word == "THAT" || CodebookRow.IsPreposition(word.ToLowerInvariant())) return new(PatternLeafKind.Preposition, word);
        if (word.Length == 0 || !word.All(c => char.IsLetterOrDigit(c) || c is '&' or '_' or '-' or '\'')) throw new PatternException(PetrarchMessages.Sign(token));
        return new(PatternLeafKind.Phrase, word);
    }

    // Words that follow each other are one phrase; articles say nothing.
    private static List<PatternLeaf> Joined(List<PatternLeaf> leaves)
    {
        var joined = new List<PatternLeaf>();
        foreach (var leaf in leaves.Where(leaf => !Articles.Contains(leaf.Text)))
        {
            if (leaf.Kind == PatternLeafKind.Phrase && joined is [.., { Kind: PatternLeafKind.Phrase } before])
            {
                if ((before.Text + leaf.Text).IndexOfAny(['&', '|']) >= 0) throw new PatternException(PetrarchMessages.Modifier(before.Text, leaf.Text));
                joined[^1] = before with { Text = before.Text + "_" + leaf.Text };
            }
            else
            {
                joined.Add(leaf);
            }
        }
        return joined;
    }

    [GeneratedRegex(@"[{}()|$+%^*]|[^\s{}()|$+%^*]+")]
    private static partial Regex Token();
}
