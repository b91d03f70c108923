using System.Globalization;
using Demarche.Text.Quantities;

namespace Demarche.Text.Times;

/// <summary>Reads one sentence for <see cref="TimeExpressionFinder"/>.</summary>
internal sealed partial class TimeReader(TimeLexicon words, NumberWords numbers, Sentence sentence, DateOnly? report, DateOnly? previous)
{
    private static readonly List<TimeExpression> None = [];

    private readonly Token[] _tokens = sentence.Tokens;

    /// <summary>The day last told, in this sentence or before it.</summary>
    private DateOnly? _anchor = previous ?? report;

    /// <summary>What was found at a place.</summary>
    /// <param name="End">The index after its last token.</param>
    /// <param name="MonthDay">Set where a year is missing, so that a range can supply it.</param>
    private readonly record struct Found(int End, TimeType Type, string? Value, Period? Days, bool IsRelative, (int Month, int Day)? MonthDay = null)
    {
        internal static Found Date(int end, Period days, bool isRelative) => new(end, TimeType.Date, days.Value, days, isRelative);
    }

    internal IReadOnlyList<TimeExpression> Read()
    {
        List<(int Start, Found Found)>? all = null;
        for (var i = 0; i < _tokens.Length;)
        {
            if (!CanStart(i))
            {
                i++;
            }
            else if (words.Names.TryMatch(_tokens, i, out var nameEnd, out _))
            {
                i = nameEnd;
            }
            else if (TryRead(i) is { } found)
            {
                (all ??= []).Add((i, found));
                _anchor = found.Days is { Precision: DatePrecision.Day } day ? day.Start : _anchor;
                i = found.End;
            }
            else
            {
                i++;
            }
        }

        if (all is null)
        {
            return None;
        }

        JoinRanges(all);
        DateClocks(all);
        return all.ConvertAll(f => Expression(f.Start, f.Found));
    }

    /// <summary>Asks one question of the many words that no expression begins with.</summary>
    private bool CanStart(int i)
    {
        var form = _tokens[i].Form;
        return words[form].CanStart || char.IsAsciiDigit(form[0])
            || (form.Length > 1 && (form[0] is '\'' or '’' || (form[0] == 'Q' && form.Length == 2) || form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)));
    }

    private Found? TryRead(int i)
    {
        var form = _tokens[i].Form;
        var word = words[form];
        if (words.FixedDays.TryMatch(_tokens, i, out var fixedEnd, out var fixedDay))
        {
            return Found.Date(FixedEnd(i, fixedEnd), Period.Day(fixedDay!.Day), isRelative: false);
        }

        if (char.IsAsciiDigit(form[0]))
        {
            return TryClock(i) ?? TryNumericDate(i) ?? TryDayMonth(i, i) ?? TryDecadeOrCentury(i, i) ?? TryCount(i) ?? TryYear(i);
        }

        return TryHoliday(i, i, null)
            ?? (word.Weekday > 0 ? TryWeekday(i) : null)
            ?? (word.Month > 0 ? TryMonthDay(i, i) ?? TryMonth(i, i) : null)
            ?? (word.Part != PeriodPart.Whole || form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? TryPart(i) : null)
            ?? (word.Shift is not null ? TryShift(i, i, anchored: false) : null)
            ?? (word.Deictic is not null ? TryDeictic(i) : null)
            ?? (word.Season is not null ? TrySeason(i) : null)
            ?? (word.Clock is not null ? TryClockWord(i) : null)
            ?? (word.Set is not null && !char.IsUpper(form[0]) ? new Found(i + 1, TimeType.Set, word.Set, null, false) : (Found?)null)
            ?? TryPhrase(i);
    }

    /// <summary>Expressions that begin with a small word: the, that, every, once, a number.</summary>
    private Found? TryPhrase(int i)
    {
        switch (_tokens[i].Form)
        {
            case "the" or "The":
                return i + 1 < _tokens.Length ? TryAfterThe(i) : null;
            case "that" or "That" or "this" or "This":
                return TrySame(i, i + 1);
            case "every" or "Every" or "each" or "Each":
                return TryEvery(i);
            case "once" or "Once" or "twice" or "Twice":
                return TryOften(i);
            default:
                return TryDecadeOrCentury(i, i) ?? TryQuarter(i, i) ?? TryDayMonth(i, i) ?? TryCount(i);
        }
    }

    private Found? TryAfterThe(int i)
    {
        var next = words[Form(i + 1)];
        return TryBeforeYesterday(i)
            ?? TryFirstOf(i + 1)
            ?? TryQuarter(i, i + 1)
            ?? TryDecadeOrCentury(i, i + 1)
            ?? TryDayMonth(i, i + 1)
            ?? TrySame(i, i + 1)
            ?? TryWeekend(i)
            ?? TryDayBefore(i)
            ?? (next.Shift is not null ? TryShift(i, i + 1, anchored: true) : null)
            ?? (next.Part != PeriodPart.Whole ? TryPart(i + 1) : null)
            ?? (next.Season is not null ? TrySeason(i + 1) : null);
    }

    private string Form(int i) => (uint)i < (uint)_tokens.Length ? _tokens[i].Form : "";

    private TimeWord Word(int i) => words[Form(i)];

    private bool Is(int i, string word) => Form(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Is(int i, params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
        {
            if (Is(i, word))
            {
                return true;
            }
        }

        return false;
    }

    private Direction Direction(int start, int end) => Tense.Of(_tokens, start, end, words);

    /// <summary>A fixed day that names its event keeps only the date as its words, unless the date is the name: 9/11.</summary>
    private static int FixedEnd(int start, int end) => end - start > 2 ? start + 2 : end;

    /// <summary>Whether a token is in the middle of a name that is none of times: USA Today, Theresa May.</summary>
    private bool ContinuesName(int i) =>
        i > 0 && _tokens[i].Name != NameKind.None && !_tokens[i].StartsName && _tokens[i - 1].Name == _tokens[i].Name && Word(i - 1).Weekday == 0;

    private TimeExpression Expression(int start, Found found)
    {
        var span = new TextSpan(_tokens[start].Span.Start, _tokens[found.End - 1].Span.End);
        return new TimeExpression
        {
            Span = span,
            Text = sentence.Text[span.Start..span.End],
            Type = found.Type,
            Value = found.Value,
            Start = found.Days?.Start,
            End = found.Days?.End,
            Precision = found.Days?.Precision ?? DatePrecision.Unknown,
            IsRelative = found.IsRelative,
        };
    }

    /// <summary>Makes one expression of "from X to Y", "between X and Y" and "X-Y".</summary>
    private void JoinRanges(List<(int Start, Found Found)> all)
    {
        for (var i = 0; i + 1 < all.Count; i++)
        {
            var (left, right) = (all[i], all[i + 1]);
            if (right.Start != left.Found.End + 1 || left.Found.Type != TimeType.Date || right.Found.Type != TimeType.Date || !IsRange(left, right.Found))
            {
                continue;
            }

            if (left.Found.Days is { } first && right.Found.Days is { } last)
            {
                (first, last) = InOrder(left.Found, first, right.Found, last);
                if (last.End >= first.Start)
                {
                    var days = new Period(first.Start, last.End, first.Precision > last.Precision ? first.Precision : last.Precision, $"{first.Value}/{last.Value}");
                    all[i] = (left.Start, Found.Date(right.Found.End, days, left.Found.IsRelative || right.Found.IsRelative));
                    all.RemoveAt(i + 1);
                }
            }
            else if (left.Found.Value is not null && right.Found.Value is not null)
            {
                all[i] = (left.Start, new Found(right.Found.End, TimeType.Date, $"{left.Found.Value}/{right.Found.Value}", null, true));
                all.RemoveAt(i + 1);
            }
        }
    }

    private bool IsRange((int Start, Found Found) left, Found right)
    {
        var (start, joint) = (left.Start, left.Found.End);
        var opened = Is(start - 1, "from") || Is(start - 2, "from");
        var alike = left.Found.Days?.Precision == right.Days?.Precision;
        return Is(joint, "-", "–", "—")
            || (Is(joint, "until", "till", "through") && (opened || alike))
            || (Is(joint, "to") && (opened || (alike && (_tokens[start].PennTag == "CD" || Word(start).Month > 0))))
            || (Is(joint, "and") && Is(start - 1, "between"));
    }

    /// <summary>A year that one side lacks comes from the other; a range that runs backwards crosses a new year.</summary>
    private (Period First, Period Last) InOrder(Found left, Period first, Found right, Period last)
    {
        if (left.MonthDay is { } begin && right.MonthDay is null && last.Precision is DatePrecision.Day or DatePrecision.Month)
        {
            first = WithYear(first, begin, last.Start.Year);
            return first.Start > last.End ? (WithYear(first, begin, last.Start.Year - 1), last) : (first, last);
        }

        if (right.MonthDay is { } end)
        {
            last = WithYear(last, end, first.Start.Year);
            return first.Start > last.End ? (first, WithYear(last, end, first.Start.Year + 1)) : (first, last);
        }

        // "from Monday to Friday", each the nearest past: the range of the week before, or the one that has begun.
        if (first.Precision == DatePrecision.Day && last.Precision == DatePrecision.Day && first.Start.DayNumber - last.Start.DayNumber is > 0 and < 7
            && left.IsRelative && right.IsRelative)
        {
            return first.Start < report ? (Period.Day(first.Start.AddDays(-7)), last) : (first, Period.Day(last.Start.AddDays(7)));
        }

        return (first, last);
    }

    private static Period WithYear(Period period, (int Month, int Day) monthDay, int year) =>
        monthDay.Day == 0 ? Period.Month(year, monthDay.Month)
        : monthDay.Day <= DateTime.DaysInMonth(year, monthDay.Month) ? Period.Day(new DateOnly(year, monthDay.Month, monthDay.Day))
        : period;

    /// <summary>Gives a clock time the day that stands beside it: "at 5 p.m. on Tuesday".</summary>
    private static void DateClocks(List<(int Start, Found Found)> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Found is not { Type: TimeType.Time, Days: null, Value: { } value } clock || !value.StartsWith("XXXX", StringComparison.Ordinal))
            {
                continue;
            }

            var day = i + 1 < all.Count && all[i + 1].Start - clock.End <= 2 ? all[i + 1].Found.Days
                : i > 0 && all[i].Start - all[i - 1].Found.End <= 2 ? all[i - 1].Found.Days
                : null;
            if (day is { Precision: DatePrecision.Day } known && known.Start == known.End)
            {
                all[i] = (all[i].Start, clock with { Value = Period.Iso(known.Start) + value[10..], Days = known });
            }
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
