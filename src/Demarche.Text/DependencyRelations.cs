using System.Collections.Frozen;

namespace Demarche.Text;

/// <summary>Prints and reads the names of dependency relations.</summary>
public static class DependencyRelations
{
    private static readonly string[] Names = [.. Enum.GetNames<DependencyRelation>().Select(Print)];

    private static readonly FrozenDictionary<string, DependencyRelation> ByName =
        Names.Select((name, i) => KeyValuePair.Create(name, (DependencyRelation)i)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How many relations there are; their values run from 0.</summary>
    public static int Count => Names.Length;

    /// <returns>The name as treebanks write it: lower case, a colon before the subtype.</returns>
    public static string Name(this DependencyRelation relation) => Names[(int)relation];

    /// <summary>Finds the relation of a treebank's name; a subtype that is not known counts as its plain relation.</summary>
    public static bool TryParse(string name, out DependencyRelation relation)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.TryGetValue(name, out relation)
            || (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && ByName.TryGetValue(name[..colon], out relation));
    }

    private static string Print(string member)
    {
        var subtype = Array.FindIndex([.. member.Skip(1)], char.IsUpper) + 1;
        return subtype == 0 ? member.ToLowerInvariant()
            : $"{member[..subtype].ToLowerInvariant()}:{member[subtype..].ToLowerInvariant()}";
    }
}
