using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge;

/// <summary>Knowledge with a user's tables on top of those that ship.</summary>
public static class UserKnowledge
{
    private const string CachePrefix = "compiled-";
    private const string CacheEnding = ".bin";

    /// <summary>Reads both folders and gives what they know together.</summary>
    /// <remarks>
    /// What was compiled is kept in the user's folder as <c>compiled-HASH.bin</c>, by the hash over all tables and this
    /// program, and is used until one of them changes. Where the folder cannot be written to, every load compiles anew.
    /// </remarks>
    /// <param name="dataDirectory">The folder of the tables that ship.</param>
    /// <param name="addedDirectory">The user's folder: some tables of the same names and columns. A row takes the place of the row with the same key, or is added.</param>
    /// <exception cref="LexiconException">A table is missing or wrong; the message says where and what to do.</exception>
    /// <exception cref="IOException">A table cannot be read.</exception>
    public static KnowledgeBase Load(string dataDirectory, string addedDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        ArgumentException.ThrowIfNullOrEmpty(addedDirectory);
        var tables = new TableSet(dataDirectory, addedDirectory);
        tables.CheckAdded();
        var cache = Path.Combine(addedDirectory, $"{CachePrefix}{tables.Hash()[..16]}{CacheEnding}");
        if (File.Exists(cache) && KnowledgeBase.TryLoad(cache) is { } kept) return kept;

        var compiled = KnowledgeCompiler.Compile(tables);
        Keep(compiled, cache, addedDirectory);
        return KnowledgeBase.Open(compiled);
    }

    private static void Keep(byte[] compiled, string cache, string folder)
    {
        var partial = $"{cache}.{Environment.ProcessId}.partial";
        try
        {
            File.WriteAllBytes(partial, compiled);
            File.Move(partial, cache, overwrite: true);
            foreach (var old in Directory.EnumerateFiles(folder, CachePrefix + "*" + CacheEnding))
                if (old != cache) File.Delete(old);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that is only read, or a full disk, costs time at the next start and nothing else.
            if (File.Exists(partial)) File.Delete(partial);
        }
    }
}
