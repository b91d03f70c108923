using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class HeadlineCommasTests
{
    [Fact]
    public void Two_subjects_parted_by_a_comma_are_joined()
    {
        var tokens = Tokens(("Norway", 3, DependencyRelation.Nsubj), (",", 0, DependencyRelation.Punct), ("Iceland", 3, DependencyRelation.Nsubj), ("agree", -1, DependencyRelation.Root));

        var joined = HeadlineCommas.Join(tokens);

        Assert.Equal((0, DependencyRelation.Conj), (joined[2].Head, joined[2].Relation));
        Assert.Equal(3, tokens[2].Head);
    }

    [Fact]
    public void A_compound_that_reaches_over_a_comma_is_not_joined_to_itself()
    {
        var tokens = Tokens(("St.", 2, DependencyRelation.Compound), (",", 2, DependencyRelation.Punct), ("Louis", 3, DependencyRelation.Nsubj), ("voted", -1, DependencyRelation.Root));

        Assert.Same(tokens, HeadlineCommas.Join(tokens));
    }

    [Fact]
    public void Whatever_is_joined_stays_a_tree()
    {
        DependencyRelation[] relations = [DependencyRelation.Nsubj, DependencyRelation.NsubjPass, DependencyRelation.Compound, DependencyRelation.Flat, DependencyRelation.Amod, DependencyRelation.OblUnmarked, DependencyRelation.Vocative];
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var length = random.Next(3, 12);
            var order = Enumerable.Range(0, length).ToArray();
            random.Shuffle(order);
            var words = new (string, int, DependencyRelation)[length];
            // Each word hangs from one earlier in a random order: a tree whose root is the first of it.
            for (var i = 0; i < length; i++)
                words[order[i]] = (random.Next(3) == 0 ? "," : "Oslo", i == 0 ? -1 : order[random.Next(i)], relations[random.Next(relations.Length)]);

            var joined = HeadlineCommas.Join(Tokens(words));

            for (var i = 0; i < length; i++)
            {
                var steps = 0;
                for (var at = i; at >= 0; at = joined[at].Head)
                    Assert.True(steps++ <= length, $"seed {seed}: the words run in a circle");
            }
        }
    }

    private static Token[] Tokens(params (string Form, int Head, DependencyRelation Relation)[] words) => [.. words.Select(word => new Token
    {
        Span = new TextSpan(0, word.Form.Length), Form = word.Form, Lemma = word.Form, PennTag = "NNP", Head = word.Head, Relation = word.Relation,
        Tag = word.Form == "," ? UniversalTag.PUNCT : char.IsUpper(word.Form[0]) ? UniversalTag.PROPN : UniversalTag.VERB,
    })];
}
