using Demarche.Testing;

namespace Demarche.Coding.Tests;

/// <summary>What patterns ask for, on small books of their own.</summary>
public sealed class CodebookPatternTests
{
    [Theory]
    [InlineData("V:shot|shoot prt=!down obj", "Russia shot down a jet of Turkey.", "")]
    [InlineData("V:shot|shoot !prt=down obj", "Russia shot down a jet of Turkey.", "")]
    [InlineData("V:shot|shoot prt=down obj", "Russia shot down a jet of Turkey.", "row")]
    [InlineData("V:attack prt=!down obj", "Russia attacked Turkey.", "row")]
    public void A_particle_can_be_excluded(string pattern, string sentence, string rules)
    {
        using var book = new CodebookFolder($"row\t{pattern}\tASSAULT\t\t190");

        Assert.Equal(rules, Rules(book, sentence));
    }

    [Fact]
    public void Of_rows_that_ask_for_the_same_one_that_blocks_wins_then_the_narrower_then_the_earlier()
    {
        const string Sentence = "Russia attacked Turkey with missiles.";
        using var order = new CodebookFolder("late\tV:attack\tASSAULT\t\t190", "early\tV:attack\tASSAULT\t\t190");
        using var narrow = new CodebookFolder("wide\tV:attack with=missile|rocket\tASSAULT\t\t190", "narrow\tV:attack with=missile\tASSAULT\t\t190");
        using var blocking = new CodebookFolder("narrow\tV:attack with=missile\tASSAULT\t\t190", "block\tV:attack with=missile|rocket\t-");

        Assert.Equal(("late", "narrow", ""), (Rules(order, Sentence), Rules(narrow, Sentence), Rules(blocking, Sentence)));
    }

    private static string Rules(CodebookFolder book, string sentence)
    {
        var coder = Coder.Load(new CoderFiles(Repository.Models, Repository.Data, "") { Codebook = book.Path, Knowledge = TestCoder.Instance.Knowledge, Ranks = false });
        return string.Join(' ', coder.CodeSentence(new Intake.Report { Id = "test", Text = sentence, Published = "2020-06-15", PublishedBasis = Intake.DateBasis.Given }).Events.Select(coded => coded.Rule));
    }
}
