using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>Which words occur in known names, and as what: evidence for the name tagger, which weighs it against the sentence.</summary>
internal sealed class Gazetteer(ulong[] keys, ReadOnlyMemory<byte> classes)
{
    /// <summary>How many sets of classes a word can have; 0 is that of words in no name.</summary>
    internal const int Rows = 128;

    private const byte Surname = 1, GivenName = 2, Place = 4, PlacePart = 8, Organisation = 16, OrganisationPart = 32, Other = 64;

    internal ulong[] Keys { get; } = keys;

    internal ReadOnlyMemory<byte> Classes { get; } = classes;

    /// <param name="key">Hash of a word in lower case.</param>
    internal int Row(ulong key) => Array.BinarySearch(Keys, key) is >= 0 and var at ? Classes.Span[at] : 0;

    internal bool IsGivenName(ulong key) => (Row(key) & GivenName) != 0;

    /// <summary>What a word alone is the name of, when it is known as the whole name of things of one kind only.</summary>
    internal NameKind OnlyKind(ulong key) => Row(key) switch
    {
        Place => NameKind.Place,
        Organisation => NameKind.Organisation,
        GivenName or (GivenName | Surname) => NameKind.Person,
        _ => NameKind.None,
    };

    /// <summary>Eight hexadecimal digits that tell one set of names from another.</summary>
    internal string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(Keys.AsSpan()));
        hash.AppendData(Classes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
    }

    /// <param name="names">Names in their usual spelling; words of theirs in lower case ("of", "the") are left out.</param>
    internal static Gazetteer From(IEnumerable<(NameKind Kind, string Name)> names)
    {
        var found = new SortedDictionary<ulong, byte>();
        foreach (var (kind, name) in names)
        {
            var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                var word = words[i].Trim('.', ',', '(', ')', '"', '\'', '’');
                if (word.Length == 0 || char.IsLower(word[0])) continue;
                var key = StableHash.Of(word.ToLowerInvariant());
                found[key] = (byte)(found.GetValueOrDefault(key) | Class(kind, isLast: i == words.Length - 1, isOnly: words.Length == 1));
            }
        }

        return new Gazetteer([.. found.Keys], found.Values.ToArray());
    }

    private static byte Class(NameKind kind, bool isLast, bool isOnly) => kind switch
    {
        NameKind.Person => isLast ? Surname : GivenName,
        NameKind.Place => isOnly ? Place : PlacePart,
        NameKind.Organisation => isOnly ? Organisation : OrganisationPart,
        _ => Other,
    };
}
