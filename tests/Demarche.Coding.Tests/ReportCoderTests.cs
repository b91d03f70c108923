using System.Buffers;
using System.Text;
using Demarche.Intake;
using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class ReportCoderTests
{
    private const int Texts = 150;

    [Fact]
    public void No_text_makes_the_coder_throw_and_every_span_lies_inside_its_text()
    {
        for (var seed = 0; seed < Texts; seed++)
        {
            var text = RandomNews(new Random(seed));

            var coded = TestCoder.Code(text, seed % 3 == 0 ? null : "2019-05-05");

            Assert.All(coded.Events, found => Assert.True(IsInside(found.Evidence.Span, text) && IsInside(found.Evidence.Trigger, text) && found.Evidence.Actor.Concat(found.Evidence.Recipient).All(span => IsInside(span, text)), $"seed {seed}: {text}"));
            Assert.All(coded.Entities.SelectMany(entity => entity.Mentions), mention => Assert.True(IsInside(mention.Span, text) && mention.Text == text[mention.Span.Start..mention.Span.End], $"seed {seed}: {text}"));
            Assert.All(coded.Statements, statement => Assert.True(IsInside(statement.Span, text), $"seed {seed}: {text}"));
        }
    }

    [Fact]
    public void Every_id_that_an_event_or_a_statement_names_is_an_entity_of_the_record()
    {
        for (var seed = 0; seed < Texts; seed++)
        {
            var coded = TestCoder.Code(RandomNews(new Random(seed)));
            var ids = coded.Entities.Select(entity => entity.Id).ToHashSet();

            var named = coded.Events.SelectMany(found => found.Actor.Concat(found.Recipient).Concat(found.ThirdParty).Concat(found.Attribution.Select(told => told.Entity).OfType<string>()))
                .Concat(coded.Statements.Select(statement => statement.Speaker).OfType<string>());

            Assert.All(named, id => Assert.True(ids.Contains(id), $"seed {seed}: {id} is no entity of the record."));
        }
    }

    [Fact]
    public void Coding_twice_and_on_many_threads_gives_the_same_record()
    {
        var texts = Enumerable.Range(0, 40).Select(seed => RandomNews(new Random(seed))).ToArray();
        var first = texts.Select(Record).ToArray();

        var again = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(Record).ToArray();

        Assert.Equal(first, again);
    }

    [Fact]
    public void A_report_in_another_language_has_no_events()
    {
        var coded = TestCoder.Instance.Code(new Report { Id = "r", Language = "fr", Text = "Moscow attacked Kyiv." });

        Assert.Empty(coded.Events);
    }

    [Fact]
    public void An_event_told_twice_is_kept_once()
    {
        var coded = TestCoder.Code("Ukraine condemned Russia. On Monday, Ukraine denounced Russia.");

        Assert.Single(coded.Events, found => found.Type == "ACCUSE");
    }

    [Fact]
    public void Two_tellings_with_days_of_their_own_are_two_events()
    {
        var coded = TestCoder.Code("Ukraine condemned Russia on 3 June. On 9 June, Ukraine denounced Russia.");

        Assert.Equal(2, coded.Events.Count(found => found.Type == "ACCUSE"));
    }

    [Theory]
    [InlineData("The two sides held talks in New York.", "New York", "city", "USA")]
    [InlineData("Diplomats from Texas and Washington met the French foreign minister in Paris, American officials of the United States said.", "Paris", "city", "FRA")]
    [InlineData("Protesters marched in Mexico City.", "Mexico City", "city", "MEX")]
    public void A_name_stands_for_the_city_that_news_means(string text, string name, string kind, string country)
    {
        var coded = TestCoder.Code(text);

        Assert.Contains(coded.Places, place => (place.Name, place.Kind, place.Country) == (name, kind, country));
    }

    private static string Record(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        new RecordWriter(TestCoder.Instance.Versions).Write(TestCoder.Code(text), buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool IsInside(Text.TextSpan span, string text) => span.Start >= 0 && span.End <= text.Length && span.Length > 0;

    private static readonly string[] Pieces =
    [
        "Russia", "the Kremlin", "Mr Lavrov", "South Korea's president", "they", "it", "said", "condemned", "agreed to", "refused to", "attacked", "talks", "with", "against", "in Moscow", "on Tuesday",
        "that", "and", ",", "“", "”", ".", "?", "(", ")", "two missiles", "its", "who", "will", "not", "would", "if", "threatened to", "visit", "a ceasefire", "U.S.", "N. Korea", "—", "\n\n", "😀", "1,180 km",
        "was", "were arrested by", "police", "Kim Jong Un", "the pair", "both countries", "according to", "denied", "withdrew", "sanctions on", "Hwasong-12", "the", "of", "to", "from", "launched an attack on", "İstanbul",
    ];

    private static string RandomNews(Random random)
    {
        var text = new StringBuilder("Report ");
        for (var i = random.Next(5, 90); i > 0; i--)
            text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(12) == 0 ? "" : " ");
        return text.ToString();
    }
}
