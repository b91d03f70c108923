using Demarche.Knowledge.Tests.Tables;

namespace Demarche.Knowledge.Tests;

public sealed class UserKnowledgeTests
{
    private const string People = "# mine\n# id\tname\tnames\tsurname\n";
    private const string Holders = "# mine\n# country\tunit\toffice\trole\tsector\tperson\tstart\tend\tas_of\n";

    private const string Eve = "eve-example\tEve Example\t\t\n";

    [Fact]
    public void Rows_are_added_and_take_the_place_of_rows_with_the_same_key()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();
        mine.Write("people.tsv", People + Eve);
        mine.Write("officeholders.tsv", Holders
            + "NOR\t\tminister of foreign affairs\tFM\tGOV\tada-example\t2017-10-20\t2020-01-01\t\n"
            + "NOR\t\tminister of foreign affairs\tFM\tGOV\teve-example\t2020-01-02\t\t\n");

        var knowledge = UserKnowledge.Load(shipped.Path, mine.Path);

        Assert.Equal("Ada Example", knowledge.Holder("FM", "NOR", new(2019, 12, 31))?.Name);
        Assert.Equal("Eve Example", knowledge.Holder("FM", "NOR", new(2021, 1, 1))?.Name);
        var tally = KnowledgeCompiler.Check(shipped.Path, mine.Path);
        Assert.Equal((5, 10, 2, 1), (tally.Entries, tally.Names, tally.NewRows, tally.ReplacedRows));
        Assert.NotEqual(KnowledgeBase.Open(KnowledgeCompiler.Compile(shipped.Path)).Version, knowledge.Version);
    }

    [Fact]
    public void What_was_compiled_is_kept_until_a_table_changes()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();
        mine.Write("people.tsv", People + Eve);
        UserKnowledge.Load(shipped.Path, mine.Path);
        var first = Assert.Single(Directory.GetFiles(mine.Path, "compiled-*.bin"));
        var time = File.GetLastWriteTimeUtc(first);

        UserKnowledge.Load(shipped.Path, mine.Path);
        Assert.Equal(time, File.GetLastWriteTimeUtc(first));

        mine.Append("people.tsv", "eli-example\tEli Example\t\t");
        Assert.Single(UserKnowledge.Load(shipped.Path, mine.Path).FindExact("Eli Example"));
        Assert.NotEqual(first, Assert.Single(Directory.GetFiles(mine.Path, "compiled-*.bin")));

        shipped.Append("people.tsv", "ede-example\tEde Example\t\t");
        Assert.Single(UserKnowledge.Load(shipped.Path, mine.Path).FindExact("Ede Example"));
    }

    [Fact]
    public void What_was_kept_and_damaged_is_compiled_again()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();
        mine.Write("people.tsv", People + Eve);
        UserKnowledge.Load(shipped.Path, mine.Path);
        var kept = Assert.Single(Directory.GetFiles(mine.Path, "compiled-*.bin"));
        File.WriteAllBytes(kept, new byte[10]);

        Assert.Single(UserKnowledge.Load(shipped.Path, mine.Path).FindExact("Eve Example"));
        Assert.True(new FileInfo(kept).Length > 10);
    }

    [Fact]
    public void A_mistake_is_reported_with_folder_line_and_column_and_nothing_is_kept()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();
        mine.Write("people.tsv", People + Eve);
        mine.Write("officeholders.tsv", Holders + "NRW\t\tminister\tMIN\tGOV\teve-example\t\t\t\n");

        var error = Assert.Throws<LexiconException>(() => UserKnowledge.Load(shipped.Path, mine.Path));

        Assert.Equal($"{Path.Combine(mine.Path, "officeholders.tsv")}(3,1): 'NRW' is neither a state of countries.tsv nor a code of codes.tsv; correct it, or add it there first.", error.Message);
        Assert.Empty(Directory.GetFiles(mine.Path, "*.bin"));
    }

    [Fact]
    public void A_new_holder_beside_one_who_was_forgotten_is_a_mistake()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();
        mine.Write("people.tsv", People + Eve);
        mine.Write("officeholders.tsv", Holders + "NOR\t\tminister of foreign affairs\tFM\tGOV\teve-example\t2020-01-01\t\t\n");

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(shipped.Path, mine.Path));

        Assert.Equal($"{Path.Combine(mine.Path, "officeholders.tsv")}(3,7): 'eve-example' becomes 'minister of foreign affairs' while 'ada-example' holds it until 2021-10-13 "
            + "(officeholders.tsv(4)); let one term end before the other starts, or name the office in sharedoffices.tsv if both held it.", error.Message);
    }

    [Fact]
    public void States_that_lead_back_to_each_other_are_a_mistake()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();
        mine.Write("countries.tsv", "# mine\n# code\tname\tnames\tadjectives\tdemonyms\tseats\tstatus\tof\tstart\tend\tsuccessor\tlat\tlon\n"
            + "XAA\tOld Land\t\t\t\t\thistorical\t\t\t1990-01-01\tXBB\t\t\nXBB\tNew Land\t\t\t\t\thistorical\t\t\t1999-01-01\tXAA\t\t\n");

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(shipped.Path, mine.Path));

        Assert.Equal($"{Path.Combine(mine.Path, "countries.tsv")}(3,11): 'XAA' leads back to where it began (XAA, XBB, XAA); correct one of these rows.", error.Message);
    }

    [Fact]
    public void A_table_under_an_unknown_name_is_a_mistake()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();
        mine.Write("persons.tsv", People + Eve);

        var error = Assert.Throws<LexiconException>(() => UserKnowledge.Load(shipped.Path, mine.Path));

        Assert.StartsWith($"{Path.Combine(mine.Path, "persons.tsv")}: no table is called so; the names are countries.tsv, codes.tsv, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_a_mistake()
    {
        using var shipped = TableFolder.Small();
        using var mine = new TableFolder();

        Assert.Equal($"{mine.Path}: the folder holds no table; add one, such as people.tsv, with the header lines of data/knowledge/people.tsv.",
            Assert.Throws<LexiconException>(() => UserKnowledge.Load(shipped.Path, mine.Path)).Message);
        Assert.Equal($"{mine.Path}/none: there is no such folder; name one that holds tables of knowledge.",
            Assert.Throws<LexiconException>(() => UserKnowledge.Load(shipped.Path, mine.Path + "/none")).Message);
    }
}
