using System.Globalization;

namespace Demarche.Text.Times;

/// <summary>A run of days with its TIMEX3 value.</summary>
internal readonly record struct Period(DateOnly Start, DateOnly End, DatePrecision Precision, string Value)
{
    private const int FirstYear = 1, LastYear = 9998;

    internal static Period Day(DateOnly day) => new(day, day, DatePrecision.Day, Iso(day));

    /// <summary>The week of a day, Monday to Sunday, with its ISO 8601 number.</summary>
    internal static Period Week(DateOnly day)
    {
        var monday = Monday(day);
        return new Period(monday, monday.AddDays(6), DatePrecision.Week, WeekValue(monday));
    }

    internal static Period Weekend(DateOnly day)
    {
        var monday = Monday(day);
        return new Period(monday.AddDays(5), monday.AddDays(6), DatePrecision.Week, WeekValue(monday) + "-WE");
    }

    internal static Period Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new Period(first, first.AddMonths(1).AddDays(-1), DatePrecision.Month, first.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }

    internal static Period Quarter(int year, int quarter)
    {
        var first = new DateOnly(year, (quarter * 3) - 2, 1);
        return new Period(first, first.AddMonths(3).AddDays(-1), DatePrecision.Quarter, string.Create(CultureInfo.InvariantCulture, $"{year:D4}-Q{quarter}"));
    }

    internal static Period Half(int year, int half)
    {
        var first = new DateOnly(year, half == 1 ? 1 : 7, 1);
        return new Period(first, first.AddMonths(6).AddDays(-1), DatePrecision.Unknown, string.Create(CultureInfo.InvariantCulture, $"{year:D4}-H{half}"));
    }

    internal static Period Year(int year) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year, year.ToString("D4", CultureInfo.InvariantCulture));

    /// <summary>The ten years that begin with a year; TIMEX3 drops its last figure.</summary>
    internal static Period Decade(int firstYear) =>
        new(new DateOnly(firstYear, 1, 1), new DateOnly(firstYear + 9, 12, 31), DatePrecision.Unknown, (firstYear / 10).ToString("D3", CultureInfo.InvariantCulture));

    internal static Period Century(int number) =>
        new(new DateOnly((number * 100) - 99, 1, 1), new DateOnly(number * 100, 12, 31), DatePrecision.Unknown, (number - 1).ToString("D2", CultureInfo.InvariantCulture));

    /// <summary>A season of the northern half of the world; winter belongs to the year of its December.</summary>
    internal static Period Season(int year, string code)
    {
        var first = new DateOnly(year, code switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1);
        return new Period(first, first.AddMonths(3).AddDays(-1), DatePrecision.Quarter, string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{code}"));
    }

    /// <summary>The period of a unit (D, W, F, M, Q, Y, E, C, K) that holds a day, shifted by so many units.</summary>
    /// <returns>Null where the calendar ends.</returns>
    internal static Period? Around(DateOnly day, char unit, int shift)
    {
        var year = unit switch { 'Y' => day.Year + (long)shift, 'E' => day.Year + (10L * shift), 'C' => day.Year + (100L * shift), _ => day.Year + (Math.Abs((long)shift) / 12) };
        if (year is < FirstYear + 200 or > LastYear - 200 || Math.Abs((long)shift) > 200_000 || Shifted(day, unit, shift) is not { } moved)
        {
            return null;
        }

        return unit switch
        {
            'D' => Day(moved),
            'W' or 'F' => Week(moved),
            'K' => Weekend(moved),
            'M' => Month(moved.Year, moved.Month),
            'Q' => Quarter(moved.Year, ((moved.Month - 1) / 3) + 1),
            'Y' => Year(moved.Year),
            'E' => Decade(moved.Year / 10 * 10),
            'C' => Century(((moved.Year - 1) / 100) + 1),
            _ => Day(moved),
        };
    }

    /// <returns>The day so many units away; null where the calendar ends.</returns>
    internal static DateOnly? Shifted(DateOnly day, char unit, int shift)
    {
        var months = unit switch { 'M' => shift, 'Q' => 3L * shift, 'Y' => 12L * shift, 'E' => 120L * shift, 'C' => 1200L * shift, _ => 0 };
        var days = unit switch { 'D' => shift, 'W' or 'K' => 7L * shift, 'F' => 14L * shift, _ => 0L };
        var index = (day.Year * 12L) + day.Month - 1 + months;
        return index < (FirstYear + 1) * 12L || index > LastYear * 12L || day.DayNumber + days < 400 || day.DayNumber + days > DateOnly.MaxValue.DayNumber - 400
            ? null
            : day.AddMonths((int)months).AddDays((int)days);
    }

    /// <summary>The beginning, middle or end of a period: thirds of it, as TIMEX3's modifiers mean them.</summary>
    internal Period Part(PeriodPart part)
    {
        var days = End.DayNumber - Start.DayNumber + 1;
        if (part == PeriodPart.Whole || days < 3)
        {
            return this;
        }

        var third = days / 3;
        return part switch
        {
            PeriodPart.Start => this with { End = Start.AddDays(third - 1) },
            PeriodPart.End => this with { Start = End.AddDays(1 - third) },
            _ => this with { Start = Start.AddDays(third), End = End.AddDays(-third) },
        };
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static string WeekValue(DateOnly monday)
    {
        var date = monday.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):D4}-W{ISOWeek.GetWeekOfYear(date):D2}");
    }
}
