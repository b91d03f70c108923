namespace Demarche.Cli.Tests;

public sealed class RankerTests
{
    // Sentences of few words, each kind often enough to be learnt from.
    private static readonly string[] States = ["France", "Japan", "Kenya", "Brazil", "India", "Norway", "Chile", "Ghana"];

    [Fact]
    public void A_ranker_is_trained_from_a_folder_and_used_with_the_codebook_it_lies_in()
    {
        using var folder = new Folder();
        folder.Add("examples/a.tsv", string.Concat(States.SelectMany((state, i) => Enumerable.Range(1, 5).Select(step =>
            $"{state} condemned {States[(i + step) % 8]} on Monday.\tcondemned\tACCUSE\tdisapprove\t\t{state}\t{States[(i + step) % 8]}\t\n{state} beat {States[(i + step) % 8]} in the final.\t\t-\t\t\t\t\t\n"))));
        var codebook = CopyCodebook(folder);

        var trained = Command.Run("train", "ranker", "--examples", folder["examples"], "--codebook", codebook, "-o", codebook);

        Assert.Equal((ExitStatus.Done, ""), (trained.Status, trained.Error));
        Assert.Contains("| 80 labelled sentences with 40 events", trained.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(codebook, "ranker.bin")) && File.Exists(Path.Combine(codebook, "ranker-types.bin")) && File.Exists(Path.Combine(codebook, "ranker.md")));
        var report = folder.Add("r.txt", Sample.Meeting);
        Assert.NotEqual(Model(Command.Run("code", report, "--format", "ndjson")), Model(Command.Run("code", report, "--format", "ndjson", "--codebook", codebook)));
    }

    [Fact]
    public void Examples_that_are_wrong_are_named_and_nothing_is_written()
    {
        using var folder = new Folder();
        var table = folder.Add("examples/a.tsv", "France met Japan.\tmet\tCONSULT\t\t\tFrance\tKenya\t\n");

        var outcome = Command.Run("train", "ranker", "--examples", folder["examples"], "-o", folder["out"]);

        Assert.NotEqual(ExitStatus.Done, outcome.Status);
        Assert.Contains($"{table}(1,7): the words 'Kenya' do not stand in the sentence 'France met Japan.'.", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Too_few_events_to_learn_from_are_told()
    {
        using var folder = new Folder();
        folder.Add("examples/a.tsv", "France met Japan on Monday.\tmet\tCONSULT\t\t\tFrance\tJapan\t\n");

        Assert.Contains("1 events are marked in the 1 sentences; at least 20 are needed to train from.", Command.Run("train", "ranker", "--examples", folder["examples"], "-o", folder["out"]).Error, StringComparison.Ordinal);
    }

    private static string? Model(Outcome outcome) => outcome.Records.Single().GetProperty("versions").GetProperty("model").GetString();

    private static string CopyCodebook(Folder folder)
    {
        foreach (var file in Directory.GetFiles(Installation.Codebook, "*.tsv", SearchOption.AllDirectories))
            folder.Add(Path.Combine("codebook", Path.GetRelativePath(Installation.Codebook, file)), File.ReadAllText(file));
        return folder["codebook"];
    }
}
