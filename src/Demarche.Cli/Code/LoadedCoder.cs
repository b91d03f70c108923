using Demarche.Coding;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>The coder and the reader before it, loaded from beside the program. Shared between threads.</summary>
internal sealed class LoadedCoder(ReportReader reader, ReportCoder coder)
{
    internal CoderVersions Versions => coder.Versions;

    /// <summary>Models, tables and knowledge, each once.</summary>
    /// <param name="codebook">The folder of the codebook to code by.</param>
    internal static LoadedCoder Load(string codebook)
    {
        var coder = Coder.Load(new CoderFiles(Installation.Models, Installation.Data, Installation.Knowledge) { Codebook = codebook });
        return new(new ReportReader(Installation.Intake, coder.Knowledge), coder);
    }

    /// <summary>Cleans the report and codes it.</summary>
    internal CodedReport Code(RawReport raw) => coder.Code(reader.Read(raw));

    /// <summary>Codes the text as it stands, as one sentence.</summary>
    internal CodedReport CodeSentence(RawReport raw) => coder.CodeSentence(reader.ReadAsIs(raw));
}
