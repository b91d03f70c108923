namespace Demarche.Knowledge.Storage;

/// <summary>Hashes of ids and posts: the same on every machine and in every run, unlike those of .NET strings.</summary>
internal static class IdHash
{
    internal static ulong Of(ReadOnlySpan<char> id) => Add(14695981039346656037, id);

    internal static ulong OfPost(ReadOnlySpan<char> role, ReadOnlySpan<char> country) => Add(Add(Of(role), "|"), country);

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
