using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Intake.Cleaning;
using Demarche.Intake.Pages;

namespace Demarche.Intake.Dates;

/// <summary>Settles when a report was published, and what the day in its dateline was.</summary>
/// <remarks>
/// In this order: the date given with the report, the page's metadata, a date in the text's head or tail, a dateline with its
/// year, a date that the page shows elsewhere, a date in the address, a dateline whose year the text allows to infer.
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
        if (!Settle(given, DateBasis.Given, warnings) && !Settle(facts.Published, DateBasis.Given, warnings: null))
        {
            if (clean.Stated?.Iso is { } stated)
            {
                (Published, Basis) = (stated, DateBasis.Stated);
            }
            else if (wire?.Iso is { } dated)
            {
                (Published, Basis) = (dated, DateBasis.Stated);
            }
            else if (!Settle(facts.Shown, DateBasis.Stated, warnings: null)
                && !Settle(PageMetadata.DateInUrl(url), DateBasis.Inferred, warnings: null) && wire is { Ambiguous: false } partial)
            {
                Infer(partial, clean.Dateline!.Written, text, warnings);
            }
        }

        if (Published is null && clean.Stated is { Ambiguous: true })
        {
            warnings.Add(IntakeWarnings.AmbiguousDate(clean.StatedWords!));
        }

        Dateline = clean.Dateline is { Place.Length: > 0 } found
            ? new Dateline(found.Place, found.Country, found.Date is { } day ? DayNear(day) : null) : null;
    }

    internal string? Published { get; private set; }

    internal DateBasis Basis { get; private set; }

    internal Dateline? Dateline { get; }

    private bool Settle(string? written, DateBasis basis, List<string>? warnings)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return false;
        }

        if (Unix(written) is { } seconds)
        {
            written = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        if (DateParser.TryParse(written, out var date) && date.Iso is { } iso)
        {
            (Published, Basis) = (iso, basis);
            return true;
        }

        warnings?.Add(date.Ambiguous ? IntakeWarnings.AmbiguousDate(written) : IntakeWarnings.GivenDateUnreadable(written));
        return false;
    }

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

        if (Published is null || !DateOnly.TryParseExact(Published.AsSpan(0, 10), "yyyy-MM-dd", out var published))
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
            (Published, Basis) = (inferred.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DateBasis.Inferred);
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
