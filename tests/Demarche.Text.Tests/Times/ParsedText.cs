using System.Globalization;
using Demarche.Text.Tests.Tokens;
using Demarche.Text.Tokens;

namespace Demarche.Text.Tests.Times;

/// <summary>Makes parsed sentences from marked text, so that no model is needed.</summary>
/// <remarks>
/// A word may carry its Penn tag and the number of its governor: <c>meet|VB</c>, <c>visit|VB>3</c>; the mark is taken off
/// and the rest is tokenised. Other words get a tag by their looks and hang on the first word marked as a verb, else on the
/// first word. A number directly before a noun hangs on the noun.
/// </remarks>
internal static class ParsedText
{
    internal static Sentence Of(string marked)
    {
        var marks = new Dictionary<int, (string Tag, int Head)>();
        var plain = new List<string>();
        var length = 0;
        foreach (var word in marked.Split(' '))
        {
            var bar = word.IndexOf('|', StringComparison.Ordinal);
            plain.Add(bar < 0 ? word : word[..bar]);
            if (bar >= 0)
            {
                var parts = word[(bar + 1)..].Split('>');
                marks.Add(length, (parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) - 1 : -1));
            }

            length += plain[^1].Length + 1;
        }

        var text = string.Join(' ', plain);
        var spans = new List<TextSpan>();
        new Tokenizer(Language.Lexicon).Tokenize(text, new TextSpan(0, text.Length), spans);
        var forms = spans.ConvertAll(s => text[s.Start..s.End]);
        var tags = spans.Select((s, i) => marks.TryGetValue(s.Start, out var mark) && mark.Tag.Length > 0 ? mark.Tag : Tag(forms[i])).ToArray();
        var root = Math.Max(0, Enumerable.Range(0, tags.Length).FirstOrDefault(
            i => tags[i].StartsWith("VB", StringComparison.Ordinal) && !(marks.TryGetValue(spans[i].Start, out var mark) && mark.Head >= 0), 0));
        var tokens = new Token[spans.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            var counts = tags[i] == "CD" && i + 1 < tokens.Length && tags[i + 1] is "NN" or "NNS";
            var head = marks.TryGetValue(spans[i].Start, out var mark) && mark.Head >= 0 ? mark.Head : i == root ? -1 : counts ? i + 1 : root;
            tokens[i] = new Token
            {
                Span = spans[i],
                Form = forms[i],
                Lemma = Lemma(forms[i], tags[i]),
                Tag = Universal(tags[i]),
                PennTag = tags[i],
                Head = head,
                Relation = head < 0 ? DependencyRelation.Root : counts || (tags[i] == "CD" && marks.ContainsKey(spans[i].Start)) ? DependencyRelation.Nummod : Relation(tags[i], tags[head]),
            };
        }

        return new Sentence(0, 0, text, new TextSpan(0, text.Length), tokens);
    }

    private static string Tag(string form) =>
        char.IsAsciiDigit(form[0]) ? "CD"
        : !char.IsLetterOrDigit(form[0]) ? "."
        : form.ToLowerInvariant() switch
        {
            "the" or "a" or "an" or "this" or "that" => "DT",
            "in" or "on" or "at" or "of" or "for" or "by" or "from" or "since" or "until" or "after" or "before" or "than" or "between" => "IN",
            "will" or "would" or "could" or "may" when char.IsLower(form[0]) => "MD",
            "to" => "TO",
            "and" or "or" => "CC",
            "one" or "two" or "three" or "five" or "twenty" or "fifty" => "CD",
            _ when char.IsUpper(form[0]) => "NNP",
            _ when form.EndsWith('s') => "NNS",
            _ => "NN",
        };

    private static string Lemma(string form, string tag) =>
        tag is "NNS" ? form switch { "cities" => "city", "people" => "person", _ => form.TrimEnd('s') }
        : tag is "VBN" or "VBD" && form.EndsWith("ed", StringComparison.Ordinal) ? form is "scheduled" ? "schedule" : form[..^2]
        : tag is "VBZ" ? form is "is" ? "be" : form is "has" ? "have" : form.TrimEnd('s')
        : form.ToLowerInvariant();

    private static UniversalTag Universal(string tag) => tag switch
    {
        "NNP" or "NNPS" => UniversalTag.PROPN,
        "NN" or "NNS" => UniversalTag.NOUN,
        "CD" => UniversalTag.NUM,
        "JJ" => UniversalTag.ADJ,
        "MD" => UniversalTag.AUX,
        "DT" => UniversalTag.DET,
        "IN" => UniversalTag.ADP,
        "CC" => UniversalTag.CCONJ,
        "TO" => UniversalTag.PART,
        "RB" => UniversalTag.ADV,
        "." => UniversalTag.PUNCT,
        _ when tag.StartsWith("VB", StringComparison.Ordinal) => UniversalTag.VERB,
        _ => UniversalTag.X,
    };

    private static DependencyRelation Relation(string tag, string headTag) => tag switch
    {
        "MD" => DependencyRelation.Aux,
        "VBZ" or "VBP" or "VBD" or "VB" when headTag is "VBG" or "VBN" => DependencyRelation.Aux,
        "TO" => DependencyRelation.Mark,
        "IN" => DependencyRelation.Case,
        "." => DependencyRelation.Punct,
        "VB" => DependencyRelation.Xcomp,
        _ => DependencyRelation.Obl,
    };
}
