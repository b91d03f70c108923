using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class CodebookExampleTests
{
    private static readonly Lazy<ExampleOutcome[]> Outcomes = new(() => [.. CodebookExamples.Run(TestCoder.Instance, TestCoder.Instance.Codebook)]);

    /// <summary>What held when it was last raised; an entry that misses its own example is a parse or an argument to mend, and is listed by <c>demarche codebook check --examples</c>.</summary>
    private const double LeastRightTypes = 0.84;

    private const double LeastSilentBlocks = 0.95;

    [Fact]
    public void Examples_are_coded_with_the_type_of_their_entry()
    {
        var coding = Outcomes.Value.Where(outcome => !outcome.Entry.Blocks).ToArray();

        var right = coding.Count(outcome => outcome.Result is ExampleResult.Fires or ExampleResult.OtherRule);

        Assert.True(right >= LeastRightTypes * coding.Length, $"{right} of {coding.Length} examples have their entry's type; first misses: {FirstMisses(coding)}");
    }

    [Fact]
    public void Blocking_entries_let_nothing_through()
    {
        var blocking = Outcomes.Value.Where(outcome => outcome.Entry.Blocks).ToArray();

        var silent = blocking.Count(outcome => outcome.Result == ExampleResult.Fires);

        Assert.True(silent >= LeastSilentBlocks * blocking.Length, $"{silent} of {blocking.Length} blocking examples yield nothing; first misses: {FirstMisses(blocking)}");
    }

    [Fact]
    public void Every_operator_of_an_entry_has_a_composition()
    {
        var codebook = TestCoder.Instance.Codebook;

        Assert.All(codebook.Entries.Where(entry => entry.Operator is not null),
            entry => Assert.True(codebook.Compose(entry.Operator!, null) is not null, $"{entry.Where}: operator '{entry.Operator}' has no row with inner '-' in compose.tsv."));
    }

    [Fact]
    public void A_near_miss_is_right_while_its_entry_does_not_fire()
    {
        using var book = new CodebookFolder(
            "right\tV:visit obj=#actor\tCONSULT\tvisit\t042\t\t\t\t\tLavrov visited Japan.\tLavrov visited a museum.",
            "fires\tV:condemn\tACCUSE\tdisapprove\t111\t\t\t\t\tFrance condemned Iran.\tFrance condemned Russia.",
            "no-word\tN:raid\tASSAULT\t\t190\t\t\t\t\tA raid by Israel on Syria began.\tFrance condemned Russia.",
            "folded\tN:strike group\tMOBILIZE\t\t150\t\t\t\t\t-\tThe USS Carl Vinson Strike Group sailed.");

        Assert.Equal(["right Right True", "fires Fires True", "no-word Right False", "folded Right True"], NearMisses(book));
    }

    [Fact]
    public void A_near_miss_of_a_blocking_entry_is_right_where_it_tells_an_event()
    {
        using var book = new CodebookFolder(
            "visit\tV:visit obj=#actor\tCONSULT\tvisit\t042\t\t\t\t\tLavrov visited Japan.",
            "block\tV:visit obj=museum\t-\t\t\t\t\t\t\tLavrov visited a museum.\tLavrov visited Japan.",
            "block-wrong\tV:visit obj=zoo\t-\t\t\t\t\t\t\tLavrov visited a zoo.\tLavrov visited a park.");

        Assert.Equal(["block Right True", "block-wrong Nothing True"], NearMisses(book));
    }

    [Fact]
    public void An_operator_fires_where_it_acts_on_the_event_inside_it()
    {
        using var book = new CodebookFolder(
            "attack\tV:attack\tASSAULT\t\t190\t\t\t\t\tRussia attacked Ukraine.",
            "start\tV:begin xcomp\t-\t\t\t\t\t\tbegin\tRussia began to attack Ukraine.\tRussia began to sleep.");

        Assert.Equal(["start Right True"], NearMisses(book));
        Assert.Equal(["attack Fires", "start Fires"], Examples(book).Select(outcome => $"{outcome.Entry.Name} {outcome.Result}"));
    }

    [Fact]
    public void An_entry_that_fires_in_no_example_is_told_even_if_another_gives_its_type()
    {
        using var book = new CodebookFolder(
            "attack\tV:attack\tASSAULT\t\t190\t\t\t\t\tRussia attacked Ukraine.",
            "attack-city\tV:attack obj=harbour\tASSAULT\t\t190\t\t\t\t\tRussia attacked a town of Ukraine.",
            "block\tV:attack obj=problem\t-\t\t\t\t\t\t\tFrance attacked the problem.",
            "block-never\tV:attack obj=riddle\t-\t\t\t\t\t\t\tFrance slept.");
        var coder = CoderOf(book);

        var unfired = CodebookExamples.NeverFired(coder.Codebook, CodebookExamples.Run(coder, coder.Codebook));

        Assert.Equal(["attack-city", "block-never"], unfired.Select(entry => entry.Name));
    }

    private static ReportCoder CoderOf(CodebookFolder book) =>
        Coder.Load(new CoderFiles(Repository.Models, Repository.Data, "") { Codebook = book.Path, Knowledge = TestCoder.Instance.Knowledge, Ranks = false });

    private static ExampleOutcome[] Examples(CodebookFolder book)
    {
        var coder = CoderOf(book);
        return [.. CodebookExamples.Run(coder, coder.Codebook)];
    }

    private static IEnumerable<string> NearMisses(CodebookFolder book)
    {
        var coder = CoderOf(book);
        return CodebookExamples.RunNearMisses(coder, coder.Codebook).Select(outcome => $"{outcome.Entry.Name} {outcome.Result} {outcome.HasTrigger}");
    }

    private static string FirstMisses(IEnumerable<ExampleOutcome> outcomes) =>
        string.Join("; ", outcomes.Where(outcome => outcome.Result is ExampleResult.OtherType or ExampleResult.Nothing).Take(5).Select(outcome => $"{outcome.Entry.Name} coded {string.Join(", ", outcome.Coded)}"));
}
