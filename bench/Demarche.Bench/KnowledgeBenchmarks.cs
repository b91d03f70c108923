using BenchmarkDotNet.Attributes;
using Demarche.Intake;
using Demarche.Knowledge;
using Demarche.Testing;
using Demarche.Text;

namespace Demarche.Bench;

/// <summary>The knowledge base: loading the compiled file, and finding names in a million words of wire reports.</summary>
[MemoryDiagnoser]
public class KnowledgeBenchmarks
{
    private const int Words = 1_000_000;

    private string _file = "";
    private KnowledgeBase _knowledge = null!;
    private Sentence[] _sentences = [];

    [GlobalSetup]
    public void Load()
    {
        _file = Path.Combine(Path.GetTempPath(), $"demarche-bench-{Guid.NewGuid():N}.bin");
        KnowledgeCompiler.Compile(Path.Combine(Repository.Data, "knowledge"), _file);
        _knowledge = KnowledgeBase.Load(_file);
        var reader = new ReportReader(Path.Combine(Repository.Data, "intake"));
        var pipeline = TextPipeline.Load(Repository.Models, Path.Combine(Repository.Data, "language"));
        var reports = new InputReader().Read([Path.Combine(Repository.Samples, "wire")], Stream.Null, default).Select(reader.Read);
        _sentences = [.. reports.SelectMany(report => pipeline.Read(report.Text).Sentences)];
    }

    [GlobalCleanup]
    public void Delete() => File.Delete(_file);

    [Benchmark]
    public int LoadCompiled() => KnowledgeBase.Load(_file).Count;

    [Benchmark]
    public int FindInMillionWords()
    {
        var found = 0;
        for (var words = 0; words < Words;)
        {
            foreach (var sentence in _sentences)
            {
                found += _knowledge.Find(sentence).Count;
                words += sentence.Tokens.Length;
            }
        }
        return found;
    }
}
