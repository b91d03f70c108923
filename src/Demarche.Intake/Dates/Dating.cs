using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Intake.Cleaning;
using Demarche.Intake.Pages;

namespace Demarche.Intake.Dates;

/// <summary>Settles when a report was published, and what the day in its dateline was.</summary>
/// <remarks>
/// In this order: the date given with the report, the page's metadata (<see cref="PageFacts.Published"/>), a date in the text's
/// head or tail, a dateline with its year, a date that the page shows elsewhere, a date in the address, a dateline whose year
/// the text allows to infer. A day that the page gives without a time takes that of the next place that states the same day.
/// </remarks>
internal sealed partial class Dating
{
    /// <summary>How long before publication a dateline can lie: wires are printed within days, reprints within weeks.</summary>
    private const int MaxDatelineAgeDays = 60;

    /// <summary>A month named with its year lies this near where news tells what led up to the day; a bare year may be of any past.</summary>
    private const int MaxMonthsBefore = 2;

    internal Dating(string? given, PageFacts facts, CleanText clean, string? url, string text, List<string> warnings)
    {
        var wire = clean.Dateline?.Date;
        clean.Stated = clean.Stated?.DecidedBy(wire);
        Consider(given, DateSource.Input, DateBasis.Given, warnings);
        facts.Published.ForEach(date => Consider(date.Words, date.Source, DateBasis.Given));
        Consider(clean.Stated, DateSource.Text);
        Consider(wire, DateSource.Dateline);
        Consider(facts.Shown, DateSource.Page, DateBasis.Stated);
        Consider(PageDates.InAddress(url), DateSource.Address, DateBasis.Inferred);
        if (Published is null && wire is { Ambiguous: false } partial)
        {
            Infer(partial, clean.Dateline!.Written, text, warnings);
        }

        if (Published is null && clean.Stated is { Ambiguous: true })
        {
            warnings.Add(IntakeWarnings.AmbiguousDate(clean.StatedWords!));
        }

        WarnOfOtherDay(facts, warnings);
        Modified = facts.Modified.Select(date => Read(date.Words).Iso).FirstOrDefault(iso => iso is not null);
        Dateline = clean.Dateline is { Place.Length: > 0 } found ? DatelineOf(found) : null;
    }

    internal string? Published { get; private set; }

    internal DateBasis Basis { get; private set; }

    internal DateSource From { get; private set; }

    internal string? Modified { get; }

    internal Dateline? Dateline { get; }

    private Dateline DatelineOf(WireDateline found)
    {
        var day = found.Date is { } written ? DayNear(written) : null;
        return new(found.Place, found.Country, day) { MonthDay = day is null && found.Date is { Ambiguous: false } partial ? (partial.Month, partial.DayOfMonth) : null };
    }

    private void Consider(string? written, DateSource source, DateBasis basis, List<string>? warnings = null)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return;
        }

        var date = Read(written);
        if (date.Iso is null)
        {
            warnings?.Add(date.Ambiguous ? IntakeWarnings.AmbiguousDate(written) : IntakeWarnings.GivenDateUnreadable(written));
        }

        Consider(date, source, basis);
    }

    private void Consider(WrittenDate? written, DateSource source, DateBasis basis = DateBasis.Stated)
    {
        if (written?.Iso is not { } iso)
        {
            return;
        }

        if (Published is null)
        {
            (Published, Basis, From) = (iso, basis, source);
        }
        else if (From != DateSource.Input && Published.Length < iso.Length && iso.StartsWith(Published, StringComparison.Ordinal))
        {
            Published = iso; // the same day, and now with its time
        }
    }

    private static WrittenDate Read(string written)
    {
        if (Unix(written) is { } seconds)
        {
            written = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        _ = DateParser.TryParse(written, out var date);
        return date;
    }

    // Zones move a moment to the next day; what lies farther apart is a contradiction that the user should know of.
    private void WarnOfOtherDay(PageFacts facts, List<string> warnings)
    {
        if (DayOf(Published) is not { } day)
        {
            return;
        }

        foreach (var date in facts.Published)
        {
            if (date.Source is DateSource.LinkedData or DateSource.OpenGraph or DateSource.Microdata
                && DayOf(Read(date.Words).Iso) is { } other && Math.Abs(other.DayNumber - day.DayNumber) > 1)
            {
                warnings.Add(IntakeWarnings.TwoDates(Published!, From, other, date.Source));
                return;
            }
        }
    }

    private static DateOnly? DayOf(string? iso) =>
        iso is { Length: >= 10 } && DateOnly.TryParseExact(iso.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;

    private static long? Unix(string written) =>
        long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? written.Length switch { 9 or 10 => number, 13 => number / 1000, _ => null }
            : null;

    // A dateline without a year belongs to the year in which it lies shortly before publication.
    private DateOnly? DayNear(WrittenDate day)
    {
        if (day.Day is not null)
        {
            return day.Day;
        }

        if (DayOf(Published) is not { } published)
        {
            return null;
        }

        foreach (var year in new[] { published.Year, published.Year - 1, published.Year + 1 })
        {
            if (Of(year, day) is { } candidate && candidate <= published.AddDays(1) && published.DayNumber - candidate.DayNumber <= MaxDatelineAgeDays)
            {
                return candidate;
            }
        }

        return null;
    }

    private static DateOnly? Of(int year, WrittenDate day) =>
        day.DayOfMonth <= DateTime.DaysInMonth(year, day.Month) ? new DateOnly(year, day.Month, day.DayOfMonth) : null;

    /// <summary>Takes the year of a month that the text names shortly before the dateline's, if the weekday told first fits it.</summary>
    private void Infer(WrittenDate wire, string written, string text, List<string> warnings)
    {
        var weekday = Weekday().Match(text) is { Success: true } match ? DateParser.Weekday(match.ValueSpan) : (DayOfWeek?)null;
        var years = new HashSet<int>();
        foreach (Match named in MonthAndYear().Matches(text))
        {
            var year = int.Parse(named.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            for (var candidate = year; candidate <= year + 1; candidate++)
            {
                var monthsBefore = ((candidate - year) * 12) + wire.Month - DateParser.Month(named.Groups["month"].ValueSpan);
                if (monthsBefore is >= 0 and <= MaxMonthsBefore && weekday is { } day && Of(candidate, wire) is { } date
                    && (date.DayOfWeek == day || date.AddDays(-1).DayOfWeek == day))
                {
                    years.Add(candidate);
                }
            }
        }

        if (years.Count == 1 && Of(years.First(), wire) is { } inferred)
        {
            (Published, Basis, From) = (inferred.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DateBasis.Inferred, DateSource.Dateline);
            warnings.Add(IntakeWarnings.InferredYear(written, Published));
        }
        else
        {
            warnings.Add(IntakeWarnings.DatelineWithoutYear(written));
        }
    }

    [GeneratedRegex(@"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2},? )?(?<year>20\d\d|19[5-9]\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();
}
