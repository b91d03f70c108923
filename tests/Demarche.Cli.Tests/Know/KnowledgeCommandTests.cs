namespace Demarche.Cli.Tests;

public sealed class KnowledgeCommandTests
{
    private static readonly string Tables = Repository.Path("data/knowledge");

    [Fact]
    public void The_tables_compile_to_the_same_bytes_twice_and_to_those_that_are_shipped()
    {
        using var folder = new Folder();

        Assert.Equal(ExitStatus.Done, Command.Run("knowledge", "compile", Tables, "-o", folder["one.bin"]).Status);
        Assert.Equal(ExitStatus.Done, Command.Run("knowledge", "compile", Tables, "-o", folder["two.bin"]).Status);

        Assert.Equal(["one.bin", "two.bin"], folder.Names);
        Assert.Equal(File.ReadAllBytes(folder["one.bin"]), File.ReadAllBytes(folder["two.bin"]));
        Assert.Equal(File.ReadAllBytes(Installation.Knowledge), File.ReadAllBytes(folder["one.bin"]));
    }

    [Fact]
    public void Sound_tables_are_said_to_be_so()
    {
        var outcome = Command.Run("knowledge", "check", Tables);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.StartsWith("The tables are sound: ", outcome.Output, StringComparison.Ordinal);
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
