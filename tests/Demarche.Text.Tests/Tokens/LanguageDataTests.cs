using Demarche.Text.Lemmas;
using Demarche.Text.Quantities;
using Demarche.Text.Times;
using Demarche.Text.Tokens;

namespace Demarche.Text.Tests.Tokens;

public sealed class LanguageDataTests
{
    [Fact]
    public void Every_table_loads()
    {
        TokenLexicon.Load(Language.Data);
        TimeExpressionFinder.Load(Language.Data);
        QuantityFinder.Load(Language.Data);
        Lemmatizer.Load(Path.Combine(Language.Models, Lemmatizer.FileName));
    }

    [Fact]
    public void Every_table_accounts_for_itself_and_is_sorted()
    {
        var files = Directory.GetFiles(Language.Data, "*.tsv");

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var lines = File.ReadAllLines(file);
            var rows = lines.SkipWhile(l => l.StartsWith("# ", StringComparison.Ordinal)).ToArray();
            var header = string.Join('\n', lines.Take(lines.Length - rows.Length));
            Assert.Contains("Provenance: ", header, StringComparison.Ordinal);
            Assert.Contains("Licence: ", header, StringComparison.Ordinal);
            Assert.Contains("Known gaps: ", header, StringComparison.Ordinal);
            Assert.Equal(rows.OrderBy(r => r, StringComparer.Ordinal), rows);
        }
    }

    [Fact]
    public void A_row_with_the_wrong_number_of_columns_is_reported_with_its_place()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(directory, "abbreviations.tsv"), "# A table.\nMr.\ttitle\tx\nDr.\ttitle\n");

        var error = Assert.Throws<LanguageDataException>(() => TokenLexicon.Load(directory));

        Assert.Equal("abbreviations.tsv(3,1): the row has 2 columns, but 3 were expected, parted by tabs.", error.Message);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void An_unknown_kind_is_reported_with_the_known_ones()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(directory, "abbreviations.tsv"), "Mr.\ttitel\tx\n");

        var error = Assert.Throws<LanguageDataException>(() => TokenLexicon.Load(directory));

        Assert.Equal("abbreviations.tsv(1,2): 'titel' is not one of title, number, general, calendar.", error.Message);
        Directory.Delete(directory, recursive: true);
    }
}
