using Demarche.Text.Lemmas;
using Demarche.Text.Tests.Tokens;
using Demarche.Text.Tokens;

namespace Demarche.Text.Tests.Lemmas;

public sealed class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load(Path.Combine(Language.Models, Lemmatizer.FileName));

    [Theory]
    [InlineData("froze", "VBP", "freeze")]
    [InlineData("overthrew", "VBN", "overthrow")]
    [InlineData("fired", "VBD", "fire")]
    [InlineData("planned", "VBN", "plan")]
    [InlineData("planning", "VBG", "plan")]
    [InlineData("hoping", "VBG", "hope")]
    [InlineData("seeking", "VBG", "seek")]
    [InlineData("invaded", "VBD", "invade")]
    [InlineData("denies", "VBZ", "deny")]
    [InlineData("flew", "VBD", "fly")]
    [InlineData("withdrawn", "VBN", "withdraw")]
    [InlineData("overthrew", "VBD", "overthrow")]
    [InlineData("shot", "VBN", "shoot")]
    [InlineData("lying", "VBG", "lie")]
    [InlineData("was", "VBD", "be")]
    [InlineData("'re", "VBP", "be")]
    [InlineData("n't", "RB", "not")]
    [InlineData("n’t", "RB", "not")]
    [InlineData("wo", "MD", "will")]
    [InlineData("cities", "NNS", "city")]
    [InlineData("houses", "NNS", "house")]
    [InlineData("buses", "NNS", "bus")]
    [InlineData("crises", "NNS", "crisis")]
    [InlineData("troops", "NNS", "troop")]
    [InlineData("gunmen", "NNS", "gunman")]
    [InlineData("wives", "NNS", "wife")]
    [InlineData("bigger", "JJR", "big")]
    [InlineData("latest", "JJS", "late")]
    [InlineData("heaviest", "JJS", "heavy")]
    [InlineData("States", "NNPS", "State")]
    [InlineData("Netherlands", "NNPS", "Netherlands")]
    [InlineData("Oslo", "NNP", "Oslo")]
    [InlineData("1,180", "CD", "1180")]
    [InlineData("him", "PRP", "he")]
    [InlineData("an", "DT", "a")]
    public void A_form_and_its_tag_give_the_lemma(string form, string tag, string expected) =>
        Assert.Equal(expected, Lemmatizer.Find(form, tag, startsSentence: false));

    [Fact]
    public void A_capital_at_the_start_is_dropped_from_a_common_word_and_kept_on_a_demonym()
    {
        Assert.Equal("missile", Lemmatizer.Find("Missiles", "NNS", startsSentence: true));
        Assert.Equal("Norwegian", Lemmatizer.Find("Norwegian", "JJ", startsSentence: true));
        Assert.Equal("the", Lemmatizer.Find("THE", "DT", startsSentence: false));
    }

    [Fact]
    public void The_cache_gives_what_the_lemmatizer_gives()
    {
        var cache = new LemmaCache(Lemmatizer);
        var tags = new[] { "NN", "NNS", "VBD", "VBG", "JJ", "NNP", "CD", "RB", "XX" };
        for (var seed = 0; seed < 200; seed++)
        {
            foreach (var form in RandomText.Make(seed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var tag in tags)
                {
                    var lemma = Lemmatizer.Find(form, tag, seed % 2 == 0);
                    Assert.True(lemma.Length > 0, $"seed {seed}: '{form}' has no lemma");
                    Assert.Equal(lemma, cache.Find(form, tag, seed % 2 == 0));
                    Assert.Same(cache.Find(form, tag, seed % 2 == 0), cache.Find(form, tag, seed % 2 == 0));
                }
            }
        }
    }
}
