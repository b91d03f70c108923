using System.Globalization;

namespace Demarche.Intake.Dates;

/// <summary>A date as a page writes it.</summary>
/// <param name="Day">The calendar day; null where it cannot be told (no year, or day and month could be swapped).</param>
/// <param name="Year">0 where none is written.</param>
/// <param name="Month">1 to 12; where ambiguous, of the two numbers the first.</param>
/// <param name="DayOfMonth">1 to 31.</param>
/// <param name="Clock">The time of day; null where none is written.</param>
/// <param name="Offset">From UTC; null where no zone is written.</param>
/// <param name="Ambiguous">True where day and month could be swapped and nothing decides.</param>
internal readonly record struct WrittenDate(
    DateOnly? Day, int Year, int Month, int DayOfMonth, TimeOnly? Clock, TimeSpan? Offset, bool Ambiguous)
{
    /// <summary>Decides an ambiguous date by the day and month of another, written no more than a few days before it.</summary>
    internal WrittenDate DecidedBy(WrittenDate? other)
    {
        if (!Ambiguous || other is not { Ambiguous: false } known)
        {
            return this;
        }

        foreach (var (month, day) in new[] { (Month, DayOfMonth), (DayOfMonth, Month) })
        {
            var candidate = new DateOnly(Year, month, day);
            var age = known.DayOfMonth <= DateTime.DaysInMonth(Year, known.Month)
                ? candidate.DayNumber - new DateOnly(Year, known.Month, known.DayOfMonth).DayNumber : int.MaxValue;
            if (age is >= 0 and <= 3)
            {
                return this with { Day = candidate, Month = month, DayOfMonth = day, Ambiguous = false };
            }
        }

        return this;
    }

    /// <summary>As the record writes it: a date, or a date and time where the zone is known; null where the day is not.</summary>
    internal string? Iso
    {
        get
        {
            if (Day is not { } day)
            {
                return null;
            }

            return Clock is { } clock && Offset is { } offset
                ? new DateTimeOffset(day.ToDateTime(clock), offset).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)
                : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}
