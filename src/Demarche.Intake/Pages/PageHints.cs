using Demarche.Intake.Tables;

namespace Demarche.Intake.Pages;

/// <summary>What the name of an element's class or id says about it; several may hold.</summary>
[Flags]
internal enum Hint : byte { None = 0, Body = 1, Drop = 2, Weak = 4, Paywall = 8 }

/// <summary>Reads class and id names (data/intake/page-hints.tsv).</summary>
internal sealed class PageHints
{
    private const int MaxParts = 4;
    private const int MaxNameLength = 64;

    private readonly Dictionary<string, Hint> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Hint>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    internal PageHints(Table table)
    {
        foreach (var row in table.Rows)
        {
            if (!_words.TryAdd(row["word"], row.Choice<Hint>("kind")))
            {
                throw row.Wrong("word", "each word once");
            }
        }

        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What the names in a class, id or role attribute say together.</summary>
    internal Hint Find(string? names)
    {
        var hint = Hint.None;
        if (string.IsNullOrEmpty(names))
        {
            return hint;
        }

        Span<char> flat = stackalloc char[MaxNameLength * 2];
        Span<int> starts = stackalloc int[MaxNameLength];
        foreach (var range in names.AsSpan().SplitAny(" \t\r\n"))
        {
            var name = names.AsSpan()[range];
            if (name.Length is 0 or > MaxNameLength)
            {
                continue;
            }

            var (length, parts) = Flatten(name, flat, starts);
            for (var first = 0; first < parts; first++)
            {
                for (var end = first + 1; end <= Math.Min(parts, first + MaxParts); end++)
                {
                    var stop = end == parts ? length : starts[end] - 1;
                    if (_lookup.TryGetValue(flat[starts[first]..stop], out var found))
                    {
                        hint |= found;
                    }
                }
            }
        }

        return hint;
    }

    // "shareBar__top2" becomes "share-bar-top": parts end at signs, digits and a capital after a small letter.
    private static (int Length, int Parts) Flatten(ReadOnlySpan<char> name, Span<char> flat, Span<int> starts)
    {
        int length = 0, parts = 0;
        var inside = false;
        for (var i = 0; i < name.Length && parts < starts.Length; i++)
        {
            if (!char.IsLetter(name[i]))
            {
                inside = false;
                continue;
            }

            if (!inside || (char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            {
                if (length > 0)
                {
                    flat[length++] = '-';
                }

                starts[parts++] = length;
                inside = true;
            }

            flat[length++] = char.ToLowerInvariant(name[i]);
        }

        return (length, parts);
    }
}
