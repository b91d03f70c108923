namespace Demarche.Intake;

/// <summary>How the content of an input is written.</summary>
public enum RawFormat { PlainText, Html }

/// <summary>One report as it was found, before cleaning.</summary>
public sealed record RawReport
{
    /// <summary>The id given, or the file name without endings; null when neither exists (a hash of the clean text is used then).</summary>
    public string? Id { get; init; }

    /// <summary>File and line, for messages: <c>reports.ndjson(12)</c>; in an archive the byte: <c>news.warc.gz(byte 8124)</c>.</summary>
    public required string Where { get; init; }

    public required RawFormat Format { get; init; }

    /// <summary>The decoded text or markup; empty when the input could not be read.</summary>
    public required string Content { get; init; }

    public string? Title { get; init; }

    /// <summary>Empty where none were given; the page's own are taken then.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Published { get; init; }

    public string? Url { get; init; }

    public string? Outlet { get; init; }

    /// <summary>When an archive fetched the page, as it says; the report was published then or, often by years, before.</summary>
    public string? Fetched { get; init; }

    /// <summary>What went wrong while reading; a report with <see cref="Failed"/> set has no usable content.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>True when nothing could be read (broken JSON, binary file, no permission).</summary>
    public bool Failed { get; init; }
}
