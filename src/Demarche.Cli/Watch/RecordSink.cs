using System.Buffers;
using Demarche.Intake;
using Demarche.Intake.Feeds;

namespace Demarche.Cli;

/// <summary>Appends a line for each report to a file or standard output, and has it on the disk before it says so.</summary>
internal sealed class RecordSink : IReportSink, IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly FileStream? _file;
    private readonly string? _path;
    private readonly OutputTarget _standard;
    private readonly Surroundings _at;
    private readonly Func<RawReport, ArrayBufferWriter<byte>, string?> _work;

    private RecordSink(FileStream? file, string? path, Surroundings at, Func<RawReport, ArrayBufferWriter<byte>, string?> work) =>
        (_file, _path, _standard, _at, _work) = (file, path, OutputTarget.Open(null, at.Output), at, work);

    /// <summary>How many reports were written that could not be read.</summary>
    internal int Unread { get; private set; }

    /// <param name="path">The file; null for standard output.</param>
    /// <param name="work">Writes the line of one report into an empty buffer; returns what was wrong with it if it could not be read, else null.</param>
    /// <exception cref="CommandException">The file cannot be written, or is none of ours.</exception>
    internal static RecordSink Open(string? path, Surroundings at, Func<RawReport, ArrayBufferWriter<byte>, string?> work)
    {
        if (path is null) return new(null, null, at, work);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            if (!IsDevice(file)) MendEnd(file, path, at);
            return new(file, path, at, work);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw Failure(path, error);
        }
        catch (CommandException)
        {
            file?.Dispose();
            throw;
        }
    }

    /// <exception cref="CommandException">The lines could not be written.</exception>
    public async ValueTask Accept(IReadOnlyList<RawReport> reports, CancellationToken stop)
    {
        var lines = await OnDeepStack(() => Lines(reports));
        stop.ThrowIfCancellationRequested(); // before the first byte: what is begun is finished
        if (_file is null)
        {
            _standard.Write(lines.Span);
            _standard.Complete();
            _at.SyncOutput?.Invoke();
            return;
        }

        try
        {
            _file.Write(lines.Span);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException error)
        {
            throw Failure(_path!, error);
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _standard.Dispose();
    }

    private ReadOnlyMemory<byte> Lines(IReadOnlyList<RawReport> reports)
    {
        var lines = new ArrayBufferWriter<byte>();
        foreach (var report in reports)
        {
            var line = new ArrayBufferWriter<byte>();
            if (_work(report, line) is { } trouble)
            {
                Unread++;
                _at.Tell(trouble.ReplaceLineEndings(" "));
            }

            lines.Write(line.WrittenSpan);
        }

        return lines.WrittenMemory;
    }

    // Pages nest deep, and the threads that wait for servers have small stacks.
    private static Task<ReadOnlyMemory<byte>> OnDeepStack(Func<ReadOnlyMemory<byte>> work)
    {
        var done = new TaskCompletionSource<ReadOnlyMemory<byte>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(
            () =>
            {
                try
                {
                    done.SetResult(work());
                }
                catch (Exception error)
                {
                    done.SetException(error);
                }
            },
            StackBytes) { IsBackground = true, Name = "coder" }.Start();
        return done.Task;
    }

    // A run that was killed while it wrote leaves part of a line. Its report was not accepted and comes again, so the part goes.
    private static void MendEnd(FileStream file, string path, Surroundings at)
    {
        var start = StartOfLastLine(file);
        if (start < file.Length)
        {
            file.Position = start;
            if (file.ReadByte() != '{')
                throw new CommandException(ExitStatus.OutputFailed, $"'{path}' ends in a line that is no record; name the file of another watch, or a new one.");
            at.Tell(FormattableString.Invariant($"'{path}' ended in {file.Length - start:N0} bytes of an unfinished record, which were removed; its report comes again."));
            file.SetLength(start);
        }

        file.Seek(0, SeekOrigin.End);
    }

    /// <returns>The position after the last line feed: the file's length where that is its last byte.</returns>
    private static long StartOfLastLine(FileStream file)
    {
        var block = new byte[64 * 1024];
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - block.Length);
            file.Position = start;
            file.ReadExactly(block, 0, (int)(end - start));
            var at = block.AsSpan(0, (int)(end - start)).LastIndexOf((byte)'\n');
            if (at >= 0) return start + at + 1;
            end = start;
        }

        return 0;
    }

    private static bool IsDevice(FileStream file) => !file.CanSeek || (!OperatingSystem.IsWindows() && Path.GetFullPath(file.Name).StartsWith("/dev/", StringComparison.Ordinal));

    private static CommandException Failure(string path, Exception error) =>
        new(ExitStatus.OutputFailed, $"'{path}' could not be written: {error.Message}", error);
}
