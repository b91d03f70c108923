using System.Text;
using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding.Tests;

/// <summary>Records of no meaning that use every field, every word and every shape of text; the same seed gives the same records.</summary>
internal sealed class RandomRecord(int seed)
{
    private static readonly string[] Pieces =
        ["Tokyo", " ", "said", "\"", "\\", "\n\n", "東京", "😀", "é", "e\u0301", "\t", "<b>", "&", "\u2028", "\u0001", "𠮷", ",", ";", "'", "/"];

    private readonly Random _random = new(seed);

    internal CodedReport Next()
    {
        var text = Text(60);
        var bounds = Bounds(text);
        return new()
        {
            Report = new()
            {
                Id = Text(2), Url = Maybe(() => Text(3)), Title = Maybe(() => Text(4)), Authors = List(() => Text(2)),
                Outlet = Maybe(() => Text(2)), Agency = Maybe(() => Text(1)), Published = Maybe(() => "2017-08-30"),
                PublishedBasis = One<DateBasis>(), Language = "en", Text = text,
                Dateline = Maybe(() => new Dateline(Text(1), Maybe(() => "RUS"), Day())),
            },
            Entities = List(() => new CodedEntity
            {
                Id = Text(1), Kind = One<EntityKind>(), Name = Text(2), Country = Maybe(() => "JPN"), Sectors = List(() => "GOV"),
                Office = Maybe(() => Text(3)), KnowledgeId = Maybe(() => Text(1)), Resolution = Maybe(() => Text(5)),
                Mentions = List(() => new CodedMention(Span(bounds), Text(2), One<MentionForm>())),
            }),
            Events = List(() => Event(bounds)),
            Statements = List(() => Statement(bounds)),
            Claims = List(() => new Claim("v1", Maybe(() => "e1"), One<Stance>(), Span(bounds))),
            Times = List(() => new TimeExpression
            {
                Span = Span(bounds), Text = Text(2), Type = One<TimeType>(), Value = Maybe(() => "2017-W35"), Start = Day(), End = Day(),
                Precision = One<DatePrecision>(), IsRelative = Coin(),
            }),
            Places = List(() => Place(bounds)),
            Quantities = List(() => new Quantity
            {
                Span = Span(bounds), Text = Text(2), Value = Amount(), Max = Coin() ? Amount() : null, Comparator = ">", Unit = Text(1),
                Si = Coin() ? Amount() : null,
            }),
            Warnings = [.. List(() => Text(6)).Distinct()],
            Unreadable = Coin(),
        };
    }

    private CodedEvent Event(int[] bounds) => new()
    {
        Id = Text(1), Type = "THREATEN", Mode = List(() => "violence"), Context = List(() => "military"), Cameo = Maybe(() => "138"),
        Quad = Maybe(() => "verbal_conflict"), PloverScore = Score(), Goldstein = Score(), Actor = List(() => "e1"),
        Recipient = List(() => "e2"), ThirdParty = List(() => "e3"), Status = (EventStatus)_random.Next(16), Rule = Text(2),
        Date = new(Day(), Day(), One<DatePrecision>(), Maybe(() => Text(2)), Maybe(() => Text(4))), Confidence = _random.NextDouble(),
        Place = Coin() ? Place(bounds) : null,
        Attribution = List(() => new EventAttribution(Maybe(() => "e4"), Text(2), Text(1), One<Stance>())),
        Evidence = new()
        {
            Span = Span(bounds), Sentence = _random.Next(100), Trigger = Span(bounds), Actor = List(() => Span(bounds)),
            Recipient = List(() => Span(bounds)),
        },
    };

    private Statement Statement(int[] bounds)
    {
        var cue = Coin();
        return new()
        {
            Speaker = Maybe(() => "e1"), Addressee = Maybe(() => "e2"), Kind = One<StatementKind>(), Span = Span(bounds),
            Cue = cue ? Span(bounds) : null, CueText = cue ? Text(1) : null, SpeakerSpan = Coin() ? Span(bounds) : null,
        };
    }

    private CodedPlace Place(int[] bounds) => new()
    {
        Span = Span(bounds), Text = Text(2), Name = Text(2), Country = Maybe(() => "JPN"), Latitude = Score(), Longitude = Score(),
        Kind = Maybe(() => "city"), GeonamesId = Coin() ? _random.Next() : null,
    };

    private string Text(int most)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(most + 1); i > 0; i--) text.Append(Pieces[_random.Next(Pieces.Length)]);
        return text.ToString();
    }

    /// <summary>The offsets at which a span may start or end: not between the halves of a surrogate pair.</summary>
    private static int[] Bounds(string text) =>
        [.. Enumerable.Range(0, text.Length + 1).Where(i => i == 0 || i == text.Length || !char.IsSurrogatePair(text[i - 1], text[i]))];

    private TextSpan Span(int[] bounds)
    {
        int a = bounds[_random.Next(bounds.Length)], b = bounds[_random.Next(bounds.Length)];
        return new(Math.Min(a, b), Math.Max(a, b));
    }

    private bool Coin() => _random.Next(2) == 0;

    private T? Maybe<T>(Func<T> make) where T : class => Coin() ? make() : null;

    private T[] List<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => make())];

    private T One<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private DateOnly? Day() => Coin() ? DateOnly.FromDayNumber(_random.Next(700_000, 740_000)) : null;

    private double? Score() => Coin() ? (_random.NextDouble() * 20) - 10 : null;

    private decimal Amount() => _random.Next(-5, 1_000_000) / (decimal)Math.Pow(10, _random.Next(4));
}
