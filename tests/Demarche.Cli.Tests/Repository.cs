namespace Demarche.Cli.Tests;

/// <summary>The files of the project from which the tests were built.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    internal static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Demarche.slnx")) ? folder
        : FindRoot(System.IO.Path.GetDirectoryName(folder.TrimEnd(System.IO.Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("Demarche.slnx"));
}
