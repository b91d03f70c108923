namespace Demarche.Cli;

/// <summary>Where the files lie that the command needs: beside the program.</summary>
internal static class Installation
{
    internal static string Models => Path.Combine(AppContext.BaseDirectory, "models");

    internal static string Data => Path.Combine(AppContext.BaseDirectory, "data");

    internal static string Language => Path.Combine(Data, "language");

    internal static string Intake => Path.Combine(Data, "intake");

    internal static string Codebook => Path.Combine(Data, "codebook", "plover");

    internal static string Tables => Path.Combine(Data, "knowledge");

    internal static string Knowledge => Path.Combine(AppContext.BaseDirectory, "knowledge.bin");
}
