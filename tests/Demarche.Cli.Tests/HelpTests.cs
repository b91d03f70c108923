using Demarche.Testing;
namespace Demarche.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => ["", "code", "extract", "parse", "watch", "who", "where", "knowledge", "knowledge compile", "knowledge check", "knowledge gaps", "knowledge import", "knowledge diff", "codebook", "codebook check", "train", "train parser", "train lemmas", "train ranker"];

    /// <summary>docs/cli.md shows the help of every command, word for word.</summary>
    [Theory, MemberData(nameof(Commands))]
    public void The_help_is_the_one_that_the_documentation_shows(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");

        var outcome = Command.Shell($"demarche {command} --help"); // a process of its own: the help shows the program's name

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        var docs = File.ReadAllText(Repository.PathOf("docs/cli.md"));
        Assert.Contains($"```\n{Trim(outcome.Output)}\n```", docs, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_gives_every_exit_status()
    {
        var docs = File.ReadAllText(Repository.PathOf("docs/cli.md"));

        foreach (var status in new[] { ExitStatus.Done, ExitStatus.Usage, ExitStatus.BadData, ExitStatus.SomeUnread, ExitStatus.OutputFailed, ExitStatus.Fault, ExitStatus.Interrupted, ExitStatus.PipeClosed, ExitStatus.Terminated })
            Assert.Contains($"| {status} |", docs, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_on_one_line() => Assert.Matches(@"^demarche \d+\.\d+\.\d+\n$", Command.Run("--version").Output);

    private static string Trim(string help) => string.Join('\n', help.Split('\n').Select(line => line.TrimEnd())).TrimEnd();
}
