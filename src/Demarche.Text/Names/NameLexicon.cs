using Demarche.Text.Tokens;

namespace Demarche.Text.Names;

/// <summary>Words that tell what a name is the name of, read from <c>data/language/names.tsv</c>.</summary>
public sealed class NameLexicon
{
    private readonly HashSet<string> _titles, _roles;
    private readonly Dictionary<string, NameKind> _heads, _openings;

    private NameLexicon(HashSet<string> titles, HashSet<string> roles, Dictionary<string, NameKind> heads, Dictionary<string, NameKind> openings) =>
        (_titles, _roles, _heads, _openings) = (titles, roles, heads, openings);

    /// <exception cref="LanguageDataException">The table is missing or wrong.</exception>
    public static NameLexicon Load(string languageDataDirectory)
    {
        HashSet<string> titles = new(StringComparer.OrdinalIgnoreCase), roles = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, NameKind> heads = new(StringComparer.OrdinalIgnoreCase), openings = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LanguageTable.Read(languageDataDirectory, FileName, columns: 2))
        {
            var kind = row.OneOf(0, "title", "role", "organisation", "place", "other", Before + "organisation", Before + "place", Before + "other");
            if (kind is "title" or "role")
            {
                (kind == "title" ? titles : roles).Add(row[1]);
                continue;
            }

            var opens = kind.StartsWith(Before, StringComparison.Ordinal);
            if (!(opens ? openings : heads).TryAdd(row[1], Enum.Parse<NameKind>(opens ? kind[Before.Length..] : kind, ignoreCase: true))) throw row.Wrong(1, $"'{row[1]}' already tells another kind; keep one row.");
        }

        return new NameLexicon(titles, roles, heads, openings);
    }

    internal const string FileName = "names.tsv";

    private const string Before = "before-";

    internal bool IsTitle(string word) => _titles.Contains(word);

    /// <summary>A title or a role: no name by itself.</summary>
    internal bool IsOffice(string word) => _titles.Contains(word) || _roles.Contains(word);

    /// <returns>The kind of names of several words that begin with the word; <see cref="NameKind.None"/> for other words.</returns>
    internal NameKind KindOfOpening(string word) => _openings.GetValueOrDefault(word);

    /// <returns>The kind of names that the word heads; <see cref="NameKind.None"/> for other words.</returns>
    internal NameKind KindOfHead(string word) => _heads.GetValueOrDefault(word);
}
