namespace Demarche.Knowledge;

/// <summary>The codes that a codebook's tables may name while they are read.</summary>
internal sealed record CodebookCodes(
    IReadOnlyDictionary<string, EventTypeInfo> Types, IReadOnlyDictionary<string, CrosswalkRow> Crosswalk, IReadOnlySet<(string Type, string Mode)> Modes)
{
    /// <summary>The operators of <c>compose.tsv</c>.</summary>
    internal HashSet<string> Operators { get; } = new(StringComparer.Ordinal);

    internal bool IsMode(string mode) => Modes.Any(known => known.Mode == mode);
}
