using Demarche.Testing;
using Demarche.Knowledge.Tests.Tables;

namespace Demarche.Knowledge.Tests;

public sealed class CodebookTests
{
    private const string Name = "accuse-of-test";

    [Theory]
    [InlineData("entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\tallege\t999\t\t\t\t\tPeru testified against Chile.", "'999'")]
    [InlineData("entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\taerial\t112\t\t\t\t\tPeru testified against Chile.", "'aerial' of accuse-of-test is not a mode of ACCUSE")]
    [InlineData("entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\tallege\t112\t\t\t\tnonsuch\tPeru testified against Chile.", "the operator 'nonsuch'")]
    [InlineData("entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\tallege\t112\tsubj\tobjct\t\t\tPeru testified against Chile.", "'objct' is not a slot")]
    [InlineData("entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\tallege\t112\tsubj\tcomp.against\t\t\tPeru testified against Chile.", "'comp.against' is not a slot")]
    [InlineData("entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\tallege\t112\tsubj\tobj\t\t\t", "example")]
    [InlineData("types.tsv", "ACCUSE\t110\t-2.0\t", "'ACCUSE' stands in the table already")]
    [InlineData("quads.tsv", "11\tverbal_conflict", "'11' stands in the table already")]
    [InlineData("crosswalk.tsv", "112\tACCUSE\tallege\t\t-2.0", "'112' stands in the table already")]
    [InlineData("nonevents.tsv", "nobody\tfirm\t", "'nobody' is no part; write party, companion, field, invented or setting.")]
    [InlineData("nonevents.tsv", "party\tnonsuch\t", "'nonsuch' is no class; write one of classes*.tsv, or a sector with #.")]
    [InlineData("nonevents.tsv", "party\tfirm\tPROTETS", "'PROTETS' is not a PLOVER event type; see types.tsv.")]
    public void A_row_that_cannot_be_right_is_refused(string table, string row, string found)
    {
        using var folder = Copy();
        AppendEntry(folder, table, row);

        var refusal = Assert.Throws<LexiconException>(() => Codebook.Load(folder.Path));

        Assert.Contains(found, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith(Path.GetFileName(table), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_right_is_taken()
    {
        using var folder = Copy();
        AppendEntry(folder, "entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\tallege\t112\tsubj\tagainst\t\t\tPeru testified against Chile.");

        Assert.Contains(Codebook.Load(folder.Path).Entries, entry => entry.Name == Name);
    }

    [Fact]
    public void A_dash_stands_for_no_example()
    {
        using var folder = Copy();
        AppendEntry(folder, "entries/accuse.tsv", $"{Name}\tV:testify\tACCUSE\tallege\t112\t\t\t\t\t-");

        Assert.Equal("", Codebook.Load(folder.Path).Entries.Single(entry => entry.Name == Name).Example);
    }

    [Fact]
    public void Every_entry_of_the_book_that_ships_has_an_example() =>
        Assert.DoesNotContain(Codebook.Load(Path.Combine(Repository.Data, "codebook", "plover")).Entries, entry => entry.Example.Length == 0);

    [Fact]
    public void A_word_of_two_classes_is_excepted_where_one_of_them_is()
    {
        using var folder = Copy();
        folder.Append("classes-everyday.tsv", "stallholder\ttestseller");
        folder.Append("classes-everyday.tsv", "striketraders\ttestseller");
        folder.Append("nonevents.tsv", "party\tstallholder\t");
        folder.Append("nonevents.tsv", "party\tstriketraders\tPROTEST");

        var nonEvents = Codebook.Load(folder.Path).NonEvents;

        Assert.True(nonEvents.IsParty("testseller", "ACCUSE"));
        Assert.False(nonEvents.IsParty("testseller", "PROTEST"));
    }

    [Fact]
    public void A_codebook_without_a_table_of_non_events_knows_none()
    {
        using var folder = Copy();
        File.Delete(Path.Combine(folder.Path, "nonevents.tsv"));

        Assert.False(Codebook.Load(folder.Path).NonEvents.IsParty("sprinter", "ACCUSE"));
    }

    [Fact]
    public void A_folder_that_is_not_there_and_one_without_entries_are_named()
    {
        using var folder = Copy();
        Directory.Delete(Path.Combine(folder.Path, "entries"), recursive: true);

        Assert.Contains("no tables of entries", Assert.Throws<LexiconException>(() => Codebook.Load(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("no such folder", Assert.Throws<LexiconException>(() => Codebook.Load(Path.Combine(folder.Path, "nowhere"))).Message, StringComparison.Ordinal);
    }

    // As wide as the table is: books may have near misses and reasons, or not.
    private static void AppendEntry(TableFolder folder, string table, string row)
    {
        var path = Path.Combine(folder.Path, table);
        var columns = File.ReadLines(path).TakeWhile(line => line.StartsWith('#')).Last().Count(c => c == '\t');
        folder.Append(table, row + new string('\t', Math.Max(0, columns - row.Count(c => c == '\t'))));
    }

    private static TableFolder Copy()
    {
        var folder = new TableFolder();
        var shipped = Path.Combine(Repository.Data, "codebook", "plover");
        foreach (var file in Directory.EnumerateFiles(shipped, "*.tsv", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return folder;
    }
}
