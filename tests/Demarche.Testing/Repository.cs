namespace Demarche.Testing;

/// <summary>Where the repository's own files lie when tests run.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <param name="relative">A path below the repository's root.</param>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Data => Path.Combine(Root, "data");

    public static string Models => Path.Combine(Root, "models");

    public static string Samples => Path.Combine(Root, "samples");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Demarche.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Demarche.slnx; run the tests from a clone.");
    }
}
