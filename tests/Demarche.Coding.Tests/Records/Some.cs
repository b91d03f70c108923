using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding.Tests;

/// <summary>Small parts of records, found by their words.</summary>
internal static class Some
{
    internal static Report Report(string text) => new() { Id = "r1", Text = text };

    internal static TextSpan Span(Report report, string words)
    {
        var at = report.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words}' is not in '{report.Text}'");
        return new(at, at + words.Length);
    }

    internal static CodedEntity Entity(string id, string name, string? country) => new() { Id = id, Kind = EntityKind.Person, Name = name, Country = country };

    internal static CodedPlace Place(Report report, string words) => new() { Span = Span(report, words), Text = words, Name = words, Country = "JPN" };

    /// <summary>An event by e1 towards e2 whose evidence is the whole text.</summary>
    internal static CodedEvent Event(Report report, string actor, string trigger, string recipient) => new()
    {
        Id = "v1", Type = "THREATEN", Mode = ["violence"], Cameo = "138", Quad = "verbal_conflict", PloverScore = -3.5, Goldstein = -7,
        Actor = ["e1"], Recipient = ["e2"], Rule = "threaten-warn", Confidence = 0.93,
        Date = new(new(2017, 8, 30), new(2017, 8, 30), DatePrecision.Day, "late Wednesday", "the Wednesday before the report of 2017-08-31"),
        Attribution = [new(null, "the ministry", "said", Stance.Asserts)],
        Evidence = new()
        {
            Span = new(0, report.Text.Length), Sentence = 0, Trigger = Span(report, trigger), Actor = [Span(report, actor)], Recipient = [Span(report, recipient)],
        },
    };
}
