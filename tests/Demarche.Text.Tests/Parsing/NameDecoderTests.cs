using Demarche.Text.Parsing;

namespace Demarche.Text.Tests.Parsing;

public sealed class NameDecoderTests
{
    [Fact]
    public void The_labels_are_the_best_of_all_that_are_allowed()
    {
        var random = new Random(31);
        var decoder = new NameDecoder();
        for (var trial = 0; trial < 400; trial++)
        {
            var (tokens, count) = (random.Next(1, 5), ParserShape.NameLabels);
            var scores = Enumerable.Range(0, tokens * count).Select(_ => (float)random.Next(-5, 6)).ToArray();
            var labels = new int[tokens];

            decoder.Find(scores, count, labels);

            Assert.True(IsAllowed(labels));
            Assert.Equal(BestSum(scores, tokens), Sum(scores, labels));
        }
    }

    [Fact]
    public void A_later_token_takes_the_kind_of_the_name_it_continues()
    {
        var scores = new float[2 * ParserShape.NameLabels];
        scores[NameLabels.Of(NameKind.Place, starts: true)] = 3;
        scores[ParserShape.NameLabels + NameLabels.Of(NameKind.Organisation, starts: false)] = 2;
        scores[ParserShape.NameLabels + NameLabels.Of(NameKind.Place, starts: false)] = 1.5f;
        var labels = new int[2];

        new NameDecoder().Find(scores, ParserShape.NameLabels, labels);

        Assert.Equal([NameLabels.Of(NameKind.Place, true), NameLabels.Of(NameKind.Place, false)], labels);
    }

    private static bool IsAllowed(int[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0 || NameLabels.Starts(labels[i])) continue;
            if (i == 0 || labels[i - 1] == 0 || NameLabels.Kind(labels[i - 1]) != NameLabels.Kind(labels[i])) return false;
        }

        return true;
    }

    private static float Sum(float[] scores, int[] labels) => labels.Select((label, i) => scores[(i * ParserShape.NameLabels) + label]).Sum();

    private static float BestSum(float[] scores, int tokens)
    {
        var best = float.NegativeInfinity;
        var labels = new int[tokens];
        for (var code = 0; code < (int)Math.Pow(ParserShape.NameLabels, tokens); code++)
        {
            var rest = code;
            for (var i = 0; i < tokens; i++, rest /= ParserShape.NameLabels) labels[i] = rest % ParserShape.NameLabels;
            if (IsAllowed(labels)) best = Math.Max(best, Sum(scores, labels));
        }

        return best;
    }
}
