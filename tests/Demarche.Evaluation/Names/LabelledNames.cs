using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Reads a token and its label a line, <c>B-Person</c>, <c>I-Person</c> or <c>O</c>, sentences parted by empty lines.</summary>
/// <remarks>
/// The types of Re3d (Defence Science and Technology Laboratory, 2017): Person, Location and Organisation are this layer's
/// person, place and organisation; Nationality, Weapon, MilitaryPlatform and DocumentReference are other names; quantities,
/// money and times are none. Re3d labels descriptions and pronouns too ("the families of the victims", "we"): only mentions
/// that hold a capital letter behind their first word, or begin with one inside a sentence, are counted as names, and their
/// articles are taken off.
/// </remarks>
internal static class LabelledNames
{
    internal static IEnumerable<NamedSentence> Read(string file)
    {
        var rows = new List<(string Word, string Label)>();
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.Length > 0)
            {
                var cells = line.Split('\t');
                rows.Add((cells[0], cells.Length > 1 ? cells[1] : "O"));
                continue;
            }

            if (rows.Count > 0) yield return Sentence(rows);
            rows.Clear();
        }
    }

    private static NamedSentence Sentence(List<(string Word, string Label)> rows)
    {
        var names = new HashSet<Name>();
        for (var i = 0; i < rows.Count;)
        {
            var start = i++;
            if (!rows[start].Label.StartsWith("B-", StringComparison.Ordinal)) continue;
            while (i < rows.Count && rows[i].Label.StartsWith("I-", StringComparison.Ordinal)) i++;
            var first = start;
            while (first < i && rows[first].Word.ToLowerInvariant() is "the" or "a" or "an") first++;
            var kind = Kind(rows[start].Label[2..]);
            if (kind != NameKind.None && IsName(rows, first, i)) names.Add(new Name(first, i, kind));
        }

        return new NamedSentence("", [.. rows.Select(row => row.Word)], names);
    }

    private static bool IsName(List<(string Word, string Label)> rows, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (i > 0 && char.IsUpper(rows[i].Word[0]) && rows[i].Word is not "I") return true;
        return false;
    }

    private static NameKind Kind(string type) => type switch
    {
        "Person" => NameKind.Person,
        "Location" => NameKind.Place,
        "Organisation" => NameKind.Organisation,
        "Nationality" or "Weapon" or "MilitaryPlatform" or "DocumentReference" => NameKind.Other,
        _ => NameKind.None,
    };
}
