using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class DisagreementTests
{
    [Fact]
    public void An_office_that_another_held_that_day_gives_a_warning_and_both_are_kept()
    {
        var coded = TestCoder.Code("French President Angela Merkel met Vladimir Putin. German Chancellor Emmanuel Macron left.", "2019-03-04");
        var contradicted = TestCoder.Code("French Prime Minister Emmanuel Macron met Vladimir Putin.", "2019-03-04");

        Assert.DoesNotContain(coded.Warnings, warning => warning.Contains("an office that", StringComparison.Ordinal));
        Assert.Contains(contradicted.Warnings, warning => warning.StartsWith("The report calls Emmanuel Macron prime minister, an office that Édouard Philippe held on 2019-03-04 by the tables; the record keeps 'president", StringComparison.Ordinal));
        Assert.Contains(contradicted.Entities, entity => entity is { Name: "Emmanuel Macron", Office: not null } && entity.Mentions.Any(mention => mention.Text.StartsWith("French Prime Minister", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("French President Emmanuel Macron met Vladimir Putin.", "2019-03-04")]
    [InlineData("Former French Prime Minister Manuel Valls met Vladimir Putin.", "2019-03-04")]
    [InlineData("US President Barack Obama met Angela Merkel.", "2017-02-01")]
    [InlineData("President Bill Clinton met Angela Merkel.", "2017-02-01")]
    public void Who_holds_it_or_has_just_left_it_gives_none(string text, string published)
    {
        Assert.DoesNotContain(TestCoder.Code(text, published).Warnings, warning => warning.Contains("an office that", StringComparison.Ordinal));
    }
}
