using Demarche.Testing;
using Demarche.Text.Parsing;

namespace Demarche.Text.Tests.Parsing;

/// <summary>The model that Demarche comes with, on plain sentences that any good parser gets right.</summary>
public sealed class EnglishModelTests
{
    private static readonly ParserModel Model = ParserModel.Load(Path.Combine(Repository.Models, "english.bin"));

    [Theory]
    [InlineData("Norway sent aid to Iceland on Tuesday .", "Norway<sent:nsubj sent:root aid<sent:obj to<Iceland:case Iceland<sent:obl on<Tuesday:case Tuesday<sent:obl .<sent:punct")]
    [InlineData("The two ministers will meet in Oslo next week .", "The<ministers:det two<ministers:nummod ministers<meet:nsubj will<meet:aux meet:root in<Oslo:case Oslo<meet:obl next<week:amod week<meet:obl:unmarked .<meet:punct")]
    [InlineData("Three fishermen were arrested by the police .", "Three<fishermen:nummod fishermen<arrested:nsubj:pass were<arrested:aux:pass arrested:root by<police:case the<police:det police<arrested:obl:agent .<arrested:punct")]
    [InlineData("The ministry said that it had not received any letter .", "The<ministry:det ministry<said:nsubj said:root that<received:mark it<received:nsubj had<received:aux not<received:advmod received<said:ccomp any<letter:det letter<received:obj .<said:punct")]
    public void A_plain_sentence_is_parsed_right(string sentence, string expected)
    {
        var forms = sentence.Split(' ');
        var result = new TokenAnalysis[forms.Length];

        Model.Parse(forms, Model.CreateWorkspace(), result);

        Assert.Equal(expected, string.Join(' ', result.Select((r, i) => $"{forms[i]}{(r.Head < 0 ? "" : "<" + forms[r.Head])}:{r.Relation.Name()}")));
    }

    [Fact]
    public void Names_and_their_kinds_are_found()
    {
        string[] forms = ["Norwegian", "Prime", "Minister", "Jonas", "Gahr", "Støre", "arrived", "in", "Iceland", "for", "talks", "."];
        var result = new TokenAnalysis[forms.Length];

        Model.Parse(forms, Model.CreateWorkspace(), result);

        Assert.Equal(
            "Jonas:Person* Gahr:Person Støre:Person Iceland:Place*",
            string.Join(' ', forms.Zip(result).Where(p => p.Second.Name != NameKind.None).Select(p => $"{p.First}:{p.Second.Name}{(p.Second.StartsName ? "*" : "")}")));
    }
}
