using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class DoubleSubjectsTests
{
    [Fact]
    public void Two_subjects_parted_by_a_comma_are_joined()
    {
        var tokens = ParsedWords.Tokens(("Norway", "NNP", 3, DependencyRelation.Nsubj), (",", ",", 0, DependencyRelation.Punct), ("Iceland", "NNP", 3, DependencyRelation.Nsubj), ("agree", "VBP", -1, DependencyRelation.Root));

        var joined = DoubleSubjects.Join(tokens);

        Assert.Equal("Norway<agree:Nsubj ,<Norway:Punct Iceland<Norway:Conj agree", ParsedWords.Print(joined));
        Assert.Equal(3, tokens[2].Head);
    }

    [Fact]
    public void Two_subjects_parted_by_and_are_joined()
    {
        var tokens = ParsedWords.Tokens(("Norway", "NNP", 3, DependencyRelation.Nsubj), ("and", "CC", 3, DependencyRelation.Cc), ("Iceland", "NNP", 3, DependencyRelation.Nsubj), ("agree", "VBP", -1, DependencyRelation.Root));

        Assert.Equal("Norway<agree:Nsubj and<Iceland:Cc Iceland<Norway:Conj agree", ParsedWords.Print(DoubleSubjects.Join(tokens)));
    }

    [Fact]
    public void The_first_word_of_a_long_name_becomes_part_of_it()
    {
        var tokens = ParsedWords.Tokens(("Papuan", "NNP", 2, DependencyRelation.Nsubj), ("rebels", "NNS", 2, DependencyRelation.Nsubj), ("agree", "VBP", -1, DependencyRelation.Root));

        Assert.Equal("Papuan<rebels:Compound rebels<agree:Nsubj agree", ParsedWords.Print(DoubleSubjects.Join(tokens)));
    }

    [Fact]
    public void A_compound_that_reaches_over_a_comma_is_not_joined_to_itself()
    {
        var tokens = ParsedWords.Tokens(("St.", "NNP", 2, DependencyRelation.Compound), (",", ",", 2, DependencyRelation.Punct), ("Louis", "NNP", 3, DependencyRelation.Nsubj), ("voted", "VBD", -1, DependencyRelation.Root));

        Assert.Same(tokens, DoubleSubjects.Join(tokens));
    }

    [Fact]
    public void Whatever_is_restored_stays_a_tree()
    {
        for (var seed = 0; seed < 20_000; seed++)
            Assert.True(ParsedWords.IsTree(DoubleSubjects.Join(LostSubjects.Restore(LostVerbs.Restore(ParsedWords.Random(seed))))), $"seed {seed}: the words run in a circle");
    }
}
