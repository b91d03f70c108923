using System.CommandLine;
using System.CommandLine.Parsing;

namespace Demarche.Cli;

/// <summary>The arguments that all commands over reports share.</summary>
internal sealed class ReadingArguments
{
    private const int MostThreads = 256;

    internal Argument<string[]> Paths { get; } = new("path")
    {
        Description = "Files (.txt, .html, .ndjson, each also .gz), folders, or - for standard input; standard input where none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "The file to write. It gets its name when it is whole; until then it is FILE.partial.",
        HelpName = "FILE",
    };

    internal Option<int?> Threads { get; } = new("--threads")
    {
        Description = "How many reports are worked on at a time; the output is the same for any number. Default: one per processor.",
        HelpName = "N",
    };

    internal ReadingArguments()
    {
        Paths.Validators.Add(CheckPaths);
        Threads.Validators.Add(CheckThreads);
    }

    internal void AddTo(Command command)
    {
        command.Arguments.Add(Paths);
        command.Options.Add(Output);
        command.Options.Add(Threads);
    }

    /// <exception cref="CommandException">There is nothing to read: no path, and a person at the keyboard.</exception>
    internal ReadingRun ToRun(ParseResult parsed, Surroundings at)
    {
        var paths = parsed.GetValue(Paths) ?? [];
        if (paths.Length == 0 && at.InputIsTerminal)
            throw new CommandException(ExitStatus.Usage, "there is nothing to read; name files or folders, or give - to type a report and end it with Ctrl+D.");
        if (parsed.GetValue(Output) is { } output && Array.Exists(paths, path => File.Exists(path) && Path.GetFullPath(path) == Path.GetFullPath(output)))
            throw new CommandException(ExitStatus.Usage, $"'{output}' is read and would be overwritten; name another file for the output.");
        return new(paths.Length == 0 ? ["-"] : paths, parsed.GetValue(Output), parsed.GetValue(Threads) ?? Environment.ProcessorCount);
    }

    // An option that does not exist would be taken for a path, and its typing error for a missing file.
    private static void CheckPaths(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value)))
            result.AddError($"Unrecognized command or argument '{token.Value}'.");
    }

    private static void CheckThreads(OptionResult result)
    {
        if (result.Tokens is not [var token] || !int.TryParse(token.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostThreads)
            result.AddError($"--threads takes a number from 1 to {MostThreads}.");
    }
}
