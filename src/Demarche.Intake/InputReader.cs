using System.Buffers;
using Demarche.Intake.Feeds;
using Demarche.Intake.Fetching;
using Demarche.Intake.Files;

namespace Demarche.Intake;

/// <summary>Reads reports as they were found: from files, folders, URLs and standard input, one after the other.</summary>
/// <remarks>
/// Nothing is held but the report being read, the names in the folders above it, and eight bytes for each id seen. An input
/// that cannot be read gives a report with <see cref="RawReport.Failed"/> set, and the next input is read.
/// </remarks>
public sealed class InputReader
{
    private const string StandardInput = "-";

    /// <summary>Where the reading of an input ends in failure; lower them to keep machines with little memory safe.</summary>
    public IntakeLimits Limits { get; init; } = new();

    /// <summary>Which columns and members hold the parts of a report.</summary>
    /// <value><see cref="FieldMap.Default"/>.</value>
    public FieldMap Map { get; init; } = FieldMap.Default;

    /// <summary>What separates the columns of tables; null: a tab in <c>.tsv</c>, else told from the first lines.</summary>
    public char? Separator { get; init; }

    /// <summary>What was passed over in WARC archives by all reading of this instance so far.</summary>
    public WarcTally PassedOver { get; } = new();

    /// <summary>How paths that are URLs are fetched.</summary>
    public FetchOptions Fetching { get; init; } = new();

    /// <summary>Tells the fetching how long to wait.</summary>
    /// <value>The system's clock.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    // Otherwise the framework takes gzip data that is cut off for complete.
    static InputReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <param name="paths">Files, folders, URLs, or <c>-</c> for standard input, in the order in which they are read.</param>
    /// <param name="stdin">Read only where a path is <c>-</c>; left open.</param>
    /// <param name="stop">Ends the reading between two reports.</param>
    /// <returns>Reports in the order of the inputs; in a folder by name, ordinally, subfolders in their place.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    /// <exception cref="FieldMapException"><see cref="Map"/> names a column that a table does not have.</exception>
    public IEnumerable<RawReport> Read(IReadOnlyList<string> paths, Stream stdin, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(stdin);
        return ReadAll(paths, stdin, stop);
    }

    /// <summary>What tells whether the files behind a path are still the same: how many, how large, how old.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="folderDepth">How many folders deep a folder is searched.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public static InputState StateOf(string path, int folderDepth)
    {
        ArgumentNullException.ThrowIfNull(path);
        var state = new InputState(0, 0, StableHash.Start);
        return Directory.Exists(path)
            ? FolderFiles.Find(path, folderDepth).Aggregate(state, (sum, found) => sum.With(found.Path))
            : state.With(path);
    }

    private IEnumerable<RawReport> ReadAll(IReadOnlyList<string> paths, Stream stdin, CancellationToken stop)
    {
        var seen = new HashSet<ulong>();
        using var fetcher = paths.Any(Fetcher.IsUrl) ? new Fetcher(Fetching, Clock, seed: 0) : null;
        foreach (var path in paths)
        {
            var reports = Fetcher.IsUrl(path) ? ReadUrl(fetcher!, path, stop)
                : path == StandardInput ? ReadFile(InputFile.Standard(stdin))
                : Directory.Exists(path) ? ReadFolder(path)
                : ReadFile(InputFile.At(path));
            foreach (var report in reports)
            {
                stop.ThrowIfCancellationRequested();
                yield return WarnIfSeen(report, seen);
            }
        }
    }

    private static RawReport WarnIfSeen(RawReport report, HashSet<ulong> seen) =>
        report.Id is null || report.Failed || seen.Add(StableHash.Of(report.Id))
            ? report
            : report with { Warnings = [.. report.Warnings, IntakeWarnings.DuplicateId(report.Where, report.Id)] };

    private IEnumerable<RawReport> ReadUrl(Fetcher fetcher, string url, CancellationToken stop)
    {
        var (page, error) = Fetch(fetcher, url, stop);
        if (page is null)
        {
            return [Failure(url, error!) with { Url = url }];
        }

        if (FeedReader.IsFeed(page.Body.Span))
        {
            return [Failure(url, FetchWarnings.IsFeed(url)) with { Url = url }];
        }

        var file = new InputFile(url, null, InputKind.Unknown, () => new MemoryStream(page.Body.ToArray())) { Charset = page.Charset };
        return ReadFile(file).Select(report => report.Where != url ? report // a line of NDJSON knows itself
            : report with { Id = report.Id ?? url, Url = page.Address.AbsoluteUri, Warnings = [.. page.Warnings, .. report.Warnings] });
    }

    private static (FetchedPage? Page, string? Error) Fetch(Fetcher fetcher, string url, CancellationToken stop)
    {
        try
        {
            return (fetcher.Fetch(url, known: null, stop).GetAwaiter().GetResult(), null);
        }
        catch (FetchException failure)
        {
            return (null, failure.Message);
        }
    }

    private IEnumerable<RawReport> ReadFolder(string folder)
    {
        var found = false;
        foreach (var (path, error) in FolderFiles.Find(folder, Limits.FolderDepth))
        {
            found = true;
            foreach (var report in error is null ? ReadFile(InputFile.At(path)) : [Failure(path, error)])
            {
                yield return report;
            }
        }

        if (!found)
        {
            yield return Failure(folder, IntakeWarnings.NoReports(folder));
        }
    }

    private IEnumerable<RawReport> ReadFile(InputFile file)
    {
        var (stream, error) = Open(file);
        if (stream is null)
        {
            yield return Failure(file.Where, error!);
            yield break;
        }

        using (stream)
        {
            foreach (var report in ReadStream(stream, file))
            {
                yield return report;
            }
        }
    }

    private IEnumerable<RawReport> ReadStream(PeekStream stream, InputFile file)
    {
        var kind = file.Kind == InputKind.Unknown ? Sniffing.KindOf(stream.Head, Map, Separator) : file.Kind;
        return kind switch
        {
            InputKind.Lines => JsonReports.ReadLines(stream, file.Where, Limits.LineBytes, Map),
            InputKind.Json => JsonReports.ReadValues(stream, file.Where, Limits.ReportBytes, Map),
            InputKind.Csv => CsvReports.Read(stream, file.Where, Limits.LineBytes, Map, Separator),
            InputKind.Tsv => CsvReports.Read(stream, file.Where, Limits.LineBytes, Map, Separator ?? '\t'),
            InputKind.Warc => WarcReports.Read(stream, file.Where, Limits.ReportBytes, Limits.UnpackRatio, PassedOver),
            InputKind.Wacz => ReadWacz(stream, file),
            InputKind.Unknown when stream.IsZip && stream.Seekable is not null => ReadWacz(stream, file),
            _ => ReadWhole(stream, file, kind),
        };
    }

    private IEnumerable<RawReport> ReadWacz(PeekStream stream, InputFile file) => stream.Seekable is { } seekable
        ? WaczReports.Read(seekable, file.Where, Limits.ArchiveFiles, Limits.ReportBytes, Limits.UnpackRatio, PassedOver)
        : [Failure(file.Where, IntakeWarnings.PackedWacz(file.Where))];

    private (PeekStream? Stream, string? Error) Open(InputFile file)
    {
        try
        {
            var stream = new PeekStream(file.Open());
            // WARC readers unpack by themselves: they need to know where each record stands in the file.
            return (stream.IsZstandard || stream.IsGzip && file.Kind != InputKind.Warc ? Unpack(stream, file) : stream, null);
        }
        catch (Exception problem) when (InputFault.Describe(problem, file.Where) is not null)
        {
            return (null, InputFault.Describe(problem, file.Where));
        }
    }

    private PeekStream Unpack(PeekStream stream, InputFile file)
    {
        var limit = Math.Max(Limits.ReportBytes, Limits.LineBytes);
        return stream.IsZstandard ? new PeekStream(UnpackGuard.Zstandard(stream, limit, Limits.UnpackRatio))
            : file.Kind == InputKind.Unknown && GzipMembers.StartsRecord(stream.Head) ? stream
            : new PeekStream(UnpackGuard.Gzip(stream, limit, Limits.UnpackRatio));
    }

    private IEnumerable<RawReport> ReadWhole(PeekStream stream, InputFile file, InputKind kind)
    {
        var (bytes, error) = ReadBytes(stream, file.Where);
        if (error is not null)
        {
            yield return Failure(file.Where, error) with { Id = file.Stem };
            yield break;
        }

        var warnings = new List<string>();
        var text = TextDecoder.Decode(bytes.Span, file.Where, warnings, file.Charset);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            warnings.Add(IntakeWarnings.Empty(file.Where));
            text = null;
        }

        yield return new RawReport
        {
            Id = file.Stem,
            Where = file.Where,
            Format = kind == InputKind.Page || (kind == InputKind.Unknown && Markup.LooksLike(text)) ? RawFormat.Html : RawFormat.PlainText,
            Content = text ?? "",
            Warnings = warnings,
            Failed = text is null,
        };
    }

    private (ReadOnlyMemory<byte> Bytes, string? Error) ReadBytes(PeekStream stream, string where)
    {
        var bytes = new ArrayBufferWriter<byte>(32 * 1024);
        try
        {
            while (true)
            {
                var read = stream.Read(bytes.GetSpan(32 * 1024));
                if (read == 0)
                {
                    return (bytes.WrittenMemory, null);
                }

                bytes.Advance(read);
                if (bytes.WrittenCount > Limits.ReportBytes)
                {
                    return (default, IntakeWarnings.TooLarge(where, stream.KnownLength, Limits.ReportBytes));
                }
            }
        }
        catch (Exception problem) when (InputFault.Describe(problem, where) is not null)
        {
            return (default, InputFault.Describe(problem, where));
        }
    }

    internal static RawReport Failure(string where, string warning) => new()
    {
        Where = where, Format = RawFormat.PlainText, Content = "", Warnings = [warning], Failed = true,
    };
}
