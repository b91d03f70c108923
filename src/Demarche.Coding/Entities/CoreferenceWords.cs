namespace Demarche.Coding;

/// <summary>Words that lead back to something named before: data/coding.</summary>
internal sealed class CoreferenceWords
{
    private readonly Dictionary<string, (string StandsFor, bool NeedsNumber)> _collectives;
    private readonly Dictionary<string, (string Country, string[] Needs)> _epithets;
    private readonly HashSet<string> _people;
    private readonly Dictionary<string, string> _anaphors;
    private readonly HashSet<string> _women;
    private readonly HashSet<(string, string)> _states;
    private readonly Dictionary<string, string[]> _regions;
    private readonly Dictionary<string, (string[] Countries, bool NeedsNamed)> _shortNames;

    private CoreferenceWords(string directory)
    {
        _collectives = Rows(directory, "collectives.tsv").ToDictionary(row => row[0], row => (row[1], row[2] == "yes"), StringComparer.Ordinal);
        _states = [.. Rows(directory, "anaphors.tsv").Where(row => row is [_, _, { Length: > 0 }]).SelectMany(row => row[2].Split('|').Select(state => (row[1], state)))];
        _regions = Rows(directory, "regions.tsv").ToDictionary(row => row[0], row => row[1].Split('|'), StringComparer.Ordinal);
        _anaphors = Rows(directory, "anaphors.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        _women = Rows(directory, "women.tsv").Select(row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _shortNames = Rows(directory, "short-names.tsv").ToDictionary(row => row[0], row => (row[1].Split('|'), row.Length > 2 && row[2] == "yes"), StringComparer.Ordinal);
        _people = Rows(directory, "people-nouns.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        _epithets = Rows(directory, "epithets.tsv").ToDictionary(row => row[0], row => (row[1], row.Length > 2 && row[2].Length > 0 ? row[2].Split('|') : []), StringComparer.Ordinal);
    }

    /// <summary>Whether a noun denotes a person or a group of people.</summary>
    internal bool IsPeople(string noun) => _people.Contains(noun) || Array.Find(PersonPrefixes, prefix => noun.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix && _people.Contains(noun[prefix.Length..]);

    // "Two ex-ministers", "a co-founder".
    private static readonly string[] PersonPrefixes = ["ex-", "co-", "vice-"];

    /// <summary>Whether "the island" or "the city" may be a state.</summary>
    internal bool Is(string standsFor, string country) => _states.Contains((standsFor, country));

    /// <summary>The states of the part of the world that words in lower case tell ("gulf", "west african"); null for other words.</summary>
    internal string[]? StatesOf(string region) => _regions.GetValueOrDefault(region);

    /// <summary>What a noun leads back to: <c>group</c>, <c>party</c>, <c>organisation</c>, <c>country</c>, <c>island</c>, <c>city</c>, <c>other</c> (a person of another state than its possessor, "his host"), <c>ally</c> (states other than their possessor, whichever they are); null when it leads nowhere.</summary>
    internal string? AnaphorFor(string lemma) => _anaphors.GetValueOrDefault(lemma);

    /// <summary>The states that a short name ("Korean", "Congo") may mean, the commonest first, and whether it means one only where the report names that state; null for other words.</summary>
    internal (string[] Countries, bool NeedsNamed)? ShortName(string word) => _shortNames.TryGetValue(word, out var found) ? found : null;

    /// <summary>Whether a given name is a woman's.</summary>
    internal bool IsWoman(string givenName) => _women.Contains(givenName);

    internal static CoreferenceWords Load(string directory) => new(directory);

    /// <summary>What a noun of several stands for: <c>person</c>, <c>country</c>, <c>any</c>; null when it is no such noun.</summary>
    internal string? CollectiveFor(string lemma, bool hasNumber) =>
        _collectives.TryGetValue(lemma.ToLowerInvariant(), out var found) && (hasNumber || !found.NeedsNumber) ? found.StandsFor : null;

    internal string? CountryOf(string words, Func<string, bool> isNamed) =>
        _epithets.TryGetValue(words, out var found) && (found.Needs.Length == 0 || Array.Exists(found.Needs, country => isNamed(country))) ? found.Country : null;

    private static IEnumerable<string[]> Rows(string directory, string file) =>
        File.ReadLines(Path.Combine(directory, file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
