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
