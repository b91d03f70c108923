using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Intake.Dates;

namespace Demarche.Intake.Feeds;

/// <summary>Reads the dates of feeds: RFC 822 with named zones, RFC 3339, and what comes near them.</summary>
internal static partial class FeedDate
{
    /// <returns>The ISO date, with time and zone where both are written; what cannot be read comes back as it was. Null for nothing.</returns>
    internal static string? Normalise(string? written)
    {
        written = written?.Trim();
        if (string.IsNullOrEmpty(written))
        {
            return null;
        }

        // Seconds since 1970 mean nothing here; Dating reads them where they stand alone.
        return Rfc822().Match(written) is { Success: true } mail && OfMail(mail) is { } date ? date
            : DateParser.TryParse(written, out var found) && found.Iso is { } iso ? iso
            : written;
    }

    private static string? OfMail(Match mail)
    {
        var day = Number(mail.Groups["day"]);
        var month = DateParser.Month(mail.Groups["month"].ValueSpan);
        var year = Year(mail.Groups["year"].Value);
        if (day < 1 || year is < 1 or > 9998 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var (hour, minute, second) = (Number(mail.Groups["hour"]), Number(mail.Groups["minute"]), Number(mail.Groups["second"]));
        return hour > 23 || minute > 59 || second > 60 || Zone(mail.Groups["zone"].Value) is not { } zone
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : new DateTimeOffset(date.AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59)), zone).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
    }

    // RFC 2822, 4.3: two digits below 50 are of this century, other two or three digits count from 1900.
    private static int Year(string digits)
    {
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length switch { 2 when year < 50 => 2000 + year, 2 or 3 => 1900 + year, _ => year };
    }

    // The zones that RFC 822 defines, with which CST is Chicago's; those that feeds write besides; numbers as "+0900", "+09:00", "GMT+9".
    private static TimeSpan? Zone(string zone)
    {
        switch (zone.ToUpperInvariant())
        {
            case "UT" or "UTC" or "GMT" or "Z": return TimeSpan.Zero;
            case "EST" or "CDT": return TimeSpan.FromHours(-5);
            case "EDT": return TimeSpan.FromHours(-4);
            case "CST" or "MDT": return TimeSpan.FromHours(-6);
            case "MST" or "PDT": return TimeSpan.FromHours(-7);
            case "PST": return TimeSpan.FromHours(-8);
            case "BST" or "CET": return TimeSpan.FromHours(1);
            case "CEST" or "EET": return TimeSpan.FromHours(2);
            case "EEST" or "MSK": return TimeSpan.FromHours(3);
            case "JST" or "KST": return TimeSpan.FromHours(9);
        }

        var sign = zone.IndexOfAny(['+', '-']);
        var digits = sign < 0 ? "" : zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var offset = digits.Length <= 2 ? new TimeSpan(number, 0, 0) : new TimeSpan(number / 100, number % 100, 0);
        return offset > TimeSpan.FromHours(14) ? null : zone[sign] == '-' ? -offset : offset;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:[A-Za-z]{3,9}\.?,?\s*)?(?<day>\d{1,2})[\s-]+(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?,?[\s-]+(?<year>\d{2,4}),?\s+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?\s*(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?\s?[+-]\d{1,2}:?\d{0,2})(?:\s*\(.*\))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rfc822();
}
