using System.Globalization;
using Demarche.Testing;

namespace Demarche.Cli.Tests;

public sealed class KnowledgeCommandTests
{
    private static readonly string Tables = Repository.PathOf("data/knowledge");

    [Fact]
    public void The_tables_compile_to_the_same_bytes_as_in_the_build()
    {
        using var folder = new Folder();

        var outcome = Command.Run("knowledge", "compile", Tables, "-o", folder["new.bin"]);

        Assert.Equal((ExitStatus.Done, "", ""), (outcome.Status, outcome.Output, outcome.Error));
        Assert.Equal(["new.bin"], folder.Names);
        Assert.Equal(File.ReadAllBytes(Installation.Knowledge), File.ReadAllBytes(folder["new.bin"]));
    }

    [Fact]
    public void Sound_tables_are_said_to_be_so()
    {
        var outcome = Command.Run("knowledge", "check", Tables);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.StartsWith("The tables are sound: ", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terms in office", 40_000)]
    [InlineData("organisations, groups and parties", 6_000)]
    [InlineData("places", 64_000)]
    [InlineData("ships", 350)]
    [InlineData("exercises", 150)]
    [InlineData("border crossings", 50)]
    [InlineData("disputed territories", 150)]
    public void What_the_tables_hold_is_counted(string what, int atLeast)
    {
        var outcome = Command.Run("knowledge", "check", Tables);

        var line = Assert.Single(outcome.Lines, line => line.EndsWith(" " + what, StringComparison.Ordinal) && char.IsAsciiDigit(line.TrimStart()[0]) && line.TrimStart().Split(' ', 2)[1] == what);
        Assert.True(int.Parse(line.TrimStart().Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) >= atLeast, line);
    }

    [Fact]
    public void Faulty_tables_leave_no_file()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["tables"]);
        foreach (var table in Directory.EnumerateFiles(Tables)) File.Copy(table, folder[$"tables/{Path.GetFileName(table)}"]);
        File.AppendAllText(folder["tables/countries.tsv"], "one cell only\n");

        var outcome = Command.Run("knowledge", "compile", folder["tables"], "-o", folder["out.bin"]);

        Assert.Equal(ExitStatus.BadData, outcome.Status);
        Assert.Contains("countries.tsv(", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["tables"], folder.Names);
    }
}
