using System.IO.Compression;

namespace Demarche.Cli;

/// <summary>Where a command's results go: standard output, or a file that bears its name only when it is whole.</summary>
/// <remarks>
/// A file is written under its name and <c>.partial</c>, and renamed by <see cref="Complete"/>. Without that call,
/// <see cref="Dispose"/> removes it, unless it is to be gone on with, and what stood under the name before stays as it was.
/// A name that ends in <c>.gz</c> gets gzip data: a member for each part, so that parts can be cut off and added.
/// </remarks>
internal sealed class OutputTarget : IDisposable
{
    // Gzip needs a member even around nothing (RFC 1952): a header, an empty block, a checksum and a length of zero.
    private static readonly byte[] EmptyMember = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly Stream _stream;
    private readonly string? _finalPath;
    private readonly string? _partialPath;
    private readonly bool _isGzip;
    private GZipStream? _member;
    private bool _complete;

    private OutputTarget(Stream stream, string? finalPath)
    {
        (_stream, _finalPath) = (stream, finalPath);
        _partialPath = finalPath is null ? null : PartialPath(finalPath);
        _isGzip = finalPath is not null && finalPath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Bytes written since the last part ended, before packing.</summary>
    internal long PartBytes { get; private set; }

    /// <summary>Whether what was written stays on the disk when the run does not get to its end.</summary>
    internal bool KeepPartial { get; set; }

    /// <param name="path">The file; null for standard output.</param>
    /// <param name="output">Standard output; left open.</param>
    /// <param name="keep">How many bytes of the unfinished file to keep and go on after; the rest is cut off.</param>
    /// <exception cref="CommandException">The file cannot be written there.</exception>
    internal static OutputTarget Open(string? path, Stream output, long keep = 0)
    {
        if (path is null) return new(output, null);
        CheckPath(path);
        try
        {
            if (IsDevice(path)) return new(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), null);
            var file = new FileStream(PartialPath(Resolve(path)), keep > 0 ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
            if (keep > 0) file.SetLength(keep);
            file.Position = keep;
            return new(file, Resolve(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, error);
        }
    }

    /// <summary>Where the output stands until it is whole; null where there is no such place: standard output, a device.</summary>
    /// <exception cref="CommandException">The path is a folder.</exception>
    internal static string? PartialOf(string? path)
    {
        if (path is null || IsDevice(path)) return null;
        CheckPath(path);
        return PartialPath(Resolve(path));
    }

    /// <exception cref="CommandException">The disk is full, the reader of the pipe has left, or the like.</exception>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        try
        {
            if (_isGzip) _member ??= new GZipStream(_stream, CompressionLevel.Optimal, leaveOpen: true);
            (_member ?? _stream).Write(bytes);
            PartBytes += bytes.Length;
        }
        catch (IOException error)
        {
            throw Failure(error);
        }
    }

    /// <summary>Ends a part, and puts it on the disk where the output is a file of ours.</summary>
    /// <returns>How many bytes the file has so far; 0 where it is none of ours.</returns>
    /// <exception cref="CommandException">The disk is full, or the like.</exception>
    internal long EndPart()
    {
        PartBytes = 0;
        if (_finalPath is null) return 0;
        try
        {
            EndMember();
            ((FileStream)_stream).Flush(flushToDisk: true);
            return _stream.Position;
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
                EndMember();
                if (_isGzip && _stream.Position == 0) _stream.Write(EmptyMember);
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
            _member?.Dispose();
            _stream.Dispose();
        }
        catch (IOException)
        {
            // Closing writes what was still held back, which fails again where the disk is full; that was reported before.
        }

        if (!KeepPartial) File.Delete(_partialPath!);
    }

    private void EndMember()
    {
        _member?.Dispose();
        _member = null;
    }

    private CommandException Failure(Exception error) => IsClosedPipe(error)
        ? new CommandException(ExitStatus.PipeClosed, null, error)
        : new CommandException(ExitStatus.OutputFailed, $"{(_finalPath is null ? "the output" : $"'{_finalPath}'")} could not be written: {error.Message}", error);

    private static void CheckPath(string path)
    {
        if (Directory.Exists(path)) throw new CommandException(ExitStatus.OutputFailed, $"'{path}' cannot be written: it is a folder.");
    }

    private static CommandException CannotWrite(string path, Exception error) =>
        new(ExitStatus.OutputFailed, $"'{path}' cannot be written: {error.Message}", error);

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
