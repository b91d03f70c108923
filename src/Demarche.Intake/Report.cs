namespace Demarche.Intake;

/// <summary>What a publication date rests on.</summary>
public enum DateBasis { Unknown, Given, Stated, Inferred }

/// <summary>Where a date stood.</summary>
/// <remarks>
/// The order is that of trust, but for <see cref="Page"/>, which counts after <see cref="Text"/> and <see cref="Dateline"/>
/// (docs/intake.md, "Pages and dates").
/// </remarks>
public enum DateSource
{
    /// <summary>Nowhere: there is no date.</summary>
    None,

    /// <summary>It came with the report.</summary>
    Input,

    /// <summary>The page's JSON-LD.</summary>
    LinkedData,

    /// <summary><c>article:published_time</c> and its kin.</summary>
    OpenGraph,

    /// <summary>Another meta tag.</summary>
    Meta,

    /// <summary>An element marked with <c>itemprop</c>.</summary>
    Microdata,

    /// <summary>A <c>time</c> element.</summary>
    TimeElement,

    /// <summary>A line above or below the text.</summary>
    Text,

    /// <summary>The words before the first sentence of wire copy.</summary>
    Dateline,

    /// <summary>Shown on the page beside the text.</summary>
    Page,

    /// <summary>The page's address.</summary>
    Address,
}

/// <summary>The words before the first sentence of wire copy: where, when.</summary>
public sealed record Dateline(string Place, string? Country, DateOnly? Date)
{
    /// <summary>Month and day of a dateline whose year nothing tells; null where <see cref="Date"/> is known or no day is written.</summary>
    public (int Month, int Day)? MonthDay { get; init; }
}

/// <summary>First and last day of a stretch, both included; null where it is open.</summary>
public sealed record DayRange(DateOnly? From, DateOnly? To);

/// <summary>One news report, cleaned: what the coder reads.</summary>
public sealed record Report
{
    /// <summary>As given, else a hash of the clean text.</summary>
    public required string Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The wire service that wrote it, where the text or the metadata shows one.</summary>
    public string? Agency { get; init; }

    /// <summary>ISO date, or date-time with offset, as it goes into the record; null when nothing supports one.</summary>
    public string? Published { get; init; }

    public DateBasis PublishedBasis { get; init; }

    /// <summary>The days between which the report was published, where its text shows no more than that; null where <see cref="Published"/> is known or nothing tells.</summary>
    public DayRange? PublishedRange { get; init; }

    /// <summary>Where <see cref="Published"/> stood.</summary>
    public DateSource PublishedFrom { get; init; }

    /// <summary>When the page says that it was last changed, in the shape of <see cref="Published"/>; null where it does not.</summary>
    public string? Modified { get; init; }
    /// <summary>When an archive fetched the page, as it says; null for reports from elsewhere. No publication date: that is this day or earlier.</summary>
    public string? Fetched { get; init; }

    public Dateline? Dateline { get; init; }

    /// <summary>How many characters of <see cref="Text"/> a dateline takes; 0 where it has none, or was cleaned of it.</summary>
    public int DatelineLength { get; init; }

    /// <summary>ISO 639-1; <c>und</c> where it cannot be told.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The clean body, paragraphs separated by a blank line.</summary>
    public required string Text { get; init; }

    /// <summary>What could not be read or trusted, in words a user understands.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The day of <see cref="Published"/>; null where that is null.</summary>
    public DateOnly? PublishedDay =>
        Published is { Length: >= 10 } text && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;
}
