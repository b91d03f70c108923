using System.Diagnostics;
using Demarche.Text.Tokens;

namespace Demarche.Text.Tests.Tokens;

public sealed class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(Language.Lexicon);

    [Theory]
    [InlineData("The envoy left.", "The envoy left .")]
    [InlineData("Norway's fleet and the ministers' wives", "Norway 's fleet and the ministers ' wives")]
    [InlineData("They don't, can't and won't; it’s over, we'd say.", "They do n't , ca n't and wo n't ; it ’s over , we 'd say .")]
    [InlineData("He cannot, and he's gonna pay.", "He can not , and he 's gon na pay .")]
    [InlineData("a long-range missile", "a long - range missile")]
    [InlineData("Kim Yong-nam met a non-aligned, pro-Oslo, anti-war co-founder.", "Kim Yong - nam met a non-aligned , pro-Oslo , anti-war co-founder .")]
    [InlineData("the mid-1980s, in mid-June", "the mid-1980s , in mid-June")]
    [InlineData("a UN-backed plan", "a UN - backed plan")]
    [InlineData("The U.S. and the E.U. agreed.", "The U.S. and the E.U. agreed .")]
    [InlineData("Gen. N. Hale and J.K. Brown met Mr. Lund Jr. of Fjord Inc. there", "Gen. N. Hale and J.K. Brown met Mr. Lund Jr. of Fjord Inc. there")]
    [InlineData("on Feb. 7, at 5 p.m., No. 3", "on Feb. 7 , at 5 p.m. , No. 3")]
    [InlineData("They said no. Then they left.", "They said no . Then they left .")]
    [InlineData("It rose 3.5% to $2,000 or US$ 1.2 billion.", "It rose 3.5 % to $ 2,000 or US$ 1.2 billion .")]
    [InlineData("August 31,2017 and 2017-08-30 and 08/30/2017", "August 31 , 2017 and 2017-08-30 and 08/30/2017")]
    [InlineData("at 10:30, 430km off, 5pm", "at 10:30 , 430 km off , 5 pm")]
    [InlineData("the 1990s, the '90s, the 19th century", "the 1990s , the '90s , the 19th century")]
    [InlineData("see www.example.org/a_(b), or mail a.b@example.org.", "see www.example.org/a_(b) , or mail a.b@example.org .")]
    [InlineData("read https://example.org/x?y=1.", "read https://example.org/x?y=1 .")]
    [InlineData("@envoy wrote #peace now", "@envoy wrote #peace now")]
    [InlineData("and/or 1/2 of it", "and / or 1/2 of it")]
    [InlineData("\"No,\" he said (twice).", "\" No , \" he said ( twice ) .")]
    [InlineData("“We’ll go” – or not -- he said...", "“ We ’ll go ” – or not -- he said ...")]
    [InlineData("Seán O'Neill and the coup d'état at 2 o'clock", "Seán O'Neill and the coup d'état at 2 o'clock")]
    [InlineData("AT&T and R&D", "AT&T and R&D")]
    [InlineData("the talks ended.The two", "the talks ended . The two")]
    [InlineData("vessel(s) of 10-year-old boys", "vessel(s) of 10 - year - old boys")]
    [InlineData("What?! Never!!", "What ?! Never !!")]
    [InlineData("1. The first entry", "1. The first entry")]
    [InlineData("a range of 20-30, a 3-2 win", "a range of 20 - 30 , a 3 - 2 win")]
    [InlineData("call +4712345678 or 555-123-4567", "call +4712345678 or 555-123-4567")]
    public void Text_is_cut_as_the_treebank_cuts_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Cut(text).Select(s => text[s.Start..s.End])));

    [Fact]
    public void Nothing_but_white_space_is_lost_from_random_text()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var text = RandomText.Make(seed);

            var spans = Cut(text);

            var position = 0;
            foreach (var span in spans)
            {
                Assert.True(span.Start >= position && span.Length > 0, $"seed {seed}: a token is empty or overlaps the last at {span.Start}");
                Assert.True(string.IsNullOrWhiteSpace(text[position..span.Start]), $"seed {seed}: '{text[position..span.Start]}' was lost at {position}");
                Assert.False(text[span.Start..span.End].Any(char.IsWhiteSpace) && !text[span.Start..span.End].Contains('\u0301'), $"seed {seed}: a token holds white space");
                position = span.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[position..]), $"seed {seed}: the end was lost");
            Assert.Equal(spans, Cut(text));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("non-")]
    [InlineData("a'")]
    [InlineData("1,")]
    [InlineData("1/")]
    [InlineData("a@")]
    [InlineData("(")]
    [InlineData("\"")]
    public void A_long_line_without_spaces_takes_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        var spans = Cut(text);

        Assert.Equal(text.Length, spans.Sum(s => s.Length));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed} for two million characters of '{piece}'");
    }

    private static List<TextSpan> Cut(string text)
    {
        var spans = new List<TextSpan>();
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), spans);
        return spans;
    }
}
