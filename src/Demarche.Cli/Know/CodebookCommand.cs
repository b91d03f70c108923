using System.CommandLine;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche codebook</c>: checks the tables that say what words mean in PLOVER.</summary>
internal static class CodebookCommand
{
    internal static Command Build() => new("codebook", "Check the codebook: which words suggest which events.") { Check() };

    private static Command Check()
    {
        var folder = new Argument<string?>("data") { Description = "The folder of the codebook. Default: the one beside the program.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Read the codebook, report the first fault with its file, line and column, and count what it holds.") { folder };
        command.SetAction(parsed =>
        {
            var codebook = Codebook.Load(parsed.GetValue(folder) ?? Installation.Codebook);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var type in codebook.Entries.GroupBy(Group).OrderBy(group => group.Key, StringComparer.Ordinal))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type.Key,-10} {type.Count(),5:N0} entries {type.Sum(entry => entry.Triggers.Length),6:N0} triggers"));
            output.WriteLine($"The codebook is sound: version {codebook.Version}.");
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche codebook check", "demarche codebook check my-codebook/");
    }

    private static string Group(CodebookEntry entry) => entry.Type ?? (entry.Blocks ? "blocking" : "operator");
}
