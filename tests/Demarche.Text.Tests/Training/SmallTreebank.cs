using System.Globalization;
using System.Text;
using Demarche.Text.Training;

namespace Demarche.Text.Tests.Training;

/// <summary>A treebank of a few dozen sentences made from one pattern, with vectors, in a folder of its own.</summary>
internal sealed class SmallTreebank : IDisposable
{
    private static readonly string[] Places = ["Norway", "Iceland", "Denmark", "Oslo", "Bergen"];

    private static readonly string[] Verbs = ["warned", "thanked", "visited", "invited"];

    private static readonly string[] Adverbs = ["today", "again", "openly"];

    internal SmallTreebank()
    {
        Write("train", "T_news_first", 0, 30);
        Write("train", "T_news_both", 3, 10);
        Write("dev", "T_news_both", 3, 10);
        File.WriteAllText(Vectors, VectorText());
    }

    internal string Root { get; } = Directory.CreateTempSubdirectory("treebank-").FullName;

    internal string Train => Path.Combine(Root, "train");

    internal string Dev => Path.Combine(Root, "dev");

    internal string Vectors => Path.Combine(Root, "vectors.txt");

    public void Dispose() => Directory.Delete(Root, recursive: true);

    internal TrainingOptions Options(string output, int epochs) => new()
    {
        TrainFolders = [Train], DevFolders = [Dev], VectorsFile = Vectors, OutputFile = Path.Combine(Root, output), Epochs = epochs, BatchTokens = 20,
    };

    private void Write(string folder, string document, int first, int count)
    {
        var text = new StringBuilder();
        for (var i = first; i < first + count; i++) text.Append(Sentence(i)).Append('\n');
        Directory.CreateDirectory(Path.Combine(Root, folder));
        File.WriteAllText(Path.Combine(Root, folder, document + ".conllu"), text.ToString());
    }

    // "Norway warned Iceland today ." with more or less at its end.
    private static string Sentence(int number)
    {
        var (actor, recipient) = (Places[number % 5], Places[((number / 2) + 1 + (number % 5)) % 5]);
        var lines = new List<string>
        {
            $"1\t{actor}\t{actor}\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-place-new-sss-cf1-1-sgl-{actor})",
            $"2\t{Verbs[number % 4]}\t_\tVERB\tVBD\t_\t0\troot\t_\t_",
            $"3\t{recipient}\t{recipient}\tPROPN\tNNP\t_\t2\tobj\t_\tEntity=(2-place-new-sss-cf2-1-sgl-{recipient})",
        };
        if (number % 3 != 0) lines.Add($"{lines.Count + 1}\t{Adverbs[number % 3]}\t_\tADV\tRB\t_\t2\tadvmod\t_\t_");
        lines.Add($"{lines.Count + 1}\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_");
        return string.Join('\n', lines) + "\n";
    }

    private static string VectorText()
    {
        var random = new Random(5);
        var text = new StringBuilder();
        foreach (var word in Places.Concat(Verbs).Concat(Adverbs).Append("."))
        {
            text.Append(word.ToLowerInvariant());
            for (var i = 0; i < 100; i++) text.Append(' ').Append((random.NextDouble() - 0.5).ToString("f4", CultureInfo.InvariantCulture));
            text.Append('\n');
        }

        return text.ToString();
    }
}
