using Demarche.Coding;
using Demarche.Intake;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>The coder and the reader before it, loaded from beside the program. Shared between threads.</summary>
internal sealed class LoadedCoder(ReportReader reader, ReportCoder coder)
{
    /// <summary>The day up to which the tables of office holders were checked.</summary>
    internal DateOnly CheckedUntil => coder.Knowledge.CheckedUntil;

    internal CoderVersions Versions => coder.Versions;

    /// <summary>What codes mean to the coder.</summary>
    internal Codebook Codebook => coder.Codebook;

    /// <summary>Models, tables and knowledge, each once.</summary>
    /// <param name="codebook">The folder of the codebook to code by.</param>
    /// <param name="limits">On pages.</param>
    /// <param name="knowledge">What is known; null for what ships.</param>
    internal static LoadedCoder Load(string codebook, IntakeLimits limits, KnowledgeBase? knowledge = null)
    {
        var coder = Coder.Load(new CoderFiles(Installation.Models, Installation.Data, Installation.Knowledge) { Codebook = codebook, Knowledge = knowledge });
        return new(new ReportReader(Installation.Intake, coder.Knowledge, limits), coder);
    }

    /// <summary>Cleans the report and codes it.</summary>
    internal CodedReport Code(RawReport raw) => coder.Code(reader.Read(raw));

    /// <summary>Codes the text as it stands, as one sentence.</summary>
    internal CodedReport CodeSentence(RawReport raw) => coder.CodeSentence(reader.ReadAsIs(raw));
}
