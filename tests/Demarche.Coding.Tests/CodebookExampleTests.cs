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

    private static string FirstMisses(IEnumerable<ExampleOutcome> outcomes) =>
        string.Join("; ", outcomes.Where(outcome => outcome.Result is ExampleResult.OtherType or ExampleResult.Nothing).Take(5).Select(outcome => $"{outcome.Entry.Name} coded {string.Join(", ", outcome.Coded)}"));
}
