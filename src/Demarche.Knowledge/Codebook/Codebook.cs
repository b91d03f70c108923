using System.Security.Cryptography;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge;

/// <summary>What codes mean and which words suggest them: a folder of tables (docs/codebook.md).</summary>
public sealed class Codebook
{
    private readonly IReadOnlyDictionary<string, CodebookEntry[]> _verbs;
    private readonly IReadOnlyDictionary<string, CodebookEntry[]> _nouns;
    private readonly IReadOnlyDictionary<string, CodebookEntry[]> _adjectives;
    private readonly IReadOnlyDictionary<string, string> _quads;
    private readonly IReadOnlyDictionary<(string Operator, string Inner), Composition> _compositions;
    private readonly Dictionary<string, CodebookEntry> _unlisted;
    private readonly Dictionary<string, CodebookEntry> _byName;

    private Codebook(string directory)
    {
        Types = CodebookReader.ReadTypes(directory);
        Crosswalk = CodebookReader.ReadCrosswalk(directory, Types);
        var codes = new CodebookCodes(Types, Crosswalk, CodebookReader.ReadModes(directory, Types));
        _compositions = CodebookReader.ReadCompositions(directory, codes);
        codes.Operators.UnionWith(_compositions.Keys.Select(key => key.Operator));
        var classes = CodebookReader.ReadClasses(directory);
        Entries = CodebookReader.ReadEntries(directory, classes, codes);
        NonEvents = CodebookReader.ReadNonEvents(directory, classes, Types);
        _quads = CodebookReader.ReadQuads(directory);
        Contexts = CodebookReader.ReadContexts(directory);
        Reporting = CodebookReader.ReadReporting(directory);
        LightVerbs = CodebookReader.ReadLightVerbs(directory);
        _unlisted = Types.Keys.ToDictionary(type => type, CodebookRow.Unlisted, StringComparer.Ordinal);
        _byName = Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        _verbs = Index(TriggerKind.Verb);
        _nouns = Index(TriggerKind.Noun);
        _adjectives = Index(TriggerKind.Adjective);
        Version = HashOf(directory);
    }

    /// <summary>Every entry, in the order of files and rows.</summary>
    public IReadOnlyList<CodebookEntry> Entries { get; }

    public IReadOnlyDictionary<string, EventTypeInfo> Types { get; }

    /// <summary>By CAMEO code.</summary>
    public IReadOnlyDictionary<string, CrosswalkRow> Crosswalk { get; }

    /// <summary>PLOVER contexts by the lemma that signals them.</summary>
    public IReadOnlyDictionary<string, string[]> Contexts { get; }

    /// <summary>Reporting cues by <c>V:say</c>, <c>N:statement</c> …</summary>
    public IReadOnlyDictionary<string, ReportingCue> Reporting { get; }

    /// <summary>Light verbs by lemma, with the particle that makes them one (<c>carry</c> with <c>out</c>); null where none is needed.</summary>
    public IReadOnlyDictionary<string, string?> LightVerbs { get; }

    /// <summary>Parties and works whose doings are no political events.</summary>
    public NonEvents NonEvents { get; }

    /// <summary>A hash of all tables: twelve hexadecimal digits.</summary>
    public string Version { get; }

    /// <exception cref="LexiconException">A table is wrong; the message names file, line and column.</exception>
    public static Codebook Load(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!Directory.Exists(directory))
            throw new LexiconException(directory, 0, 0, "there is no such folder; a codebook is a folder of tables (docs/codebook.md).");
        return new Codebook(directory);
    }

    /// <summary>The entries one of whose triggers ends in a lemma; empty when there are none.</summary>
    public ReadOnlySpan<CodebookEntry> Find(TriggerKind kind, string lemma) =>
        (kind switch { TriggerKind.Verb => _verbs, TriggerKind.Noun => _nouns, _ => _adjectives }).TryGetValue(lemma, out var found) ? found : [];

    /// <summary>The entry of a name, as records carry it in <c>rule</c>; null where the book has none of it.</summary>
    public CodebookEntry? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The entry that stands for all verbs of a type that no row fits: <c>unlisted-assault</c>, with the roles that verbs have by default.</summary>
    public CodebookEntry Unlisted(string type) => _unlisted[type];

    /// <summary>The rows of <c>compose.tsv</c>, in its order.</summary>
    internal IEnumerable<(string Operator, string Inner, Composition Whole)> Compositions =>
        _compositions.Select(pair => (pair.Key.Operator, pair.Key.Inner, pair.Value)).OrderBy(row => row.Value.Line);

    /// <summary>What an operator makes of an event of a type, or of none (<paramref name="inner"/> null).</summary>
    /// <returns>Null when the codebook says nothing about it.</returns>
    public Composition? Compose(string operatorClass, string? inner) =>
        _compositions.TryGetValue((operatorClass, inner ?? "-"), out var exact) ? exact
        : inner is not null && _compositions.TryGetValue((operatorClass, "*"), out var any) ? any
        : null;

    /// <summary>Goldstein's value of a CAMEO code, its parent's where it has none of its own.</summary>
    public double? Goldstein(string cameo)
    {
        ArgumentNullException.ThrowIfNull(cameo);
        for (var length = cameo.Length; length >= 2; length--)
        {
            if (Crosswalk.TryGetValue(cameo[..length], out var row) && row.Goldstein is { } value)
                return value;
        }
        return null;
    }

    /// <summary>The quad class of a CAMEO code, by its root.</summary>
    /// <returns>Null for roots 01 and 02, statements and appeals, which belong to no quadrant (docs/codebook.md, "Quad class").</returns>
    public string? Quad(string cameo)
    {
        ArgumentNullException.ThrowIfNull(cameo);
        return cameo.Length >= 2 ? _quads.GetValueOrDefault(cameo[..2]) : null;
    }

    /// <summary>Whether a type has a trait; false for none.</summary>
    public bool Has(string? type, EventTraits trait) => type is not null && (Types[type].Traits & trait) != 0;

    private Dictionary<string, CodebookEntry[]> Index(TriggerKind kind) => Entries
        .SelectMany(entry => entry.Triggers.Where(trigger => trigger.Kind == kind).Select(trigger => (trigger.Head, entry)))
        .GroupBy(pair => pair.Head, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.entry).Distinct().OrderBy(entry => entry.Order).ToArray(), StringComparer.Ordinal);

    private static string HashOf(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.GetFiles(directory, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            hash.AppendData(Table.Bytes(path));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
