using Demarche.Testing;
using Demarche.Text.Lemmas;

namespace Demarche.Knowledge.Tests;

/// <summary>Books of a size that nobody writes: each is read and checked whole, or refused with the limit that it met.</summary>
public sealed class CodebookSizeTests
{
    private const int Many = 100_000;

    // Against a hang alone; all of them take seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly Lazy<Lemmatizer> Lemmas = new(() => Lemmatizer.Load(Path.Combine(Repository.Models, Lemmatizer.FileName)));

    public static TheoryData<string, Func<int, string>> Books => new()
    {
        { "a few rows for each of many verbs", i => $"V:{Word(i % 5_000)} obj={Word(i)}x|{Word(i * 7)}x with" },
        { "all rows for one verb", i => $"V:attack obj={Word(i)}x|{Word(i * 7)}x with" },
        { "rows that ask for more and more", i => $"V:attack obj={string.Join('|', Enumerable.Range(0, i % 20).Select(k => Word(k) + "x").Append("tank"))} with={Word(i)}x" },
    };

    [Theory, MemberData(nameof(Books), DisableDiscoveryEnumeration = true)]
    public async Task A_hundred_thousand_entries_are_read_and_compared_in_a_number_of_steps_that_grows_with_them(string book, Func<int, string> pattern)
    {
        using var folder = new CodebookFolder(Enumerable.Range(0, Many).Select(i => $"e{i}\t{pattern(i)}\tASSAULT"));

        var (codebook, finder) = await Guarded(() =>
        {
            var codebook = Codebook.Load(folder.Path);
            return (codebook, ShadowFinder.Find(codebook.Entries));
        });

        Assert.Equal(Many, codebook.Entries.Count);
        Assert.True(finder.IsWhole && finder.Comparisons < 10 * Many, $"{book}: {finder.Comparisons} comparisons");
    }

    [Fact]
    public async Task Equal_rows_are_each_named_with_the_first_of_them()
    {
        using var folder = new CodebookFolder(Enumerable.Range(0, Many).Select(i => $"e{i}\tV:attack obj=tank with\tASSAULT"));

        var findings = await Guarded(() => CodebookCheck.Find(Codebook.Load(folder.Path), Lemmas.Value));

        var never = findings.Where(finding => finding.Kind == CodebookFindingKind.NeverWins).ToArray();
        Assert.Equal(Many - 1, never.Length);
        Assert.All(never, finding => Assert.Contains("e0 (test.tsv(3)) wins", finding.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_book_whose_rows_are_all_alike_is_compared_up_to_a_limit_that_the_check_names()
    {
        // Each pair of some hundred words has a row, so that every word stands in hundreds of rows.
        using var folder = new CodebookFolder(Enumerable.Range(0, Many).Select(i => $"e{i}\tV:attack obj={Word(i / 317)}x|{Word(i % 317)}y\tASSAULT"));

        var findings = await Guarded(() => CodebookCheck.Find(Codebook.Load(folder.Path), Lemmas.Value));

        var unfinished = Assert.Single(findings, finding => finding.Kind == CodebookFindingKind.Unfinished);
        Assert.True(unfinished.IsFault);
        Assert.Equal("the search for shadowed rows ended after 2,000,000 comparisons; too many rows are alike, and some of them may be shadowed.", unfinished.Text);
    }

    [Fact]
    public async Task Too_many_entries_are_refused_at_the_first_that_is_too_many()
    {
        using var folder = new CodebookFolder(Enumerable.Range(0, CodebookLimits.Entries + 1).Select(i => $"e{i}\tV:attack\tASSAULT"));

        var refusal = await Assert.ThrowsAsync<LexiconException>(() => Guarded(() => Codebook.Load(folder.Path)));

        Assert.Equal("test.tsv(200003,1): this is entry 200,001, but a codebook may have 200,000 at most; leave out what no report needs.", refusal.Message);
    }

    [Fact]
    public async Task Too_many_triggers_are_refused_at_the_row_that_brings_them()
    {
        var triggers = "V:" + string.Join('|', Enumerable.Range(0, 2_000).Select(i => Word(i) + "x"));
        using var folder = new CodebookFolder(Enumerable.Range(0, 501).Select(i => $"e{i}\t{triggers}\tASSAULT"));

        var refusal = await Assert.ThrowsAsync<LexiconException>(() => Guarded(() => Codebook.Load(folder.Path)));

        Assert.Equal("test.tsv(503,2): with this row the codebook has 1,002,000 triggers, but 1,000,000 at most are read; leave out what no report needs.", refusal.Message);
    }

    [Fact]
    public async Task Classes_that_many_patterns_write_out_are_refused_before_they_fill_the_memory()
    {
        using var folder = new CodebookFolder(Enumerable.Range(0, 50).Select(i => $"e{i}\tV:attack obj=@vast|{Word(i)}x\tASSAULT"));
        folder.Append("classes-everyday.tsv", "vast\t" + string.Join('|', Enumerable.Range(0, 100_000).Select(i => Word(i) + "y")));

        var refusal = await Assert.ThrowsAsync<LexiconException>(() => Guarded(() => Codebook.Load(folder.Path)));

        Assert.Equal($"test.tsv(22,2): with 'obj=@vast|{Word(19)}x' the patterns allow more than 2,000,000 words, classes written out; name fewer or smaller classes.", refusal.Message);
    }

    [Theory]
    [InlineData(1, "pattern")]
    [InlineData(9, "example")]
    [InlineData(11, "reason")]
    public void A_cell_of_a_megabyte_is_refused_with_its_place(int column, string name)
    {
        var cells = "one\tV:attack\tASSAULT\t\t\t\t\t\t\t-\t-\t-".Split('\t');
        cells[column] += new string('x', 1 << 20);
        using var folder = new CodebookFolder(string.Join('\t', cells));

        var refusal = Assert.Throws<LexiconException>(() => Codebook.Load(folder.Path));

        Assert.Equal(("test.tsv", 3, column + 1), (refusal.File, refusal.Line, refusal.Column));
        Assert.Equal($"test.tsv(3,{column + 1}): the cell has {cells[column].Length:N0} characters, but 20,000 at most are read; make several rows of it, or a class.", refusal.Message);
        Assert.True(refusal.Message.Length < 200, name);
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(200, "test.tsv(3,2): the pattern has 200 requirements, but 64 at most are read; make several rows of it.")]
    public void A_pattern_has_so_many_requirements_at_most(int count, string? message)
    {
        using var folder = new CodebookFolder($"one\tV:attack {string.Join(' ', Enumerable.Range(0, count).Select(i => $"obj=!{Word(i)}x"))}\tASSAULT");

        Assert.Equal(message, Record.Exception(() => Codebook.Load(folder.Path))?.Message);
    }

    private static Task<T> Guarded<T>(Func<T> work) => Task.Run(work).WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>A word of small letters for a number; numbers below 26 have one letter.</summary>
    private static string Word(int number) => number < 26 ? $"{(char)('a' + number)}" : Word((number / 26) - 1) + (char)('a' + (number % 26));
}
