using System.CommandLine;
using System.CommandLine.Parsing;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>The arguments that all commands over reports share.</summary>
internal sealed class ReadingArguments
{
    private const int MostThreads = 256;

    internal Argument<string[]> Paths { get; } = new("path")
    {
        Description = "Files (.txt, .html, .ndjson, .json, .csv, .tsv, .warc, each also .gz or .zst; .wacz), folders, URLs, or - for standard input; standard input where none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "The file to write, packed if it ends in .gz. It gets its name when it is whole; until then it is FILE.partial.",
        HelpName = "FILE",
    };

    internal Option<int?> Threads { get; } = new("--threads")
    {
        Description = "How many reports are worked on at a time; the output is the same for any number. Default: one per processor.",
        HelpName = "N",
    };

    internal Option<string?> Map { get; } = new("--map")
    {
        Description = "Which columns of tables, or members of JSON objects, hold the report: text=body,published=date. The parts are "
            + string.Join(", ", FieldMap.Fields) + "; one that is not mapped has its own name.",
        HelpName = "PART=COLUMN,...",
    };

    internal Option<string?> Separator { get; } = new("--separator")
    {
        Description = "What separates the columns of tables: a character, or tab. Default: tab in .tsv, else told from the first lines.",
        HelpName = "CHAR",
    };

    internal Option<bool> Resume { get; } = new("--resume")
    {
        Description = "Go on after the reports that a killed or interrupted run of the same command left in FILE.partial; where there are none, start.",
    };

    internal FetchArguments Fetching { get; } = new();

    internal ReadingArguments()
    {
        Map.Validators.Add(CheckMap);
        Separator.Validators.Add(CheckSeparator);
        Paths.Validators.Add(CheckPaths);
        Threads.Validators.Add(CheckThreads);
    }

    /// <param name="resumable">Whether the command can go on with what a killed run left.</param>
    internal void AddTo(Command command, bool resumable = true)
    {
        command.Arguments.Add(Paths);
        command.Options.Add(Map);
        command.Options.Add(Separator);
        command.Options.Add(Output);
        if (resumable) command.Options.Add(Resume);
        command.Options.Add(Threads);
        if (resumable) command.Validators.Add(CheckResume);
        Fetching.AddTo(command);
    }

    /// <exception cref="CommandException">There is nothing to read: no path, and a person at the keyboard.</exception>
    internal ReadingRun ToRun(ParseResult parsed, Surroundings at)
    {
        var paths = parsed.GetValue(Paths) ?? [];
        if (paths.Length == 0 && at.InputIsTerminal)
            throw new CommandException(ExitStatus.Usage, "there is nothing to read; name files or folders, or give - to type a report and end it with Ctrl+D.");
        if (parsed.GetValue(Output) is { } output && Array.Exists(paths, path => File.Exists(path) && Path.GetFullPath(path) == Path.GetFullPath(output)))
            throw new CommandException(ExitStatus.Usage, $"'{output}' is read and would be overwritten; name another file for the output.");
        return new(paths.Length == 0 ? ["-"] : paths, parsed.GetValue(Output), parsed.GetValue(Threads) ?? Environment.ProcessorCount, Fetching.ToLimits(parsed))
        {
            Map = parsed.GetValue(Map) is { } map && FieldMap.TryParse(map, out var fields, out _) ? fields : FieldMap.Default,
            Separator = SeparatorOf(parsed.GetValue(Separator)),
            Resume = parsed.GetValue(Resume),
        };
    }

    private static char? SeparatorOf(string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var only] when only == '\t' || (char.IsAscii(only) && !char.IsControl(only) && !char.IsAsciiLetterOrDigit(only) && only is not ('"' or ' ')) => only,
        _ => null,
    };

    private static void CheckSeparator(OptionResult result)
    {
        if (result.Tokens is not [var token] || SeparatorOf(token.Value) is null)
            result.AddError("--separator takes one character that is no letter, digit, blank or quotation mark, or the word tab.");
    }

    private static void CheckMap(OptionResult result)
    {
        if (result.Tokens is [var token] && !FieldMap.TryParse(token.Value, out _, out var error)) result.AddError($"--map: {error}");
    }

    private void CheckResume(CommandResult result)
    {
        if (!result.GetValue(Resume)) return;
        if (result.GetValue(Output) is null) result.AddError("--resume needs -o FILE: only a file can be gone on with.");
        if (result.GetValue(Paths) is not { Length: > 0 } paths || paths.Contains("-"))
            result.AddError("--resume needs files or folders to read: standard input is not there a second time.");
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
