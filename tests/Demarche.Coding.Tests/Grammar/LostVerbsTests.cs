using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class LostVerbsTests
{
    [Fact]
    public void The_finite_verb_behind_an_occasion_governs_it()
    {
        var tokens = ParsedWords.Tokens(
            ("In", "IN", 1, DependencyRelation.Case), ("talks", "NNS", -1, DependencyRelation.Root), ("with", "IN", 3, DependencyRelation.Case), ("Ito", "NNP", 1, DependencyRelation.Nmod),
            (",", ",", 5, DependencyRelation.Punct), ("Kono", "NNP", 3, DependencyRelation.Appos), ("\"", "``", 5, DependencyRelation.Punct), ("stressed", "VBD", 1, DependencyRelation.Parataxis), ("calm", "NN", 7, DependencyRelation.Obj));

        Assert.Equal("In<talks:Case talks<stressed:Obl with<Ito:Case Ito<talks:Nmod ,<Kono:Punct Kono<stressed:Nsubj \"<Kono:Punct stressed calm<stressed:Obj", ParsedWords.Print(LostVerbs.Restore(tokens)));
    }

    [Fact]
    public void A_noun_without_a_preposition_stays_the_root()
    {
        var tokens = ParsedWords.Tokens(("Talks", "NNS", -1, DependencyRelation.Root), (",", ",", 2, DependencyRelation.Punct), ("Ito", "NNP", 3, DependencyRelation.Nsubj), ("said", "VBD", 0, DependencyRelation.Parataxis));

        Assert.Same(tokens, LostVerbs.Restore(tokens));
    }

    [Fact]
    public void Whatever_was_parsed_a_tree_comes_out()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var restored = LostVerbs.Restore(ParsedWords.Random(seed));

            Assert.Single(restored, token => token.Head < 0);
            for (var word = 0; word < restored.Length; word++)
            {
                var (up, steps) = (word, 0);
                while (restored[up].Head >= 0 && steps++ <= restored.Length)
                    up = restored[up].Head;
                Assert.True(restored[up].Head < 0, $"seed {seed}: word {word} leads to no root");
            }
        }
    }
}
