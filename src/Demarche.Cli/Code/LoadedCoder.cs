using Demarche.Coding;
using Demarche.Intake;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>The coder and the reader before it, loaded from beside the program. Shared between threads.</summary>
internal sealed class LoadedCoder(ReportReader reader, ReportCoder coder)
{
    internal CoderVersions Versions => coder.Versions;

    /// <summary>Loads both at a time: a pipeline may start the program once per report.</summary>
    internal static LoadedCoder Load()
    {
        var reader = Task.Run(() => new ReportReader(Installation.Intake, KnowledgeBase.Load(Installation.Knowledge)));
        var coder = Coder.Load(new CoderFiles(Installation.Models, Installation.Data, Installation.Knowledge));
        return new(reader.GetAwaiter().GetResult(), coder);
    }

    /// <summary>Cleans the report and codes it.</summary>
    internal CodedReport Code(RawReport raw) => coder.Code(reader.Read(raw));

    /// <summary>Codes the text as it stands, as one sentence.</summary>
    internal CodedReport CodeSentence(RawReport raw) => coder.CodeSentence(reader.ReadAsIs(raw));
}
