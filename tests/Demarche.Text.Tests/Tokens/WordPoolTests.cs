using Demarche.Text.Tokens;

namespace Demarche.Text.Tests.Tokens;

public sealed class WordPoolTests
{
    [Fact]
    public void The_same_word_is_the_same_object_whichever_thread_asks()
    {
        var pool = new WordPool();
        var words = Enumerable.Range(0, 1000).Select(i => $"word{i % 50}").ToArray();
        var found = new string[words.Length];

        Parallel.For(0, words.Length, i => found[i] = pool.Get(words[i]));

        Assert.Equal(words, found);
        Assert.All(found, w => Assert.Same(pool.Get(w), w));
    }
}
