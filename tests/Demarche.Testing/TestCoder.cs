using Demarche.Coding;
using Demarche.Intake;
using Demarche.Knowledge;

namespace Demarche.Testing;

/// <summary>The real coder over the repository's own models and tables, loaded once for all tests of an assembly.</summary>
public static class TestCoder
{
    private static readonly Lazy<ReportCoder> Shared = new(Load);

    public static ReportCoder Instance => Shared.Value;

    /// <summary>Codes one sentence of a report published on a day.</summary>
    public static CodedReport CodeSentence(string sentence, string published = "2020-06-15") =>
        Instance.CodeSentence(new Report { Id = "test", Text = sentence, Published = published, PublishedBasis = DateBasis.Given });

    /// <summary>Codes a clean text of several sentences.</summary>
    public static CodedReport Code(string text, string? published = "2020-06-15") =>
        Instance.Code(new Report { Id = "test", Text = text, Published = published, PublishedBasis = published is null ? DateBasis.Unknown : DateBasis.Given });

    private static ReportCoder Load()
    {
        var file = Path.Combine(Path.GetTempPath(), $"demarche-knowledge-{Guid.NewGuid():N}.bin");
        try
        {
            KnowledgeCompiler.Compile(Path.Combine(Repository.Data, "knowledge"), file);
            return Coder.Load(new CoderFiles(Repository.Models, Repository.Data, file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
