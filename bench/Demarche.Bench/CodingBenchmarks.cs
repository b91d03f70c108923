using BenchmarkDotNet.Attributes;
using Demarche.Coding;
using Demarche.Intake;
using Demarche.Testing;
using Demarche.Text;

namespace Demarche.Bench;

/// <summary>The hot paths over the wire reports of samples/: a whole read (tokens to parse), and a whole coding.</summary>
[MemoryDiagnoser]
public class CodingBenchmarks
{
    private Report[] _reports = [];
    private TextPipeline _pipeline = null!;
    private ReportCoder _coder = null!;

    [GlobalSetup]
    public void Load()
    {
        var reader = new ReportReader(Path.Combine(Repository.Data, "intake"));
        _reports = [.. new InputReader().Read([Path.Combine(Repository.Samples, "wire")], Stream.Null, default).Select(reader.Read)];
        _pipeline = TextPipeline.Load(Repository.Models, Path.Combine(Repository.Data, "language"));
        _coder = TestCoder.Instance;
    }

    [Benchmark(Baseline = true)]
    public int ReadToParse() => _reports.Sum(report =>
    {
        using var read = _pipeline.Read(report.Text);
        return read.Sentences.Count;
    });

    [Benchmark]
    public int CodeWhole() => _reports.Sum(report => _coder.Code(report).Events.Count);
}
