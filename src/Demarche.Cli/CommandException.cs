namespace Demarche.Cli;

/// <summary>Ends the command with one line on standard error, or none, and an exit status.</summary>
internal sealed class CommandException(int status, string? message, Exception? inner = null) : Exception(message ?? "", inner)
{
    internal int Status { get; } = status;

    /// <summary>Whether there is anything that the user should be told.</summary>
    internal bool IsQuiet { get; } = message is null;
}
