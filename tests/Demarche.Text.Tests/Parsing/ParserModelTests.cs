using Demarche.Text.Parsing;
using Demarche.Text.Tests.Training;

namespace Demarche.Text.Tests.Parsing;

public sealed class ParserModelTests(SmallParser small)
{
    private readonly ParserModel model = small.Model;

    [Fact]
    public void Any_words_give_a_tree_with_one_root()
    {
        var work = model.CreateWorkspace();
        foreach (var forms in RandomSentences(seed: 21, count: 150, longest: 60))
        {
            var result = Parse(forms, work);

            Assert.True(SpanningTreeTests.IsTree([.. result.Select(r => r.Head)]));
            Assert.All(result, r => Assert.Equal(r.Head < 0, r.Relation == DependencyRelation.Root));
            Assert.All(result, r => Assert.NotNull(r.PennTag));
            Assert.All(result, r => Assert.True(r.Name != NameKind.None || !r.StartsName));
        }
    }

    [Fact]
    public void Every_name_has_a_first_token()
    {
        var work = model.CreateWorkspace();
        foreach (var forms in RandomSentences(seed: 22, count: 150, longest: 40))
        {
            var result = Parse(forms, work);

            for (var i = 0; i < result.Length; i++)
                if (result[i].Name != NameKind.None && (i == 0 || result[i - 1].Name != result[i].Name)) Assert.True(result[i].StartsName);
        }
    }

    [Theory]
    [InlineData(ParserWorkspace.LongestWindow), InlineData(ParserWorkspace.LongestWindow + 1), InlineData(2000)]
    public void A_very_long_sentence_still_gives_one_tree(int length)
    {
        var forms = RandomSentences(seed: 23, count: length, longest: 1).Select(s => s[0]).ToArray();

        var result = Parse(forms, model.CreateWorkspace());

        Assert.True(SpanningTreeTests.IsTree([.. result.Select(r => r.Head)]));
        var root = Array.FindIndex(result, r => r.Head < 0);
        Assert.InRange(root, 0, ParserWorkspace.LongestWindow - 1);
    }

    [Fact]
    public void No_words_give_nothing() => Assert.Empty(Parse([], model.CreateWorkspace()));

    [Fact]
    public void What_was_read_before_does_not_matter()
    {
        string[] forms = ["Norway", "warned", "Iceland", "today", "."];
        var expected = Parse(forms, model.CreateWorkspace());
        var work = model.CreateWorkspace();

        foreach (var other in RandomSentences(seed: 24, count: 400, longest: 60))
        {
            Parse(other, work);
            if (other.Length % 4 == 0) Assert.Equal(expected, Parse(forms, work));
        }
    }

    [Fact]
    public void Threads_get_what_one_thread_gets()
    {
        var sentences = RandomSentences(seed: 25, count: 200, longest: 30);
        var work = model.CreateWorkspace();
        var expected = sentences.Select(forms => Parse(forms, work)).ToList();

        var found = new TokenAnalysis[sentences.Count][];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, model.CreateWorkspace, (i, _, own) =>
        {
            found[i] = Parse(sentences[i], own);
            return own;
        }, _ => { });

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Words_met_before_are_parsed_without_new_memory()
    {
        var sentences = RandomSentences(seed: 26, count: 30, longest: 50);
        var (work, result) = (model.CreateWorkspace(), new TokenAnalysis[50]);
        for (var round = 0; round < 3; round++) foreach (var forms in sentences) model.Parse(forms, work, result);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var forms in sentences) model.Parse(forms, work, result);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_model_loaded_twice_is_one_version()
    {
        Assert.Equal(small.Summary.Version, ParserModel.Load(small.ModelFile).Version);
        Assert.Matches("^[0-9a-f]{12}$", model.Version);
    }

    [Fact]
    public void Too_little_room_for_the_result_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => model.Parse(["Norway", "."], model.CreateWorkspace(), new TokenAnalysis[1]));

        Assert.StartsWith("There is room for 1 analyses, but 2 words were given.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workspace_of_another_model_is_refused()
    {
        var other = ParserModel.Load(small.ModelFile).CreateWorkspace();

        Assert.Throws<ArgumentException>(() => model.Parse(["Norway"], other, new TokenAnalysis[1]));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "This is not a model, but it is long enough to be looked at.");

            Assert.Throws<InvalidDataException>(() => ParserModel.Load(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static TokenAnalysis[] Parse(string[] forms, ParserWorkspace work)
    {
        var result = new TokenAnalysis[forms.Length];
        work.Model.Parse(forms, work, result);
        return result;
    }

    private static List<string[]> RandomSentences(int seed, int count, int longest)
    {
        var random = new Random(seed);
        string[] common = ["Norway", "Iceland", "warned", "thanked", "today", ".", ",", "’s", "1,180", "(", "–", "U.N."];
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, random.Next(1, longest + 1)).Select(_ => Word()).ToArray())];

        string Word() => random.Next(3) > 0 ? common[random.Next(common.Length)]
            : new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next(33, 1200))]);
    }
}
