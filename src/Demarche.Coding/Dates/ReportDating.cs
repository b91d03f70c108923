using System.Globalization;
using Demarche.Intake;
using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>When an undated report was written, by what it says: who holds which office, what it tells as past and as coming, which weekday its dateline was.</summary>
/// <remarks>Each clue narrows the days that are left; one that would leave none is passed over, since it is the likeliest to be misread.</remarks>
internal sealed class ReportDating
{
    /// <summary>News older than the oldest term that the tables hold is not looked for.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>Nobody counts more years from a war that landmarks.tsv names.</summary>
    private const int MostYears = 200;

    private readonly List<string> _clues = [];
    private readonly DateOnly _latest;
    private List<(DateOnly From, DateOnly To)> _left;

    private ReportDating(DateOnly latest) => (_latest, _left) = (latest, [(Earliest, latest)]);

    /// <summary>The days between which the report was written; null where it shows nothing.</summary>
    internal DayRange? Range => _clues.Count == 0 ? null : new(_left[0].From > Earliest ? _left[0].From : null, IsClosed ? _left[^1].To : null);

    /// <summary>The day, where no more than one is left.</summary>
    internal DateOnly? Day => _left is [var (from, to)] && from == to ? from : null;

    /// <summary>What told it, in words for a reader.</summary>
    internal string Basis => string.Join("; ", _clues);

    private bool IsClosed => _left[^1].To < _latest;

    internal static ReportDating Infer(Report report, ReportEntities entities, IReadOnlyList<TimeExpression>[] times, Landmarks landmarks, DateOnly checkedUntil)
    {
        var dating = new ReportDating(checkedUntil);
        dating.ByOffices(entities);
        foreach (var graph in entities.Graphs)
        {
            dating.ByLandmarks(graph, times[graph.Sentence.Index], landmarks);
            dating.ByYears(graph, times[graph.Sentence.Index]);
        }
        dating.ByDateline(report.Dateline, entities.Graphs);
        dating.ByMonthDays(entities.Graphs, times);
        return dating;
    }

    // "Japanese Foreign Minister Taro Kono": one of his terms in that office.
    private void ByOffices(ReportEntities entities)
    {
        foreach (var person in entities.All)
        {
            if (person is not { IsPerson: true, Known: { } known } || person.Roles.Count == 0)
                continue;
            var terms = known.Terms.Where(term => person.Roles.Contains(term.Role) && term.Start is not null).ToArray();
            if (terms.Length > 0 && Keep([.. terms.Select(term => (term.Start!.Value, term.End ?? DateOnly.MaxValue))]))
                _clues.Add($"{known.Name} as {terms[^1].Office}");
        }
    }

    private void ByLandmarks(SentenceGraph graph, IReadOnlyList<TimeExpression> times, Landmarks landmarks)
    {
        for (var i = 0; i < graph.Tokens.Length; i++)
        {
            if (landmarks.At(graph, i, counted: false) is { } named && named.Day > _left[0].From && Keep([(named.Day, DateOnly.MaxValue)]))
                _clues.Add($"'{named.Name}' of {Iso(named.Day)}");
        }
        // "76 years after the war".
        foreach (var time in times)
        {
            if (time is not { Type: TimeType.Duration, Value: ['P', .. var count, 'Y'] } || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years > MostYears)
                continue;
            var next = 0;
            while (next < graph.Tokens.Length && graph.Tokens[next].Span.Start < time.Span.End)
                next++;
            if (next >= graph.Tokens.Length || graph.Lemma(next) is not ("after" or "since"))
                continue;
            for (next++; next < graph.Tokens.Length && graph.Lemma(next) is "the" or "end" or "start" or "beginning" or "of";)
                next++;
            if (landmarks.At(graph, next, counted: true) is { } since && Keep([(since.Day.AddYears(years), since.Day.AddYears(years + 1).AddDays(-1))]))
                _clues.Add($"{time.Text} from the '{since.Name}' of {Iso(since.Day)}");
        }
    }

    // What is told as past lies before the report, a year of something planned after it.
    private void ByYears(SentenceGraph graph, IReadOnlyList<TimeExpression> times)
    {
        foreach (var time in times)
        {
            if (time is not { Type: TimeType.Date or TimeType.Time, IsRelative: false, Start: { } start } || start < Earliest || Place(graph, time) is not { } token)
                continue;
            if (IsToCome(graph, token))
            {
                if (time.Precision == DatePrecision.Year && start > _left[0].From && Keep([(DateOnly.MinValue, start.AddDays(-1))]))
                    _clues.Add($"'{time.Text}' is still to come");
            }
            // "In 2014" tells when; "the 2030 goals" and "the 2028 Games" are only called so.
            else if (start > _left[0].From && (time.Precision != DatePrecision.Year || graph.Joint(token) is "in" or "since" or "during" or "from") && Keep([(start, DateOnly.MaxValue)]))
                _clues.Add($"'{time.Text}' is past");
        }
    }

    // "Moscow, Oct 19 … said Thursday": the years in which that day is the weekday told first, or the day after it.
    private void ByDateline(Dateline? dateline, IReadOnlyList<SentenceGraph> graphs)
    {
        if (dateline?.MonthDay is not { } written)
            return;
        var days = Years().Select(year => DayOf(year, written)).OfType<DateOnly>().Where(IsLeft).ToArray();
        var weekday = graphs.Take(2).SelectMany(graph => graph.Tokens).Select(token => Weekday(token.Form)).FirstOrDefault(found => found is not null);
        if (weekday is { } told)
        {
            var same = Array.FindAll(days, day => day.DayOfWeek == told);
            days = same.Length > 0 ? same : Array.FindAll(days, day => day.AddDays(-1).DayOfWeek == told);
        }
        if (days.Length > 0 && Keep([.. days.Select(day => (day, day))]))
            _clues.Add(weekday is { } name ? $"the dateline's day, a {name} or the day after" : "the dateline's day");
    }

    // "two complaints were lodged on 3rd and 4th February": of the years that are left, the one that has this day before the report.
    private void ByMonthDays(IReadOnlyList<SentenceGraph> graphs, IReadOnlyList<TimeExpression>[] times)
    {
        if (!IsClosed || Day is not null)
            return;
        foreach (var graph in graphs)
        {
            foreach (var time in times[graph.Sentence.Index])
            {
                if (MonthDay(time, last: true) is not { } written || Place(graph, time) is not { } token)
                    continue;
                var days = Years().Select(year => DayOf(year, written)).OfType<DateOnly>().Where(IsLeft).ToArray();
                if (days is not [var only])
                    continue;
                if (IsToCome(graph, token) ? Keep([(DateOnly.MinValue, only)]) : Keep([(only, DateOnly.MaxValue)]))
                    _clues.Add($"'{time.Text}' is {(IsToCome(graph, token) ? "to come" : "past")}");
            }
        }
    }

    /// <summary>Gives the days of one year to expressions that name day and month only, where the report was written within half a year.</summary>
    internal static IReadOnlyList<TimeExpression>[] WithYears(IReadOnlyList<TimeExpression>[] times, DayRange range)
    {
        if (range is not { From: { } from, To: { } to } || to.DayNumber - from.DayNumber > HalfYear)
            return times;
        var middle = DateOnly.FromDayNumber((from.DayNumber + to.DayNumber) / 2);
        return Array.ConvertAll(times, sentence => (IReadOnlyList<TimeExpression>)[.. sentence.Select(time => WithYear(time, middle))]);
    }

    private const int HalfYear = 183;

    private static TimeExpression WithYear(TimeExpression time, DateOnly middle)
    {
        if (time is not { Start: null, Type: TimeType.Date } || MonthDay(time, last: false) is not { } first || MonthDay(time, last: true) is not { } last || Nearest(first, middle) is not { } start)
            return time;
        var end = DayOf(start.Year, last) is { } same && same >= start ? same : start;
        return time with { Start = start, End = end, Precision = DatePrecision.Day, Value = start == end ? Iso(start) : $"{Iso(start)}/{Iso(end)}" };
    }

    private static DateOnly? Nearest((int, int) monthDay, DateOnly middle)
    {
        DateOnly? best = null;
        for (var year = middle.Year - 1; year <= middle.Year + 1; year++)
        {
            if (DayOf(year, monthDay) is { } day && (best is null || Math.Abs(day.DayNumber - middle.DayNumber) < Math.Abs(best.Value.DayNumber - middle.DayNumber)))
                best = day;
        }
        return best;
    }

    // TIMEX3: XXXX-02-03, or two of them parted by a bar.
    private static (int Month, int Day)? MonthDay(TimeExpression time, bool last)
    {
        if (time.Value is not { } value)
            return null;
        var ends = value.Split('/');
        return (last ? ends[^1] : ends[0]) is ['X', 'X', 'X', 'X', '-', var m1, var m2, '-', var d1, var d2, ..]
            && char.IsAsciiDigit(m1) && char.IsAsciiDigit(m2) && char.IsAsciiDigit(d1) && char.IsAsciiDigit(d2)
                ? (((m1 - '0') * 10) + m2 - '0', ((d1 - '0') * 10) + d2 - '0') : null;
    }

    private static int? Place(SentenceGraph graph, TimeExpression time)
    {
        for (var i = graph.Tokens.Length - 1; i >= 0; i--)
        {
            if (time.Span.Contains(graph.Tokens[i].Span))
                return i;
        }
        return null;
    }

    // Whether anything above the time says that what it dates is yet to be: "will", "to", "plans for a meeting in 2018", "by 2030".
    private static bool IsToCome(SentenceGraph graph, int token)
    {
        if (graph.Joint(token) is "by" or "until" or "till")
            return true;
        for (var steps = 0; token >= 0 && steps < MaxSteps; token = graph.Head(token), steps++)
        {
            if (graph.Is(token, WordList.Planned) || graph.Is(token, WordList.Expected) || graph.Tokens[token].Form is "starting")
                return true;
            foreach (var child in graph.Children(token))
            {
                if (graph.Relation(child) == DependencyRelation.Aux && graph.Lemma(child) is "will" or "would" or "shall" or "may" or "could"
                    || graph.Relation(child) == DependencyRelation.Mark && graph.Lemma(child) == "to"
                    || graph.Relation(child) == DependencyRelation.Amod && graph.Is(child, WordList.Planned))
                    return true;
            }
        }
        return false;
    }

    private const int MaxSteps = 6;

    private IEnumerable<int> Years() => Enumerable.Range(_left[0].From.Year, _left[^1].To.Year - _left[0].From.Year + 1);

    private bool IsLeft(DateOnly day) => _left.Exists(range => range.From <= day && day <= range.To);

    private bool Keep(List<(DateOnly From, DateOnly To)> allowed)
    {
        var kept = new List<(DateOnly From, DateOnly To)>();
        foreach (var (from, to) in _left)
        {
            foreach (var range in allowed)
            {
                var (first, last) = (range.From > from ? range.From : from, range.To < to ? range.To : to);
                if (first <= last)
                    kept.Add((first, last));
            }
        }
        if (kept.Count == 0)
            return false;
        kept.Sort();
        _left = kept;
        return true;
    }

    private static DateOnly? DayOf(int year, (int Month, int Day) written) =>
        written.Month is >= 1 and <= 12 && written.Day >= 1 && written.Day <= DateTime.DaysInMonth(year, written.Month) ? new(year, written.Month, written.Day) : null;

    private static DayOfWeek? Weekday(string form)
    {
        var day = Array.IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, form);
        return day < 0 ? null : (DayOfWeek)day;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
