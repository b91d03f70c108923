using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>How far a run has come, to be gone on from: so many reports, whose output makes up so many bytes of the file.</summary>
internal readonly record struct Checkpoint(long Reports, long Unread, long Bytes);

/// <summary>The notes of a run beside its unfinished output, from which another run goes on after the first was killed.</summary>
/// <remarks>
/// A text file: what was run, over which inputs, then a line a checkpoint, appended in one write when the output up to it is
/// on the disk. So whatever line stands there whole is true, and what the output has beyond it is cut off and made again.
/// While a run has the file open, no second one can write to the same output.
/// </remarks>
internal sealed class RunJournal : IDisposable
{
    private const string Title = "demarche journal 1";

    private readonly FileStream _file;
    private readonly string _path;

    private RunJournal(FileStream file, string path) => (_file, _path) = (file, path);

    /// <summary>The last checkpoint, also of the run before; the default value is the start.</summary>
    internal Checkpoint Last { get; private set; }

    /// <param name="output">The output, as the user named it.</param>
    /// <param name="partial">Where it stands until it is whole.</param>
    /// <param name="run">The command and all settings that the output depends on.</param>
    /// <param name="paths">What is read.</param>
    /// <param name="folderDepth">How deep folders among them are searched.</param>
    /// <param name="resume">Whether to go on where a run before stopped.</param>
    /// <exception cref="CommandException">
    /// There is something to go on with and nobody asked for it; or it is of another command or other inputs; or a run is at it; or
    /// the file cannot be written.
    /// </exception>
    internal static RunJournal Open(string output, string partial, string run, IReadOnlyList<string> paths, int folderDepth, bool resume)
    {
        var path = partial + ".journal";
        var head = Head(run, paths, folderDepth);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            var journal = new RunJournal(file, path);
            journal.Start(partial, head, resume);
            return journal;
        }
        catch (Exception error)
        {
            file?.Dispose();
            if (error is IOException or UnauthorizedAccessException)
                throw new CommandException(ExitStatus.OutputFailed, $"'{output}' cannot be written: {error.Message}", error);
            throw;
        }
    }

    /// <summary>Notes a checkpoint; the output up to it must be on the disk.</summary>
    /// <exception cref="CommandException">The disk is full, or the like.</exception>
    internal void Append(Checkpoint at)
    {
        try
        {
            _file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"done\t{at.Reports}\t{at.Unread}\t{at.Bytes}\n")));
        }
        catch (IOException error)
        {
            throw new CommandException(ExitStatus.OutputFailed, $"'{_path}' could not be written: {error.Message}", error);
        }

        Last = at;
    }

    /// <summary>Removes the file: there is nothing to go on with.</summary>
    internal void Delete()
    {
        File.Delete(_path);
        _file.Dispose();
    }

    public void Dispose() => _file.Dispose();

    private void Start(string partial, List<string> head, bool resume)
    {
        var lines = ReadLines();
        Last = LastCheckpoint(lines, File.Exists(partial) ? new FileInfo(partial).Length : 0);
        if (Last.Reports > 0)
        {
            if (!resume) throw Refusal(partial, $"holds {Count(Last.Reports)} of a run that was killed; add --resume to go on with it, or remove it to start again");
            Compare(partial, lines, head);
            return;
        }

        _file.SetLength(0);
        _file.Write(Encoding.UTF8.GetBytes(string.Concat(head.Select(line => line + "\n"))));
    }

    // A line without its end was being written when the run was killed, and says nothing.
    private List<string> ReadLines()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        _file.SetLength(whole);
        _file.Position = whole;
        return [.. Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    // After a power failure the output may be shorter than the journal knows.
    private static Checkpoint LastCheckpoint(List<string> lines, long bytes)
    {
        for (var i = lines.Count - 1; i > 0 && lines[0] == Title; i--)
        {
            if (lines[i].Split('\t') is ["done", var reports, var unread, var end] && long.TryParse(reports, out var r) && long.TryParse(unread, out var u)
                && long.TryParse(end, out var b) && b <= bytes)
                return new(r, u, b);
        }

        return default;
    }

    private static List<string> Head(string run, IReadOnlyList<string> paths, int folderDepth) =>
        [Title, $"run\t{Escape(run)}", .. paths.Select(path => Line(path, InputReader.StateOf(path, folderDepth)))];

    private static string Line(string path, InputState state) =>
        string.Create(CultureInfo.InvariantCulture, $"input\t{Escape(path)}\t{state.Files}\t{state.Bytes}\t{state.Hash:x16}");

    private static string Escape(string text) => JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private static void Compare(string partial, List<string> old, List<string> now)
    {
        var then = old.TakeWhile(line => !line.StartsWith("done\t", StringComparison.Ordinal)).ToList();
        if (then.Count < 2 || then[1] != now[1])
            throw Refusal(partial, $"cannot be gone on with: another command or version made it ({then.ElementAtOrDefault(1)?[4..]}; now {now[1][4..]}); give the same again, or remove it to start again");
        if (then.Count != now.Count || then.Zip(now).Any(pair => PathOf(pair.First) != PathOf(pair.Second)))
            throw Refusal(partial, "cannot be gone on with: it was made from other paths, or in another order; give the same again, or remove it to start again");
        foreach (var (first, second) in then.Zip(now).Where(pair => pair.First != pair.Second))
            throw Refusal(partial, $"cannot be gone on with: '{PathOf(first)}' has changed since ({Files(first)} then, {Files(second)} now, or another time of change); remove it to start again");
    }

    private static string PathOf(string line) => line.Split('\t') is ["input", var path, ..] ? path : "";

    private static string Files(string line) => line.Split('\t') is [_, _, var files, var bytes, ..] ? $"{files} {(files == "1" ? "file" : "files")} of {bytes} bytes" : "nothing";

    private static string Count(long reports) => string.Create(CultureInfo.InvariantCulture, $"{reports:N0} {(reports == 1 ? "report" : "reports")}");

    private static CommandException Refusal(string partial, string reason) => new(ExitStatus.Usage, $"'{partial}' {reason}.");
}
