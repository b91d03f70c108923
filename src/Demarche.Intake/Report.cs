namespace Demarche.Intake;

/// <summary>What a publication date rests on.</summary>
public enum DateBasis { Unknown, Given, Stated, Inferred }

/// <summary>The words before the first sentence of wire copy: where, when.</summary>
public sealed record Dateline(string Place, string? Country, DateOnly? Date);

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

    public Dateline? Dateline { get; init; }

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
