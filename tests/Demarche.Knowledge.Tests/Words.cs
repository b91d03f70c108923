using Demarche.Text;

namespace Demarche.Knowledge.Tests;

/// <summary>Makes sentences of words parted by spaces, and prints what was found in them.</summary>
/// <remarks>
/// A word may carry its tag ("hope_VERB"); without one, words that begin with a capital are PROPN, others NOUN, signs PUNCT.
/// </remarks>
internal static class Words
{
    internal static Sentence Sentence(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', parts.Select(part => part.Split('_')[0]));
        var tokens = new Token[parts.Length];
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var form = parts[i].Split('_')[0];
            var tag = parts[i].Contains('_', StringComparison.Ordinal) ? Enum.Parse<UniversalTag>(parts[i].Split('_')[1])
                : !char.IsLetterOrDigit(form[0]) && form.Length < 3 ? UniversalTag.PUNCT
                : char.IsUpper(form[0]) ? UniversalTag.PROPN
                : char.IsDigit(form[0]) ? UniversalTag.NUM
                : UniversalTag.NOUN;
            tokens[i] = new Token
            {
                Span = new TextSpan(at, at + form.Length),
                Form = form,
                Lemma = tag == UniversalTag.NOUN ? Singular(form.ToLowerInvariant()) : form,
                Tag = tag,
                PennTag = "",
                Head = i == 0 ? -1 : 0,
                Relation = default,
            };
            at += form.Length + 1;
        }
        return new Sentence(0, 0, text, new TextSpan(0, text.Length), tokens);
    }

    /// <summary>One line per match: the words, then the first readings as id and form.</summary>
    internal static string Found(string words, int readings = 1)
    {
        var sentence = Sentence(words);
        return string.Join('\n', Shipped.Knowledge.Find(sentence).Select(match =>
            $"{string.Join(' ', sentence.Tokens[match.First..match.End].Select(token => token.Form))} = " +
            string.Join(", ", match.Candidates.Take(readings).Select(candidate => $"{candidate.Entry.Id} {candidate.Form}"))));
    }

    private static string Singular(string word) => word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
}
