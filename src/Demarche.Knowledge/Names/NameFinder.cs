using Demarche.Text;

namespace Demarche.Knowledge.Names;

/// <summary>Finds the known names in a sentence: the longest at each place, from left to right, none overlapping.</summary>
internal sealed class NameFinder(NameTable table)
{
    internal IReadOnlyList<NameMatch> Find(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var writing = new Writing(tokens);
        List<NameMatch>? matches = null;
        for (var i = 0; i < tokens.Length;)
        {
            if (Longest(tokens, i, writing) is { } match)
            {
                // "The National Transitional Council" is the council, not "The National".
                if (tokens[i].Tag == UniversalTag.DET && Longest(tokens, i + 1, writing) is { } longer && longer.End > match.End) match = longer;
                (matches ??= []).Add(match);
                i = match.End;
            }
            else
            {
                i++;
            }
        }
        if (matches is null) return [];
        SurnameContext.Clean(matches, tokens, table);
        return matches;
    }

    private NameMatch? Longest(Token[] tokens, int first, in Writing writing)
    {
        var start = tokens[first].Form;
        var capital = Writing.StartsWithCapital(start);
        Span<ulong> units = stackalloc ulong[8];
        var count = NameUnits.Read(start, units);
        if (count == 0 || (!capital && !MayStartLower(tokens[first], units[0]))) return null;

        Span<(int End, int Group)> found = stackalloc (int, int)[NameUnits.Most];
        var ends = 0;
        var key = NameUnits.Seed;
        for (var i = first; ends < found.Length; i++)
        {
            if (i > first)
            {
                if (i == tokens.Length) break;
                count = NameUnits.Read(tokens[i].Form, units);
                if (count == 0)
                {
                    if (NameUnits.IsTransparent(tokens[i].Form)) continue;
                    break;
                }
            }
            if (count > 1 && NameUnits.IsPossessive(tokens[i].Form) && Follow(key, units[..(count - 1)]) is >= 0 and var owner) found[ends++] = (i + 1, owner);
            if (ends < found.Length && LemmaGroup(tokens[i], key) is >= 0 and var lemmaGroup) found[ends++] = (i + 1, lemmaGroup);
            var slot = Follow(ref key, units[..count]);
            if (slot == 0) break;
            if (ends < found.Length && NameTable.Group(slot) is >= 0 and var group) found[ends++] = (i + 1, group);
            if (slot < NameTable.LongerBit) break;
        }
        while (ends-- > 0)
            if (Accepted(tokens, first, found[ends].End, found[ends].Group, writing) is { } candidates)
                return new NameMatch(first, found[ends].End, candidates);
        return null;
    }

    // The slot after all units of a token; 0 where no name goes on so.
    private uint Follow(ref ulong key, ReadOnlySpan<ulong> units)
    {
        var slot = 0u;
        for (var u = 0; u < units.Length; u++)
        {
            key = NameUnits.Append(key, units[u]);
            slot = table.Slot(key);
            if (u < units.Length - 1 && slot < NameTable.LongerBit) return 0;
        }
        return slot;
    }

    // "Russia's" in one token, as some corpora have it, names Russia.
    private int Follow(ulong key, ReadOnlySpan<ulong> units) => NameTable.Group(Follow(ref key, units));

    private bool MayStartLower(Token token, ulong unit) =>
        table.MayStartLower(unit) || (!HasOwnLemma(token) && table.MayStartLower(FirstUnit(token.Lemma)));

    // "ministers" is in the table under its lemma only, where a plural was not written out.
    private int LemmaGroup(Token token, ulong key)
    {
        if (HasOwnLemma(token)) return -1;
        var slot = table.Slot(NameUnits.Append(key, FirstUnit(token.Lemma)));
        if (slot == 0 || NameTable.Group(slot) is not (>= 0 and var group)) return -1;
        for (var reader = table.Readings(group); !reader.AtEnd;)
        {
            reader.Packed();
            reader.Byte();
            if (((NameRule)reader.Byte()).HasFlag(NameRule.NounOnly)) return group;
        }
        return -1;
    }

    private static bool HasOwnLemma(Token token) =>
        token.Tag != UniversalTag.NOUN || token.Lemma.Length == 0 || token.Lemma.Equals(token.Form, StringComparison.OrdinalIgnoreCase);

    private static ulong FirstUnit(string word)
    {
        Span<ulong> units = stackalloc ulong[8];
        return NameUnits.Read(word, units) == 1 ? units[0] : 0;
    }

    private NameCandidate[]? Accepted(Token[] tokens, int first, int end, int group, in Writing writing)
    {
        var spelling = new Spelling(tokens, first, end, writing);
        var all = 0;
        var accepted = 0u;
        var acronyms = 0u;
        for (var reader = table.Readings(group); !reader.AtEnd; all++)
        {
            reader.Packed();
            reader.Byte();
            var rule = (NameRule)reader.Byte();
            if (!spelling.Fits(rule)) continue;
            accepted |= 1u << all;
            if (rule.HasFlag(NameRule.AllCapitals)) acronyms |= 1u << all;
        }
        // NATO in a sentence of ordinary words is the acronym, never the town of Nato.
        if (acronyms != 0 && spelling.IsAcronym) accepted = acronyms;
        if (accepted == 0) return null;
        var candidates = table.Candidates(group);
        if (accepted == (1u << all) - 1) return candidates;
        return [.. candidates.Where((_, i) => (accepted & (1u << i)) != 0)];
    }
}
