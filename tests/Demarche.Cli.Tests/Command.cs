using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Demarche.Cli.Tests;

/// <summary>Runs the command, in this process or as a process of its own.</summary>
internal static class Command
{
    /// <summary>The program as it is built, beside the tests.</summary>
    internal static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "demarche.exe" : "demarche");

    /// <summary>Runs the command in this process, with no terminal anywhere.</summary>
    internal static Outcome Run(params string[] args) => Run(new(), args);

    internal static Outcome Run(Setting setting, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var at = new Surroundings
        {
            Input = new MemoryStream(setting.Input), Output = setting.Output ?? output, Error = error,
            InputIsTerminal = setting.InputIsTerminal, OutputIsTerminal = setting.OutputIsTerminal, ErrorIsTerminal = setting.ErrorIsTerminal,
            Width = 100, Clock = setting.Clock,
        };
        var status = DemarcheCommand.Run(args, at, setting.Stop);
        return new(status, output.ToArray(), error.ToString());
    }

    /// <summary>Runs a line of shell in which <c>demarche</c> is the program.</summary>
    internal static Outcome Shell(string line)
    {
        using var process = Start("/bin/bash", "-c", $"set -o pipefail; demarche() {{ \"{Program}\" \"$@\"; }}; {line}");
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardInput.Close();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    internal static Process Start(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}

/// <summary>What surrounds a command that runs in this process.</summary>
internal sealed record Setting
{
    internal byte[] Input { get; init; } = [];

    /// <summary>Where standard output goes; null keeps it for the outcome.</summary>
    internal Stream? Output { get; init; }

    internal bool InputIsTerminal { get; init; }

    internal bool OutputIsTerminal { get; init; }

    internal bool ErrorIsTerminal { get; init; }

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal CancellationToken Stop { get; init; }
}

/// <summary>What came of a command.</summary>
internal sealed record Outcome(int Status, byte[] Bytes, string Error)
{
    internal string Output => Encoding.UTF8.GetString(Bytes);

    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of NDJSON; a line that is no JSON fails the test.</summary>
    internal JsonElement[] Records => [.. Lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    internal string[] Ids => [.. Records.Select(Id)];

    internal static string Id(JsonElement record) => record.GetProperty("report").GetProperty("id").GetString()!;
}
