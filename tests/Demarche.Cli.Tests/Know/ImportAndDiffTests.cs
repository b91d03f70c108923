namespace Demarche.Cli.Tests;

public sealed class ImportAndDiffTests
{
    [Fact]
    public void A_dictionary_becomes_a_folder_that_the_coder_reads()
    {
        using var folder = new Folder();
        var actors = folder.Add("my.actors.txt", "EVE_EXAMPLE_ [NORELI]\n\t[NORGOV >20261128]\nNOTHING_AT_ALL [QQQ]\n");
        var agents = folder.Add("my.agents.txt", "ZEPPELINEER [~MIL]\n");

        var outcome = Command.Run("knowledge", "import", "--petrarch", actors, agents, "-o", folder["out"]);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Equal(
            $"""
            {actors}(3): 'QQQ' names no known state or body; add it to codes.tsv first.
            {folder["out"]}/people.tsv: 1 row
            {folder["out"]}/officeholders.tsv: 2 rows
            {folder["out"]}/rolenouns.tsv: 1 row
            0 entries were known already; 1 line could not be turned over whole.

            """, outcome.Output);
        var coded = Command.Run("code", folder.Add("report.txt", UserTables.Report), "--format", "ndjson", "--knowledge", folder["out"]);
        Assert.Contains("person:eve-example", coded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dictionary_of_verbs_becomes_a_codebook_that_is_sound_and_codes_by_it()
    {
        using var folder = new Folder();
        var actors = folder.Add("my.actors.txt", "EVE_EXAMPLE_ [NORELI]\n\t[NORGOV >20261128]\n");
        var verbs = folder.Add("my.verbs.txt",
            """
            &CANNON
            +HOWITZERS
            --- POUND [190] ---
            POUND {POUNDS POUNDED POUNDING } [190]
            - * + WITH &CANNON [195] # by what
            - * ^ + [190]

            """);

        var outcome = Command.Run("knowledge", "import", "--petrarch", actors, verbs, "-o", folder["out"]);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Equal(
            $"""
            {verbs}(6): '- * ^ +' cannot be said in our patterns: '^' skips a clause, which a pattern cannot; see docs/codebook.md, "Pattern".
            {folder["out"]}/people.tsv: 1 row
            {folder["out"]}/officeholders.tsv: 2 rows
            {folder["out"]}/codebook/entries/petrarch.tsv: 2 rows
            {folder["out"]}/codebook/classes-petrarch.tsv: 1 row
            0 entries were known already; 1 line could not be turned over whole.

            """, outcome.Output);
        var check = Command.Run("codebook", "check", folder["out/codebook"]);
        Assert.Equal((ExitStatus.Done, ""), (check.Status, check.Error));
        Assert.StartsWith("ASSAULT        2 entries", check.Output, StringComparison.Ordinal);
        var report = folder.Add("report.txt", "Norwegian troops pounded Swedish positions with a howitzer on Sunday.");
        var coded = Command.Run("code", report, "--format", "csv", "--codebook", folder["out/codebook"], "--knowledge", folder["out"]);
        Assert.Contains(",ASSAULT,heavy-weapons,military,195,", coded.Output, StringComparison.Ordinal);
        Assert.Contains(",pounded,pound-5,", coded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_tables_is_not_written_to()
    {
        using var folder = new Folder();
        var actors = folder.Add("my.actors.txt", "EVE_EXAMPLE_ [NORELI]\n");

        var outcome = Command.Run("knowledge", "import", "--petrarch", actors, "-o", UserTables.In(folder));

        Assert.Equal((ExitStatus.Usage, $"demarche: '{folder["mine"]}' holds tables already; name a new folder, and put the rows together by hand.\n"), (outcome.Status, outcome.Error));
    }

    [Fact]
    public void A_dictionary_that_is_missing_is_named()
    {
        using var folder = new Folder();

        var outcome = Command.Run("knowledge", "import", "--petrarch", folder["none"], "-o", folder["out"]);

        Assert.Equal((ExitStatus.Usage, $"demarche: there is no file '{folder["none"]}'; name a dictionary.\n"), (outcome.Status, outcome.Error));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Two_folders_are_told_apart_row_by_row()
    {
        using var folder = new Folder();
        const string Head = "# mine\n# id\tname\tnames\tsurname\n";
        folder.Add("old/people.tsv", Head + "a\tAda\t\t\nb\tBea\tBe\t\n");
        folder.Add("new/people.tsv", Head + "a\tAda\tAdah\t\nc\tCid\t\t\n");

        var outcome = Command.Run("knowledge", "diff", folder["old"], folder["new"]);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Equal(
            """
            people.tsv: 1 added, 1 removed, 1 changed
              ~ a: names: '' is now 'Adah'
              + c: id c; name Cid
              - b: id b; name Bea; names Be

            """, outcome.Output);
        Assert.Equal("The tables hold the same rows.\n", Command.Run("knowledge", "diff", folder["old"], folder["old"]).Output);
    }
}
