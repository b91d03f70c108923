using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class LostSubjectsTests
{
    [Fact]
    public void The_pieces_of_a_noun_phrase_before_a_finite_verb_are_its_subject()
    {
        var tokens = ParsedWords.Tokens(("the", "DT", 3, DependencyRelation.Det), ("Chadian", "JJ", 3, DependencyRelation.Amod), ("military", "JJ", 3, DependencyRelation.Amod), ("struck", "VBD", -1, DependencyRelation.Root));

        Assert.Equal("the<military:Det Chadian<military:Amod military<struck:Nsubj struck", ParsedWords.Print(LostSubjects.Restore(tokens)));
    }

    [Fact]
    public void An_object_gives_back_the_subject_of_its_verb()
    {
        var tokens = ParsedWords.Tokens(("Oslo", "NNP", 2, DependencyRelation.Nsubj), ("suspended", "VBD", -1, DependencyRelation.Root), ("aid", "NN", 1, DependencyRelation.Obj));

        Assert.Equal("Oslo<suspended:Nsubj suspended aid<suspended:Obj", ParsedWords.Print(LostSubjects.Restore(tokens)));
    }

    [Fact]
    public void And_before_a_noun_joins_clauses_where_none_stands_before_the_verb_behind_it()
    {
        var tokens = ParsedWords.Tokens(
            ("blocked", "VBD", -1, DependencyRelation.Root), ("talks", "NNS", 0, DependencyRelation.Obj), ("and", "CC", 3, DependencyRelation.Cc), ("Oslo", "NNP", 1, DependencyRelation.Conj), ("vowed", "VBD", 0, DependencyRelation.Conj));

        Assert.Equal("blocked talks<blocked:Obj and<vowed:Cc Oslo<vowed:Nsubj vowed<blocked:Conj", ParsedWords.Print(LostSubjects.Restore(tokens)));
    }

    [Fact]
    public void A_verb_with_its_own_and_shares_the_subject_before()
    {
        var tokens = ParsedWords.Tokens(
            ("blocked", "VBD", -1, DependencyRelation.Root), ("talks", "NNS", 0, DependencyRelation.Obj), ("and", "CC", 3, DependencyRelation.Cc), ("aid", "NN", 1, DependencyRelation.Conj), ("and", "CC", 5, DependencyRelation.Cc), ("vowed", "VBD", 0, DependencyRelation.Conj));

        Assert.Same(tokens, LostSubjects.Restore(tokens));
    }
}
