using System.Globalization;
using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>
/// Dates events by the time expression nearest in grammar; else by what a sentence nearby tells of the same paragraph or the same actor;
/// else by the report's own day, or the days between which it was written.
/// </summary>
internal sealed class EventDater
{
    /// <summary>How many sentences a day is carried on.</summary>
    private const int MaxCarry = 2;

    /// <summary>Days before publication that the day of a dateline still is that of the news.</summary>
    private const int MaxDatelineAge = 3;

    private readonly RecordDraft _draft;
    private readonly DateOnly? _reportDay;
    private readonly DateOnly? _newsDay;
    private readonly TimeExpression?[] _told;

    internal EventDater(RecordDraft draft)
    {
        _draft = draft;
        _reportDay = draft.Report.PublishedDay;
        _newsDay = draft.Report.Dateline?.Date is { } day && _reportDay is { } published && day <= published && day >= published.AddDays(-MaxDatelineAge) ? day : _reportDay;
        _told = [.. draft.Entities.Graphs.Select(MainTime)];
        foreach (var candidate in draft.Events)
        {
            if (Nearest(candidate) is { } time && MayCarry(time))
                _told[candidate.Graph.Sentence.Index] = time;
        }
    }

    internal EventDate Date(EventCandidate candidate)
    {
        if (Nearest(candidate) is { } time)
        {
            return new(time.Start, time.End, time.Precision, time.Text,
                time.IsRelative ? $"'{time.Text}', counted from the report's day {Iso(_reportDay)}" : $"'{time.Text}'");
        }
        if ((candidate.Status & EventStatus.Future) == 0 && Carried(candidate) is { } carried)
            return new(carried.Start, carried.End, carried.Precision, carried.Text, $"'{carried.Text}', said in a sentence nearby");
        if (_newsDay is { } day)
            return new(day, day, DatePrecision.Unknown, null, day == _reportDay ? $"no words tell the day; the report's own day {Iso(day)} stands in" : $"no words tell the day; that of the dateline, {Iso(day)}, stands in");
        return _draft.Report.PublishedRange is { } range
            ? new(range.From, range.To, DatePrecision.Unknown, null, "no words tell the day; those between which the report was written stand in")
            : new(null, null, DatePrecision.Unknown, null, "no words tell the day, and the report has none");
    }

    /// <summary>Background: it ended in a calendar month before the report's, and more than a week before it.</summary>
    internal bool IsHistorical(EventDate date) => date.Expression is not null && IsEarlierMonth(date.End);

    /// <summary>Days before the report that are news even across the turn of a month.</summary>
    private const int StillNews = 7;

    private bool IsEarlierMonth(DateOnly? day) => _reportDay is { } report
        ? day < new DateOnly(report.Year, report.Month, 1) && day < report.AddDays(-StillNews)
        : _draft.Report.PublishedRange?.From is { } from && day < new DateOnly(from.Year, from.Month, 1) && day < from.AddDays(-StillNews);

    private static string Iso(DateOnly? day) => day is { } known ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "(unknown)";

    // Background of an earlier month dates nothing but itself.
    private bool MayCarry(TimeExpression time) => time is { Precision: DatePrecision.Day, Start: not null, Type: TimeType.Date or TimeType.Time } && !IsEarlierMonth(time.End);

    // A paragraph goes on with its day; a later one does where it goes on with the same actor; the first sentences have it from those that tell their news in full.
    private TimeExpression? Carried(EventCandidate candidate)
    {
        var own = candidate.Graph.Sentence;
        for (var back = 1; back <= MaxCarry && own.Index - back >= 0; back++)
        {
            var before = own.Index - back;
            if (_told[before] is { } time && (_draft.Entities.Graphs[before].Sentence.Paragraph == own.Paragraph || SharesActor(candidate, before)))
                return time;
        }
        for (var ahead = 1; own.Index == 0 && ahead <= MaxCarry && ahead < _told.Length; ahead++)
        {
            if (_told[ahead] is { } time && time.Start <= _newsDay && SharesActor(candidate, ahead))
                return time;
        }
        return null;
    }

    private bool SharesActor(EventCandidate candidate, int sentence) =>
        _draft.Entities.Mentions[sentence].Exists(mention => mention.Entity is { } named && candidate.Actor.Exists(actor => actor.Entity == named || actor.Entity.Members.Contains(named)));

    // The day on which a sentence's main clause happened.
    private TimeExpression? MainTime(SentenceGraph graph)
    {
        foreach (var time in _draft.Times[graph.Sentence.Index])
        {
            if (MayCarry(time) && TokenAt(graph, time.Span) is >= 0 and var token && StepsUp(graph, token, up => up == graph.Root) < OtherClause)
                return time;
        }
        return null;
    }

    // What has happened has no day after the report: "agreed to meet in 2018".
    private TimeExpression? Nearest(EventCandidate candidate)
    {
        var (graph, times) = (candidate.Graph, _draft.Times[candidate.Graph.Sentence.Index]);
        var isToCome = (candidate.Status & (EventStatus.Future | EventStatus.Hypothetical)) != 0;
        var latest = _reportDay ?? _draft.Report.PublishedRange?.To;
        TimeExpression? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in times)
        {
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Start is null || !isToCome && time.Start > latest)
                continue;
            var token = TokenAt(graph, time.Span);
            if (token < 0)
                continue;
            var distance = Distance(graph, candidate, token, out var inside);
            // Months ago is what the clause or the noun tells beside which it stands, and nothing else.
            if (inside >= OtherClause && IsEarlierMonth(time.End))
                continue;
            if (distance < bestDistance)
                (best, bestDistance) = (time, distance);
        }
        return bestDistance < 40 ? best : null;
    }

    /// <summary>What it costs to look for the time of an event outside its own clause.</summary>
    private const int OtherClause = 12;

    // Steps in the tree between the event and the time; a time inside another clause dates that clause first.
    // Inside: the steps from the time up to the event, or to a word above it.
    private static int Distance(SentenceGraph graph, EventCandidate candidate, int token, out int inside)
    {
        inside = StepsUp(graph, token, up => up == candidate.Trigger || up == candidate.Anchor);
        if (inside < int.MaxValue)
            return inside;
        var clause = candidate.Anchor;
        for (var climbed = 0; climbed < 8 * OtherClause;)
        {
            // A time beside a reporting verb dates the saying, and what is said only for want of better.
            climbed += graph.Relation(clause) is DependencyRelation.Ccomp or DependencyRelation.AclRelcl or DependencyRelation.Advcl ? OtherClause : OtherClause / 2;
            clause = graph.Head(clause);
            if (clause < 0)
                return int.MaxValue;
            inside = StepsUp(graph, token, up => up == clause);
            if (inside < int.MaxValue)
                return inside + climbed;
        }
        return int.MaxValue;
    }

    private static int StepsUp(SentenceGraph graph, int token, Func<int, bool> reached)
    {
        var cost = 0;
        for (var steps = 0; token >= 0 && steps < 12; token = graph.Head(token), steps++)
        {
            if (reached(token))
                return cost + steps;
            // "the army, which attacked in May, has withdrawn", "said that it attacked in May": the time dates what is inside only.
            if (graph.Relation(token) is DependencyRelation.AclRelcl or DependencyRelation.Ccomp)
                return int.MaxValue;
            cost += graph.Relation(token) switch
            {
                DependencyRelation.Advcl => 2 * OtherClause,
                DependencyRelation.Xcomp => OtherClause / 2,
                // "The 2016 election", "his announcement last month": the time of the noun; but "in the 1967 war".
                DependencyRelation.Compound or DependencyRelation.Nummod or DependencyRelation.NmodUnmarked when graph.Head(token) is >= 0 and var noun && !reached(noun) && graph.Joint(noun) is not ("in" or "during" or "since") => OtherClause,
                _ => 0,
            };
        }
        return int.MaxValue;
    }

    private static int TokenAt(SentenceGraph graph, TextSpan span)
    {
        var found = -1;
        for (var i = 0; i < graph.Tokens.Length; i++)
        {
            if (!span.Contains(graph.Tokens[i].Span))
                continue;
            // The word that governs the others of the expression.
            if (found < 0 || graph.IsInside(found, i))
                found = i;
        }
        return found;
    }
}
