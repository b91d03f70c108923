namespace Demarche.Cli.Tests;

public sealed class TrainCommandTests
{
    [Fact]
    public void Lemmas_trained_twice_are_the_same_bytes()
    {
        using var folder = new Folder();
        folder.Add("train/one.conllu", Treebank("ministers", "minister", "NNS", "met", "meet"));
        folder.Add("dev/two.conllu", Treebank("minister", "minister", "NN", "left", "leave"));

        var first = Train("one.tsv");
        var second = Train("two.tsv");

        Assert.Equal((ExitStatus.Done, ""), (first.Status, first.Error));
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(File.ReadAllText(folder["one.tsv"]), File.ReadAllText(folder["two.tsv"]));

        Outcome Train(string name) => Command.Run("train", "lemmas", "--train", folder["train"], "--dev", folder["dev"], "-o", folder[name]);
    }

    [Theory]
    [InlineData("lemmas")]
    [InlineData("parser --vectors none.txt")]
    public void A_folder_that_is_not_there_is_refused_before_anything_is_trained(string command)
    {
        using var folder = new Folder();

        var outcome = Command.Run(["train", .. command.Split(' '), "--train", folder["no"], "--dev", folder.Path, "-o", folder["model"]]);

        Assert.Equal(ExitStatus.Usage, outcome.Status);
        Assert.StartsWith($"demarche: --train: there is no folder '{folder["no"]}'.\n", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Vectors_that_are_not_there_are_told_in_one_line()
    {
        using var folder = new Folder();
        folder.Add("train/one.conllu", Treebank("ministers", "minister", "NNS", "met", "meet"));
        folder.Add("dev/two.conllu", Treebank("minister", "minister", "NN", "left", "leave"));

        var outcome = Command.Run("train", "parser", "--train", folder["train"], "--dev", folder["dev"], "--vectors", folder["none.txt"], "-o", folder["model.bin"]);

        Assert.Equal(ExitStatus.BadData, outcome.Status);
        Assert.Contains("none.txt", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Treebank(string noun, string nounLemma, string nounTag, string verb, string verbLemma) => string.Join(
        '\n',
        $"# text = The {noun} {verb}.",
        "1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_",
        $"2\t{noun}\t{nounLemma}\tNOUN\t{nounTag}\tNumber=Plur\t3\tnsubj\t_\t_",
        $"3\t{verb}\t{verbLemma}\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No",
        "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_",
        "",
        "");
}
