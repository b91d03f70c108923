using System.CommandLine;
using System.Globalization;
using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche codebook</c>: checks the tables that say what words mean in PLOVER.</summary>
internal static class CodebookCommand
{
    internal static Command Build() => new("codebook", "Check the codebook: which words suggest which events.") { Check() };

    private static Command Check()
    {
        var folder = new Argument<string?>("data") { Description = "The folder of the codebook. Default: the one beside the program.", Arity = ArgumentArity.ZeroOrOne };
        var examples = new Option<bool>("--examples") { Description = "Also code each entry's example, and list those in which the entry does not fire." };
        var command = new Command("check", "Read the codebook, report the first fault with its file, line and column, and count what it holds.") { folder, examples };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder) ?? Installation.Codebook;
            var codebook = Codebook.Load(path);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var type in codebook.Entries.GroupBy(Group).OrderBy(group => group.Key, StringComparer.Ordinal))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type.Key,-10} {type.Count(),5:N0} entries {type.Sum(entry => entry.Triggers.Length),6:N0} triggers"));
            if (parsed.GetValue(examples))
                RunExamples(path, output);
            output.WriteLine($"The codebook is sound: version {codebook.Version}.");
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche codebook check", "demarche codebook check my-codebook/ --examples");
    }

    private static void RunExamples(string codebook, TextWriter output)
    {
        var coder = Coder.Load(new CoderFiles(Installation.Models, Installation.Data, Installation.Knowledge) { Codebook = codebook });
        var counts = new int[Enum.GetValues<ExampleResult>().Length];
        foreach (var outcome in CodebookExamples.Run(coder, coder.Codebook))
        {
            counts[(int)outcome.Result]++;
            if (outcome.Result != ExampleResult.Fires)
                output.WriteLine($"{outcome.Entry.Where}: {outcome.Entry.Name} does not fire; coded {(outcome.Coded.Count == 0 ? "nothing" : string.Join(", ", outcome.Coded))}: {outcome.Entry.Example}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Of {counts.Sum():N0} examples {counts[0]:N0} fire their entry, {counts[1]:N0} get its type from another, {counts[2]:N0} another type, {counts[3]:N0} nothing."));
    }

    private static string Group(CodebookEntry entry) => entry.Type ?? (entry.Blocks ? "blocking" : "operator");
}
