using Demarche.Text.Parsing;

namespace Demarche.Text.Tests.Parsing;

public sealed class PunctuationHeadsTests
{
    // Each word with the number of its head, from 1; 0 is the root; a mark's is what the parser guessed.
    [Theory]
    [InlineData("Oslo/2 waited/0 ,/1 Bergen/5 acted/2 ./2", "Oslo/2 waited/0 ,/5 Bergen/5 acted/2 ./2")]
    [InlineData("Envoys/6 (/1 two/4 men/1 )/6 left/0 ./1", "Envoys/6 (/4 two/4 men/1 )/4 left/0 ./6")]
    [InlineData("It/2 was/0 \"/2 a/5 farce/2 ./4 \"/2", "It/2 was/0 \"/5 a/5 farce/2 ./5 \"/5")]
    [InlineData("Ships/6 ,/4 which/4 sank/1 ,/4 burned/0 ./4", "Ships/6 ,/4 which/4 sank/1 ,/4 burned/0 ./6")]
    [InlineData("Wait/0 !/1", "Wait/0 !/1")]
    [InlineData("(/0", "(/0")]
    [InlineData("(/3 )/3 left/0", "(/3 )/3 left/0")]
    public void A_mark_hangs_where_the_guidelines_want_it(string guessed, string expected)
    {
        var words = guessed.Split(' ').Select(w => w.Split('/')).ToList();
        var tokens = words.Select(w => new TokenAnalysis
        {
            Head = int.Parse(w[1], null) - 1,
            Relation = w[1] == "0" ? DependencyRelation.Root : char.IsLetterOrDigit(w[0][0]) ? DependencyRelation.Dep : DependencyRelation.Punct,
        }).ToArray();

        new PunctuationHeads().Attach(words.Select(w => w[0]).ToArray(), tokens);

        Assert.Equal(expected, string.Join(' ', words.Zip(tokens, (w, t) => $"{w[0]}/{t.Head + 1}")));
    }
}
