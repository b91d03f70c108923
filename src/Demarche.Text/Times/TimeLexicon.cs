using System.Globalization;
using Demarche.Text.Quantities;
using Demarche.Text.Tokens;

namespace Demarche.Text.Times;

/// <summary>Which stretch of a period is meant.</summary>
internal enum PeriodPart : byte { Whole, Start, Middle, End }

/// <summary>All that a word can mean in a time expression; zero and null where it means nothing of the kind.</summary>
internal sealed class TimeWord
{
    /// <summary>1 to 12.</summary>
    internal int Month { get; set; }

    /// <summary>1 is Monday, 7 is Sunday.</summary>
    internal int Weekday { get; set; }

    internal bool IsWeekdays { get; set; }

    /// <summary>S, I, H, D, W, F, M, Q, Y, E, C or K as in <c>times.tsv</c>.</summary>
    internal char Unit { get; set; }

    internal bool IsPlural { get; set; }

    internal string? Season { get; set; }

    internal string? DayPart { get; set; }

    internal string? Clock { get; set; }

    internal int? Deictic { get; set; }

    internal int? Shift { get; set; }

    internal PeriodPart Part { get; set; }

    /// <summary>The TIMEX3 value of how often.</summary>
    internal string? Set { get; set; }

    internal bool IsFuture { get; set; }

    /// <summary>Puts what follows before the report, whatever the verb above says: "after the launch on Tuesday".</summary>
    internal bool IsPast { get; set; }

    /// <summary>A verb whose present tells what is to come: "the talks begin on Monday".</summary>
    internal bool IsPlanned { get; set; }

    internal bool IsLead { get; set; }

    /// <summary>Whether an expression may begin here for a reason that no other property tells: a number, an article, a phrase.</summary>
    internal bool IsStarter { get; set; }

    internal bool CanStart =>
        IsStarter || Month > 0 || Weekday > 0 || Season is not null || Clock is not null || Deictic is not null || Shift is not null
        || Part != PeriodPart.Whole || Set is not null;
}

/// <summary>A day that comes every year.</summary>
internal sealed record Holiday(int Month, int Day);

/// <summary>A day of history.</summary>
internal sealed record FixedDay(DateOnly Day);

/// <summary>The words of <c>times.tsv</c>.</summary>
internal sealed class TimeLexicon
{
    private static readonly TimeWord Nothing = new();

    private static readonly string[] Starters =
        ["a", "an", "each", "every", "few", "half", "many", "once", "several", "some", "that", "the", "this", "twice"];

    private readonly Dictionary<string, TimeWord> _words;

    private TimeLexicon(Dictionary<string, TimeWord> words, Dictionary<string, Holiday> holidays, Dictionary<string, FixedDay> fixedDays, Dictionary<string, string> names)
    {
        _words = words;
        Holidays = new PhraseTable<Holiday>(holidays);
        FixedDays = new PhraseTable<FixedDay>(fixedDays);
        Names = new PhraseTable<string>(names);
    }

    internal PhraseTable<Holiday> Holidays { get; }

    /// <summary>Days of history that stand without a year: the September 11 attacks.</summary>
    internal PhraseTable<FixedDay> FixedDays { get; }

    /// <summary>Names that hold a weekday or a month and tell no time: the Sunday Times.</summary>
    internal PhraseTable<string> Names { get; }

    internal static TimeLexicon Load(string languageDataDirectory, NumberWords numbers)
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        var holidays = new Dictionary<string, Holiday>(StringComparer.OrdinalIgnoreCase);
        var fixedDays = new Dictionary<string, FixedDay>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LanguageTable.Read(languageDataDirectory, "times.tsv", columns: 3))
        {
            switch (row[0])
            {
                case "holiday":
                    holidays.Add(row[1], MonthAndDay(row));
                    break;
                case "fixed":
                    fixedDays.Add(row[1], DateOnly.TryParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                        ? new FixedDay(day)
                        : throw row.Wrong(2, $"'{row[2]}' is not a day; write it as 2001-09-11."));
                    break;
                case "name":
                    names.Add(row[1], row[1]);
                    break;
                default:
                    AddWord(row, words);
                    break;
            }
        }

        foreach (var starters in new IEnumerable<string>[] { holidays.Keys, fixedDays.Keys, names.Keys, numbers.Words, Starters })
        {
            foreach (var starter in starters)
            {
                Get(words, starter.Split(' ')[0]).IsStarter = true;
            }
        }

        return new TimeLexicon(words, holidays, fixedDays, names);
    }

    internal TimeWord this[string form] => _words.TryGetValue(form, out var word) ? word : Nothing;

    private static Holiday MonthAndDay(LanguageRow row) =>
        DateOnly.TryParseExact("2000-" + row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Holiday(day.Month, day.Day)
            : throw row.Wrong(2, $"'{row[2]}' is not a month and day; write them as 12-25.");

    private static void AddWord(LanguageRow row, Dictionary<string, TimeWord> words)
    {
        var word = Get(words, row[1]);
        switch (row.OneOf(0, "month", "weekday", "weekdays", "unit", "season", "daypart", "clock", "deictic", "shift", "part", "set", "future", "past", "planned", "lead"))
        {
            case "month":
                word.Month = Within(row, 12);
                break;
            case "weekday":
                word.Weekday = Within(row, 7);
                break;
            case "weekdays":
                (word.Weekday, word.IsWeekdays) = (Within(row, 7), true);
                break;
            case "unit":
                word.Unit = row.OneOf(2, "S", "I", "H", "D", "W", "F", "M", "Q", "Y", "E", "C", "K")[0];
                var plural = Get(words, row[1].EndsWith('y') && row[1] != "day" ? row[1][..^1] + "ies" : row[1] + "s");
                (plural.Unit, plural.IsPlural) = (word.Unit, true);
                break;
            case "season":
                word.Season = row.OneOf(2, "SP", "SU", "FA", "WI");
                break;
            case "daypart":
                word.DayPart = row.OneOf(2, "MO", "MI", "AF", "EV", "NI");
                break;
            case "clock":
                word.Clock = row[2];
                break;
            case "deictic":
                word.Deictic = row.Number(2);
                break;
            case "shift":
                word.Shift = row.Number(2);
                break;
            case "part":
                word.Part = row.OneOf(2, "START", "MID", "END") switch { "START" => PeriodPart.Start, "MID" => PeriodPart.Middle, _ => PeriodPart.End };
                break;
            case "set":
                word.Set = row[2];
                break;
            case "future":
                word.IsFuture = true;
                break;
            case "past":
                word.IsPast = true;
                break;
            case "planned":
                word.IsPlanned = true;
                break;
            default:
                word.IsLead = true;
                break;
        }
    }

    private static int Within(LanguageRow row, int most) =>
        row.Number(2) is var number && number >= 1 && number <= most ? number : throw row.Wrong(2, $"'{row[2]}' is not between 1 and {most}.");

    private static TimeWord Get(Dictionary<string, TimeWord> words, string form)
    {
        if (!words.TryGetValue(form, out var word))
        {
            words.Add(form, word = new TimeWord());
        }

        return word;
    }
}
