namespace Demarche.Knowledge;

/// <summary>What offices a person held on a day.</summary>
public static class OfficeTermExtensions
{
    // A row without a start was true when its source was read; how long before is unknown, and a year is safe to say.
    private const int DaysBeforeKnown = 365;

    // An open row says less the longer ago it was seen to be true: few ministers stay three years more.
    private const int YearsAfterKnown = 3;

    /// <summary>The offices that a person held on a day, the weightiest guess first: by the latest start.</summary>
    /// <returns>Empty for whatever is not a person, and for days on which no office is known.</returns>
    public static OfficeTerm[] TermsOn(this KnowledgeEntry entry, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return [.. entry.Terms.Where(term => term.HeldOn(day)).OrderByDescending(term => term.Start ?? DateOnly.MinValue)];
    }

    /// <summary>The term in one role of one state or body on a day; null where there is none.</summary>
    public static OfficeTerm? TermOn(this KnowledgeEntry entry, string role, string country, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(entry);
        foreach (var term in entry.TermsOn(day))
            if (term.Role == role && term.Country == country) return term;
        return null;
    }

    /// <summary>Whether an office was held on a day, as far as its row tells.</summary>
    /// <remarks>
    /// Stricter than <see cref="OfficeTerm.Holds"/>: rows without a start count from a year before the day on which they
    /// were known to be true, and rows without an end until three years after it.
    /// </remarks>
    public static bool HeldOn(this OfficeTerm term, DateOnly day)
    {
        if (!term.Holds(day)) return false;
        if (term is { End: null, AsOf: { } seen } && day > seen.AddYears(YearsAfterKnown)) return false;
        return term.Start is not null || (term.End ?? term.AsOf) is not { } known || day >= known.AddDays(-DaysBeforeKnown);
    }

    /// <summary>Whether a source shows that the office was still held on a day, rather than that nobody recorded its end.</summary>
    public static bool IsConfirmedOn(this OfficeTerm term, DateOnly day) =>
        term.HeldOn(day) && (term.End is not null || (term.AsOf is { } asOf && day <= asOf));
}
