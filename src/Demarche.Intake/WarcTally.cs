namespace Demarche.Intake;

/// <summary>How many records of WARC archives were passed over because they are no reports.</summary>
public sealed class WarcTally
{
    /// <summary>Answers whose HTTP status was not 200: redirects, pages not found, errors.</summary>
    public long OtherStatus { get; internal set; }

    /// <summary>Answers that are neither HTML nor plain text: pictures, scripts, feeds.</summary>
    public long OtherType { get; internal set; }

    /// <summary>Records that say only that a page had not changed since another record.</summary>
    public long Revisits { get; internal set; }

    /// <summary>One line for people; null where nothing was passed over.</summary>
    public override string? ToString() =>
        OtherStatus + OtherType + Revisits == 0 ? null : IntakeWarnings.RecordsPassedOver(OtherStatus, OtherType, Revisits);
}
