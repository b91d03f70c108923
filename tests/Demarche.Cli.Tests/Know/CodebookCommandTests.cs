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
    public void A_folder_that_holds_no_codebook_is_refused_with_one_line()
    {
        using var folder = new Folder();

        var outcome = Command.Run("codebook", "check", folder.Path);

        Assert.Equal((ExitStatus.BadData, ""), (outcome.Status, outcome.Output));
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
