using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Demarche.Intake.Files;

namespace Demarche.Intake;

/// <summary>Reads reports as they were found: from files, folders and standard input, one after the other.</summary>
/// <remarks>
/// Nothing is held but the report being read, the names in the folders above it, and eight bytes for each id seen. An input
/// that cannot be read gives a report with <see cref="RawReport.Failed"/> set, and the next input is read.
/// </remarks>
public sealed class InputReader
{
    /// <summary>The most bytes that one report may have, after decompression: 16 MB, about three million words.</summary>
    public const int MaxReportBytes = 16 * 1024 * 1024;

    /// <summary>The most bytes that one line of NDJSON may have: 16 MB.</summary>
    public const int MaxLineBytes = 16 * 1024 * 1024;

    /// <summary>How many folders deep a folder is searched.</summary>
    public const int MaxFolderDepth = 64;

    private const string StandardInput = "-";

    /// <summary>Where one report ends in failure for its size; lower it to keep machines with little memory safe.</summary>
    /// <value><see cref="MaxReportBytes"/>.</value>
    public int ReportLimit { get; init; } = MaxReportBytes;

    /// <summary>The same for one line of NDJSON.</summary>
    /// <value><see cref="MaxLineBytes"/>.</value>
    public int LineLimit { get; init; } = MaxLineBytes;

    // Otherwise the framework takes gzip data that is cut off for complete.
    static InputReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private static readonly string[] TextEndings = [".txt", ".text"];
    private static readonly string[] PageEndings = [".html", ".htm", ".xhtml"];
    private static readonly string[] LineEndings = [".ndjson", ".jsonl", ".json"];

    /// <param name="paths">Files, folders, or <c>-</c> for standard input, in the order in which they are read.</param>
    /// <param name="stdin">Read only where a path is <c>-</c>; left open.</param>
    /// <param name="stop">Ends the reading between two reports.</param>
    /// <returns>Reports in the order of the inputs; in a folder by name, ordinally, subfolders in their place.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public IEnumerable<RawReport> Read(IReadOnlyList<string> paths, Stream stdin, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(stdin);
        return ReadAll(paths, stdin, stop);
    }

    private IEnumerable<RawReport> ReadAll(IReadOnlyList<string> paths, Stream stdin, CancellationToken stop)
    {
        var seen = new HashSet<ulong>();
        foreach (var path in paths)
        {
            var reports = path == StandardInput ? ReadSource(Source.Standard(stdin))
                : Directory.Exists(path) ? ReadFolder(path)
                : ReadSource(Source.File(path));
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

    private IEnumerable<RawReport> ReadFolder(string folder)
    {
        var found = false;
        foreach (var report in ReadFolder(folder, depth: 0))
        {
            found = true;
            yield return report;
        }

        if (!found)
        {
            yield return Failure(folder, IntakeWarnings.NoReports(folder));
        }
    }

    private IEnumerable<RawReport> ReadFolder(string folder, int depth)
    {
        var (entries, error) = List(folder);
        if (error is not null)
        {
            yield return Failure(folder, error);
            yield break;
        }

        foreach (var entry in entries)
        {
            var path = entry.FullPath;
            if (entry.IsFolder && depth + 1 >= MaxFolderDepth)
            {
                yield return Failure(path, IntakeWarnings.TooDeep(path, MaxFolderDepth));
            }
            else if (entry.IsFolder || KindOf(path) != InputKind.Unknown)
            {
                foreach (var report in entry.IsFolder ? ReadFolder(path, depth + 1) : ReadSource(Source.File(path)))
                {
                    yield return report;
                }
            }
        }
    }

    private static (List<FolderEntry> Entries, string? Error) List(string folder)
    {
        var entries = new List<FolderEntry>();
        try
        {
            foreach (var info in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                var isFolder = info.Attributes.HasFlag(FileAttributes.Directory);
                if (!isFolder || info.LinkTarget is null) // a linked folder could lead in a circle
                {
                    entries.Add(new FolderEntry(Path.Combine(folder, info.Name), isFolder));
                }
            }
        }
        catch (UnauthorizedAccessException)
        {
            return ([], IntakeWarnings.Denied(folder));
        }
        catch (IOException problem)
        {
            return ([], IntakeWarnings.Unreadable(folder, problem.Message));
        }

        entries.Sort((a, b) => string.CompareOrdinal(a.FullPath, b.FullPath));
        return (entries, null);
    }

    private IEnumerable<RawReport> ReadSource(Source source)
    {
        var (stream, error) = Open(source);
        if (stream is null)
        {
            yield return Failure(source.Where, error!);
            yield break;
        }

        using (stream)
        {
            var kind = source.Kind == InputKind.Unknown ? stream.Sniff() : source.Kind;
            var reports = kind switch
            {
                InputKind.Lines => ReadLines(stream, source.Where),
                InputKind.Json => stream.StartsWithArray() ? ReadArray(stream, source.Where) : ReadLines(stream, source.Where),
                _ => ReadWhole(stream, source, kind),
            };
            foreach (var report in reports)
            {
                yield return report;
            }
        }
    }

    private static (PeekStream? Stream, string? Error) Open(Source source)
    {
        try
        {
            var stream = new PeekStream(source.Open());
            return (stream.IsGzip ? new PeekStream(new GZipStream(stream, CompressionMode.Decompress)) : stream, null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, IntakeWarnings.Denied(source.Where));
        }
        catch (InvalidDataException)
        {
            return (null, IntakeWarnings.DamagedGzip(source.Where));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, IntakeWarnings.Missing(source.Where));
        }
        catch (IOException problem)
        {
            return (null, IntakeWarnings.Unreadable(source.Where, problem.Message));
        }
    }

    private IEnumerable<RawReport> ReadWhole(PeekStream stream, Source source, InputKind kind)
    {
        yield return ReadOne(stream, source, kind);
    }

    private RawReport ReadOne(PeekStream stream, Source source, InputKind kind)
    {
        var (bytes, error) = ReadBytes(stream, source.Where);
        if (error is not null)
        {
            return Failure(source.Where, error) with { Id = source.Stem };
        }

        var warnings = new List<string>();
        var text = TextDecoder.Decode(bytes.Span, source.Where, warnings);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            warnings.Add(IntakeWarnings.Empty(source.Where));
            text = null;
        }

        return new RawReport
        {
            Id = source.Stem,
            Where = source.Where,
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
                if (bytes.WrittenCount > ReportLimit)
                {
                    return (default, IntakeWarnings.TooLarge(where, stream.KnownLength, ReportLimit));
                }
            }
        }
        catch (InvalidDataException)
        {
            return (default, IntakeWarnings.DamagedGzip(where));
        }
        catch (UnauthorizedAccessException)
        {
            return (default, IntakeWarnings.Denied(where));
        }
        catch (IOException problem)
        {
            return (default, IntakeWarnings.Unreadable(where, problem.Message));
        }
    }

    private IEnumerable<RawReport> ReadLines(PeekStream stream, string file)
    {
        var lines = new LineReader(stream.AsUtf8(), LineLimit);
        while (true)
        {
            var (more, error) = TryNext(lines, file);
            if (error is not null)
            {
                yield return Failure(file, error);
            }

            if (!more)
            {
                if (lines.Number == 0 && error is null)
                {
                    yield return Failure(file, IntakeWarnings.Empty(file));
                }

                yield break;
            }

            var where = $"{file}({lines.Number})";
            if (lines.TooLong)
            {
                yield return Failure(where, IntakeWarnings.LineTooLong(where, lines.Length, LineLimit));
            }
            else if (lines.Line.Span.ContainsAnyExcept(" \t\r\uFEFF"u8))
            {
                yield return JsonReports.Read(lines.Line.Span, where);
            }
        }
    }

    private static (bool More, string? Error) TryNext(LineReader lines, string file)
    {
        try
        {
            return (lines.Next(), null);
        }
        catch (InvalidDataException)
        {
            return (false, IntakeWarnings.DamagedGzip(file));
        }
        catch (IOException problem)
        {
            return (false, IntakeWarnings.Unreadable(file, problem.Message));
        }
    }

    private IEnumerable<RawReport> ReadArray(PeekStream stream, string file)
    {
        var (bytes, error) = ReadBytes(stream, file);
        return error is not null ? [Failure(file, error)] : JsonReports.ReadArray(bytes, file);
    }

    internal static RawReport Failure(string where, string warning) => new()
    {
        Where = where, Format = RawFormat.PlainText, Content = "", Warnings = [warning], Failed = true,
    };

    private static InputKind KindOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        bool Ends(string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return Ends(TextEndings) ? InputKind.Text
            : Ends(PageEndings) ? InputKind.Page
            : name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? InputKind.Json
            : Ends(LineEndings) ? InputKind.Lines
            : InputKind.Unknown;
    }

    private readonly record struct FolderEntry(string FullPath, bool IsFolder);

    /// <summary>One file or standard input, with the name that messages give it.</summary>
    private sealed record Source(string Where, string? Stem, InputKind Kind, Func<Stream> Open)
    {
        internal static Source Standard(Stream stdin) => new("standard input", null, InputKind.Unknown, () => new LeftOpenStream(stdin));

        internal static Source File(string path) => new(path, StemOf(path), KindOf(path), () => new FileStream(
            path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan }));

        private static string StemOf(string path)
        {
            var name = Path.GetFileName(path);
            name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
            return KindOf(path) == InputKind.Unknown ? name : Path.GetFileNameWithoutExtension(name);
        }
    }
}
