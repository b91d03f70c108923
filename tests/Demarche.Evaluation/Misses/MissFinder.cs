using Demarche.Coding;
using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Codes marked sentences as the shared scorer does, and says of each difference at which stage it arose.</summary>
/// <remarks>
/// A set of pairs asks of the event that fits best whether it touches both sides and has the root code. A set of role spans asks of
/// all events together which words stand on which side. A cause is the first stage that failed, as far as the draft of the
/// record shows: a phrase nobody was found in is not also counted as unfilled.
/// </remarks>
internal sealed class MissFinder(ReportCoder coder, ReportReader reader)
{
    internal List<Miss> Find(MarkedSentence sentence)
    {
        var report = reader.ReadAsIs(new RawReport { Where = "marked", Format = RawFormat.PlainText, Content = sentence.Text, Published = "2018-01-01" });
        return coder.CodeSentence(report, (draft, record) => sentence.Root is null ? FindInSpans(sentence, draft, record) : FindInPair(sentence, draft, record));
    }

    private List<Miss> FindInPair(MarkedSentence sentence, RecordDraft draft, CodedReport record)
    {
        var misses = new List<Miss>();
        var events = record.Events.Where(coded => (coded.Status & EventStatus.Negated) == 0).ToArray();
        var best = events.OrderByDescending(coded => Fit(sentence, coded)).ThenByDescending(coded => coded.Confidence).FirstOrDefault();
        foreach (var role in (MarkedRole[])[MarkedRole.Actor, MarkedRole.Recipient])
        {
            var marked = sentence.Phrases.Where(phrase => phrase.Role == role).Select(phrase => phrase.Span).ToArray();
            if (best is not null && Has(best, role, marked)) continue;
            misses.Add(new Miss(Cause(draft, record, events, marked, role, best is not null && Fit(sentence, best) > 0 ? best : null), role, Text(sentence, marked), best is null ? "" : Text(sentence, Side(best, role))));
        }

        if (best is not null && Fit(sentence, best) > 0 && RootOf(best.Type) is var root && root != sentence.Root)
            misses.Add(new Miss(MissCause.OtherType, null, sentence.Root!, $"{root} by {best.Rule}"));
        return misses;
    }

    // PLV's root codes keep CAMEO's Yield, which PLOVER parts in two.
    private static string RootOf(string type) => type is "CONCEDE" or "RETREAT" ? "YIELD" : type;

    private static int Fit(MarkedSentence sentence, CodedEvent coded) =>
        new[] { MarkedRole.Actor, MarkedRole.Recipient }.Count(role => Has(coded, role, [.. sentence.Phrases.Where(phrase => phrase.Role == role).Select(phrase => phrase.Span)]));

    // Whoever is marked as recipient may also be one of several actors.
    private static bool Has(CodedEvent coded, MarkedRole role, IReadOnlyCollection<TextSpan> marked) =>
        Touches(Side(coded, role), marked) || role == MarkedRole.Recipient && Touches(coded.Evidence.Actor, marked);

    private List<Miss> FindInSpans(MarkedSentence sentence, RecordDraft draft, CodedReport record)
    {
        var misses = new List<Miss>();
        var found = new Dictionary<MarkedRole, TextSpan[]>
        {
            [MarkedRole.Actor] = Spans(sentence, record, MarkedRole.Actor),
            [MarkedRole.Recipient] = Spans(sentence, record, MarkedRole.Recipient),
        };
        found[MarkedRole.Reciprocal] = [.. found[MarkedRole.Actor].Union(found[MarkedRole.Recipient])];
        foreach (var (span, role) in sentence.Phrases)
        {
            if (found[role].Contains(span)) continue;
            var there = found[role].Where(other => other.Overlaps(span)).ToArray();
            var cause = there.Length > 0 ? Extent(span, there[0]) : Cause(draft, record, record.Events, [span], role, Nearest(sentence, record, span));
            misses.Add(new Miss(cause, role, Text(sentence, [span]), Text(sentence, there.Length > 0 ? there : found[role])));
        }

        foreach (var role in (MarkedRole[])[MarkedRole.Actor, MarkedRole.Recipient])
        {
            foreach (var span in found[role])
            {
                if (!sentence.Phrases.Any(phrase => phrase.Span.Overlaps(span) && (phrase.Role == role || phrase.Role == MarkedRole.Reciprocal)))
                    misses.Add(new Miss(MissCause.Extra, role, "", Text(sentence, [span])));
            }
        }

        return misses;
    }

    private static MissCause Extent(TextSpan marked, TextSpan found) =>
        found.Start <= marked.Start && marked.End <= found.End ? MissCause.TooLong
        : marked.Start <= found.Start && found.End <= marked.End ? MissCause.TooShort
        : MissCause.Shifted;

    // The event that has most of the other marked phrases; null when none has any.
    private static CodedEvent? Nearest(MarkedSentence sentence, CodedReport record, TextSpan missing)
    {
        var others = sentence.Phrases.Where(phrase => phrase.Span != missing).Select(phrase => phrase.Span).ToArray();
        var nearest = record.Events.MaxBy(Count);
        return nearest is null || Count(nearest) == 0 ? null : nearest;

        int Count(CodedEvent coded) => others.Count(other => Touches([.. coded.Evidence.Actor, .. coded.Evidence.Recipient], [other]));
    }

    /// <param name="events">The events that the set counts.</param>
    /// <param name="nearest">The event that has the other side; null when there is none.</param>
    private MissCause Cause(RecordDraft draft, CodedReport record, IReadOnlyCollection<CodedEvent> events, TextSpan[] marked, MarkedRole role, CodedEvent? nearest)
    {
        var other = role == MarkedRole.Actor ? MarkedRole.Recipient : MarkedRole.Actor;
        if (role != MarkedRole.Reciprocal && (nearest is null ? events : [nearest]).Any(coded => Touches(Side(coded, other), marked))) return MissCause.Swapped;
        if (!marked.Any(span => MeansActor(draft, span))) return marked.Any(span => HoldsMention(draft, span)) ? MissCause.Resolving : MissCause.Finding;
        if (events.Count == 0) return record.Events.Count == 0 ? MissCause.NoEvent : MissCause.Negated;
        if (nearest is null) return MissCause.OtherEvent;
        if (marked.All(span => Heads(draft, span).Count > 1)) return MissCause.Parse;
        return Side(nearest, role).Count == 0 ? MissCause.Unfilled : MissCause.WrongPhrase;
    }

    private static bool HoldsMention(RecordDraft draft, TextSpan span) =>
        draft.Entities.Mentions[0].Exists(mention => draft.Entities.Graphs[0].SpanOf(mention.First, mention.Last).Overlaps(span));

    private bool MeansActor(RecordDraft draft, TextSpan span) => Heads(draft, span).Exists(head => coder.MeansActor(draft, draft.Entities.Graphs[0], head));

    // The words of a phrase that are governed from outside it, without those that join it to its governor or to its neighbours.
    private static List<int> Heads(RecordDraft draft, TextSpan span)
    {
        var graph = draft.Entities.Graphs[0];
        var heads = new List<int>();
        for (var i = 0; i < graph.Tokens.Length; i++)
        {
            if (!graph.Tokens[i].Span.Overlaps(span) || graph.Head(i) >= 0 && graph.Tokens[graph.Head(i)].Span.Overlaps(span)) continue;
            if (graph.Relation(i) is not (DependencyRelation.Punct or DependencyRelation.Case or DependencyRelation.Cc or DependencyRelation.Mark or DependencyRelation.Det)) heads.Add(i);
        }

        return heads;
    }

    private static TextSpan[] Spans(MarkedSentence sentence, CodedReport record, MarkedRole role) =>
        [.. record.Events.SelectMany(coded => Side(coded, role)).Select(sentence.ToWords).Distinct()];

    private static IReadOnlyList<TextSpan> Side(CodedEvent coded, MarkedRole role) => role switch
    {
        MarkedRole.Actor => coded.Evidence.Actor,
        MarkedRole.Recipient => coded.Evidence.Recipient,
        _ => [.. coded.Evidence.Actor, .. coded.Evidence.Recipient],
    };

    private static bool Touches(IEnumerable<TextSpan> found, IReadOnlyCollection<TextSpan> marked) => found.Any(span => marked.Any(span.Overlaps));

    private static string Text(MarkedSentence sentence, IEnumerable<TextSpan> spans) => string.Join("; ", spans.Select(span => sentence.Text[span.Start..span.End]));
}
