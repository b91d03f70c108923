using Demarche.Coding;
using Demarche.Intake;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>From a report as it was found to its record, whatever state it is in. Shared between threads.</summary>
internal sealed class ReportCoding(ReportReader reader, ReportCoder coder)
{
    internal CoderVersions Versions => coder.Versions;

    internal static ReportCoding Load()
    {
        var reader = Task.Run(() => new ReportReader(Installation.Intake, KnowledgeBase.Load(Installation.Knowledge)));
        var coder = Coder.Load(new CoderFiles(Installation.Models, Installation.Data, Installation.Knowledge));
        return new(reader.GetAwaiter().GetResult(), coder);
    }

    /// <summary>Cleans the report and codes it.</summary>
    internal CodedReport Code(RawReport raw) => Code(raw, r => coder.Code(reader.Read(r)));

    /// <summary>Codes the text as it stands, as one sentence.</summary>
    internal CodedReport CodeSentence(RawReport raw) => Code(raw, r => coder.CodeSentence(reader.ReadAsIs(r)));

    private static CodedReport Code(RawReport raw, Func<RawReport, CodedReport> code)
    {
        if (raw.Failed) return Unreadable(raw, raw.Warnings);
        try
        {
            return code(raw);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One report must never cost the others theirs; whoever reads the record sees that the fault is ours.
            return Unreadable(raw, [.. raw.Warnings, Fault(error)]);
        }
    }

    private static CodedReport Unreadable(RawReport raw, IReadOnlyList<string> warnings) => new()
    {
        Report = new() { Id = raw.Id ?? raw.Where, Url = raw.Url, Title = raw.Title, Outlet = raw.Outlet, Language = "und", Text = "" },
        Warnings = warnings,
        Unreadable = true,
    };

    private static string Fault(Exception error) =>
        $"A fault in Demarche kept this report from being coded ({error.GetType().Name}: {error.Message}); please report it with the text.";
}
