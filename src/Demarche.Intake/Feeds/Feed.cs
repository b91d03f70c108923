namespace Demarche.Intake.Feeds;

/// <summary>What one feed or sitemap holds.</summary>
internal sealed record Feed
{
    /// <summary>What it calls itself: mostly the outlet, sometimes with a section.</summary>
    internal string? Title { get; init; }

    /// <summary>In its own order, mostly the latest first.</summary>
    internal IReadOnlyList<FeedEntry> Entries { get; init; } = [];

    /// <summary>The sitemaps that a sitemap index names, the latest first.</summary>
    internal IReadOnlyList<Uri> Sitemaps { get; init; } = [];

    /// <summary>How long it asks to be taken for fresh; zero where it says nothing.</summary>
    internal TimeSpan TimeToLive { get; init; }

    internal IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>True when nothing of it could be read; a warning says why.</summary>
    internal bool Failed { get; init; }

    internal static Feed Failure(string warning) => new() { Warnings = [warning], Failed = true };
}

/// <summary>One entry of a feed: a report, or the way to it.</summary>
internal sealed record FeedEntry
{
    /// <summary>As the feed gives it; null where it gives none.</summary>
    internal string? Id { get; init; }

    internal Uri? Url { get; init; }

    internal string? Title { get; init; }

    /// <summary>ISO where it could be read, else as written.</summary>
    internal string? Published { get; init; }

    internal IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Who published it, where the feed gathers several outlets; else null.</summary>
    internal string? Outlet { get; init; }

    /// <summary>What the feed gives as the text itself; publishers often cut it short.</summary>
    internal FeedText? Content { get; init; }

    /// <summary>What the feed gives as a summary, which rarely is the text.</summary>
    internal FeedText? Summary { get; init; }
}

/// <summary>Words of a feed, plain or as a piece of markup.</summary>
internal sealed record FeedText(string Text, RawFormat Format)
{
    /// <returns>Null where there are no words.</returns>
    internal static FeedText? Of(string? text, RawFormat format) => string.IsNullOrWhiteSpace(text) ? null : new(text, format);
}
