using Demarche.Knowledge;

namespace Demarche.Cli.Tests;

public sealed class WhoCommandTests
{
    [Fact]
    public void The_office_held_on_the_day_is_marked()
    {
        var entry = new KnowledgeEntry
        {
            Id = "person:ada-example", Kind = EntryKind.Person, Name = "Ada Example", Country = "NOR",
            Terms =
            [
                new("minister of defence", "DM", "NOR", "MIL", new(2009, 1, 1), new(2012, 9, 20), null),
                new("minister of foreign affairs", "FM", "NOR", "GOV", new(2012, 9, 21), null, new(2026, 1, 1)),
            ],
        };

        const string Expected = """
            Ada Example · person · NOR · person:ada-example
                2009-01-01 – 2012-09-20  minister of defence, NOR, MIL
              * 2012-09-21 – … (known on 2026-01-01)  minister of foreign affairs, NOR, GOV

            """;
        Assert.Equal(Expected, WhoCommand.Describe(entry, new(2017, 11, 24)));
    }

    [Fact]
    public void A_minister_is_found_by_name()
    {
        var outcome = Command.Run("who", "Taro", "Kono", "--on", "2017-11-24");

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Contains(outcome.Lines, line => line.StartsWith("  * 2017-08-03 – ", StringComparison.Ordinal) && line.Contains("foreign", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_not_known_is_said_to_be_so()
    {
        var outcome = Command.Run("who", "Nobody", "Whatsoever");

        Assert.Equal((ExitStatus.SomeUnread, "demarche: nothing is known under the name 'Nobody Whatsoever'.\n"), (outcome.Status, outcome.Error));
    }

    [Fact]
    public void A_day_that_is_none_is_refused() =>
        Assert.StartsWith("demarche: --on: 'last week' is no day; write it as 2017-08-30.\n", Command.Run("who", "Kono", "--on", "last week").Error, StringComparison.Ordinal);
}
