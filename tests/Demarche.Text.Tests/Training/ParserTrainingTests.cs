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

        ParserTraining.Train(first, TextWriter.Null);
        ParserTraining.Train(second, TextWriter.Null);

        Assert.Equal(File.ReadAllBytes(first.OutputFile), File.ReadAllBytes(second.OutputFile));
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        using var treebank = new SmallTreebank();
        var options = treebank.Options("model.bin", epochs: 1);

        var first = ParserTraining.Train(options, TextWriter.Null);
        var second = ParserTraining.Train(options with { Seed = 2 }, TextWriter.Null);

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
    public void A_line_that_is_not_CoNLL_U_is_reported_with_its_place()
    {
        using var treebank = new SmallTreebank();
        var file = Path.Combine(treebank.Train, "broken.conllu");
        File.WriteAllText(file, "# text = No\n1\tNo\tno\n\n");

        var error = Assert.Throws<InvalidDataException>(() => ParserTraining.Train(treebank.Options("x.bin", 1), TextWriter.Null));

        Assert.Equal($"{file}(2): 3 columns were found where CoNLL-U has 10.", error.Message);
    }

    [Fact]
    public void An_empty_folder_is_reported()
    {
        using var treebank = new SmallTreebank();
        var empty = Directory.CreateDirectory(Path.Combine(treebank.Root, "empty")).FullName;

        var error = Assert.Throws<InvalidDataException>(() =>
            ParserTraining.Train(treebank.Options("x.bin", 1) with { TrainFolder = empty }, TextWriter.Null));

        Assert.Equal($"{empty} holds no *.conllu file with a sentence; name the folder of the treebank.", error.Message);
    }
}
