using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Cli.Tests;

public sealed class GapsCommandTests
{
    private const string Head = "mentions\treports\tkind\tname\tcountry\texample\n";

    [Fact]
    public void Names_that_nothing_known_bears_are_counted_over_all_reports()
    {
        var tally = new GapTally();
        tally.Add(Record("r2", "Zork met Zork.", Person("Zork", null, 0, 9)));
        tally.Add(Record("r1", "He said Zork left.", Person("Zork", "NOR", 8)));
        tally.Add(Record("r3", "Quux spoke. Russia spoke. He spoke.", Person("Quux", null, 0), Person("Russia", null, 12) with { KnowledgeId = "country:RUS" }, Pronoun(26)));

        Assert.Equal(Head + "3\t2\tperson\tZork\tNOR\tHe said Zork left.\n1\t1\tperson\tQuux\t\tQuux spoke. Russia spoke. He spoke.\n", GapTally.ToTsv(tally.Gaps()));
    }

    [Fact]
    public void An_example_is_cut_between_words_and_does_not_leave_its_paragraph()
    {
        var tally = new GapTally();
        var text = "Another paragraph.\n" + string.Concat(Enumerable.Repeat("before ", 30)) + "Zork" + string.Concat(Enumerable.Repeat(" after", 30)) + "\nThe next.";
        tally.Add(Record("r", text, Person("Zork", null, text.IndexOf("Zork", StringComparison.Ordinal))));

        Assert.Equal("… " + string.Concat(Enumerable.Repeat("before ", 11)) + "Zork" + string.Concat(Enumerable.Repeat(" after", 12)) + " …", Assert.Single(tally.Gaps()).Example);
    }

    [Fact]
    public void The_table_is_cut_at_the_width_of_the_terminal()
    {
        var tally = new GapTally();
        tally.Add(Record("r", "Zork came.", Person("Zork", "NOR", 0)));

        Assert.Equal("     1 person       Zork NOR  Zork came.\n", GapTally.ToTable(tally.Gaps(), 80));
        Assert.Equal("     1 person       Zork NOR  …\n", GapTally.ToTable(tally.Gaps(), 31));
    }

    [Fact]
    public void The_list_is_the_same_for_any_number_of_threads_and_lacks_what_the_user_added()
    {
        using var folder = new Folder();
        var lines = string.Concat(Enumerable.Range(0, 12).Select(i => Sample.Line($"r{i:00}", "Norwegian Foreign Minister Eve Example met Bertil Okandson in Oslo on Sunday.", "2026-11-29") + "\n"));
        var reports = folder.Add("reports.ndjson", lines);

        var one = Command.Run("knowledge", "gaps", reports, "--threads", "1");
        var two = Command.Run("knowledge", "gaps", reports, "--threads", "2", "-o", folder["gaps.tsv"]);
        folder.Add("mine/people.tsv", "# mine\n# id\tname\tnames\tsurname\nbertil-okandson\tBertil Okandson\t\t\n");
        var mine = Command.Run("knowledge", "gaps", reports, "--knowledge", folder["mine"]);

        Assert.Equal((ExitStatus.Done, "", ""), (two.Status, two.Output, two.Error));
        Assert.Equal(one.Output, File.ReadAllText(folder["gaps.tsv"]));
        Assert.Contains("\n12\t12\tperson\tBertil Okandson\tNOR\tNorwegian Foreign Minister Eve Example met Bertil Okandson in Oslo on Sunday.\n", one.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Bertil Okandson\t", mine.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_read_is_named_and_the_others_are_counted()
    {
        using var folder = new Folder();
        var reports = folder.Add("reports.ndjson", "{\"text\": \n" + Sample.Line("r", "Bertil Okandson met Taro Kono in Tokyo.") + "\n");

        var outcome = Command.Run("knowledge", "gaps", reports);

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        Assert.Contains("Bertil Okandson", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("demarche: 1 of 2 reports could not be read.\n", outcome.Error, StringComparison.Ordinal);
    }

    private static CodedReport Record(string id, string text, params CodedEntity[] entities) => new() { Report = new() { Id = id, Text = text }, Entities = entities };

    private static CodedEntity Person(string name, string? country, params int[] starts) => new()
    {
        Id = "e1", Kind = EntityKind.Person, Name = name, Country = country,
        Mentions = [.. starts.Select(start => new CodedMention(new TextSpan(start, start + name.Length), name, MentionForm.Name))],
    };

    private static CodedEntity Pronoun(int start) => new()
    {
        Id = "e3", Kind = EntityKind.Person, Name = "He", Mentions = [new(new TextSpan(start, start + 2), "He", MentionForm.Pronoun)],
    };
}
