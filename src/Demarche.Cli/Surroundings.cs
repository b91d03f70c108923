using Microsoft.Win32.SafeHandles;

namespace Demarche.Cli;

/// <summary>What a command sees of the world: its streams, whether people are at their other end, and the clock.</summary>
internal sealed record Surroundings
{
    internal required Stream Input { get; init; }

    internal required Stream Output { get; init; }

    internal required TextWriter Error { get; init; }

    /// <summary>Puts what was written to <see cref="Output"/> on the disk, where it is a file; null where it is none.</summary>
    internal Action? SyncOutput { get; init; }

    internal bool InputIsTerminal { get; init; }

    internal bool OutputIsTerminal { get; init; }

    internal bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    internal int Width { get; init; } = 80;

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The streams and the terminal of this process.</summary>
    internal static Surroundings OfProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = OpenOutput(),
        SyncOutput = Console.IsOutputRedirected && !OperatingSystem.IsWindows() ? SyncDescriptor : null,
        Error = Console.Error,
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? Coding.EventTable.PlainWidth : TerminalWidth(),
    };

    /// <summary>One line on standard error.</summary>
    internal void Tell(string message) => Error.WriteLine($"demarche: {message}");

    // The console's own stream drops what a closed pipe refuses and reports success, so that a run whose reader has left
    // would go on for nothing. A file stream reports it; but on files it keeps a position of its own, which shells that
    // append to one file from several programs do not know. Hence each where it is right.
    private static Stream OpenOutput()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return file.CanSeek ? Console.OpenStandardOutput() : file;
    }

    // Pipes have no disk behind them, which the call knows.
    private static void SyncDescriptor()
    {
        using var handle = new SafeFileHandle(1, ownsHandle: false);
        RandomAccess.FlushToDisk(handle);
    }

    private static int TerminalWidth() => Console.WindowWidth > 0 ? Console.WindowWidth : 80;
}
