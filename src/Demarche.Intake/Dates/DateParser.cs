using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Intake.Dates;

/// <summary>Reads dates in the shapes that pages, wires and metadata write them.</summary>
internal static partial class DateParser
{
    /// <summary>No date line is longer than this; longer lines are not looked at.</summary>
    private const int MaxLineLength = 160;

    /// <summary>Words that are no part of a date but may stand beside one: an author, a source, a section.</summary>
    private const int MaxOtherWords = 8;

    private const string Months =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private const string Weekdays =
        "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";

    private const string Clock = @"(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?:[:.](?<second>\d\d)(?:\.\d+)?)?";

    /// <summary>Reads the first date in some words.</summary>
    internal static bool TryParse(string words, out WrittenDate date) => TryParse(words, out date, out _);

    /// <summary>Reads a line that holds a date and little else: "Published August 31,2017", "Wed, 08/30/2017 - 09:34".</summary>
    internal static bool TryParseLine(string line, out WrittenDate date)
    {
        date = default;
        if (line.Length > MaxLineLength || !TryParse(line, out date, out var rest))
        {
            return false;
        }

        var otherWords = Word().Matches(rest).Where(word => !DateLineWord().IsMatch(word.Value)).ToList();
        var others = otherWords.Count;
        var named = others <= 3 && date.Year > 0 && rest.Length < line.Length && !rest.TrimStart().StartsWith(line[..1], StringComparison.Ordinal)
            && otherWords.TrueForAll(word => char.IsUpper(word.Value[0])); // "February 5, 2022 (Mainichi Japan)"
        if (others == 0 || named)
        {
            return true;
        }

        var isSetApart = date.Clock is not null || rest.AsSpan().ContainsAny('|', '·')
            || rest.Contains("//", StringComparison.Ordinal) || DateLineStart().IsMatch(line);
        return others <= MaxOtherWords && date.Year > 0 && isSetApart;
    }

    /// <summary>Whether a date line tells when the page was changed, not when it was published.</summary>
    internal static bool IsUpdate(string line) => Update().IsMatch(line) && !Publication().IsMatch(line);

    /// <summary>Whether a line is a time of day or an age, and nothing else: "15:20 GMT", "2:05 PM", "5 minutes ago".</summary>
    internal static bool IsClock(string line) => line.Length <= 30 && ClockLine().IsMatch(line);

    private static bool TryParse(string words, out WrittenDate date, out string rest)
    {
        (date, rest) = (default, words);
        if (words.Length > MaxLineLength)
        {
            words = words[..MaxLineLength];
        }

        foreach (var shape in Shapes())
        {
            if (shape.Match(words) is { Success: true } match && Read(match, words, out date))
            {
                rest = words.Remove(match.Index, match.Length);
                rest = ClockPart().Replace(rest, " ");
                rest = WeekdayPart().Replace(rest, " ");
                return true;
            }
        }

        return false;
    }

    private static Regex[] Shapes() => [WireStamp(), IsoShape(), CompactShape(), MonthFirst(), DayFirst(), Slashes(), Dots()];

    private static bool Read(Match match, string words, out WrittenDate date)
    {
        date = default;
        var year = match.Groups["year"].Success ? Year(match.Groups["year"].Value) : 0;
        int month, day;
        var ambiguous = false;
        if (match.Groups["first"].Success)
        {
            var (first, second) = (Number(match.Groups["first"].Value), Number(match.Groups["second"].Value));
            (month, day, ambiguous) = Order(first, second, year, words);
        }
        else
        {
            month = match.Groups["name"].Success ? Month(match.Groups["name"].ValueSpan) : Number(match.Groups["month"].Value);
            day = Number(match.Groups["day"].Value);
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year == 0 ? 2000 : year, month))
        {
            return false;
        }

        var (clock, offset) = ReadClock(words, match);
        date = new WrittenDate(year == 0 || ambiguous ? null : new DateOnly(year, month, day), year, month, day, clock, offset, ambiguous);
        return true;
    }

    // 08/30/2017 is month first, 30/08/2017 day first; 08/09/2017 is decided by a weekday beside it, or not at all.
    private static (int Month, int Day, bool Ambiguous) Order(int first, int second, int year, string words)
    {
        if (first > 12 || second > 12 || first == second)
        {
            return first > 12 ? (second, first, false) : (first, second, false);
        }

        if (WeekdayPart().Match(words) is { Success: true } weekday && year > 0)
        {
            var named = Weekday(weekday.ValueSpan);
            var monthFirst = new DateOnly(year, first, second).DayOfWeek == named;
            var dayFirst = new DateOnly(year, second, first).DayOfWeek == named;
            if (monthFirst != dayFirst)
            {
                return monthFirst ? (first, second, false) : (second, first, false);
            }
        }

        return (first, second, true);
    }

    private static (TimeOnly? Clock, TimeSpan? Offset) ReadClock(string words, Match date)
    {
        var other = words.Remove(date.Index, date.Length);
        var match = date.Groups["hour"].Success ? date : ClockPart().Match(other);
        if (!match.Success)
        {
            return (null, null);
        }

        var hour = Number(match.Groups["hour"].Value);
        var minute = match.Groups["minute"].Success ? Number(match.Groups["minute"].Value) : 0;
        var second = match.Groups["second"].Success ? Number(match.Groups["second"].Value) : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            hour = (hour % 12) + (char.ToLowerInvariant(half.Value[0]) == 'p' ? 12 : 0);
        }

        return hour > 23 || minute > 59 || second > 59 ? (null, null) : (new TimeOnly(hour, minute, second), Zone(match.Groups["zone"].Value));
    }

    private static TimeSpan? Zone(string zone)
    {
        switch (zone.Trim().ToUpperInvariant())
        {
            case "": return null;
            case "Z" or "UTC" or "GMT": return TimeSpan.Zero;
            case "EST" or "CDT": return TimeSpan.FromHours(-5);
            case "EDT": return TimeSpan.FromHours(-4);
            case "CST": return null; // Chicago and Beijing both write it
            case "PST": return TimeSpan.FromHours(-8);
            case "PDT": return TimeSpan.FromHours(-7);
            case "BST": return TimeSpan.FromHours(1);
            case "CET": return TimeSpan.FromHours(1);
            case "CEST": return TimeSpan.FromHours(2);
            case "MSK": return TimeSpan.FromHours(3);
            case "JST" or "KST": return TimeSpan.FromHours(9);
        }

        var digits = new string([.. zone.Where(char.IsAsciiDigit)]);
        if (digits.Length is not (1 or 2 or 4))
        {
            return null;
        }

        var hours = Number(digits.Length == 4 ? digits[..2] : digits);
        var minutes = digits.Length == 4 ? Number(digits[2..]) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return hours > 14 || minutes > 59 ? null : zone.Contains('-', StringComparison.Ordinal) || zone.Contains('−', StringComparison.Ordinal) ? -offset : offset;
    }

    private static int Year(string digits) => digits.Length == 2 ? 2000 + Number(digits) : Number(digits);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <returns>1 to 12 for an English month name or its abbreviation.</returns>
    internal static int Month(ReadOnlySpan<char> name) =>
        ("janfebmaraprmayjunjulaugsepoctnovdec".AsSpan().IndexOf(name[..3].ToString().ToLowerInvariant(), StringComparison.Ordinal) / 3) + 1;

    /// <summary>The day of the week that an English name or abbreviation means.</summary>
    internal static DayOfWeek Weekday(ReadOnlySpan<char> name) =>
        (DayOfWeek)("sunmontuewedthufrisat".AsSpan().IndexOf(name[..3].ToString().ToLowerInvariant(), StringComparison.Ordinal) / 3);

    // "292314 GMT AUG 17", "22 12 18 0231GMT": how wires stamp their copy.
    [GeneratedRegex(@"(?<!\d)(?:(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d) ?(?<zone>GMT) (?<name>" + Months + @") (?<year>(?:20)?\d\d)|(?<day>\d\d) (?<month>\d\d) (?<year>\d\d) (?<hour>\d\d)(?<minute>\d\d) ?(?<zone>GMT))(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WireStamp();

    [GeneratedRegex(@"(?<![\d.])(?<year>(?:19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)(?:[T ]+" + Clock + @"\s*(?<zone>Z|UTC|GMT|JST|KST|[+\-−]\d\d:?\d\d|[+\-−]\d\d)?)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsoShape();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>[0-3]\d)(?:T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?<zone>Z)?)?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CompactShape();

    [GeneratedRegex(@"\b(?<name>" + Months + @")\b\.?\s*(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:\s*,?\s*(?<year>(?:19|20)\d\d)(?!\d))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?[\-/. ]?\s*\b(?<name>" + Months + @")\b\.?(?:[\-/., ]*\s*(?<year>(?:19|20)\d\d)(?!\d))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<!\d)(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-](?<year>(?:19|20)\d\d|\d\d)(?![\d/])", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Dots();

    [GeneratedRegex(@"(?<![\d:])(?:" + Clock + @"\s*(?:(?<half>[ap])\.?m\.?)?|(?<hour>\d{1,2})\s*(?<half>[ap])\.?m\.?)(?:\s*\(?(?<zone>Z|UTC|GMT|EST|EDT|CST|CDT|PST|PDT|ET|BST|CET|CEST|MSK|JST|KST|IST|(?:UTC|GMT)?\s?[+\-−]\d{1,2}:?(?:\d\d)?)\)?)?(?![\d:])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClockPart();

    [GeneratedRegex(@"^(?:(?:(?:updated|posted)(?: at)?|at) )?(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: \(?(?:GMT|UTC|[A-Z]{1,2}[SD]?T|local)\)?)?$|^\d{1,3} ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?) ago$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClockLine();

    [GeneratedRegex(@"\b(?:" + Weekdays + @")\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WeekdayPart();

    [GeneratedRegex(@"\p{L}+|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:published|publication|first|posted|updated|update|last|modified|released|issued|created|date|time|on|at|of|by|the|and|gmt|utc|am|pm|a|p|m|et|ist|est|jst|kst|local|hrs|hours|filed|added|th|st|nd|rd|t|z|ago|article|print)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateLineWord();

    [GeneratedRegex(@"^\W*(?:first )?(?:published|posted|updated|created|issued|released|last (?:updated|modified)|publication date|release date|date)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateLineStart();

    [GeneratedRegex(@"\b(?:updated?|modified|edited)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Update();

    [GeneratedRegex(@"\b(?:published|posted|created|issued|released)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Publication();
}
