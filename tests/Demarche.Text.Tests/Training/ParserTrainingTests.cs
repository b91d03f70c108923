using Demarche.Text.Parsing;
using Demarche.Text.Training;

namespace Demarche.Text.Tests.Training;

public sealed class ParserTrainingTests(SmallParser small)
{
    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        using var treebank = new SmallTreebank();
        var (first, second) = (treebank.Options("first.bin", epochs: 2), treebank.Options("second.bin", epochs: 2));

        ParserTraining.Train(first, TextWriter.Null, TestContext.Current.CancellationToken);
        ParserTraining.Train(second, TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.Equal(File.ReadAllBytes(first.OutputFile), File.ReadAllBytes(second.OutputFile));
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        using var treebank = new SmallTreebank();
        var options = treebank.Options("model.bin", epochs: 1);

        var first = ParserTraining.Train(options, TextWriter.Null, TestContext.Current.CancellationToken);
        var second = ParserTraining.Train(options with { Seed = 2 }, TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.NotEqual(first.Version, second.Version);
    }

    [Fact]
    public void A_regular_language_is_learnt()
    {
        var result = new TokenAnalysis[5];
        small.Model.Parse(["Oslo", "thanked", "Bergen", "again", "."], small.Model.CreateWorkspace(), result);

        Assert.Equal(
            "PROPN/NNP 1 Nsubj Place*, VERB/VBD -1 Root None, PROPN/NNP 1 Obj Place*, ADV/RB 1 Advmod None, PUNCT/. 1 Punct None",
            string.Join(", ", result.Select(r => $"{r.Tag}/{r.PennTag} {r.Head} {r.Relation} {r.Name}{(r.StartsName ? "*" : "")}")));
    }

    [Fact]
    public void A_document_that_is_measured_with_is_not_learnt_from() => Assert.Equal(["T_news_both"], small.Summary.LeftOut);

    [Fact]
    public void The_card_tells_what_the_model_is_made_of()
    {
        var card = File.ReadAllText(Path.ChangeExtension(small.ModelFile, ".md"));

        Assert.Contains($"Version {small.Summary.Version}.", card, StringComparison.Ordinal);
        Assert.Contains("30 sentences, 140 words of 1 documents of the genres\n  news.", card, StringComparison.Ordinal);
        Assert.Contains("measured with: T_news_both.", card, StringComparison.Ordinal);
        Assert.Contains("demarche train parser --train train --dev dev --vectors vectors.txt -o treebank-", card, StringComparison.Ordinal);
        Assert.Contains("| news | 46 |", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_are_learnt_from_and_measured_with_together()
    {
        using var first = new SmallTreebank();
        using var second = new SmallTreebank();
        File.Move(Path.Combine(second.Train, "T_news_first.conllu"), Path.Combine(second.Train, "DEM_wire_more.conllu"));
        File.Move(Path.Combine(second.Dev, "T_news_both.conllu"), Path.Combine(second.Dev, "DEM_wire_dev.conllu"));
        using var log = new StringWriter();

        ParserTraining.Train(first.Options("x.bin", 1) with { TrainFolders = [first.Train, second.Train], DevFolders = [first.Dev, second.Dev] }, log, TestContext.Current.CancellationToken);

        Assert.StartsWith("60 sentences to learn from, 20 to measure with; left out: T_news_both", log.ToString(), StringComparison.Ordinal);
        var card = File.ReadAllText(Path.Combine(first.Root, "x.md"));
        Assert.Contains("written for this project (data/treebank, CC0):\n  30 sentences, 140 words of 1 documents of the genres\n  wire.", card, StringComparison.Ordinal);
        Assert.Contains("--train train --train train --dev dev --dev dev", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_CoNLL_U_is_reported_with_its_place()
    {
        using var treebank = new SmallTreebank();
        var file = Path.Combine(treebank.Train, "broken.conllu");
        File.WriteAllText(file, "# text = No\n1\tNo\tno\n\n");

        var error = Assert.Throws<InvalidDataException>(() => ParserTraining.Train(treebank.Options("x.bin", 1), TextWriter.Null, TestContext.Current.CancellationToken));

        Assert.Equal($"{file}(2): 3 columns were found where CoNLL-U has 10.", error.Message);
    }

    [Theory]
    [InlineData("3", "2", "1", "'Norway warned .' is not a sentence with one root")]
    [InlineData("0", "0", "2", "'Norway warned .' is not a sentence with one root")]
    [InlineData("2", "1", "0", "'Norway' is not a word whose governors lead to the root: they run in a circle")]
    [InlineData("2", "0", "9", "'9' is not the number of a head")]
    [InlineData("2", "0", "-1", "'-1' is not the number of a head")]
    public void A_sentence_that_is_no_tree_is_reported_with_its_place(string first, string second, string third, string message)
    {
        using var treebank = new SmallTreebank();
        var file = Path.Combine(treebank.Train, "broken.conllu");
        File.WriteAllText(file, $"1\tNorway\t_\tPROPN\tNNP\t_\t{first}\tnsubj\t_\t_\n2\twarned\t_\tVERB\tVBD\t_\t{second}\troot\t_\t_\n3\t.\t_\tPUNCT\t.\t_\t{third}\tpunct\t_\t_\n\n");

        var error = Assert.Throws<InvalidDataException>(() => ParserTraining.Train(treebank.Options("x.bin", 1), TextWriter.Null, TestContext.Current.CancellationToken));

        Assert.StartsWith($"{file}, in the sentence near line 1: {message}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Known_names_become_evidence()
    {
        using var treebank = new SmallTreebank();
        var options = treebank.Options("model.bin", epochs: 1);

        var without = ParserTraining.Train(options, TextWriter.Null, TestContext.Current.CancellationToken);
        var with = ParserTraining.Train(options with { Names = [(NameKind.Place, "Oslo"), (NameKind.Person, "Ada of Example")] }, TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.NotEqual(without.Version, with.Version);
    }

    [Fact]
    public void Training_ends_when_it_is_told_to()
    {
        using var treebank = new SmallTreebank();
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => ParserTraining.Train(treebank.Options("x.bin", 1), TextWriter.Null, stop.Token));
        Assert.False(File.Exists(Path.Combine(treebank.Root, "x.bin")));
    }

    [Fact]
    public void An_empty_folder_is_reported()
    {
        using var treebank = new SmallTreebank();
        var empty = Directory.CreateDirectory(Path.Combine(treebank.Root, "empty")).FullName;

        var error = Assert.Throws<InvalidDataException>(() =>
            ParserTraining.Train(treebank.Options("x.bin", 1) with { TrainFolders = [empty] }, TextWriter.Null, TestContext.Current.CancellationToken));

        Assert.Equal($"{empty} holds no *.conllu file with a sentence; name the folder of the treebank.", error.Message);
    }
}
