using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Text;

namespace Demarche.Cli;

/// <summary>The <c>demarche</c> command: what it offers, and how whatever goes wrong becomes one line and an exit status.</summary>
internal static class DemarcheCommand
{
    /// <summary>As <c>--version</c> prints it.</summary>
    internal static string Version => typeof(DemarcheCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="stop">Ends the command between two reports.</param>
    /// <returns>The exit status.</returns>
    internal static int Run(string[] args, Surroundings at, CancellationToken stop)
    {
        try
        {
            return Invoke(args, at, stop);
        }
        catch (CommandException error)
        {
            if (!error.IsQuiet) at.Tell(error.Message);
            return error.Status;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitStatus.Interrupted;
        }
        catch (Exception error) when (DataFault.Describe(error) is { } message)
        {
            at.Tell(message);
            return ExitStatus.BadData;
        }
        catch (Exception error)
        {
            at.Tell($"this is a fault of the program; please report it with what led to it.\n{error}");
            return ExitStatus.Fault;
        }
    }

    internal static RootCommand Build(Surroundings at)
    {
        var root = Help.With(
            new RootCommand("Reads news reports and codes the political events in them: who did what to whom, when and where, on whose word.")
            {
                CodeCommand.Build(at),
                ExtractCommand.Build(at),
                ParseCommand.Build(at),
                WatchCommand.Build(at),
                WhoCommand.Build(at),
                WhereCommand.Build(),
                KnowledgeCommand.Build(at),
                CodebookCommand.Build(),
                TrainCommand.Build(at),
            },
            "demarche code reports/",
            "demarche code --help");
        Help.Install(root);
        foreach (var option in root.Options.OfType<VersionOption>()) option.Action = new PrintVersion();
        return root;
    }

    private static int Invoke(string[] args, Surroundings at, CancellationToken stop)
    {
        var parsed = Build(at).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not (Help or PrintVersion)) return Refuse(parsed, at);

        var output = new StringWriter { NewLine = "\n" };
        var configuration = new InvocationConfiguration
        {
            Output = output, Error = at.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
        };
        var status = parsed.InvokeAsync(configuration, stop).GetAwaiter().GetResult();
        if (output.GetStringBuilder().Length > 0)
        {
            using var target = OutputTarget.Open(null, at.Output);
            target.Write(Encoding.UTF8.GetBytes(output.ToString()));
        }

        return status;
    }

    private static int Refuse(ParseResult parsed, Surroundings at)
    {
        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)) at.Tell(message);
        var command = string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Reverse().Append(parsed.CommandResult.Command)
            .Select(part => part is RootCommand ? "demarche" : part.Name));
        at.Tell($"'{command} --help' tells how it is used.");
        return ExitStatus.Usage;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"demarche {Version}");
            return ExitStatus.Done;
        }
    }
}
