using System.Globalization;
using Demarche.Text.Quantities;

namespace Demarche.Text.Times;

internal sealed partial class TimeReader
{
    /// <summary>Reads a number of units: ago, earlier, later, or how long.</summary>
    private Found? TryCount(int i)
    {
        if (!TryCountedUnit(i, out var unitAt, out var count))
        {
            return null;
        }

        var unit = Word(unitAt).Unit;
        var after = unitAt + 1;
        if (Is(after, "old") || (Is(after, "-") && Is(after + 1, "old")) || Is(unitAt - 1, "-") && Is(after, "-"))
        {
            return null;
        }

        var known = decimal.TryParse(count, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number) && number < 100_000;
        var steps = known ? (int)number : 0;
        if (Is(after, "ago"))
        {
            return Ago(after + 1, unit, known ? -steps : null);
        }

        if (Is(after, "earlier", "previously") || (Is(after, "before", "prior", "beforehand") && EndsPhrase(after + 1)))
        {
            return Away(after + 1, unit, known ? -steps : null);
        }

        if (Is(after, "later", "afterwards", "afterward") || (Is(after, "after", "on") && EndsPhrase(after + 1)))
        {
            return Away(after + 1, unit, known ? steps : null);
        }

        if (Is(after, "from") && Is(after + 1, "now", "today"))
        {
            return Ago(after + 2, unit, known ? steps : null);
        }

        var isOne = Is(i, "a", "an");
        return isOne && !IsMeasured(i) ? null : new Found(unitAt + 1, TimeType.Duration, DurationValue(count, unit), null, false);
    }

    /// <summary>"a year" is a length of time only after a word that measures: for a year, within a week, over a month.</summary>
    private bool IsMeasured(int i) =>
        Is(i - 1, "for", "within", "in", "over", "than", "nearly", "almost", "about", "under", "least", "after", "every", "lasted", "took", "lasting") && !Is(i + 2, "of");

    /// <summary>Finds "two weeks", "a few days", "five-day", "several months": the unit's place and the count as TIMEX3 writes it.</summary>
    private bool TryCountedUnit(int i, out int unitAt, out string count)
    {
        (unitAt, count) = (i, "X");
        int end;
        if (Is(i, "several", "few", "many", "some"))
        {
            end = i + 1;
        }
        else if (Is(i, "a") && Is(i + 1, "few", "couple"))
        {
            end = Is(i + 2, "of") ? i + 3 : i + 2;
            count = Is(i + 1, "couple") ? "2" : "X";
        }
        else if (Is(i, "a", "an") && Word(i + 1) is { Unit: not '\0', IsPlural: false })
        {
            (end, count) = (i + 1, "1");
        }
        else if (Is(i, "half") && Is(i + 1, "a", "an") && Word(i + 2).Unit != 0)
        {
            (end, count) = (i + 2, "0.5");
        }
        else if (i < _tokens.Length && numbers.TryRead(_tokens, i, out var reading))
        {
            end = reading.End;
            count = reading.IsOpen ? "X" : reading.Value.ToString("0.####", CultureInfo.InvariantCulture);
            end = reading.IsOpen && Is(end, "of") ? end + 1 : end;
        }
        else
        {
            return false;
        }

        if (Is(end, "-"))
        {
            end++;
        }
        else if (Is(end, "full", "more", "straight", "consecutive", "whole", "long", "additional", "further", "calendar", "working"))
        {
            end++;
        }

        unitAt = end;
        var word = Word(end);
        return word.Unit != 0 && (Form(end) is not ("second" or "quarter") || Is(end - 1, "-") || count is "1");
    }

    private Found Ago(int end, char unit, int? shift)
    {
        if (unit is 'H' or 'I' or 'S')
        {
            return report is { } day ? new Found(end, TimeType.Time, Period.Iso(day), Period.Day(day), true) : new Found(end, TimeType.Time, "XXXX-XX-XX", null, true);
        }

        var (step, coarse) = Coarse(unit, shift ?? 0);
        return shift is null ? new Found(end, TimeType.Date, shift is null ? "PAST_REF" : null, null, true) : AtUnit(end, coarse, step, report, isExact: false);
    }

    /// <summary>"a week earlier", counted from the day last told, to the very day.</summary>
    private Found Away(int end, char unit, int? shift)
    {
        if (shift is not { } known || unit is 'H' or 'I' or 'S')
        {
            return new Found(end, TimeType.Date, unit is 'H' or 'I' or 'S' && _anchor is { } same ? Period.Iso(same) : null, unit is 'H' or 'I' or 'S' && _anchor is { } day ? Period.Day(day) : null, true);
        }

        var (step, coarse) = Coarse(unit, known);
        return AtUnit(end, coarse, step, _anchor, isExact: true);
    }

    /// <summary>Decades and centuries are counted in years, fortnights in weeks.</summary>
    private static (int Step, char Unit) Coarse(char unit, int steps) => unit switch
    {
        'E' => (steps * 10, 'Y'),
        'C' => (Math.Clamp(steps, -1000, 1000) * 100, 'Y'),
        'F' => (steps * 2, 'W'),
        _ => (steps, unit),
    };

    private static string DurationValue(string count, char unit)
    {
        var factor = unit switch { 'E' => 10m, 'C' => 100m, 'F' => 2m, 'Q' => 3m, _ => 1m };
        var number = count != "X" && factor != 1 ? (decimal.Parse(count, CultureInfo.InvariantCulture) * factor).ToString("0.####", CultureInfo.InvariantCulture) : count;
        return unit switch
        {
            'S' => $"PT{number}S",
            'I' => $"PT{number}M",
            'H' => $"PT{number}H",
            'D' => $"P{number}D",
            'W' or 'F' => $"P{number}W",
            'K' => $"P{number}WE",
            'M' or 'Q' => $"P{number}M",
            _ => $"P{number}Y",
        };
    }

    /// <summary>Reads <c>every week</c>, <c>each Monday</c>, <c>every two years</c>, <c>every September</c>.</summary>
    private Found? TryEvery(int i)
    {
        var next = Is(i + 1, "other", "single") ? i + 2 : i + 1;
        var word = Word(next);
        if (word.Weekday > 0)
        {
            return new Found(next + 1, TimeType.Set, $"XXXX-WXX-{Number(word.Weekday)}", null, false);
        }

        if (word.Month > 0 && char.IsUpper(Form(next)[0]))
        {
            return new Found(next + 1, TimeType.Set, string.Create(CultureInfo.InvariantCulture, $"XXXX-{word.Month:D2}"), null, false);
        }

        if (word.DayPart is { } dayPart)
        {
            return new Found(next + 1, TimeType.Set, $"XXXX-XX-XXT{dayPart}", null, false);
        }

        if (word.Season is { } season)
        {
            return new Found(next + 1, TimeType.Set, $"XXXX-{season}", null, false);
        }

        if (word.Unit != 0 && !word.IsPlural)
        {
            return new Found(next + 1, TimeType.Set, DurationValue(Is(i + 1, "other") ? "2" : "1", word.Unit), null, false);
        }

        return next < _tokens.Length && TryCountedUnit(next, out var unitAt, out var count)
            ? new Found(unitAt + 1, TimeType.Set, DurationValue(count, Word(unitAt).Unit), null, false)
            : null;
    }

    /// <summary>Reads <c>twice a year</c>.</summary>
    private Found? TryOften(int i) =>
        Is(i + 1, "a", "an", "every", "each", "per") && Word(i + 2) is { Unit: not '\0', IsPlural: false } word
            ? new Found(i + 3, TimeType.Set, DurationValue("1", word.Unit), null, false)
            : null;

    /// <summary>Reads <c>5 p.m.</c>, <c>5:30 pm</c>, <c>at 17:30</c>, <c>0800 GMT</c> and <c>2 o'clock</c>.</summary>
    private Found? TryClock(int i)
    {
        var form = Form(i);
        var colon = form.IndexOf(':', StringComparison.Ordinal);
        var dot = colon < 0 && form.Length <= 5 ? form.IndexOf('.', StringComparison.Ordinal) : -1;
        var mark = Math.Max(colon, dot);
        var hourText = mark > 0 ? form.AsSpan(0, mark) : form;
        var minuteText = mark > 0 ? form.AsSpan(mark + 1, Math.Min(2, form.Length - mark - 1)) : "00";
        if (!TryInt(hourText, out var hour) || !TryInt(minuteText, out var minute) || minuteText.Length != 2 || minute > 59)
        {
            return null;
        }

        var end = i + 1;
        if (Is(end, "a.m.", "am", "a.m", "p.m.", "pm", "p.m") && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (Form(end)[0] is 'p' or 'P' ? 12 : 0);
            end++;
        }
        else if (Is(end, "o'clock", "o’clock") && hour is >= 1 and <= 12 && mark < 0)
        {
            end++;
        }
        else if (form.Length == 4 && mark < 0 && Is(end, "GMT", "UTC", "hours", "hrs") && hour < 2400 && hour % 100 < 60)
        {
            (hour, minute) = (hour / 100, hour % 100);
        }
        else if (colon <= 0 || hour > 24 || !(Is(i - 1, "at", "from", "until", "by", "around", "about", "before", "after", "since", "between", "to") || Is(end, "GMT", "UTC", "local", "hours")))
        {
            return null;
        }

        return new Found(ZoneEnd(end), TimeType.Time, string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-XXT{hour:D2}:{minute:D2}"), null, true);
    }

    /// <summary>Reads <c>noon</c> and <c>midnight</c>.</summary>
    private Found? TryClockWord(int i) =>
        Is(i - 1, "at", "around", "by", "until", "before", "after", "since", "about", "past", "of", "from", "to", "just", "shortly", "near")
            ? new Found(ZoneEnd(i + 1), TimeType.Time, $"XXXX-XX-XXT{Word(i).Clock}", null, true)
            : null;

    private int ZoneEnd(int end) =>
        Is(end, "GMT", "UTC", "ET", "EST", "EDT", "CET", "JST", "KST", "BST", "PST", "PDT", "MSK") ? end + 1
        : Is(end, "local") && Is(end + 1, "time") ? end + 2
        : end;
}
