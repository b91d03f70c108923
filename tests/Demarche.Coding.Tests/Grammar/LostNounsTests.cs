using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class LostNounsTests
{
    [Fact]
    public void A_finite_verb_that_is_an_object_is_a_plural()
    {
        var tokens = ParsedWords.Tokens(("Oslo", "NNP", 1, DependencyRelation.Nsubj), ("held", "VBD", -1, DependencyRelation.Root), ("talks", "VBZ", 1, DependencyRelation.Obj));

        Assert.Equal((UniversalTag.NOUN, "NNS"), (LostNouns.Restore(tokens)[2].Tag, LostNouns.Restore(tokens)[2].PennTag));
    }

    [Fact]
    public void A_participle_behind_a_hyphen_gives_back_the_noun_that_it_belongs_to()
    {
        var tokens = ParsedWords.Tokens(
            ("attacked", "VBD", -1, DependencyRelation.Root), ("the", "DT", 5, DependencyRelation.Det), ("rebel", "NN", 4, DependencyRelation.Compound), ("-", "HYPH", 2, DependencyRelation.Punct), ("held", "VBN", 0, DependencyRelation.Obj),
            ("region", "NN", 4, DependencyRelation.Obj));

        Assert.Equal("attacked the<region:Det rebel<held:Compound -<rebel:Punct held<region:Amod region<attacked:Obj", ParsedWords.Print(LostNouns.Restore(tokens)));
    }

    [Fact]
    public void A_subject_with_a_preposition_belongs_to_a_plural()
    {
        var tokens = ParsedWords.Tokens(("strikes", "NNS", -1, DependencyRelation.Root), ("against", "IN", 2, DependencyRelation.Case), ("militia", "NN", 3, DependencyRelation.Nsubj), ("targets", "VBZ", 0, DependencyRelation.Advcl));

        Assert.Equal("strikes against<targets:Case militia<targets:Compound targets<strikes:Obl", ParsedWords.Print(LostNouns.Restore(tokens)));
    }

    [Fact]
    public void Whoever_is_given_something_is_no_subject_of_it()
    {
        var tokens = ParsedWords.Tokens(("gave", "VBD", -1, DependencyRelation.Root), ("Oslo", "NNP", 3, DependencyRelation.Nsubj), ("a", "DT", 3, DependencyRelation.Det), ("deadline", "NN", 0, DependencyRelation.Obj));

        Assert.Equal("gave Oslo<gave:Iobj a<deadline:Det deadline<gave:Obj", ParsedWords.Print(LostNouns.Restore(tokens)));
    }

    [Fact]
    public void A_bare_complement_is_an_object_but_not_of_a_linking_verb()
    {
        var tokens = ParsedWords.Tokens(("hold", "VB", -1, DependencyRelation.Root), ("talks", "NNS", 0, DependencyRelation.Xcomp));
        var linked = ParsedWords.Tokens(("become", "VB", -1, DependencyRelation.Root), ("talks", "NNS", 0, DependencyRelation.Xcomp));

        Assert.Equal("hold talks<hold:Obj", ParsedWords.Print(LostNouns.Restore(tokens)));
        Assert.Same(linked, LostNouns.Restore(linked));
    }

    [Fact]
    public void A_gerund_with_a_possessor_is_a_noun()
    {
        var tokens = ParsedWords.Tokens(("condemned", "VBD", -1, DependencyRelation.Root), ("Oslo", "NNP", 3, DependencyRelation.NmodPoss), ("'s", "POS", 1, DependencyRelation.Case), ("firing", "VBG", 0, DependencyRelation.Xcomp));

        Assert.Equal("condemned Oslo<firing:NmodPoss 's<Oslo:Case firing<condemned:Obj", ParsedWords.Print(LostNouns.Restore(tokens)));
    }

    [Fact]
    public void The_second_half_of_a_compound_is_no_verb()
    {
        var tokens = ParsedWords.Tokens(("opened", "VBD", -1, DependencyRelation.Root), ("direct", "JJ", 2, DependencyRelation.Amod), ("peace", "NN", 3, DependencyRelation.Nsubj), ("talks", "VBZ", 0, DependencyRelation.Parataxis));

        Assert.Equal("opened direct<peace:Amod peace<talks:Compound talks<opened:Obj", ParsedWords.Print(LostNouns.Restore(tokens)));
    }
}
