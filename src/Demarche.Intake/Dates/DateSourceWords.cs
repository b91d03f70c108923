namespace Demarche.Intake.Dates;

/// <summary>The word for each place where a date can stand, as records, extracts and warnings say it.</summary>
public static class DateSourceWords
{
    /// <returns>Null for <see cref="DateSource.None"/>.</returns>
    public static string? Of(DateSource source) => source switch
    {
        DateSource.Input => "input",
        DateSource.LinkedData => "json-ld",
        DateSource.OpenGraph => "opengraph",
        DateSource.Meta => "meta",
        DateSource.Microdata => "microdata",
        DateSource.TimeElement => "time",
        DateSource.Text => "text",
        DateSource.Dateline => "dateline",
        DateSource.Page => "page",
        DateSource.Address => "address",
        _ => null,
    };
}
