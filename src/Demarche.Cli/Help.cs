using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Demarche.Cli;

/// <summary>The help of each command, with examples at its end.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    // Wide enough for the descriptions, the same on every terminal, so that what is documented is what is printed.
    private const int Width = 110;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Command, string[]> Examples = [];

    private readonly HelpAction _standard = new() { MaxWidth = Width };

    /// <summary>Gives a command the examples that its help ends with.</summary>
    internal static T With<T>(T command, params string[] examples) where T : Command
    {
        Examples.Add(command, examples);
        return command;
    }

    /// <summary>Makes the help of a root and of all commands below it end with their examples.</summary>
    internal static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>()) option.Action = new Help();
    }

    public override int Invoke(ParseResult parseResult)
    {
        var status = _standard.Invoke(parseResult);
        if (!Examples.TryGetValue(parseResult.CommandResult.Command, out var examples)) return status;

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return status;
    }
}
