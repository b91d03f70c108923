using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Dates events by the time expression nearest in grammar, else by one carried over from the sentence before, else by the report's day.</summary>
internal sealed class EventDater(DateOnly? reportDay)
{
    private const int MaxCarry = 2;
    private TimeExpression? _carried;
    private int _carriedSentence = -1;
    private int _carriedParagraph = -1;

    internal EventDate Date(EventCandidate candidate, IReadOnlyList<TimeExpression> times)
    {
        if (Nearest(candidate.Graph, candidate, times) is { } time)
        {
            // Background of an earlier month dates nothing but itself.
            if (time.Precision == DatePrecision.Day && !IsEarlierMonth(time.End))
                (_carried, _carriedSentence, _carriedParagraph) = (time, candidate.Graph.Sentence.Index, candidate.Graph.Sentence.Paragraph);
            return new(time.Start, time.End, time.Precision, time.Text,
                time.IsRelative ? $"'{time.Text}', counted from the report's day {Iso(reportDay)}" : $"'{time.Text}'");
        }
        var sentence = candidate.Graph.Sentence;
        if (_carried is { } carried && _carriedParagraph == sentence.Paragraph && sentence.Index - _carriedSentence is > 0 and <= MaxCarry && (candidate.Status & EventStatus.Future) == 0)
            return new(carried.Start, carried.End, carried.Precision, carried.Text, $"'{carried.Text}', said in a sentence before");
        return reportDay is { } day
            ? new(day, day, DatePrecision.Unknown, null, $"no words tell the day; the report's own day {Iso(day)} stands in")
            : new(null, null, DatePrecision.Unknown, null, "no words tell the day, and the report has none");
    }

    /// <summary>Background: it ended in a calendar month before the report's, and more than a week before it.</summary>
    internal bool IsHistorical(EventDate date) => date.Expression is not null && IsEarlierMonth(date.End);

    /// <summary>Days before the report that are news even across the turn of a month.</summary>
    private const int StillNews = 7;

    private bool IsEarlierMonth(DateOnly? day) => reportDay is { } report && day < new DateOnly(report.Year, report.Month, 1) && day < report.AddDays(-StillNews);

    private static string Iso(DateOnly? day) => day is { } known ? known.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "(unknown)";

    private static TimeExpression? Nearest(SentenceGraph graph, EventCandidate candidate, IReadOnlyList<TimeExpression> times)
    {
        TimeExpression? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in times)
        {
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Start is null)
                continue;
            var token = TokenAt(graph, time.Span);
            if (token < 0)
                continue;
            var distance = Distance(graph, candidate, token);
            if (distance < bestDistance)
                (best, bestDistance) = (time, distance);
        }
        return bestDistance < 40 ? best : null;
    }

    /// <summary>What it costs to look for the time of an event outside its own clause.</summary>
    private const int OtherClause = 12;

    // Steps in the tree between the event and the time; a time inside another clause dates that clause first.
    private static int Distance(SentenceGraph graph, EventCandidate candidate, int token)
    {
        var below = StepsUp(graph, token, up => up == candidate.Trigger || up == candidate.Anchor);
        if (below < int.MaxValue)
            return below;
        var clause = candidate.Anchor;
        for (var climbed = 0; climbed < 8 * OtherClause;)
        {
            // A time beside a reporting verb dates the saying, and what is said only for want of better.
            climbed += graph.Relation(clause) is DependencyRelation.Ccomp or DependencyRelation.AclRelcl or DependencyRelation.Advcl ? OtherClause : OtherClause / 2;
            clause = graph.Head(clause);
            if (clause < 0)
                return int.MaxValue;
            var beside = StepsUp(graph, token, up => up == clause);
            if (beside < int.MaxValue)
                return beside + climbed;
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
