using Demarche.Testing;
using Demarche.Text.Parsing;
using Demarche.Text.Training;

namespace Demarche.Text.Tests.Training;

public sealed class ProperNamesTests
{
    [Theory]
    [InlineData(
        "the DET DT 5 det (1-person|Danish ADJ JJ 5 amod _|Foreign PROPN NNP 4 compound _|Minister PROPN NNP 5 nmod:desc _|Ada PROPN NNP 0 root _|Example PROPN NNP 5 flat 1)",
        "the Danish Foreign Minister [Person Ada Example]")]
    [InlineData(
        "the DET DT 2 det (1-organization|Bank PROPN NNP 5 nsubj _|of ADP IN 4 case _|Norway PROPN NNP 2 nmod (2-place)1)|acted VERB VBD 0 root _",
        "the [Organisation Bank of Norway] acted")]
    [InlineData(
        "envoys NOUN NNS 0 root (1-person|of ADP IN 3 case _|Norway PROPN NNP 1 nmod (2-place)1)",
        "envoys of [Place Norway]")]
    [InlineData("The DET DT 2 det (1-person|President PROPN NNP 3 nsubj 1)|left VERB VBD 0 root _", "The President left")]
    [InlineData("Monday PROPN NNP 0 root (1-time)", "Monday")]
    [InlineData("Aid PROPN NNP 2 compound (organisation|Norway PROPN NNP 3 nsubj organisation)|left VERB VBD 0 root _|Oslo PROPN NNP 3 obj (place)", "[Organisation Aid Norway] left [Place Oslo]")]
    [InlineData("Norwegians PROPN NNPS 2 nsubj (1-person)|left VERB VBD 0 root _", "[Other Norwegians] left")]
    public void The_name_is_cut_out_of_its_mention(string words, string expected)
    {
        using var folder = new TemporaryFolder();
        var lines = words.Split('|').Select((word, i) =>
        {
            var f = word.Split(' ');
            return $"{i + 1}\t{f[0]}\t_\t{f[1]}\t{f[2]}\t_\t{f[3]}\t{f[4]}\t_\t{(f[5] == "_" ? "_" : "Entity=" + f[5])}";
        });
        File.WriteAllText(Path.Combine(folder.Root, "a.conllu"), string.Join('\n', lines) + "\n\n");

        var sentence = Treebank.ReadFolder(folder.Root).Single();

        Assert.Equal(expected, Print(sentence));
    }

    private static string Print(TrainingSentence sentence)
    {
        var parts = new List<string>();
        for (var i = 0; i < sentence.Length; i++)
        {
            var label = sentence.Names[i];
            var ends = label != 0 && (i + 1 == sentence.Length || sentence.Names[i + 1] == 0 || NameLabels.Starts(sentence.Names[i + 1]));
            parts.Add($"{(NameLabels.Starts(label) ? $"[{NameLabels.Kind(label)} " : "")}{sentence.Forms[i]}{(ends ? "]" : "")}");
        }

        return string.Join(' ', parts);
    }
}
