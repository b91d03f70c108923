namespace Demarche.Knowledge;

/// <summary>Finds operators that nothing uses, and such as turn types back and forth when they are nested.</summary>
internal static class OperatorFaults
{
    private const string Table = "compose.tsv";

    /// <summary>What an operator is called where the event inside it is negated.</summary>
    private const string Not = " not";

    // Grammar's own, which no entry names.
    private const string Future = "will";

    internal static IEnumerable<CodebookFinding> Find(Codebook codebook) => Unused(codebook).Concat(Alternating(codebook));

    private static IEnumerable<CodebookFinding> Unused(Codebook codebook)
    {
        var used = codebook.Entries.Select(entry => entry.Operator).OfType<string>().Append(Future).ToHashSet(StringComparer.Ordinal);
        var unused = codebook.Compositions.GroupBy(row => row.Operator, StringComparer.Ordinal)
            .Where(rows => !used.Contains(rows.Key) && !(rows.Key.EndsWith(Not, StringComparison.Ordinal) && used.Contains(rows.Key[..^Not.Length])))
            .Select(rows => (rows.Key, rows.First().Whole.Line)).ToArray();
        // A book without operators, such as an imported one, has the table for rows to come.
        if (used.Count == 1)
            return [];
        return unused.Select(row => new CodebookFinding(CodebookFindingKind.UnusedOperator, $"{Table}({row.Line},1)", $"no entry has the operator '{row.Key}', so that its rows do nothing; name it in an entry, or delete them."));
    }

    private static IEnumerable<CodebookFinding> Alternating(Codebook codebook)
    {
        foreach (var (name, line) in codebook.Compositions.GroupBy(row => row.Operator, StringComparer.Ordinal).Select(rows => (rows.Key, rows.First().Whole.Line)))
        {
            var done = new HashSet<string>(StringComparer.Ordinal);
            foreach (var type in codebook.Types.Keys.Order(StringComparer.Ordinal))
            {
                if (Round(codebook, name, type) is { } round && done.Add(round.Order(StringComparer.Ordinal).First()))
                    yield return new(CodebookFindingKind.Alternates, $"{Table}({line},1)", $"'{name}' nested in itself turns {string.Join(" into ", round.Append(round[0]))}; each level changes the type again.");
            }
        }
    }

    /// <summary>The types that an operator leads through from one type back to it; null where it does not lead back, or keeps the type.</summary>
    private static List<string>? Round(Codebook codebook, string name, string start)
    {
        var round = new List<string>();
        for (var type = start; round.Count <= codebook.Types.Count; )
        {
            round.Add(type);
            if (codebook.Compose(name, type) is not { KeepsType: false, Type: { } next })
                return null;
            if (next == start)
                return round.Count > 1 ? round : null;
            type = next;
        }
        return null;
    }
}
