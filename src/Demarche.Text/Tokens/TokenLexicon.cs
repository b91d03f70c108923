namespace Demarche.Text.Tokens;

/// <summary>How an abbreviation behaves before a capital letter.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>No abbreviation at all.</summary>
    None,

    /// <summary>Always leans on the next word: <c>Mr.</c>, <c>Gen.</c>, <c>vs.</c>.</summary>
    Title,

    /// <summary>Keeps its stop only before a number: <c>No.</c>, <c>p.</c>, <c>Art.</c>.</summary>
    Number,

    /// <summary>May also end a sentence: <c>Inc.</c>, <c>etc.</c>, <c>U.S.</c>.</summary>
    General,

    /// <summary>A month or weekday: <c>Feb.</c>.</summary>
    Calendar,
}

/// <summary>The words that decide how English text is cut into tokens and sentences, read from <c>data/language</c>.</summary>
public sealed class TokenLexicon
{
    private readonly Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _fused;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes, _suffixes, _wholes, _domains, _units, _starters, _sayers;

    private TokenLexicon(
        Dictionary<string, AbbreviationKind> abbreviations, Dictionary<string, int[]> fused,
        Dictionary<string, HashSet<string>> kinds, HashSet<string> starters, HashSet<string> sayers)
    {
        _abbreviations = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
        _fused = fused.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Lookup(kinds["prefix"]);
        _suffixes = Lookup(kinds["suffix"]);
        _wholes = Lookup(kinds["whole"]);
        _domains = Lookup(kinds["domain"]);
        _units = Lookup(kinds["unit"]);
        _starters = Lookup(starters);
        _sayers = Lookup(sayers);
        foreach (var abbreviation in abbreviations.Keys)
        {
            LongestAbbreviation = Math.Max(LongestAbbreviation, abbreviation.Length);
        }
    }

    internal int LongestAbbreviation { get; }

    /// <summary>Reads <c>abbreviations.tsv</c>, <c>tokens.tsv</c> and <c>sentence-words.tsv</c>.</summary>
    /// <exception cref="LanguageDataException">A table is missing or wrong.</exception>
    public static TokenLexicon Load(string languageDataDirectory)
    {
        var abbreviations = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (var row in LanguageTable.Read(languageDataDirectory, "abbreviations.tsv", columns: 3))
        {
            if (!row[0].EndsWith('.'))
            {
                throw row.Wrong(0, $"'{row[0]}' does not end in a stop, as an abbreviation does.");
            }

            var kind = row.OneOf(1, "title", "number", "general", "calendar") switch
            {
                "title" => AbbreviationKind.Title,
                "number" => AbbreviationKind.Number,
                "general" => AbbreviationKind.General,
                _ => AbbreviationKind.Calendar,
            };
            abbreviations.TryAdd(row[0].ToUpperInvariant(), kind);
            abbreviations[row[0]] = kind;
        }

        var fused = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        string[] names = ["prefix", "suffix", "whole", "domain", "unit", "fused"];
        var kinds = names.ToDictionary(k => k, _ => new HashSet<string>(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
        foreach (var row in LanguageTable.Read(languageDataDirectory, "tokens.tsv", columns: 2))
        {
            var kind = row.OneOf(0, names);
            if (kind == "fused")
            {
                var parts = row[1].Split(' ');
                fused[string.Concat(parts)] = [.. parts.Select(p => p.Length)];
            }
            else
            {
                kinds[kind].Add(row[1]);
            }
        }

        HashSet<string> starters = new(StringComparer.OrdinalIgnoreCase), sayers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LanguageTable.Read(languageDataDirectory, "sentence-words.tsv", columns: 2))
        {
            (row.OneOf(0, "starter", "sayer") == "starter" ? starters : sayers).Add(row[1]);
        }

        return new TokenLexicon(abbreviations, fused, kinds, starters, sayers);
    }

    /// <summary>The files that <see cref="Load"/> reads.</summary>
    internal static string[] Files(string directory) =>
        [Path.Combine(directory, "abbreviations.tsv"), Path.Combine(directory, "sentence-words.tsv"), Path.Combine(directory, "tokens.tsv")];

    internal AbbreviationKind Abbreviation(ReadOnlySpan<char> form) =>
        form.Length <= LongestAbbreviation && _abbreviations.TryGetValue(form, out var kind) ? kind : AbbreviationKind.None;

    /// <returns>The lengths of the parts of a word such as <c>cannot</c>; empty for other words.</returns>
    internal ReadOnlySpan<int> Parts(ReadOnlySpan<char> word) =>
        word.Length is > 3 and < 12 && _fused.TryGetValue(word, out var parts) ? parts : [];

    internal bool IsPrefix(ReadOnlySpan<char> word) => word.Length < 10 && _prefixes.Contains(word);

    internal bool IsSuffix(ReadOnlySpan<char> word) => word.Length < 10 && _suffixes.Contains(word);

    internal bool IsWhole(ReadOnlySpan<char> word) => word.Length < 24 && _wholes.Contains(word);

    internal bool IsDomain(ReadOnlySpan<char> word) => word.Length < 8 && _domains.Contains(word);

    internal bool IsUnit(ReadOnlySpan<char> word) => word.Length < 8 && _units.Contains(word);

    /// <summary>Whether the word, when capitalised, is a likely first word of a sentence.</summary>
    internal bool IsStarter(ReadOnlySpan<char> word) => word.Length < 16 && _starters.Contains(word);

    /// <summary>Whether the word is a verb of saying in the past, which may follow a quote that ends in ! or ?.</summary>
    internal bool IsSayer(ReadOnlySpan<char> word) => word.Length < 16 && _sayers.Contains(word);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(HashSet<string> words) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>();
}
