namespace Demarche.Intake.Files;

/// <summary>What an input's name, or else its first bytes, say that it holds.</summary>
internal enum InputKind { Unknown, Text, Page, Lines, Json }

/// <summary>Hashes that are the same on every machine and in every run.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over UTF-16 code units.</summary>
    internal static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return hash;
    }
}
