using System.Buffers;
using Demarche.Coding;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>From a report as it was found to its record in the output, whatever happens to either. Shared between threads.</summary>
/// <param name="code">Cleans and codes a report that could be read.</param>
/// <param name="write">Appends a record.</param>
internal sealed class RecordWork(Func<RawReport, CodedReport> code, Action<CodedReport, IBufferWriter<byte>> write)
{
    /// <param name="output">Empty; holds the record afterwards.</param>
    /// <returns>What was wrong with a report that could not be read or coded; else null.</returns>
    internal string? Run(RawReport raw, ArrayBufferWriter<byte> output)
    {
        if (raw.Failed) return WriteUnread(raw, raw.Warnings, output);
        try
        {
            write(code(raw), output);
            return null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One report must never cost the others theirs; whoever reads the record sees that the fault is ours.
            output.ResetWrittenCount();
            return WriteUnread(raw, [.. raw.Warnings, Fault(error)], output);
        }
    }

    private string WriteUnread(RawReport raw, IReadOnlyList<string> warnings, ArrayBufferWriter<byte> output)
    {
        write(new() { Report = UnreadReport.Of(raw, warnings), Unreadable = true }, output);
        return string.Join(' ', warnings);
    }

    private static string Fault(Exception error) =>
        $"A fault in Demarche kept this report from being coded ({error.GetType().Name}: {error.Message}); please report it with the text.";
}
