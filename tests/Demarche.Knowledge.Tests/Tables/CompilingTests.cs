namespace Demarche.Knowledge.Tests.Tables;

public sealed class CompilingTests
{
    [Fact]
    public void The_shipped_tables_compile_to_the_same_bytes_again_and_are_read_back()
    {
        using var folder = new TableFolder();
        var file = Path.Combine(folder.Path, "knowledge.bin");

        KnowledgeCompiler.Compile(Shipped.Folder, file);

        Assert.Equal(Shipped.Bytes, File.ReadAllBytes(file));
        var knowledge = KnowledgeBase.Load(file);
        Assert.Equal(Shipped.Knowledge.Version, knowledge.Version);
        Assert.Equal(16, knowledge.Version.Length);
        Assert.Equal(Shipped.Knowledge.Count, knowledge.Count);
        Assert.True(knowledge.CheckedUntil >= new DateOnly(2026, 11, 1));
        Assert.False(File.Exists(file + ".partial"));
    }

    [Fact]
    public void A_changed_fact_changes_the_version()
    {
        using var folder = TableFolder.Small();
        var before = KnowledgeBase.Open(KnowledgeCompiler.Compile(folder.Path)).Version;

        folder.Append("people.tsv", "eve-example\tEve Example\t\tExample");

        Assert.NotEqual(before, KnowledgeBase.Open(KnowledgeCompiler.Compile(folder.Path)).Version);
    }

    [Fact]
    public void Two_holders_at_a_time_of_an_office_with_one_are_refused_unless_the_office_is_shared()
    {
        using var folder = TableFolder.Small();
        folder.Append("people.tsv", "eve-example\tEve Example\t\tExample");
        folder.Append("officeholders.tsv", "NOR\t\tminister of foreign affairs\tFM\tGOV\teve-example\t2020-02-01\t2020-05-01\t");

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal("officeholders.tsv(5,7): 'eve-example' becomes 'minister of foreign affairs' while 'ada-example' holds it until 2021-10-13 "
            + "(officeholders.tsv(4)); let one term end before the other starts, or name the office in sharedoffices.tsv if both held it.", error.Message);
        folder.Append("sharedoffices.tsv", "NOR\t\tminister of foreign affairs\teve-example\tacting");
        Assert.Equal(2, KnowledgeCompiler.Check(folder.Path).Holdings.Single(holding => holding.What == "people").Count);
    }

    [Theory]
    [InlineData("minister of finance", "FM", "2020-02-01", "2020-05-01")] // another office
    [InlineData("minister of foreign affairs", "FM", "2021-10-13", "2022-01-01")] // a handover
    [InlineData("minister of foreign affairs", "MIN", "2020-02-01", "2020-05-01")] // several may be
    public void Terms_that_do_not_overlap_in_one_office_of_one_are_taken(string office, string role, string start, string end)
    {
        using var folder = TableFolder.Small();
        folder.Append("people.tsv", "eve-example\tEve Example\t\tExample");
        folder.Append("officeholders.tsv", $"NOR\t\t{office}\t{role}\tGOV\teve-example\t{start}\t{end}\t");

        Assert.True(KnowledgeCompiler.Check(folder.Path).Entries > 0);
    }

    [Fact]
    public void What_was_added_to_the_tables_is_found()
    {
        using var folder = TableFolder.Small();
        folder.Append("people.tsv", "eve-example\tEve Example\tEva Example\tExample");
        folder.Append("officeholders.tsv", "NOR\t\tminister of foreign affairs\tFM\tGOV\teve-example\t2021-10-14\t2025-02-04\t");

        var knowledge = KnowledgeBase.Open(KnowledgeCompiler.Compile(folder.Path));

        Assert.Equal("Eve Example", knowledge.Holder("FM", "NOR", new DateOnly(2023, 1, 1))?.Name);
        Assert.Null(knowledge.Holder("FM", "NOR", new DateOnly(2025, 2, 5)));
        Assert.Equal("Eve Example", knowledge.FindExact("eva EXAMPLE")[0].Name);
    }

    [Theory]
    [InlineData("offices.tsv", "chief example\t\tFM\tGVO\tNOR", "offices.tsv(5,4): 'GVO' is not a PLOVER sector; see sectors.tsv for the known ones.")]
    [InlineData("offices.tsv", "chief example\t\tXX\tGOV\tNOR", "offices.tsv(5,3): 'XX' is not a role; see roles.tsv for the known ones.")]
    [InlineData("offices.tsv", "chief example\t\tFM\tGOV\tNRW", "offices.tsv(5,5): 'NRW' is neither a state of countries.tsv nor a code of codes.tsv; correct it, or add it there first.")]
    [InlineData("offices.tsv", "chief example\tFM\tGOV\tNOR", "offices.tsv(5,4): the row has 4 columns, but 5 were expected; part the fields by single tabs and keep empty ones.")]
    [InlineData("offices.tsv", "chief example\t\tFM\tGOV\tNOR\tmore", "offices.tsv(5,6): the row has 6 columns, but 5 were expected; part the fields by single tabs and keep empty ones.")]
    [InlineData("offices.tsv", "\t\tFM\tGOV\tNOR", "offices.tsv(5,1): 'title' is empty, but every row needs one; fill it or delete the row.")]
    [InlineData("officeholders.tsv", "NOR\t\tminister\tMIN\tGOV\tada-example\t2021-10-14\t2020-02-04\t", "officeholders.tsv(5,8): the row ends on 2020-02-04, before it starts on 2021-10-14; exchange or correct the dates.")]
    [InlineData("officeholders.tsv", "NOR\t\tminister\tMIN\tGOV\tada-example\t2021\t\t", "officeholders.tsv(5,7): '2021' is not a date; write it as 2017-11-24, or leave it empty where it is unknown.")]
    [InlineData("officeholders.tsv", "NOR\t\tminister\tMIN\tGOV\tnobody\t\t\t", "officeholders.tsv(5,6): 'nobody' is not an id of people.tsv; add the person there, or correct the id.")]
    [InlineData("people.tsv", "ada-example\tAnother Ada\t\t", "people.tsv(5,1): 'ada-example' was already used on line 4; give one of the rows another, or delete it.")]
    [InlineData("people.tsv", "eve-example\t—\t\t", "people.tsv(5,2): '—' holds no letter or digit, so that no text can name it; correct or delete it.")]
    [InlineData("places.tsv", "p2\tSouth Pole\t\tNOR\tcity\t\t-91\t0\t", "places.tsv(5,7): '-91' is no latitude from -90 to 90 or longitude from -180 to 180; give degrees.")]
    [InlineData("places.tsv", "p2\tOslo\t\tNOR\tcity\t\t59.9\t10.7\tmany", "places.tsv(5,9): 'many' is not a number; write it as 39.38 or 12500.")]
    [InlineData("stopnames.tsv", "bergen\tparty\tcautious\tagain", "stopnames.tsv(5,1): 'bergen, party' was already used on line 4; give one of the rows another, or delete it.")]
    [InlineData("officeholders.tsv", "NOR\t\tminister of foreign affairs\tFM\tGOV\tada-example\t2017-10-20\t\t2020-01-01", "officeholders.tsv(5,1): 'NOR, minister of foreign affairs, FM, ada-example, 2017-10-20' was already used on line 4; give one of the rows another, or delete it.")]
    [InlineData("roles.tsv", "HOG\thead of government\t90\tmany", "roles.tsv(6,4): 'many' is unknown here; write one of: , one.", 6)]
    [InlineData("countries.tsv", "SVA\tSvalia\t\t\t\t\tdependency\tSVA\t\t\t\t\t", "countries.tsv(5,8): 'SVA' leads back to where it began (SVA, SVA); correct one of these rows.")]
    [InlineData("sharedoffices.tsv", "NOR\t\tminister of everything\t\tjoint", "sharedoffices.tsv(4,3): no row of officeholders.tsv has the office 'minister of everything' there; write it as that table does, or delete the row.", 4)]
    [InlineData("sharedoffices.tsv", "NOR\t\tminister of foreign affairs\teve-example\tjoint", "sharedoffices.tsv(4,4): no row of officeholders.tsv has 'eve-example' as 'minister of foreign affairs' there; write both as that table does, or delete the row.", 4)]
    [InlineData("sharedoffices.tsv", "NOR\t\tminister of foreign affairs\t\ttogether", "sharedoffices.tsv(4,5): 'together' is unknown here; write one of: joint, parts, rival, acting, unclear.", 4)]
    [InlineData("stopnames.tsv", "Oslo\tplace\tnever\twhy", "stopnames.tsv(5,1): 'Oslo' is not folded; write it as 'oslo'.")]
    [InlineData("stopnames.tsv", "oslo\tplace\tsometimes\twhy", "stopnames.tsv(5,3): 'sometimes' is unknown here; write one of: never, cautious.")]
    public void A_wrong_row_is_reported_with_its_place_and_what_to_do(string file, string row, string message, int line = 5)
    {
        using var folder = TableFolder.Small();
        folder.Append(file, row);

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal(message, error.Message);
        Assert.Equal((file, line), (error.File, error.Line));
    }

    [Fact]
    public void A_missing_table_is_named_with_its_folder()
    {
        using var folder = TableFolder.Small();
        File.Delete(Path.Combine(folder.Path, "titles.tsv"));

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal($"titles.tsv: the table is missing from '{folder.Path}'; restore it, or leave only its header lines if it is to be empty.", error.Message);
    }

    [Fact]
    public void A_table_that_does_not_name_its_columns_is_refused()
    {
        using var folder = TableFolder.Small();
        folder.Write("codes.tsv", "# Codes. Checked: 2026-01-31.\n# code\tsense\nUNO\tUnited Nations\n");

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal("codes.tsv(2): the last comment line names the columns 'code sense', but 'code meaning' was expected; name the columns so, parted by tabs.", error.Message);
    }

    [Fact]
    public void A_table_that_does_not_say_when_it_was_checked_is_refused()
    {
        using var folder = TableFolder.Small();
        folder.Write("codes.tsv", "# Codes.\n# code\tmeaning\nUNO\tUnited Nations\n");

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal("codes.tsv(1): no comment line says when the table was checked; add one with 'Checked: 2026-01-31.', giving the day.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public void A_file_that_is_no_compiled_knowledge_is_refused(int length)
    {
        using var folder = new TableFolder();
        var file = Path.Combine(folder.Path, "knowledge.bin");
        File.WriteAllBytes(file, new byte[length]);

        var error = Assert.Throws<LexiconException>(() => KnowledgeBase.Load(file));

        Assert.Equal("knowledge.bin: the file is not knowledge compiled by this version; compile it again with 'demarche knowledge compile'.", error.Message);
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        using var folder = TableFolder.Small();
        var file = Path.Combine(folder.Path, "knowledge.bin");
        File.WriteAllBytes(file, KnowledgeCompiler.Compile(folder.Path)[..^64]);

        Assert.Throws<LexiconException>(() => KnowledgeBase.Load(file));
    }
}
