using System.Globalization;
using Demarche.Intake;

namespace Demarche.Coding;

/// <summary>Every warning that coding can add to a record; intake has its own.</summary>
internal static class CodingWarnings
{
    internal static string InferredDay(DateOnly day, string basis) =>
        $"The report has no publication date; {Iso(day)} was inferred from its text ({basis}). Add the date if another is known.";

    internal static string InferredRange(DayRange range, string basis) =>
        $"The report has no publication date; its text shows that it was written {(range.From is { } from ? $"from {Iso(from)} on" : "")}{(range is { From: not null, To: not null } ? " and " : "")}{(range.To is { } to ? $"by {Iso(to)}" : "")} ({basis}). Add the date, and words such as 'on Tuesday' can be dated.";

    internal static string OtherHolder(string person, string called, string? office, string holder, DateOnly? day) =>
        $"The report calls {person} {called}, an office that {holder} held{(day is { } on ? $" on {Iso(on)}" : "")} by the tables; the record keeps {(office is null ? "the person without an office" : $"'{office}'")}. Check the date, or the table of office holders.";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string UndatedExpression(string expression) =>
        $"'{expression}' could not be dated because the report has no publication date; add it, and the words can be dated.";
}
