using Demarche.Text.Names;
using Demarche.Text.Parsing;
using Demarche.Text.Tests.Tokens;

namespace Demarche.Text.Tests.Names;

public sealed class NameJudgeTests
{
    private static readonly NameJudge Judge = new(
        NameLexicon.Load(Language.Data),
        Gazetteer.From([(NameKind.Organisation, "UNESCO"), (NameKind.Place, "Oslo"), (NameKind.Person, "Ada Lund"), (NameKind.Person, "Oslo Berg")]));

    [Theory]
    [InlineData("Professor/Person* Lund/Person spoke", "Lund:Person")]
    [InlineData("Senators/Other* spoke", "")]
    [InlineData("Bay/Organisation* of/Organisation Bengal/Organisation", "Bay of Bengal:Place")]
    [InlineData("Sandvik/Place* Academy/Place", "Sandvik Academy:Organisation")]
    [InlineData("Senate/Other* voted", "Senate:Organisation")]
    [InlineData("Cyclone/Organisation* Freddy/Organisation", "Cyclone Freddy:Other")]
    [InlineData("Ada/Person* Bridge/Person", "Ada Bridge:Person")]
    [InlineData("UNESCO met", "UNESCO:Organisation")]
    [InlineData("UNESCO/Person* met", "UNESCO:Organisation")]
    [InlineData("Ada/Organisation* spoke", "Ada:Person")]
    [InlineData("Oslo/Organisation* protested", "Oslo:Organisation")]
    [InlineData("Treaty/Other* of/Other", "Treaty:Other")]
    [InlineData("Zembla/Place* protested", "Zembla:Place")]
    public void Plain_evidence_settles_spans_and_kinds(string tagged, string expected) => Assert.Equal(expected, Settle(tagged));

    [Fact]
    public void A_word_that_belongs_to_the_name_is_taken_in() => Assert.Equal("HEROES Act:Other", Settle("HEROES Act/Other*", headOfFirst: 1));

    [Theory]
    [InlineData("Officials", "UNESCO:Organisation")]
    [InlineData("OFFICIALS", "")]
    public void Capitals_among_other_words_tell_an_acronym_from_a_pronoun(string before, string expected)
    {
        Token[] tokens = [Pronoun(before), Pronoun("UNESCO")];

        Judge.Settle(tokens);

        Assert.Equal(expected, tokens[1].StartsName ? $"{tokens[1].Form}:{tokens[1].Name}" : "");
    }

    private static Token Pronoun(string form) => new()
    {
        Span = new TextSpan(0, form.Length), Form = form, Lemma = form, PennTag = "PRP", Head = -1, Tag = UniversalTag.PRON, Relation = DependencyRelation.Root,
    };

    // A capital letter makes a proper noun, "of" a preposition, all else a noun; "/Kind" is the tagger's label, "*" its first token.
    private static string Settle(string tagged, int headOfFirst = -1)
    {
        var parts = tagged.Split(' ');
        var tokens = new Token[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var (form, label) = parts[i].Split('/') is [var word, var kind] ? (word, kind) : (parts[i], "");
            tokens[i] = new Token
            {
                Span = new TextSpan(0, form.Length), Form = form, Lemma = form, PennTag = "NN", Head = i == 0 ? headOfFirst : 0,
                Tag = char.IsUpper(form[0]) ? UniversalTag.PROPN : form == "of" ? UniversalTag.ADP : UniversalTag.NOUN,
                Relation = i == 0 && headOfFirst >= 0 ? DependencyRelation.Compound : DependencyRelation.Dep,
                Name = label.Length > 0 ? Enum.Parse<NameKind>(label.TrimEnd('*')) : NameKind.None, StartsName = label.EndsWith('*'),
            };
        }

        Judge.Settle(tokens);
        return string.Join("; ", Enumerable.Range(0, tokens.Length).Where(i => tokens[i].StartsName).Select(i =>
        {
            var end = i + 1;
            while (end < tokens.Length && tokens[end].Name == tokens[i].Name && !tokens[end].StartsName) end++;
            return $"{string.Join(' ', tokens[i..end].Select(token => token.Form))}:{tokens[i].Name}";
        }));
    }
}
