using System.Globalization;
using Demarche.Text.Quantities;
using Demarche.Text.Tests.Times;
using Demarche.Text.Tests.Tokens;
using Demarche.Text.Times;

namespace Demarche.Text.Tests.Quantities;

public sealed class QuantityFinderTests
{
    private static readonly QuantityFinder Finder = QuantityFinder.Load(Language.Data);

    private static readonly TimeExpressionFinder Times = TimeExpressionFinder.Load(Language.Data);

    [Theory]
    [InlineData("They sent|VBD more than 1,000 containers.", "more than 1,000 containers: > 1000 container")]
    [InlineData("It flew|VBD about 2,700 kilometers.", "about 2,700 kilometers: ~ 2700 kilometer (2700000)")]
    [InlineData("It fell|VBD 1,180 km east.", "1,180 km: = 1180 kilometer (1180000)")]
    [InlineData("at least 12 ships sank|VBD", "at least 12 ships: > 12 ship")]
    [InlineData("up to 40 ships sank|VBD", "up to 40 ships: < 40 ship")]
    [InlineData("between 20 and 30 ships sank|VBD", "between 20 and 30 ships: = 20..30 ship")]
    [InlineData("20-30 ships sank|VBD", "20-30 ships: = 20..30 ship")]
    [InlineData("It cost|VBD $3.5 billion.", "$3.5 billion: = 3500000000 dollar")]
    [InlineData("It cost|VBD 100 million yen.", "100 million yen: = 100000000 yen")]
    [InlineData("It cost|VBD US$ 10.", "US$ 10: = 10 dollar")]
    [InlineData("two complaints came|VBD in 15 cities", "two complaints: = 2 complaint; 15 cities: = 15 city")]
    [InlineData("a dozen ships sank|VBD", "a dozen ships: = 12 ship")]
    [InlineData("hundreds of ships sank|VBD", "hundreds of ships: > 100 ship")]
    [InlineData("tens of thousands of ships sank|VBD", "tens of thousands of ships: > 10000 ship")]
    [InlineData("It fell|VBD 12.5 percent or 7%.", "12.5 percent: = 12.5 percent; 7%: = 7 percent")]
    [InlineData("It burned|VBD about 30 square kilometers.", "about 30 square kilometers: ~ 30 square kilometer (30000000)")]
    [InlineData("It lost|VBD 3 to 4 million shells.", "3 to 4 million shells: = 3000000..4000000 shell")]
    [InlineData("It has|VBZ two hundred and fifty ships.", "two hundred and fifty ships: = 250 ship")]
    [InlineData("It has|VBZ twenty-one ships.", "twenty-one ships: = 21 ship")]
    [InlineData("some 300 or more ships sank|VBD", "some 300 or more ships: > 300 ship")]
    [InlineData("almost half a million people fled|VBD", "almost half a million people: ~ 500000 people")]
    [InlineData("a 500-kilometer range was|VBD told", "500-kilometer: = 500 kilometer (500000)")]
    [InlineData("up to 40 were|VBD hurt", "up to 40: < 40 ")]
    [InlineData("It cost|VBD $12.3bn.", "$12.3bn: = 12300000000 dollar")]
    [InlineData("five-nation talks began|VBD", "five-nation: = 5 nation")]
    [InlineData("They took|VBD 12|CD>5 shipping containers.", "12 shipping containers: = 12 container")]
    public void A_number_has_its_unit_and_its_bound(string marked, string expected) => Assert.Equal(expected, Print(Find(ParsedText.Of(marked))));

    [Theory]
    [InlineData("The Hwasong-12 flew|VBD.")]
    [InlineData("The G7 met|VBD on 3 March 2018.")]
    [InlineData("They broke|VBD Resolution 2375.")]
    [InlineData("The 42-year-old man came|VBD third.")]
    [InlineData("It ended|VBD 3-2.")]
    [InlineData("It took|VBD two weeks.")]
    [InlineData("Lund, 59, left|VBD.")]
    [InlineData("459836")]
    [InlineData("one of them came|VBD")]
    [InlineData("It came|VBD at 10:30.")]
    public void Numbers_in_names_times_scores_and_ages_count_nothing(string marked) => Assert.Equal("", Print(Find(ParsedText.Of(marked))));

    [Fact]
    public void Random_text_gives_spans_in_order_that_overlap_no_time_and_the_same_twice()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var sentence = ParsedText.Of(RandomText.Make(seed).Replace('|', ' ').Trim());
            if (sentence.Tokens.Length == 0)
            {
                continue;
            }

            var times = Times.Find(sentence, new DateOnly(2018, 2, 21));
            var found = Finder.Find(sentence, times);

            var position = 0;
            foreach (var quantity in found)
            {
                Assert.True(quantity.Span.Start >= position, $"seed {seed}: '{quantity.Text}' overlaps the last");
                Assert.Equal(sentence.Text[quantity.Span.Start..quantity.Span.End], quantity.Text);
                Assert.True(!times.Any(t => t.Span.Overlaps(quantity.Span)), $"seed {seed}: '{quantity.Text}' overlaps a time");
                Assert.True(quantity.Max is null || quantity.Max > quantity.Value, $"seed {seed}: '{quantity.Text}' runs backwards");
                position = quantity.Span.End;
            }

            Assert.Equal(found, Finder.Find(sentence, times));
        }
    }

    private static IReadOnlyList<Quantity> Find(Sentence sentence) => Finder.Find(sentence, Times.Find(sentence, new DateOnly(2018, 2, 21)));

    private static string Print(IEnumerable<Quantity> found) => string.Join("; ", found.Select(q => string.Create(CultureInfo.InvariantCulture,
        $"{q.Text}: {q.Comparator} {q.Value}{(q.Max is { } max ? string.Create(CultureInfo.InvariantCulture, $"..{max}") : "")} {q.Unit}{(q.Si is { } si ? string.Create(CultureInfo.InvariantCulture, $" ({si})") : "")}")));
}
