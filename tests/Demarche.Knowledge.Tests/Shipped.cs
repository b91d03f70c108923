namespace Demarche.Knowledge.Tests;

/// <summary>The tables that ship, compiled once for all tests.</summary>
internal static class Shipped
{
    internal static KnowledgeBase Knowledge => Compiled.Value;

    internal static string Folder { get; } = Path.Combine(Root(), "data", "knowledge");

    private static readonly Lazy<KnowledgeBase> Compiled = new(() => KnowledgeBase.Open(KnowledgeCompiler.Compile(Folder)));

    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Demarche.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds Demarche.slnx.");
    }
}
