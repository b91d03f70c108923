namespace Demarche.Knowledge;

/// <summary>Puts shadowed entries into words.</summary>
internal static class ShadowReport
{
    internal static IEnumerable<CodebookFinding> Find(IReadOnlyList<CodebookEntry> entries, int limit = ShadowFinder.MostComparisons)
    {
        var finder = ShadowFinder.Find(entries, limit);
        foreach (var shadows in finder.Shadows.GroupBy(shadow => shadow.Entry.Order))
        {
            foreach (var finding in Describe([.. shadows]))
                yield return finding;
        }
        if (!finder.IsWhole)
            yield return new(CodebookFindingKind.Unfinished, "entries", FormattableString.Invariant($"the search for shadowed rows ended after {limit:N0} comparisons; too many rows are alike, and some of them may be shadowed."));
    }

    private static IEnumerable<CodebookFinding> Describe(Shadow[] shadows)
    {
        var entry = shadows[0].Entry;
        var conflicts = shadows.Where(IsConflict).ToArray();
        foreach (var group in conflicts.GroupBy(shadow => shadow.By.Order))
            yield return new(CodebookFindingKind.Conflict, entry.Where, Conflict([.. group]));
        var triggers = entry.Triggers.Select(trigger => trigger.ToString()).Distinct(StringComparer.Ordinal).Count();
        var isWhole = shadows.Length == triggers;
        if (isWhole && Array.TrueForAll(shadows, shadow => shadow.IsCertain))
        {
            yield return new(CodebookFindingKind.NeverWins, entry.Where, $"{entry.Name} can never win: wherever it could hold, {Winners(shadows, isWhole)}; delete the row, or let it ask for more.");
            yield break;
        }
        var certain = shadows.Except(conflicts).Where(shadow => shadow.IsCertain).ToArray();
        if (certain.Length > 0)
            yield return new(CodebookFindingKind.Shadowed, entry.Where, $"{entry.Name} never wins{At(certain.Length, triggers)}: wherever it could hold, {Winners(certain, isWhole: false)}.");
        var uncertain = shadows.Except(conflicts).Where(shadow => !shadow.IsCertain).ToArray();
        if (uncertain.Length > 0)
            yield return new(CodebookFindingKind.Shadowed, entry.Where, $"{entry.Name} wins{At(uncertain.Length, triggers)} only where the ranker prefers {entry.Type}: else {Winners(uncertain, isWhole && certain.Length == 0 && conflicts.Length == 0)}.");
    }

    // Level in rank, each holds wherever the other does, and the codes differ: a special case of a shadow.
    private static bool IsConflict(Shadow shadow) =>
        shadow.By.RankAt(shadow.Trigger).IsLevelWith(shadow.Entry.RankAt(shadow.Trigger))
        && (shadow.By.Type, shadow.By.Mode) != (shadow.Entry.Type, shadow.Entry.Mode)
        && Array.TrueForAll(shadow.Entry.Requirements, asked => Array.Exists(shadow.By.Requirements, known => RequirementLogic.Implies(known, asked)));

    private static string Conflict(Shadow[] shadows)
    {
        var (entry, by) = (shadows[0].Entry, shadows[0].By);
        var chance = shadows[0].IsCertain ? "it never wins there" : $"it wins there only where the ranker prefers {entry.Type}";
        return $"{entry.Name} asks for the same as {by.Name} ({by.Where}) at {Join(shadows.Select(shadow => shadow.Trigger.ToString()))}, but gives {Code(entry)}, not {Code(by)}: as the later row {chance}.";
    }

    private static string Winners(Shadow[] shadows, bool isWhole) => string.Join("; ", shadows.GroupBy(shadow => shadow.By.Order).Select(group =>
        $"{group.First().By.Name} ({group.First().By.Where}) wins{(isWhole && group.Count() == shadows.Length ? "" : $" at {Join(group.Select(shadow => shadow.Trigger.ToString()))}")}"));

    private static string At(int shadowed, int triggers) => triggers == 1 ? "" : $" at {shadowed} of its {triggers} triggers";

    private static string Code(CodebookEntry entry) => entry.Mode is null ? entry.Type ?? "-" : $"{entry.Type ?? "-"} {entry.Mode}";

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);
}
