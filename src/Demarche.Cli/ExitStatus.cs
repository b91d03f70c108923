namespace Demarche.Cli;

/// <summary>What the command tells the shell; docs/cli.md describes each.</summary>
internal static class ExitStatus
{
    /// <summary>All that was asked for was done, and every report was read.</summary>
    internal const int Done = 0;

    /// <summary>The arguments make no sense; nothing was done.</summary>
    internal const int Usage = 1;

    /// <summary>A file of Demarche's own is missing or wrong: models, knowledge, codebook, training data.</summary>
    internal const int BadData = 2;

    /// <summary>Some reports could not be read; all others were coded.</summary>
    internal const int SomeUnread = 3;

    /// <summary>The output could not be written.</summary>
    internal const int OutputFailed = 4;

    /// <summary>A fault of the program itself.</summary>
    internal const int Fault = 70;

    /// <summary>Ctrl+C.</summary>
    internal const int Interrupted = 130;

    /// <summary>Whoever read the output wanted no more of it (<c>| head</c>): what a program ended by SIGPIPE returns.</summary>
    internal const int PipeClosed = 141;

    /// <summary>SIGTERM.</summary>
    internal const int Terminated = 143;
}
