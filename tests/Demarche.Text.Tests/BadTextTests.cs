using System.Text;
using Demarche.Text.Tests.Tokens;

namespace Demarche.Text.Tests;

/// <summary>Whatever the text: every word lies in it, in order, all of it is covered, each sentence is a tree, and nothing is thrown.</summary>
public sealed class BadTextTests
{
    private static readonly TextPipeline Pipeline = TextPipeline.Load(Language.Models, Language.Data);

    public static TheoryData<string> Texts => new()
    {
        new string('(', 10_000) + "Norway" + new string(')', 10_000),
        string.Concat(Enumerable.Repeat("(\"[", 3_000)) + "Oslo protested.",
        "Nor\u200Bway\u200C pro\u00ADtested\u2060 on\uFEFF Tuesday.",
        "\u202ENorway protested\u202C and \u2066Iceland\u2069 agreed.\u200F",
        "👩‍🚀🇳🇴 Norway 𝕡𝕣𝕠𝕥𝕖𝕤𝕥𝕖𝕕. 😀😀😀",
        "N\u0303o\u0304r\u0301w\u0302a\u0308y protested" + new string('\u0301', 5_000) + ".",
        "Norway protested.\r\nIceland agreed.\rDenmark waited.\n\rSweden left.",
        "Norway\0protested.\0\0",
        new string('.', 20_000),
        new string('a', 50_000),
        string.Concat(Enumerable.Repeat("\uD83D ", 2_000)),
        string.Concat(Enumerable.Repeat("U.S. ", 5_000)),
        string.Concat(Enumerable.Repeat("'s", 5_000)),
        string.Concat(Enumerable.Repeat("NORWAY PROTESTS AS ICELAND AGREES ", 300)),
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_strange_text_is_read_to_its_end(string text) => AssertRead(text, "the text of the case");

    [Fact]
    public void Random_texts_are_read_to_their_end()
    {
        for (var seed = 0; seed < 400; seed++) AssertRead(RandomText.Make(seed), $"seed {seed}");
    }

    [Fact]
    public void A_sentence_of_200_000_words_is_read_as_it_stands()
    {
        var words = RandomText.Make(7).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter)).ToArray();
        var text = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => words[i % words.Length]));

        using var read = Pipeline.ReadSentence(text);

        var sentence = Assert.Single(read.Sentences);
        Assert.True(sentence.Tokens.Length >= 200_000);
        Assert.Single(sentence.Tokens, token => token.Head < 0);
    }

    [Fact]
    public void A_sentence_is_read_alike_whatever_stands_around_it()
    {
        var texts = Enumerable.Range(0, 80).Select(seed => RandomText.Make(seed).ReplaceLineEndings(" ").Replace('\u2028', ' ')).ToArray();
        using var together = Pipeline.Read(string.Join("\n\n", texts));
        var alone = new StringBuilder();
        foreach (var text in texts)
        {
            using var read = Pipeline.Read(text);
            alone.Append(Print(read));
        }

        Assert.Equal(alone.ToString(), Print(together));
    }

    [Fact]
    public void Arrays_that_were_given_back_serve_again()
    {
        var first = Pipeline.Read("Norway protested on Tuesday.");
        var tokens = first.Sentences[0].Tokens;
        first.Dispose();
        first.Dispose();

        Assert.Empty(first.Sentences);
        using var second = Pipeline.Read("Iceland agreed on Friday.");
        using var third = Pipeline.Read("Denmark agreed on Sunday.");
        Assert.Equal("Iceland", second.Sentences[0].Tokens[0].Form);
        Assert.NotSame(second.Sentences[0].Tokens, third.Sentences[0].Tokens);
        Assert.Same(tokens, second.Sentences[0].Tokens);
    }

    private static void AssertRead(string text, string which)
    {
        using var read = Pipeline.Read(text);
        var at = 0;
        foreach (var sentence in read.Sentences)
        {
            Assert.True(sentence.Tokens.Count(token => token.Head < 0) == 1, which);
            foreach (var token in sentence.Tokens)
            {
                Assert.True(token.Span.Start >= at && token.Span.End <= text.Length && token.Span.Length > 0, which);
                Assert.True(text[token.Span.Start..token.Span.End] == token.Form, which);
                Assert.True(IsBlank(text.AsSpan(at, token.Span.Start - at)), which);
                at = token.Span.End;
            }
        }

        Assert.True(IsBlank(text.AsSpan(at)), which);
    }

    // What lies between words: white space, and characters that neither show nor part.
    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format) return false;
        return true;
    }

    private static string Print(AnnotatedText text) => string.Concat(text.Sentences.Select(sentence =>
        string.Concat(sentence.Tokens.Select(token => $"{token.Form}/{token.PennTag}/{token.Head}/{token.Relation}/{token.Name} ")) + "\n"));
}
