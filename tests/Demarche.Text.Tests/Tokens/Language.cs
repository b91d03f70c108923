using Demarche.Text.Tokens;

namespace Demarche.Text.Tests.Tokens;

/// <summary>The language data and models of this repository.</summary>
internal static class Language
{
    private static readonly Lazy<string> FoundRoot = new(FindRoot);

    internal static string Root => FoundRoot.Value;

    internal static string Data => Path.Combine(Root, "data", "language");

    internal static string Models => Path.Combine(Root, "models");

    internal static TokenLexicon Lexicon { get; } = TokenLexicon.Load(Data);

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Demarche.slnx")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"No Demarche.slnx lies above '{AppContext.BaseDirectory}'; run the tests from a clone.");
    }
}
