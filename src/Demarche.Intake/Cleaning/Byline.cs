using System.Text.RegularExpressions;

namespace Demarche.Intake.Cleaning;

/// <summary>Who wrote a report: "By Jane Doe and John Roe, Reuters", "AFP WORLD".</summary>
internal static partial class Byline
{
    private const int MaxWords = 16;

    /// <summary>Reads a line that holds a byline and nothing else.</summary>
    /// <returns>False where it does not; then nothing was added.</returns>
    internal static bool TryRead(Line line, IntakeData data, List<string> authors, out string? agency)
    {
        agency = null;
        if (line.Words > MaxWords || line.Text.Length > 140)
        {
            return false;
        }

        if (Start().Match(line.Text) is { Success: true } start)
        {
            var names = Contact().Replace(line.Text[start.Length..], "").Trim();
            names = line.Text[0] is '(' or '[' ? names.TrimEnd(')', ']') : names; // "(By Jane Doe)"
            if (!IsNames(names))
            {
                return false;
            }

            AddNames(names, data, authors, ref agency);
            return true;
        }

        return IsAgencyDesk(line.Text, data, out agency);
    }

    /// <summary>Whether every word could be part of a list of names.</summary>
    internal static bool IsNames(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsNameWord);

    /// <summary>Adds the people named in a byline without its "By".</summary>
    /// <param name="arePeople">Whether the names are known to be people's, so that one word is a name too.</param>
    internal static void AddNames(string names, IntakeData data, List<string> authors, ref string? agency, bool arePeople = false)
    {
        names = Start().Replace(names, "");
        foreach (var part in Separator().Split(names))
        {
            agency ??= InBrackets().Match(part) is { Success: true } inside ? data.Agencies.Find(inside.Groups["name"].Value) : null;
            var name = Capitalised(Desk().Replace(part, "").Trim(" ,|.-–—".ToCharArray()));
            if (name.Length == 0)
            {
                continue;
            }

            if (data.Agencies.Find(name) is { } known)
            {
                agency ??= known;
            }
            else if (IsPerson(name, data, arePeople) && !authors.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                authors.Add(name);
            }
        }
    }

    private static bool IsPerson(string name, IntakeData data, bool arePeople)
    {
        var words = name.Split(' ');
        if (words.Length > 5 || !words.All(IsNameWord) || data.Outlets.IsTeam(words[^1]) || data.Outlets.IsLast(words[^1]) || data.Names.Outlet(name) is not null)
        {
            return false;
        }

        // "jdadmin" and "KWCHCIK" are accounts.
        return words.Length >= 2 || (arePeople && name.Length >= 3 && char.IsUpper(name[0]) && name.Skip(1).All(char.IsLower));
    }

    // "JANE DOE" is how some outlets print a name, not how it is spelt.
    private static string Capitalised(string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal) || name.Any(char.IsLower))
        {
            return name;
        }

        var letters = name.ToCharArray();
        for (var i = 1; i < letters.Length; i++)
        {
            letters[i] = char.IsLetter(letters[i - 1]) ? char.ToLowerInvariant(letters[i]) : letters[i];
        }

        return new string(letters);
    }

    // "AFP WORLD", "Reuters Staff", "AP News": the agency and the name of a desk.
    private static bool IsAgencyDesk(string line, IntakeData data, out string? agency)
    {
        agency = null;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(3, words.Length); length > 0 && agency is null && words.Length <= 4; length--)
        {
            agency = data.Agencies.Find(string.Join(' ', words[..length]).TrimEnd(',', '.', ':'));
            if (agency is not null && length < words.Length)
            {
                var rest = string.Join(' ', words[length..]);
                var isDesk = data.Phrases.Find(rest, 1) is { Kind: PhraseKind.Label or PhraseKind.Byline or PhraseKind.Nav } || !rest.Any(char.IsLower);
                agency = isDesk ? agency : null;
            }
        }

        return agency is not null;
    }

    private static bool IsNameWord(string word) =>
        char.IsUpper(word[0]) || Particle().IsMatch(word) || word.All(unit => !char.IsLetterOrDigit(unit)) || (word[0] is '(' && word.Length > 1 && char.IsUpper(word[1]));

    [GeneratedRegex(@"^[(\[]?(?:(?:written|reported|posted|story|words|text) )?by:?\s+|^(?:author|reporter|writer|correspondent)s?\s*:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"\s+(?:and|AND|with|WITH|&)\s+|\s*[,;|/]\s*|\s+(?:[Ii]n|[Ff]or|IN|FOR)\s+\p{Lu}.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*[(\[]?\S+@\S+[)\]]?|\s*@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\((?<name>[^()]{2,40})\)", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\(.*\)|\b(?:staff writers?|staff reporter|correspondent|editor|reporter|in [A-Z].*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Desk();

    [GeneratedRegex(@"^(?:and|with|in|of|for|the|de|da|van|von|der|den|bin|ibn|al|el|la|le|du|di|y|staff|writer|correspondent|reporter|editor)[,;]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Particle();
}
