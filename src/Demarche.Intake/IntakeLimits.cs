namespace Demarche.Intake;

/// <summary>How large, packed and nested an input may be before reading it ends with a warning.</summary>
/// <remarks>Every limit has a name by which the command's <c>--limit NAME=NUMBER</c> changes it; messages give that name.</remarks>
public sealed record IntakeLimits
{
    /// <summary>The most bytes that one report may have, after decompression (<c>report</c>).</summary>
    /// <value>16 MB, about three million words.</value>
    public int ReportBytes { get; init; } = 16 << 20;

    /// <summary>The most bytes that one line of NDJSON or one row of a table may have (<c>line</c>).</summary>
    /// <value>16 MB.</value>
    public int LineBytes { get; init; } = 16 << 20;

    /// <summary>How many bytes one packed byte may give, where they hold no report within four times <see cref="ReportBytes"/> (<c>unpack</c>).</summary>
    /// <value>200. News text packs to a third or a fifth, many like records to a fiftieth; the most that gzip can do is a thousandth.</value>
    public int UnpackRatio { get; init; } = 200;

    /// <summary>How many files a WACZ file may list (<c>files</c>).</summary>
    /// <value>100,000.</value>
    public int ArchiveFiles { get; init; } = 100_000;

    /// <summary>How many folders deep a folder is searched (<c>folders</c>).</summary>
    /// <value>64.</value>
    public int FolderDepth { get; init; } = 64;

    /// <summary>How deep the tags of a page may nest (<c>nesting</c>); deeper ones are ignored, and their text is kept.</summary>
    /// <value>512, where browsers stop too.</value>
    public int TagDepth { get; init; } = 512;

    /// <summary>How many opening tags a page may have (<c>tags</c>); the page is cut after them, which bounds the time that it costs.</summary>
    /// <value>100,000: pages of news have a few thousand, and this many take about a second.</value>
    public int Tags { get; init; } = 100_000;
}
