using Demarche.Intake.Cleaning;
using Demarche.Intake.Tables;
using Demarche.Testing;

namespace Demarche.Intake.Tests;

public sealed class IntakeDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_phrase_finds_the_line_that_is_it()
    {
        var table = Table.Read(TestReader.DataFolder, "boilerplate.tsv", "phrase", "match", "kind", "place");

        foreach (var row in table.Rows)
        {
            var line = row["phrase"];
            Assert.True(TestReader.Data.Phrases.Find(line, Line.CountWords(line)) is not null, $"'{line}' finds nothing.");
        }
    }

    [Theory]
    [InlineData("boilerplate.tsv", "phrase")]
    [InlineData("agencies.tsv", "name")]
    [InlineData("languages.tsv", "code")]
    [InlineData("page-hints.tsv", "word")]
    [InlineData("credits.tsv", "word")]
    [InlineData("caption-cues.tsv", "word")]
    [InlineData("outlet-words.tsv", "word")]
    public void Every_table_accounts_for_itself_and_is_sorted(string file, string key)
    {
        var lines = File.ReadAllLines(Path.Combine(TestReader.DataFolder, file));
        var head = lines.TakeWhile(line => line.StartsWith('#')).ToList();
        var rows = lines.Skip(head.Count + 1).ToList();

        Assert.StartsWith(key + "", lines[head.Count], StringComparison.Ordinal);
        Assert.Contains(head, line => line.Contains("Provenance:", StringComparison.Ordinal) && line.Contains("Licence:", StringComparison.Ordinal) && line.Contains("Checked:", StringComparison.Ordinal));
        Assert.Contains(head, line => line.Contains("Known gaps:", StringComparison.Ordinal));
        Assert.Equal(rows.Count, rows.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(rows.Order(SortKey(file)), rows);
    }

    // Two tables are sorted by their kind column first, so that what belongs together stands together.
    private static Comparer<string> SortKey(string file)
    {
        int[] order = file switch { "boilerplate.tsv" => [2, 0, 1], "page-hints.tsv" or "outlet-words.tsv" when file[0] == 'p' => [1, 0], _ => [0] };
        return Comparer<string>.Create((a, b) => order
            .Select(column => string.CompareOrdinal(a.Split('\t')[column], b.Split('\t')[column]))
            .FirstOrDefault(difference => difference != 0));
    }

    [Fact]
    public void An_unknown_kind_is_reported_with_its_place_and_the_known_ones()
    {
        _folder.Write("boilerplate.tsv", "# A table.\nphrase\tmatch\tkind\tplace\nback to top\twhole\tnaav\tany\n");
        var table = Table.Read(_folder.Root, "boilerplate.tsv", "phrase", "match", "kind", "place");

        var error = Assert.Throws<IntakeDataException>(() => new PhraseBook(table));

        Assert.Equal(
            "boilerplate.tsv(3,3): found 'naav'; expected nav, share, newsletter, form, comment, related, legal, credit, field, label, byline, end, promo, slug, paywall, author.",
            error.Message);
    }

    [Fact]
    public void A_row_with_too_few_fields_is_reported_with_its_line()
    {
        _folder.Write("credits.tsv", "# A table.\nword\nphoto\timage\n");

        var error = Assert.Throws<IntakeDataException>(() => Table.Read(_folder.Root, "credits.tsv", "word"));

        Assert.Equal("credits.tsv(3): the row has 2 fields; expected 1, separated by tabs.", error.Message);
    }

    [Fact]
    public void A_wrong_column_line_is_reported()
    {
        _folder.Write("credits.tsv", "# A table.\nwort\n");

        var error = Assert.Throws<IntakeDataException>(() => Table.Read(_folder.Root, "credits.tsv", "word"));

        Assert.Equal("credits.tsv(2): the column line is 'wort'; expected 'word', separated by tabs.", error.Message);
    }

    [Fact]
    public void A_missing_table_is_named()
    {
        var error = Assert.Throws<IntakeDataException>(() => new ReportReader(_folder.Root));

        Assert.Equal($"{Path.Combine(_folder.Root, "boilerplate.tsv")}: the data file is missing or has no column line; restore it from the repository.", error.Message);
    }
}
