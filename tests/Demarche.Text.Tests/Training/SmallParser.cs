using Demarche.Text.Parsing;
using Demarche.Text.Training;

[assembly: AssemblyFixture(typeof(Demarche.Text.Tests.Training.SmallParser))]

namespace Demarche.Text.Tests.Training;

/// <summary>A parser trained for a moment from <see cref="SmallTreebank"/>, once for all tests: it runs like any other.</summary>
public sealed class SmallParser : IDisposable
{
    private readonly SmallTreebank treebank = new();

    public SmallParser()
    {
        var options = treebank.Options("small.bin", epochs: 25);
        Summary = ParserTraining.Train(options, TextWriter.Null, TestContext.Current.CancellationToken);
        ModelFile = options.OutputFile;
        Model = ParserModel.Load(ModelFile);
    }

    public string ModelFile { get; }

    public ParserModel Model { get; }

    public TrainingSummary Summary { get; }

    public void Dispose() => treebank.Dispose();
}
