using System.Globalization;

namespace Demarche.Knowledge.Tests;

/// <summary>The tables that ship, compiled once for all tests.</summary>
internal static class Shipped
{
    private static readonly Lazy<byte[]> Compiled = new(() => KnowledgeCompiler.Compile(Folder));
    private static readonly Lazy<KnowledgeBase> Opened = new(() => KnowledgeBase.Open(Compiled.Value));

    internal static string Folder => Path.Combine(Root(), "data", "knowledge");

    internal static byte[] Bytes => Compiled.Value;

    internal static KnowledgeBase Knowledge => Opened.Value;

    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Demarche.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds Demarche.slnx; run them from a clone.");
    }
}
