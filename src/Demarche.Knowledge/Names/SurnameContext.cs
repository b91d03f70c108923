using Demarche.Text;

namespace Demarche.Knowledge.Names;

/// <summary>Takes back surnames that turn out to be a part of somebody else's name.</summary>
/// <remarks>
/// "Lavrov" alone is the minister; in "Ivan Lavrov" it is not, unless that whole name is known, and then it was found
/// whole. Titles before a name ("Mr", "Gen.") and other matches beside it (an office, a state) are no part of it.
/// </remarks>
internal static class SurnameContext
{
    internal static void Clean(List<NameMatch> matches, Token[] tokens, NameTable table)
    {
        for (var m = matches.Count - 1; m >= 0; m--)
        {
            var match = matches[m];
            if (!HasSurname(match.Candidates)) continue;
            var before = m > 0 ? matches[m - 1].End : 0;
            var after = m + 1 < matches.Count ? matches[m + 1].First : tokens.Length;
            if (!BelongsToLongerName(match, before, after, tokens, table)) continue;
            var rest = match.Candidates.Where(candidate => candidate.Form != NameForm.Surname).ToArray();
            if (rest.Length == 0) matches.RemoveAt(m);
            else matches[m] = match with { Candidates = rest };
        }
    }

    private static bool BelongsToLongerName(NameMatch match, int before, int after, Token[] tokens, NameTable table)
    {
        var previous = match.First - 1;
        if (previous >= before && IsNamePart(tokens[previous]) && previous > 0 && !table.IsTitle(NameUnits.Key(tokens[previous].Form))) return true;
        if (previous == 0 && previous >= before && IsNamePart(tokens[0]) && tokens[0].Name == NameKind.Person && !table.IsTitle(NameUnits.Key(tokens[0].Form))) return true;
        var next = match.End;
        if (next < after && tokens[next].Form is "-" or "–") return next + 1 < after && IsNamePart(tokens[next + 1]);
        return next < after && IsNamePart(tokens[next]);
    }

    private static bool IsNamePart(Token token) =>
        token.Tag == UniversalTag.PROPN && token.Form.Length > 1 && char.IsUpper(token.Form[0]);

    private static bool HasSurname(IReadOnlyList<NameCandidate> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
            if (candidates[i].Form == NameForm.Surname) return true;
        return false;
    }
}
