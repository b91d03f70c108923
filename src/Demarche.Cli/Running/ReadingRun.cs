using System.Buffers;
using System.Globalization;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>Reads reports from files, folders or standard input and writes one piece of output for each.</summary>
/// <param name="Paths">As the user gave them.</param>
/// <param name="File">Where the output goes; null for standard output.</param>
/// <param name="Threads">How many work at a time.</param>
internal sealed record ReadingRun(IReadOnlyList<string> Paths, string? File, int Threads)
{
    /// <param name="head">Written before the first report.</param>
    /// <param name="work">Writes the output of one report into an empty buffer; returns what was wrong with it if it could not be read, else null. Called from several threads.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="CommandException">The output could not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    internal int Run(Surroundings at, ReadOnlySpan<byte> head, Func<RawReport, ArrayBufferWriter<byte>, string?> work, CancellationToken stop)
    {
        using var output = OutputTarget.Open(File, at.Output);
        using var progress = Progress.Start(at, Paths, outputGoesToTerminal: File is null && at.OutputIsTerminal);
        long reports = 0, unread = 0;
        output.Write(head);
        new OrderedRun<RawReport>(Threads, report => report.Content.Length, work).Run(new InputReader().Read(Paths, at.Input, stop), output, Count, stop);
        output.Complete();
        progress?.Hide();
        if (unread == 0) return ExitStatus.Done;

        at.Tell(string.Create(CultureInfo.InvariantCulture, $"{unread} of {reports} {(reports == 1 ? "report" : "reports")} could not be read."));
        return ExitStatus.SomeUnread;

        void Count(RawReport report, string? trouble)
        {
            reports++;
            progress?.Count(report);
            if (trouble is null) return;
            unread++;
            progress?.Hide();
            at.Tell(OneLine(report.Where, trouble));
        }
    }

    // Most warnings of reading open with the place already.
    private static string OneLine(string where, string trouble)
    {
        var line = trouble.ReplaceLineEndings(" ");
        return line.StartsWith(where, StringComparison.Ordinal) ? line : $"{where}: {line}";
    }
}
