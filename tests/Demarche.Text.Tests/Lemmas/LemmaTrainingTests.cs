using Demarche.Text.Lemmas;
using Demarche.Text.Tests.Tokens;

namespace Demarche.Text.Tests.Lemmas;

public sealed class LemmaTrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void The_same_treebank_gives_the_same_bytes_and_dev_documents_are_left_out()
    {
        Write("train/a.conllu", "blorbed blorb VBD", "zorks zork NNS", "fleeps fleep NNS");
        Write("train/b.conllu", "quaxes WRONG NNS");
        Write("dev/b.conllu", "quaxes quax NNS");
        var log = new StringWriter();

        var score = Train("one.tsv", log);
        Train("two.tsv", TextWriter.Null);

        var model = File.ReadAllText(Path.Combine(_folder, "one.tsv"));
        Assert.Equal(model, File.ReadAllText(Path.Combine(_folder, "two.tsv")));
        Assert.DoesNotContain("WRONG", model, StringComparison.Ordinal);
        Assert.Equal(1.0, score);
        Assert.Contains("100.00", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 documents", File.ReadAllText(Path.Combine(_folder, "one.md")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private double Train(string output, TextWriter log) =>
        LemmaTraining.Train(Path.Combine(_folder, "train"), Path.Combine(_folder, "dev"), Language.Data, Path.Combine(_folder, output), log);

    private void Write(string name, params string[] words)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, words.Select((w, i) => w.Split(' ') is var p ? $"{i + 1}\t{p[0]}\t{p[1]}\tX\t{p[2]}\t_\t0\troot\t_\t_" : ""));
    }
}
