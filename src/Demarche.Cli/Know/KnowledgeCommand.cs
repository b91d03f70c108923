using System.CommandLine;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche knowledge</c>: from tables that people edit to the file that the coder loads.</summary>
internal static class KnowledgeCommand
{
    internal static Command Build(Surroundings at) =>
        new("knowledge", "Compile, check, compare and extend the tables of actors, offices, places and outlets.") { Compile(), Check(), GapsCommand.Build(at), ImportCommand.Build(), DiffCommand.Build() };

    private static Command Compile()
    {
        var data = Tables();
        var output = new Option<string>("--output", "-o") { Description = "The file to write; it gets its name when it is whole.", HelpName = "FILE", Required = true };
        var command = new Command("compile", "Compile the tables into one file; the same tables give the same bytes.") { data, output };
        command.SetAction(parsed =>
        {
            KnowledgeCompiler.Compile(parsed.GetRequiredValue(data), parsed.GetRequiredValue(output));
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche knowledge compile data/knowledge -o knowledge.bin");
    }

    private static Command Check()
    {
        var data = new Argument<string>("data") { Description = "The folder of tables. One that lacks some is read on top of those that ship, as by --knowledge." };
        var command = new Command("check", "Read the tables, report the first fault with its file, line and column, count what they hold, and write nothing.") { data };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data);
            var isWhole = KnowledgeCompiler.IsWhole(folder);
            var tally = isWhole ? KnowledgeCompiler.Check(folder) : KnowledgeCompiler.Check(Installation.Tables, folder);
            var added = isWhole ? "" : string.Create(CultureInfo.InvariantCulture, $" on top of those that ship ({tally.NewRows:N0} rows added, {tally.ReplacedRows:N0} replaced)");
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The tables are sound{added}: {tally.Entries:N0} entries, {tally.Names:N0} names."));
            foreach (var (what, count) in tally.Holdings.Where(holding => holding.Count > 0))
                parsed.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10:N0} {what}"));
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche knowledge check data/knowledge", "demarche knowledge check my-tables/");
    }

    private static Argument<string> Tables() => new("data") { Description = "The folder of tables." };
}
