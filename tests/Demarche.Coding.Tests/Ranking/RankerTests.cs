using Demarche.Testing;

namespace Demarche.Coding.Tests.Ranking;

public sealed class RankerTests
{
    [Fact]
    public void Plain_news_is_surer_than_what_a_background_clause_tells()
    {
        var events = TestCoder.CodeSentence("France condemned the general who had arrested the Malian minister in 2019.").Events;

        Assert.True(events.Single(coded => coded.Type == "ACCUSE").Confidence > events.Single(coded => coded.Type == "COERCE").Confidence);
        Assert.All(events, coded => Assert.InRange(coded.Confidence, 0.01, 1));
    }

    [Fact]
    public void A_verb_that_no_entry_lists_is_backed_up_by_what_stands_around_it()
    {
        var coded = Assert.Single(TestCoder.CodeSentence("Ethiopian troops strafed Eritrean soldiers near the border.").Events);

        Assert.Equal("ASSAULT", coded.Type);
    }

    [Fact]
    public void Judging_a_sentence_again_and_from_many_threads_changes_nothing()
    {
        const string sentence = "After Ankara recalled its ambassador, the Dutch minister offered talks, but Turkish police arrested two envoys.";
        var first = Print();

        Assert.All(Enumerable.Range(0, 32).AsParallel().Select(_ => Print()), printed => Assert.Equal(first, printed));

        static string Print() => string.Join(';', TestCoder.CodeSentence(sentence).Events.Select(coded => $"{coded.Type} {coded.Confidence} {coded.Rule}"));
    }
}
