using Demarche.Testing;

namespace Demarche.Cli.Tests;

public sealed class CodebookCommandTests
{
    [Fact]
    public void The_shipped_codebook_is_sound_and_counted()
    {
        var outcome = Command.Run("codebook", "check");

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Contains(outcome.Lines, line => line.StartsWith("CONSULT ", StringComparison.Ordinal));
        Assert.StartsWith("The codebook is sound: version ", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_never_take_effect_are_listed_and_make_the_status_that_of_bad_data()
    {
        using var book = new CodebookFolder(
            "attack\tV:attack\tASSAULT\t\t190\t\t\t\t\t-\t-\tForce against people.",
            "attack-again\tV:attack obj=#actor obj\tASSAULT\t\t190",
            "attack-last\tV:attack obj=#actor obj\tASSAULT\taerial\t195",
            "bomb\tV:bombed !obj obj\tASSAULT");

        var outcome = Command.Run("codebook", "check", book.Path);

        Assert.Equal((ExitStatus.BadData, ""), (outcome.Status, outcome.Error));
        Assert.Equal(
            [
                "ASSAULT        4 entries      4 triggers",
                "4 entries have no near miss, 3 no reason.",
                "test.tsv(5): attack-last can never win: wherever it could hold, attack-again (test.tsv(4)) wins; delete the row, or let it ask for more.",
                "test.tsv(6,2): 'bombed' of bomb is looked up as 'bomb' wherever it is no infinitive; write 'bomb'.",
                "test.tsv(6,2): '!obj' and 'obj' of bomb never hold together; delete one of them.",
                "test.tsv(5): attack-last asks for the same as attack-again (test.tsv(4)) at V:attack, but gives ASSAULT aerial, not ASSAULT: as the later row it never wins there.",
                "compose.tsv",
                "Faults: rows that never win 1, patterns that cannot match 2, unused operators 0.",
                "Remarks: conflicts 1, rows shadowed in part 0, alternating operators 1.",
                "The codebook can be read, but has 3 faults: version ",
            ], outcome.Lines.Select(line => line.StartsWith("compose.tsv(", StringComparison.Ordinal) ? "compose.tsv" : line.Contains(": version ", StringComparison.Ordinal) ? line[..(line.LastIndexOf(' ') + 1)] : line));
    }

    [Fact]
    public void A_book_with_a_fault_is_refused_with_one_line_and_nothing_of_it_is_shown()
    {
        using var book = new CodebookFolder("attack\tV:attack\tASSAULT", "bomb\tV:bomb obj=@nonsuch\tASSAULT");

        var outcome = Command.Run("codebook", "check", book.Path, "--examples");

        Assert.Equal((ExitStatus.BadData, "", "demarche: test.tsv(4,2): the class '@nonsuch' is not in any classes table.\n"), (outcome.Status, outcome.Output, outcome.Error));
    }

    [Fact]
    public void Examples_and_near_misses_are_coded_and_counted()
    {
        using var book = new CodebookFolder(
            "attack\tV:attack\tASSAULT\t\t190\t\t\t\t\tRussia attacked Ukraine.\tRussia attacked Georgia.",
            "visit\tV:visit obj=#actor\tCONSULT\tvisit\t042\t\t\t\t\tLavrov went to Japan.\tLavrov slept.",
            "block\tV:attack obj=problem\t-\t\t\t\t\t\t\tFrance attacked the problem.\tFrance attacked the question.");

        var outcome = Command.Run("codebook", "check", book.Path, "--examples");

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        string[] expected =
        [
            "test.tsv(4): visit does not fire; coded nothing: Lavrov went to Japan.",
            "test.tsv(3): attack fires in its near miss; coded ASSAULT attack: Russia attacked Georgia.",
            "test.tsv(4): the near miss of visit holds none of its trigger words: Lavrov slept.",
            "test.tsv(4): visit fires in no example.",
            "Of 3 examples 2 fire their entry, 0 get its type from another, 0 another type, 1 nothing.",
        ];
        Assert.Equal(expected, outcome.Lines.Where(expected.Contains));
        Assert.Contains("Entries that fire in no example: 1.", outcome.Lines);
        Assert.Contains(outcome.Lines, line => line.StartsWith("Of 3 near misses ", StringComparison.Ordinal) && line.Contains(" 1 fire their entry, ", StringComparison.Ordinal) && line.EndsWith("; 1 hold no trigger.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_holds_no_codebook_is_refused_with_one_line()
    {
        using var folder = new Folder();

        var outcome = Command.Run("codebook", "check", folder.Path);

        Assert.Equal((ExitStatus.BadData, ""), (outcome.Status, outcome.Output));
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
