using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>Whose government a report is from, as the name of its outlet tells: "Ministry of Foreign Affairs of Japan".</summary>
internal static class Issuers
{
    private static readonly char[] Separators = [' ', ',', '(', ')', ';', '/'];

    /// <returns>Null for outlets that are no body of a government, or that name no state.</returns>
    internal static string? CountryOf(KnowledgeBase knowledge, string? outlet)
    {
        if (outlet is null)
            return null;
        var words = outlet.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return Find(knowledge, words, candidate => candidate.Entry is { Kind: EntryKind.RoleNoun, Sectors: ["GOV", ..] }) is null
            ? null
            : Find(knowledge, words, candidate => candidate.Entry.Kind == EntryKind.Country)?.Country;
    }

    // The longest run of words first: "People's Republic of China" before "Republic of China".
    private static KnowledgeEntry? Find(KnowledgeBase knowledge, string[] words, Func<NameCandidate, bool> suits)
    {
        for (var length = words.Length; length > 0; length--)
        {
            for (var first = 0; first + length <= words.Length; first++)
            {
                foreach (var candidate in knowledge.Readings(string.Join(' ', words, first, length)))
                {
                    if (suits(candidate))
                        return candidate.Entry;
                }
            }
        }
        return null;
    }
}
