using System.Globalization;

namespace Demarche.Text.Times;

internal sealed partial class TimeReader
{
    /// <summary>A date without a year that lies this far back is taken for the coming one: "on Jan. 3", read in December.</summary>
    /// <value>270 days: three months ahead are commoner in news than nine months back, where writers give the year.</value>
    private const int TooFarBack = 270;

    /// <summary>The same under a verb in the past tense, which need not govern the date itself: "said the drill would last until 1st March".</summary>
    private const int FarthestPast = 330;

    /// <summary>Reads <c>2017-08-30</c>, <c>08/30/2017</c>, <c>30/08/2017</c> and <c>30.08.2017</c>. Where both orders are days, the month is first.</summary>
    private Found? TryNumericDate(int i)
    {
        var form = _tokens[i].Form;
        if (form.Length is < 8 or > 10)
        {
            return null;
        }

        var mark = form.AsSpan().IndexOfAny('-', '/', '.');
        if (mark <= 0)
        {
            return null;
        }

        Span<Range> parts = stackalloc Range[4];
        var text = form.AsSpan();
        if (text.Split(parts, form[mark]) != 3
            || !TryInt(text[parts[0]], out var a) || !TryInt(text[parts[1]], out var b) || !TryInt(text[parts[2]], out var c))
        {
            return null;
        }

        var (year, month, day) = a > 31 ? (a, b, c) : form[mark] == '.' || a > 12 ? (c, b, a) : (c, a, b);
        year = year is < 100 and >= 0 && form[mark] == '/' ? year + (year < 50 ? 2000 : 1900) : year;
        return IsDay(year, month, day) ? Found.Date(i + 1, Period.Day(new DateOnly(year, month, day)), isRelative: false) : null;
    }

    /// <summary>Reads <c>[Friday,] May 8[-9][, 2009]</c> and <c>Feb. 7 this year</c>; the month stands at <paramref name="at"/>.</summary>
    private Found? TryMonthDay(int start, int at)
    {
        if (!IsMonth(at, hasNumber: true) || !TryDay(at + 1, out var day))
        {
            return null;
        }

        var (end, lastDay) = DayRange(at + 2, day);
        return WithYear(start, end, Word(at).Month, day, lastDay);
    }

    /// <summary>Reads <c>[the] 8[th] [of] May [2009]</c> and <c>3rd and 4th February</c>; the day stands at <paramref name="at"/>.</summary>
    private Found? TryDayMonth(int start, int at)
    {
        if (!TryDay(at, out var day) && !(Is(at + 1, "of") && numbers.TryOrdinal(Form(at), out day) && day <= 31))
        {
            return null;
        }

        var (end, lastDay) = DayRange(at + 1, day);
        end = Is(end, "of") ? end + 1 : end;
        return IsMonth(end, hasNumber: true) ? WithYear(start, end + 1, Word(end).Month, day, lastDay) : null;
    }

    /// <summary>A second day after the first: <c>3-4</c>, <c>3 and 4</c>, <c>3rd to 5th</c>.</summary>
    private (int End, int LastDay) DayRange(int at, int day)
    {
        if (!Is(at, "-", "–", "and", "or", "to", "&") || !TryDay(at + 1, out var last) || last <= day)
        {
            return (at, day);
        }

        var isCount = at + 2 < _tokens.Length && _tokens[at + 2].PennTag is "NNS" or "NN" or "JJ";
        return isCount && Word(at + 2).Month == 0 ? (at, day) : (at + 2, last);
    }

    private Found? WithYear(int start, int end, int month, int day, int lastDay)
    {
        if (TryYearAfter(end, out var yearEnd, out var year, out var isRelative))
        {
            return IsDay(year, month, day) && IsDay(year, month, lastDay) ? Days(yearEnd, year, month, day, lastDay, isRelative, null) : null;
        }

        if (!IsDay(2000, month, lastDay))
        {
            return null;
        }

        if (report is not { } today)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{day:D2}");
            return new Found(end, TimeType.Date, lastDay == day ? value : string.Create(CultureInfo.InvariantCulture, $"{value}/XXXX-{month:D2}-{lastDay:D2}"), null, true, (month, day));
        }

        var found = Nearest(today, month, day, Direction(start, end));
        return IsDay(found.Year, month, lastDay) ? Days(end, found.Year, month, day, lastDay, true, (month, day)) : null;
    }

    private static Found Days(int end, int year, int month, int day, int lastDay, bool isRelative, (int, int)? monthDay)
    {
        var (first, last) = (new DateOnly(year, month, day), new DateOnly(year, month, lastDay));
        var period = first == last ? Period.Day(first) : new Period(first, last, DatePrecision.Day, $"{Period.Iso(first)}/{Period.Iso(last)}");
        return Found.Date(end, period, isRelative) with { MonthDay = monthDay };
    }

    /// <summary>The nearest day of that name before (or on) a day, or after (or on) it.</summary>
    private static DateOnly Nearest(DateOnly today, int month, int day, Direction direction)
    {
        var past = today;
        for (var year = today.Year; ; year--)
        {
            if (IsDay(year, month, day) && new DateOnly(year, month, day) <= today)
            {
                past = new DateOnly(year, month, day);
                break;
            }
        }

        if (direction != Times.Direction.Future && today.DayNumber - past.DayNumber <= (direction == Times.Direction.Past ? FarthestPast : TooFarBack))
        {
            return past;
        }

        for (var year = today.Year; ; year++)
        {
            if (IsDay(year, month, day) && new DateOnly(year, month, day) >= today)
            {
                return new DateOnly(year, month, day);
            }
        }
    }

    /// <summary>Reads <c>, 2009</c>, <c>2009</c>, <c>of 2009</c>, <c>this year</c> and <c>of last year</c>.</summary>
    private bool TryYearAfter(int at, out int end, out int year, out bool isRelative)
    {
        var next = Is(at, ",", "of") ? at + 1 : at;
        isRelative = false;
        if (TryYearNumber(next, out year) && !(Is(at, ",") && _tokens[next].Relation == DependencyRelation.Nummod && next + 1 < _tokens.Length && _tokens[next + 1].PennTag == "NNS"))
        {
            end = next + 1;
            return true;
        }

        next = Is(at, "of") ? at + 1 : at;
        if (report is { } today && Word(next).Shift is { } shift && Is(next + 1, "year") && !Is(next, "following", "preceding", "previous"))
        {
            (end, year, isRelative) = (next + 2, today.Year + shift, true);
            return true;
        }

        end = at;
        return false;
    }

    /// <summary>Reads a month with or without its year.</summary>
    private Found? TryMonth(int start, int at)
    {
        if (!IsMonth(at, hasNumber: false) && !(TryYearAfter(at + 1, out _, out _, out _) && IsMonth(at, hasNumber: true)))
        {
            return null;
        }

        var month = Word(at).Month;
        if (TryYearAfter(at + 1, out var end, out var year, out var isRelative))
        {
            return Found.Date(end, Period.Month(year, month), isRelative);
        }

        if (ContinuesName(at) || (at + 1 < _tokens.Length && _tokens[at + 1].Name != NameKind.None && !_tokens[at + 1].StartsName && _tokens[at].Name == _tokens[at + 1].Name))
        {
            return null;
        }

        return MonthNear(start, at + 1, month, shift: null);
    }

    private Found MonthNear(int start, int end, int month, int? shift)
    {
        if (report is not { } today)
        {
            return new Found(end, TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}"), null, true, (month, 0));
        }

        var year = shift switch
        {
            0 => today.Year,
            < 0 => month < today.Month ? today.Year : today.Year - 1,
            > 0 => month > today.Month ? today.Year : today.Year + 1,
            null when Direction(start, end) == Times.Direction.Future => month >= today.Month ? today.Year : today.Year + 1,
            null => month <= today.Month ? today.Year : today.Year - 1,
        };
        return Found.Date(end, Period.Month(year, month), isRelative: true) with { MonthDay = (month, 0) };
    }

    /// <summary>Reads a bare year where its place or its noun says that it is one: "in 2018", "the 2018 summit", not "2000 troops".</summary>
    private Found? TryYear(int i)
    {
        if (!TryYearNumber(i, out var year) || (i + 1 < _tokens.Length && (Is(i + 1, "%", "percent") || Word(i + 1).Unit != 0)))
        {
            return null;
        }

        var head = _tokens[i].Head;
        var counts = _tokens[i].Relation == DependencyRelation.Nummod && head > i;
        if (counts && _tokens[head].PennTag is "NNS" or "NNPS" && !(year >= 1900 && Is(i - 1, "in", "since", "during", "until")))
        {
            return null;
        }

        var before = Form(i - 1);
        var isTold = i > 0 && (Word(i - 1).IsLead || Is(i - 1, "year", "fiscal") || before is "(" or "," or "-" or "–" or "/") && !Is(i - 1, "than", "at", "for", "or", "as", "past")
            && (before is not ("," or "-" or "–" or "/" or "to" or "and") || FollowsYear(i));
        var isNamed = year is >= 1900 and <= 2100 && i > 0 && i + 1 < _tokens.Length && _tokens[i + 1].PennTag is "NN" or "NNP" or "JJ" or "NNPS"
            && (Is(i - 1, "the", "its", "his", "her", "their", "a", "'s", "’s") || _tokens[i - 1].PennTag is "JJ");
        return isTold || isNamed ? Found.Date(i + 1, Period.Year(year), isRelative: false) : null;
    }

    /// <summary>Whether the list or range that a number continues began with a year or a month: "2010-2015", "May, 2018".</summary>
    private bool FollowsYear(int i) => i >= 2 && (TryYearNumber(i - 2, out _) || Word(i - 2).Month > 0 || Is(i - 1, "to", "and") && Is(i - 3, "from", "between"));

    private bool TryYearNumber(int i, out int year)
    {
        var form = Form(i);
        year = 0;
        return form.Length == 4 && TryInt(form, out year) && year is >= 1200 and < 2200;
    }

    /// <summary>Reads <c>the [19]90s</c>, <c>'90s</c> and <c>the 19th century</c>.</summary>
    private Found? TryDecadeOrCentury(int start, int at)
    {
        var form = Form(at);
        if (form.Length is >= 4 and <= 6 && form[^1] == 's')
        {
            var digits = form.AsSpan().TrimStart("'’").TrimEnd("s'’");
            if (digits.Length is 2 or 4 && digits[^1] == '0' && TryInt(digits, out var year))
            {
                year = digits.Length == 2 ? year + (year < 30 ? 2000 : 1900) : year;
                return year >= 1200 ? Found.Date(at + 1, Period.Decade(year), isRelative: false) : null;
            }
        }

        var unit = Is(at + 1, "-") ? at + 2 : at + 1;
        return Is(unit, "century") && numbers.TryOrdinal(form, out var number) && number is > 0 and < 31
            ? Found.Date(unit + 1, Period.Century(number), isRelative: false)
            : null;
    }

    /// <summary>Reads <c>the first quarter of 2021</c>, <c>Q1 2021</c> and <c>the second half of last year</c>.</summary>
    private Found? TryQuarter(int start, int at)
    {
        var form = Form(at);
        if (form.Length == 2 && form[0] == 'Q' && form[1] is >= '1' and <= '4' && TryYearAfter(at + 1, out var shortEnd, out var shortYear, out var isRelativeYear))
        {
            return Found.Date(shortEnd, Period.Quarter(shortYear, form[1] - '0'), isRelativeYear);
        }

        var unit = Is(at + 1, "-") ? at + 2 : at + 1;
        var isHalf = Is(unit, "half");
        if (!(isHalf || Is(unit, "quarter")) || !numbers.TryOrdinal(form, out var number) || number < 1 || number > (isHalf ? 2 : 4))
        {
            return null;
        }

        var ofThe = Is(unit + 1, "of") ? unit + 2 : unit + 1;
        if (!TryYearAfter(unit + 1, out var end, out var year, out var isRelative))
        {
            if (report is not { } today || !(isHalf && Is(ofThe, "the") && Is(ofThe + 1, "year")) && (isHalf || unit + 1 == ofThe && !Is(at - 1, "the")))
            {
                return null;
            }

            (end, year, isRelative) = (isHalf ? ofThe + 2 : unit + 1, today.Year, true);
            year = !isHalf && Period.Quarter(year, number).Start > today && Direction(start, end) != Times.Direction.Future ? year - 1 : year;
        }

        return Found.Date(end, isHalf ? Period.Half(year, number) : Period.Quarter(year, number), isRelative);
    }

    /// <summary>Reads <c>the first three months of 2019</c> and <c>the last two weeks of May</c>; "first" stands at <paramref name="at"/>.</summary>
    private Found? TryFirstOf(int at)
    {
        if (!Is(at, "first", "last", "final") || !TryCountedUnit(at + 1, out var unitAt, out var count) || !Is(unitAt + 1, "of")
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var steps) || steps > 100
            || Inner(Is(unitAt + 2, "the") ? unitAt + 3 : unitAt + 2) is not { Type: TimeType.Date, Days: { } whole } inner)
        {
            return null;
        }

        var isFirst = Is(at, "first");
        var unit = Word(unitAt).Unit;
        var edge = isFirst ? Period.Shifted(whole.Start, unit, steps)?.AddDays(-1) : Period.Shifted(whole.End.AddDays(1), unit, -steps);
        if (unit is not ('D' or 'W' or 'M' or 'Y') || edge is not { } other || other < whole.Start || other > whole.End)
        {
            return null;
        }

        var (start, end) = isFirst ? (whole.Start, other) : (other, whole.End);
        var precision = (unit, steps) switch { ('D', _) => DatePrecision.Day, ('W', _) => DatePrecision.Week, ('M', 3) => DatePrecision.Quarter, ('M', _) => DatePrecision.Month, _ => DatePrecision.Year };
        return Found.Date(inner.End, new Period(start, end, precision, $"{Period.Iso(start)}/{Period.Iso(end)}"), inner.IsRelative);
    }

    private Found? TrySeason(int i)
    {
        var season = Word(i).Season!;
        if (TryYearAfter(i + 1, out var end, out var year, out var isRelative))
        {
            return Found.Date(end, Period.Season(year, season), isRelative);
        }

        // "spring" and "fall" are verbs and more: only "in the spring" and its like tell a time.
        var told = Is(i - 1, "the") && Is(i - 2, "in", "during", "since", "by", "until", "for") && _tokens[i].PennTag.StartsWith("NN", StringComparison.Ordinal);
        return told ? SeasonNear(i, i + 1, season, null) : null;
    }

    private Found? SeasonNear(int start, int end, string season, int? shift)
    {
        if (report is not { } today)
        {
            return new Found(end, TimeType.Date, $"XXXX-{season}", null, true);
        }

        // "this winter" in January is the one that began in the year before.
        var inWinter = season == "WI" && today.Month < 3;
        var current = Period.Season(inWinter ? today.Year - 1 : today.Year, season);
        var future = shift > 0 || (shift is null && Direction(start, end) == Times.Direction.Future);
        var move = shift == 0 ? 0
            : future ? (current.Start > today ? 0 : 1)
            : shift < 0 ? (current.End < today ? 0 : -1)
            : current.Start <= today ? 0 : -1;
        return Found.Date(end, Period.Season(current.Start.Year + move, season), isRelative: true);
    }

    private Found? TryHoliday(int start, int at, int? shift)
    {
        if (!char.IsUpper(Form(at) is { Length: > 0 } form ? form[0] : 'a') || !words.Holidays.TryMatch(_tokens, at, out var end, out var day) || day is null)
        {
            return null;
        }

        if (TryYearAfter(end, out var yearEnd, out var year, out var isRelative))
        {
            return Found.Date(yearEnd, Period.Day(new DateOnly(year, day.Month, day.Day)), isRelative);
        }

        if (report is not { } today)
        {
            return new Found(end, TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{day.Month:D2}-{day.Day:D2}"), null, true, (day.Month, day.Day));
        }

        var direction = shift switch { < 0 => Times.Direction.Past, > 0 => Times.Direction.Future, _ => Direction(start, end) };
        var found = shift == 0 ? new DateOnly(today.Year, day.Month, day.Day) : Nearest(today, day.Month, day.Day, direction);
        return Found.Date(end, Period.Day(found), isRelative: true) with { MonthDay = (day.Month, day.Day) };
    }

    /// <summary>Reads a day of a month: <c>8</c>, <c>08</c>, <c>8th</c>.</summary>
    private bool TryDay(int i, out int day)
    {
        var form = Form(i);
        day = 0;
        return form.Length > 0 && char.IsAsciiDigit(form[0])
            && (form.Length <= 2 ? TryInt(form, out day) : form.Length <= 4 && numbers.TryOrdinal(form, out day))
            && day is >= 1 and <= 31;
    }

    /// <summary>Whether a token is a month rather than a verb, an adjective or a person.</summary>
    private bool IsMonth(int i, bool hasNumber)
    {
        if (Word(i).Month == 0)
        {
            return false;
        }

        var token = _tokens[i];
        if (!char.IsUpper(token.Form[0]) && token.Form.Length < "january".Length)
        {
            return false;       // "may", "march" and "august" are other words without their capital
        }

        if (hasNumber)
        {
            return true;
        }

        if (!Is(i, "May", "March", "August", "April", "June", "Mar", "Jun", "Jul", "Nov", "Dec", "Jan", "Oct"))
        {
            return token.Name != NameKind.Person;
        }

        var before = i - 1;
        var led = before >= 0 && (Word(before).IsLead || Word(before).Shift is not null || Word(before).Part != PeriodPart.Whole || Is(before, "-"));
        return led && token.PennTag is not "MD" && (token.Name != NameKind.Person || Is(before, "in", "since", "last", "next", "late", "early"))
            && token.Relation is not (DependencyRelation.Nsubj or DependencyRelation.Flat or DependencyRelation.OblAgent);
    }

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1000 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool TryInt(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
