namespace Demarche.Intake.Files;

/// <summary>Hashes that are the same on every machine and in every run.</summary>
internal static class StableHash
{
    /// <summary>What <see cref="Add"/> starts from.</summary>
    internal const ulong Start = 14695981039346656037UL;

    /// <summary>FNV-1a over UTF-16 code units.</summary>
    internal static ulong Of(ReadOnlySpan<char> text) => Add(Start, text);

    /// <summary>Goes on with a hash.</summary>
    internal static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return hash;
    }
}
