using System.Globalization;

namespace Demarche.Text.Times;

internal sealed partial class TimeReader
{
    /// <summary>Reads <c>Tuesday</c>, <c>Tuesdays</c>, <c>Monday morning</c> and <c>Friday, May 8, 2009</c>.</summary>
    private Found? TryWeekday(int i)
    {
        var word = Word(i);

        // Careless writers leave the capital out; only the short forms need it ("sun.", "sat.").
        if (!char.IsUpper(_tokens[i].Form[0]) && _tokens[i].Form.Length < "monday".Length)
        {
            return null;
        }

        if (word.IsWeekdays)
        {
            return new Found(i + 1, TimeType.Set, $"XXXX-WXX-{Number(word.Weekday)}", null, false);
        }

        var next = Is(i + 1, ",") ? i + 2 : i + 1;
        var dated = TryMonthDay(i, next) ?? TryDayMonth(i, Is(next, "the") ? next + 1 : next);
        if (dated is not null)
        {
            return dated;
        }

        var inName = i + 1 < _tokens.Length && _tokens[i].Name is NameKind.Organisation or NameKind.Other && _tokens[i + 1].Name == _tokens[i].Name && !_tokens[i + 1].StartsName;
        return inName ? null : WeekdayNear(i, i + 1, word.Weekday, shift: null);
    }

    private Found WeekdayNear(int start, int end, int weekday, int? shift)
    {
        var partEnd = end;
        var dayPart = TryDayPart(ref partEnd);
        if (report is not { } today)
        {
            var value = $"XXXX-WXX-{Number(weekday)}";
            return dayPart is null ? new Found(end, TimeType.Date, value, null, true) : new Found(partEnd, TimeType.Time, $"{value}T{dayPart}", null, true);
        }

        var back = ((((int)today.DayOfWeek + 6) % 7) - (weekday - 1) + 7) % 7;
        var ahead = (7 - back) % 7;
        var direction = shift is null or 0 ? Direction(start, end) : Times.Direction.Unknown;
        var days = shift switch
        {
            < 0 => back == 0 ? -7 : -back,
            > 0 => ahead == 0 ? 7 : ahead,
            0 => direction == Times.Direction.Past ? -back : ahead,
            null => direction == Times.Direction.Future ? ahead : -back,
        };
        return AtDayPart(Period.Day(today.AddDays(days)), end, partEnd, dayPart);
    }

    private static Found AtDayPart(Period day, int end, int partEnd, string? dayPart) =>
        dayPart is null ? Found.Date(end, day, isRelative: true) : new Found(partEnd, TimeType.Time, $"{day.Value}T{dayPart}", day, true);

    /// <summary>Reads <c>morning</c> after a day, and moves the end behind it.</summary>
    private string? TryDayPart(ref int end)
    {
        var dayPart = Word(end).DayPart;
        end += dayPart is null ? 0 : 1;
        return dayPart;
    }

    private Found? TryDeictic(int i)
    {
        if (ContinuesName(i))
        {
            return null;
        }

        var partEnd = i + 1;
        var dayPart = TryDayPart(ref partEnd) ?? (Is(i, "tonight") ? "NI" : null);
        if (report is not { } today)
        {
            return new Found(partEnd, dayPart is null ? TimeType.Date : TimeType.Time, dayPart is null ? "XXXX-XX-XX" : $"XXXX-XX-XXT{dayPart}", null, true);
        }

        return AtDayPart(Period.Day(today.AddDays(Word(i).Deictic!.Value)), i + 1, partEnd, dayPart);
    }

    /// <summary>Reads <c>the day before yesterday</c> and <c>the day after tomorrow</c>.</summary>
    private Found? TryBeforeYesterday(int i)
    {
        var days = Is(i + 1, "day") ? Is(i + 2, "before") && Is(i + 3, "yesterday") ? -2 : Is(i + 2, "after") && Is(i + 3, "tomorrow") ? 2 : 0 : 0;
        return days == 0 ? null : AtUnit(i + 4, 'D', days, report, isExact: false);
    }

    /// <summary>Reads <c>last week</c>, <c>next Monday</c>, <c>this morning</c>, <c>the past two weeks</c> and <c>the following day</c>.</summary>
    /// <param name="anchored">Whether "the" stands before, as in "the next day": counted from the day last told.</param>
    private Found? TryShift(int start, int at, bool anchored)
    {
        var shift = Word(at).Shift!.Value;
        var next = at + 1;
        if (Is(at, "this") && Is(next, "past", "coming", "last"))
        {
            (shift, next) = (Word(next).Shift!.Value, next + 1);
        }

        var word = Word(next);
        if (TryHoliday(start, next, shift) is { } holiday)
        {
            return holiday;
        }

        if (word.Weekday > 0 && !word.IsWeekdays)
        {
            return WeekdayNear(start, next + 1, word.Weekday, shift);
        }

        if (word.Month > 0 && char.IsUpper(Form(next)[0]))
        {
            return TryMonthDay(start, next) ?? MonthNear(start, next + 1, word.Month, shift);
        }

        if (word.Season is { } season && !word.IsPlural)
        {
            return SeasonNear(start, next + 1, season, shift);
        }

        if (word.DayPart is { } dayPart && next + 1 <= _tokens.Length && !Is(at, "past"))
        {
            return DayPartNear(next + 1, dayPart, shift, anchored || Is(at, "following", "previous"));
        }

        if (word.Unit != 0 && !word.IsPlural && word.Unit is not ('S' or 'I' or 'H'))
        {
            return ShiftedUnit(start, at, next, shift, anchored);
        }

        return ShiftedCount(next);
    }

    private Found? ShiftedUnit(int start, int at, int unitAt, int shift, bool anchored)
    {
        var unit = Word(unitAt).Unit;
        if (unit == 'D' && Is(at, "this", "last", "current"))
        {
            return null;
        }

        if (Is(at, "past") || (anchored && Is(at, "last", "coming")))
        {
            return unit == 'K' || (anchored && Is(at, "last") && unit is 'Q' or 'C') ? AtUnit(unitAt + 1, unit, shift, report, isExact: false)
                : new Found(unitAt + 1, TimeType.Duration, DurationValue("1", unit), null, false);
        }

        var fromAnchor = Is(at, "following", "previous", "preceding") || (anchored && Is(at, "next"));
        if (unit == 'K' && !fromAnchor)
        {
            return WeekendNear(start, unitAt + 1, shift);
        }

        return AtUnit(unitAt + 1, unit, shift, fromAnchor ? _anchor : report, isExact: false);
    }

    /// <summary>Reads the rest of <c>the past two weeks</c>, <c>the next few days</c>.</summary>
    private Found? ShiftedCount(int at)
    {
        if (TryCountedUnit(at, out var unitAt, out var count) && !Is(unitAt + 1, "old"))
        {
            return new Found(unitAt + 1, TimeType.Duration, DurationValue(count, Word(unitAt).Unit), null, false);
        }

        return null;
    }

    private Found DayPartNear(int end, string dayPart, int shift, bool anchored)
    {
        // "last night" began yesterday; "the next morning" follows the day last told.
        return (anchored ? _anchor : report) is { } day && Period.Shifted(day, 'D', shift) is { } found
            ? new Found(end, TimeType.Time, $"{Period.Iso(found)}T{dayPart}", Period.Day(found), true)
            : new Found(end, TimeType.Time, $"XXXX-XX-XXT{dayPart}", null, true);
    }

    /// <summary>Reads <c>early June</c>, <c>late last year</c>, <c>earlier this month</c>, <c>the end of 2018</c>, <c>later in the week</c>.</summary>
    private Found? TryPart(int i)
    {
        if (Form(i).StartsWith("mid-", StringComparison.OrdinalIgnoreCase))
        {
            return TryMidWord(i);
        }

        var part = Word(i).Part;
        var at = i + 1;
        if (Is(i, "beginning", "start", "end", "middle", "close", "outset"))
        {
            if (!Is(at, "of"))
            {
                return null;
            }

            at++;
        }
        else if (Is(at, "-") || Is(at, "in") || Is(at, "on"))
        {
            at++;
        }

        var inThe = Is(at, "the");
        var inner = inThe ? at + 1 : at;
        if (inThe && Word(inner) is { Unit: 'D' or 'W' or 'M' or 'Y' or 'E' or 'C', IsPlural: false } && !Is(i, "mid"))
        {
            var unit = Word(inner).Unit;
            var day = Is(i, "earlier", "later", "early", "late") ? _anchor : report;
            return AtUnit(inner + 1, unit, 0, day, isExact: false) is { } period ? InPart(period, part, Form(i), Word(inner)) : null;
        }

        return at < _tokens.Length && Inner(inner) is { Type: TimeType.Date or TimeType.Time } found ? InPart(found, part, Form(i), Word(inner)) : null;
    }

    /// <summary>The period after a word such as "late": only what can have a beginning and an end.</summary>
    private Found? Inner(int at)
    {
        var word = Word(at);
        return word.Weekday > 0 ? TryWeekday(at)
            : word.Month > 0 && char.IsUpper(Form(at)[0]) ? TryMonthDay(at, at) ?? (TryYearAfter(at + 1, out _, out _, out _) ? TryMonth(at, at) : MonthNear(at, at + 1, word.Month, null))
            : word.Shift is not null ? TryShift(at, at, anchored: Is(at - 1, "the"))
            : word.Deictic is not null ? TryDeictic(at)
            : word.Season is { } season ? TrySeason(at) ?? (Is(at - 1, "the") ? SeasonNear(at, at + 1, season, null) : null)
            : TryYearNumber(at, out var year) ? Found.Date(at + 1, Period.Year(year), isRelative: false)
            : at < _tokens.Length ? TryDecadeOrCentury(at, at) : null;
    }

    private Found InPart(Found found, PeriodPart part, string word, TimeWord inner)
    {
        if (found.Days is not { } days || days.Precision == DatePrecision.Day)
        {
            return found;
        }

        // "earlier this month" ends, and "later this year" begins, with the report.
        if (report is { } today && days.Start <= today && today <= days.End && inner.Shift is null or 0)
        {
            if (word.Equals("earlier", StringComparison.OrdinalIgnoreCase))
            {
                return found with { Days = days with { End = today }, MonthDay = null };
            }

            if (word.Equals("later", StringComparison.OrdinalIgnoreCase))
            {
                return found with { Days = days with { Start = today }, MonthDay = null };
            }
        }

        return found with { Days = days.Part(part), MonthDay = null };
    }

    /// <summary>Reads <c>mid-June</c>, <c>mid-2018</c> and <c>mid-1980s</c>, which are one token.</summary>
    private Found? TryMidWord(int i)
    {
        var rest = Form(i)[4..];
        if (rest.Length == 0)
        {
            return null;
        }

        if (words[rest].Month is > 0 and var month && char.IsUpper(rest[0]))
        {
            var whole = TryYearAfter(i + 1, out var end, out var year, out var isRelative)
                ? Found.Date(end, Period.Month(year, month), isRelative)
                : MonthNear(i, i + 1, month, shift: null);
            return InPart(whole, PeriodPart.Middle, "mid", words[rest]);
        }

        if (rest.Length == 4 && TryInt(rest, out var number) && number is >= 1200 and < 2200)
        {
            return InPart(Found.Date(i + 1, Period.Year(number), isRelative: false), PeriodPart.Middle, "mid", words[rest]);
        }

        return rest.Length == 5 && rest[4] == 's' && TryInt(rest.AsSpan(0, 4), out var decade) && decade % 10 == 0 && decade is >= 1200 and < 2200
            ? InPart(Found.Date(i + 1, Period.Decade(decade), isRelative: false), PeriodPart.Middle, "mid", words[rest])
            : null;
    }

    /// <summary>Reads <c>the same day</c>, <c>that week</c>, <c>the same morning</c>: the period of the day last told.</summary>
    private Found? TrySame(int start, int at)
    {
        var isSame = Is(at, "same");
        if (!isSame && !Is(start, "that"))
        {
            return null;
        }

        var unitAt = isSame ? at + 1 : at;
        var word = Word(unitAt);
        if (word.DayPart is { } dayPart && !word.IsPlural)
        {
            return DayPartNear(unitAt + 1, dayPart, 0, anchored: true);
        }

        return word.Unit is 'D' or 'W' or 'M' or 'Y' or 'K' && !word.IsPlural ? AtUnit(unitAt + 1, word.Unit, 0, _anchor, isExact: false) : null;
    }

    /// <summary>Reads <c>the weekend</c>.</summary>
    private Found? TryWeekend(int i) => Is(i + 1, "weekend") ? WeekendNear(i, i + 2, shift: null) : null;

    private Found WeekendNear(int start, int end, int? shift)
    {
        if (report is not { } today)
        {
            return new Found(end, TimeType.Date, "XXXX-WXX-WE", null, true);
        }

        var thisWeek = Period.Weekend(today);
        var future = shift > 0 || (shift is null or 0 && Direction(start, end) == Times.Direction.Future);
        var isOver = today >= thisWeek.Start;
        var move = future ? (isOver && shift > 0 ? 7 : 0) : shift == 0 && !isOver && Direction(start, end) != Times.Direction.Past ? 0 : isOver && shift is null or 0 ? 0 : -7;
        return Found.Date(end, Period.Weekend(today.AddDays(move)), isRelative: true);
    }

    /// <summary>Reads <c>the day before</c>, <c>the week after</c> where no noun follows, and <c>the day earlier</c>.</summary>
    private Found? TryDayBefore(int i)
    {
        if (Word(i + 1) is not { Unit: 'D' or 'W' or 'M' or 'Y', IsPlural: false } word || !Is(i + 2, "before", "after") || !EndsPhrase(i + 3))
        {
            return null;
        }

        return AtUnit(i + 3, word.Unit, Is(i + 2, "before") ? -1 : 1, _anchor, isExact: false);
    }

    private bool EndsPhrase(int i) => i >= _tokens.Length || _tokens[i].Tag is UniversalTag.PUNCT or UniversalTag.CCONJ or UniversalTag.ADP or UniversalTag.AUX;

    /// <summary>The unit so many steps from a day; with X's where the day is not known.</summary>
    /// <param name="isExact">Whether a week is counted to the very day.</param>
    private static Found AtUnit(int end, char unit, int shift, DateOnly? from, bool isExact)
    {
        if (from is { } day)
        {
            var days = isExact && unit is 'W' or 'F' && Period.Shifted(day, unit, shift) is { } exact ? Period.Day(exact) : Period.Around(day, unit, shift);
            if (days is { } period)
            {
                return Found.Date(end, period, isRelative: true);
            }
        }

        var value = unit switch { 'D' => "XXXX-XX-XX", 'W' or 'F' => "XXXX-WXX", 'K' => "XXXX-WXX-WE", 'M' => "XXXX-XX", 'Q' => "XXXX-QX", _ => "XXXX" };
        return new Found(end, TimeType.Date, value, null, true);
    }
}
