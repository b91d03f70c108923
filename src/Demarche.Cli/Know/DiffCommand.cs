using System.CommandLine;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche knowledge diff</c>: what two folders of tables do not share.</summary>
internal static class DiffCommand
{
    internal static Command Build()
    {
        var old = new Argument<string>("old") { Description = "A folder of tables." };
        var @new = new Argument<string>("new") { Description = "The folder to compare with it." };
        var command = new Command("diff", "Show which rows of two folders of tables were added, removed or changed; the order of rows does not matter.") { old, @new };
        command.SetAction(parsed =>
        {
            Print(KnowledgeDiff.Compare(parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new)), parsed.InvocationConfiguration.Output);
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche knowledge diff old/data/knowledge new/data/knowledge");
    }

    private static void Print(IReadOnlyList<RowChange> changes, TextWriter output)
    {
        foreach (var table in changes.GroupBy(change => change.Table))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{table.Key}: {table.Count(change => change.Old is null):N0} added, {table.Count(change => change.New is null):N0} removed, {table.Count(change => change is { Old: not null, New: not null }):N0} changed"));
            foreach (var change in table) Print(change, output);
        }
        if (changes.Count == 0) output.WriteLine("The tables hold the same rows.");
    }

    private static void Print(RowChange change, TextWriter output)
    {
        if (change is { Old: { } old, New: { } @new })
        {
            var fields = @new.Where(field => old[field.Key] != field.Value).Select(field => $"{field.Key}: '{old[field.Key]}' is now '{field.Value}'");
            output.WriteLine($"  ~ {change.Key}: {string.Join("; ", fields)}");
            return;
        }
        var row = (change.New ?? change.Old)!;
        output.WriteLine($"  {(change.Old is null ? '+' : '-')} {change.Key}: {string.Join("; ", row.Where(field => field.Value.Length > 0).Select(field => $"{field.Key} {field.Value}"))}");
    }
}
