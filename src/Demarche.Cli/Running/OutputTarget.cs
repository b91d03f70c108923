namespace Demarche.Cli;

/// <summary>Where a command's results go: standard output, or a file that bears its name only when it is whole.</summary>
/// <remarks>
/// A file is written under its name and <c>.partial</c>, and renamed by <see cref="Complete"/>. Without that call,
/// <see cref="Dispose"/> removes it, and what stood under the name before stays as it was.
/// </remarks>
internal sealed class OutputTarget : IDisposable
{
    private readonly Stream _stream;
    private readonly string? _finalPath;
    private readonly string? _partialPath;
    private bool _complete;

    private OutputTarget(Stream stream, string? finalPath)
    {
        (_stream, _finalPath) = (stream, finalPath);
        _partialPath = finalPath is null ? null : PartialPath(finalPath);
    }

    /// <param name="path">The file; null for standard output.</param>
    /// <param name="output">Standard output; left open.</param>
    /// <exception cref="CommandException">The file cannot be written there.</exception>
    internal static OutputTarget Open(string? path, Stream output)
    {
        if (path is null) return new(output, null);
        if (Directory.Exists(path)) throw new CommandException(ExitStatus.OutputFailed, $"'{path}' cannot be written: it is a folder.");
        try
        {
            return IsDevice(path)
                ? new(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), null)
                : new(new FileStream(PartialPath(Resolve(path)), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024), Resolve(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitStatus.OutputFailed, $"'{path}' cannot be written: {error.Message}", error);
        }
    }

    /// <exception cref="CommandException">The disk is full, the reader of the pipe has left, or the like.</exception>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (IOException error)
        {
            throw Failure(error);
        }
    }

    /// <summary>Puts the last bytes on the disk and gives the file its name.</summary>
    /// <exception cref="CommandException">The disk is full, or the like.</exception>
    internal void Complete()
    {
        try
        {
            if (_finalPath is null)
            {
                _stream.Flush();
            }
            else
            {
                ((FileStream)_stream).Flush(flushToDisk: true);
                _stream.Dispose();
                File.Move(_partialPath!, _finalPath, overwrite: true);
            }

            _complete = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Failure(error);
        }
    }

    public void Dispose()
    {
        if (_finalPath is null || _complete) return;
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // Closing writes what was still held back, which fails again where the disk is full; that was reported before.
        }

        File.Delete(_partialPath!);
    }

    private CommandException Failure(Exception error) => IsClosedPipe(error)
        ? new CommandException(ExitStatus.PipeClosed, null, error)
        : new CommandException(ExitStatus.OutputFailed, $"{(_finalPath is null ? "the output" : $"'{_finalPath}'")} could not be written: {error.Message}", error);

    private static bool IsClosedPipe(Exception error) => OperatingSystem.IsWindows()
        ? error.HResult is unchecked((int)0x8007006D) or unchecked((int)0x800700E8) // ERROR_BROKEN_PIPE, ERROR_NO_DATA
        : error.HResult is 32; // EPIPE

    private static string PartialPath(string path) => path + ".partial";

    // A device has no file to rename, and must not be replaced by one.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    // Renaming onto a link would replace the link.
    private static string Resolve(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
}
