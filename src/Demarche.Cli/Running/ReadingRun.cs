using System.Buffers;
using System.Globalization;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>Reads reports from files, folders, URLs or standard input and writes one piece of output for each.</summary>
/// <param name="Paths">As the user gave them.</param>
/// <param name="File">Where the output goes; null for standard output.</param>
/// <param name="Threads">How many work at a time.</param>
/// <param name="Limits">How much is read, and how URLs among the paths are fetched.</param>
internal sealed record ReadingRun(IReadOnlyList<string> Paths, string? File, int Threads, ReadingLimits Limits)
{
    // A part ends after so many reports or bytes, whichever comes first: what a killed run loses at most, a few seconds' work. It
    // depends on nothing else, so that packed output has the same bytes however often the run was broken off.
    private const int PartReports = 64;
    private const int PartBytes = 256 * 1024;

    /// <summary>Which columns and members hold the parts of a report.</summary>
    internal FieldMap Map { get; init; } = FieldMap.Default;

    /// <summary>What separates the columns of tables; null where it is to be found out.</summary>
    internal char? Separator { get; init; }

    /// <summary>Whether to go on where a killed run stopped.</summary>
    internal bool Resume { get; init; }

    // Standard input is not there a second time.
    private bool CanResume => File is not null && !Paths.Contains("-");

    /// <param name="settings">The command and all that its output depends on besides the inputs.</param>
    /// <param name="head">Written before the first report.</param>
    /// <param name="work">Writes the output of one report into an empty buffer; returns what was wrong with it if it could not be read, else null. Called from several threads.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="CommandException">The output could not be written, or a column is not there.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    internal int Run(Surroundings at, string settings, ReadOnlySpan<byte> head, Func<RawReport, ArrayBufferWriter<byte>, string?> work, CancellationToken stop)
    {
        var partial = CanResume ? OutputTarget.PartialOf(File) : null;
        using var journal = partial is null ? null : RunJournal.Open(File!, partial, Settings(settings), Paths, Limits.Intake.FolderDepth, Resume);
        var start = journal?.Last ?? default;
        using var output = OutputTarget.Open(File, at.Output, keep: start.Bytes);
        using var progress = Progress.Start(at, Paths, outputGoesToTerminal: File is null && at.OutputIsTerminal);
        var reader = new InputReader { Map = Map, Separator = Separator, Limits = Limits.Intake, Fetching = Limits.Fetching, Clock = at.Clock };
        var (reports, unread) = (start.Reports, start.Unread);
        var isWhole = false;
        try
        {
            if (reports > 0) at.Tell(Number($"going on after the {reports:N0} reports that '{partial}' holds."));
            else output.Write(head);
            new OrderedRun<RawReport>(Threads, report => report.Content.Length, work).Run(After(reader.Read(Paths, at.Input, stop), reports), output, Count, stop);
            output.Complete();
            journal?.Delete();
            isWhole = true;
        }
        catch (FieldMapException error)
        {
            throw new CommandException(ExitStatus.Usage, error.Message, error);
        }
        finally
        {
            progress?.Hide();
            if (!isWhole) Leave(at, output, journal, partial);
        }

        if (reader.PassedOver.ToString() is { } passedOver) at.Tell(passedOver);
        if (unread == 0) return ExitStatus.Done;

        at.Tell(Number($"{unread} of {reports} {(reports == 1 ? "report" : "reports")} could not be read."));
        return ExitStatus.SomeUnread;

        void Count(RawReport report, string? trouble)
        {
            reports++;
            progress?.Count(report);
            if (trouble is not null)
            {
                unread++;
                progress?.Hide();
                at.Tell(OneLine(report.Where, trouble));
            }

            if (reports % PartReports != 0 && output.PartBytes < PartBytes) return;
            var bytes = output.EndPart();
            journal?.Append(new(reports, unread, bytes));
        }
    }

    private string Settings(string command) => $"{command} {Map} {Separator} {(Limits.Intake == new IntakeLimits() ? null : Limits.Intake)}".TrimEnd();

    // What was written before is read again, which is quick, and worked on no more. Ids used twice are still found so.
    private static IEnumerable<RawReport> After(IEnumerable<RawReport> reports, long written)
    {
        foreach (var report in reports)
        {
            if (written-- <= 0) yield return report;
        }
    }

    private void Leave(Surroundings at, OutputTarget output, RunJournal? journal, string? partial)
    {
        output.KeepPartial = Resume && journal is { Last.Reports: > 0 };
        if (output.KeepPartial) at.Tell(Number($"'{partial}' holds {journal!.Last.Reports:N0} reports; the same command goes on after them."));
        else journal?.Delete();
    }

    private static string Number(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);

    // Most warnings of reading open with the place already.
    private static string OneLine(string where, string trouble)
    {
        var line = trouble.ReplaceLineEndings(" ");
        return line.StartsWith(where, StringComparison.Ordinal) ? line : $"{where}: {line}";
    }
}
