using System.Diagnostics;
using System.Runtime.InteropServices;
using Demarche.Text.Sentences;
using Demarche.Text.Tests.Tokens;
using Demarche.Text.Tokens;

namespace Demarche.Text.Tests.Sentences;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("Talks failed.| Both sides left.")]
    [InlineData("Mr. Lund met Gen. J. K. Hale of the U.S. Army.| They agreed.")]
    [InlineData("The envoy flew to the U.S.| The talks go on.")]
    [InlineData("He spoke for the U.S. Senate.")]
    [InlineData("The fleet of Fjord Inc. left at 5 p.m. Monday.| It came back.")]
    [InlineData("They met on Feb. 7 and on Sept. 9.| No. 10 said nothing.")]
    [InlineData("\"We will not go.\"| She left.")]
    [InlineData("“We will not go,” she said.| “Never.”| Then she left.")]
    [InlineData("“Will you go?” Moon asked.| Nobody spoke.")]
    [InlineData("\"Why?\" he asked.| \"Because!\"")]
    [InlineData("The pact (signed in 2010. Not ratified.) was void.| It lapsed.")]
    [InlineData("(He signed.)| (She did not.)")]
    [InlineData("The plan failed.[17]| Another came. [3, 4]| It failed too.")]
    [InlineData("They waited ... and waited.| Nothing came...| Then rain.")]
    [InlineData("They waited . . . and left . . .| Nothing came.")]
    [InlineData("It rose 3.5 percent to 1.2 million.| Prices fell.")]
    [InlineData("the talks ended.|The two sides left.")]
    [InlineData("OSLO, Feb. 7 (NTB) - Norway closed its border.| Sweden followed.")]
    [InlineData("1. Open the border.| Close it.")]
    [InlineData("He likes planes, ships, etc.| They do not.")]
    [InlineData("George W. Bush met Mrs. T. May.| Both smiled.")]
    [InlineData("Is it true?| Yes!| Good.")]
    [InlineData("See example.org.| It is there.")]
    public void Sentences_end_where_a_reader_ends_them(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        var found = Split(text);

        Assert.Equal(marked.Split('|').Select(s => s.Trim()), found);
    }

    [Theory]
    [InlineData("Headline without a stop\n\nThe text begins.", 2)]
    [InlineData("One line\nAnother line", 2)]
    [InlineData("This line was wrapped by a mail program at a width\nof fifty columns or so, as they do.", 1)]
    [InlineData("apples\npears", 2)]
    [InlineData(" \n\n \t\r\n", 0)]
    [InlineData("a\r\nb\u2028c", 3)]
    public void Line_breaks_part_paragraphs_unless_a_line_was_wrapped(string text, int expected)
    {
        var paragraphs = new List<TextSpan>();

        Paragraphs.Find(text, paragraphs);

        Assert.Equal(expected, paragraphs.Count);
        Assert.All(paragraphs, p => Assert.Equal(text[p.Start..p.End], text[p.Start..p.End].Trim()));
    }

    [Fact]
    public void A_text_without_stops_is_cut_at_semicolons_commas_or_spaces_in_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("alpha beta, gamma; delta ", 60_000));
        var clock = Stopwatch.StartNew();

        var lengths = Ends(text, out _).Prepend(0).ToArray();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
        Assert.All(lengths.Zip(lengths.Skip(1), (a, b) => b - a), n => Assert.InRange(n, 1, SentenceSplitter.LongestSentence));
    }

    [Fact]
    public void Random_text_is_split_into_runs_that_hold_every_token_once()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var ends = Ends(RandomText.Make(seed).ReplaceLineEndings(" "), out var count);

            Assert.True(ends.Zip(ends.Prepend(0), (end, start) => end > start).All(x => x), $"seed {seed}: a sentence is empty");
            Assert.True(count == (ends.Count == 0 ? 0 : ends[^1]), $"seed {seed}: the last tokens were lost");
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        var tokens = Tokens(text);
        var start = 0;
        foreach (var end in Ends(text, out _))
        {
            yield return text[tokens[start].Start..tokens[end - 1].End];
            start = end;
        }
    }

    private static List<int> Ends(string text, out int count)
    {
        var tokens = Tokens(text);
        var ends = new List<int>();
        new SentenceSplitter(Language.Lexicon).Split(text, CollectionsMarshal.AsSpan(tokens), ends);
        count = tokens.Count;
        return ends;
    }

    private static List<TextSpan> Tokens(string text)
    {
        var tokens = new List<TextSpan>();
        new Tokenizer(Language.Lexicon).Tokenize(text, new TextSpan(0, text.Length), tokens);
        return tokens;
    }
}
