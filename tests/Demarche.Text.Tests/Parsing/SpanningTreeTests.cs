using Demarche.Text.Parsing;

namespace Demarche.Text.Tests.Parsing;

public sealed class SpanningTreeTests
{
    [Fact]
    public void The_tree_is_as_good_as_the_best_of_all_trees()
    {
        var random = new Random(11);
        var tree = new SpanningTree();
        for (var trial = 0; trial < 3000; trial++)
        {
            var tokens = random.Next(1, 6);
            // Small whole numbers make ties and cycles common.
            var scores = Scores(random, tokens, () => random.Next(-4, 5));
            var heads = new int[tokens];

            tree.Find(scores, tokens + 1, heads);

            Assert.True(IsTree(heads), Print(scores, heads));
            Assert.Equal(BestSum(scores, tokens), Sum(scores, heads), 1e-4f);
        }
    }

    [Fact]
    public void Any_scores_give_a_tree_with_one_root()
    {
        var random = new Random(12);
        var tree = new SpanningTree();
        for (var trial = 0; trial < 300; trial++)
        {
            var tokens = random.Next(1, 90);
            var heads = new int[tokens];

            tree.Find(Scores(random, tokens, () => (float)(random.NextDouble() * 40)), tokens + 1, heads);

            Assert.True(IsTree(heads));
        }
    }

    [Fact]
    public void Equal_scores_give_a_tree_too()
    {
        var heads = new int[40];

        new SpanningTree().Find(new float[40 * 41], 41, heads);

        Assert.True(IsTree(heads));
    }

    internal static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            var (at, steps) = (i, 0);
            while (at >= 0 && steps++ <= heads.Length) at = heads[at];
            if (at >= 0) return false;
            if (heads[i] < 0) roots++;
        }

        return roots == 1;
    }

    private static float[] Scores(Random random, int tokens, Func<float> next)
    {
        var scores = new float[tokens * (tokens + 1)];
        for (var i = 0; i < scores.Length; i++) scores[i] = next();
        // What a token would score as its own head must not matter.
        for (var i = 0; i < tokens; i++) scores[(i * (tokens + 1)) + i + 1] = random.Next(2) == 0 ? 1000 : -1000;
        return scores;
    }

    private static float Sum(float[] scores, int[] heads)
    {
        var sum = 0f;
        for (var i = 0; i < heads.Length; i++) sum += scores[(i * (heads.Length + 1)) + heads[i] + 1];
        return sum;
    }

    private static float BestSum(float[] scores, int tokens)
    {
        var best = float.NegativeInfinity;
        var heads = new int[tokens];
        for (var code = 0; code < (int)Math.Pow(tokens + 1, tokens); code++)
        {
            var rest = code;
            for (var i = 0; i < tokens; i++, rest /= tokens + 1) heads[i] = (rest % (tokens + 1)) - 1;
            if (IsTree(heads)) best = Math.Max(best, Sum(scores, heads));
        }

        return best;
    }

    private static string Print(float[] scores, int[] heads) => $"{string.Join(' ', scores)} gave {string.Join(' ', heads)}";
}
