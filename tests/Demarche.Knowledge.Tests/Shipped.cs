using System.Globalization;
using Demarche.Testing;

namespace Demarche.Knowledge.Tests;

/// <summary>The tables that ship, compiled once for all tests.</summary>
internal static class Shipped
{
    private static readonly Lazy<byte[]> Compiled = new(() => KnowledgeCompiler.Compile(Folder));
    private static readonly Lazy<KnowledgeBase> Opened = new(() => KnowledgeBase.Open(Compiled.Value));

    internal static string Folder => Path.Combine(Repository.Data, "knowledge");

    internal static byte[] Bytes => Compiled.Value;

    internal static KnowledgeBase Knowledge => Opened.Value;

    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
