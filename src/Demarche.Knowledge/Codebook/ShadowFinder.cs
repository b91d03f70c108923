namespace Demarche.Knowledge;

/// <summary>A trigger of an entry at which another entry holds wherever it does, and ranks before it.</summary>
/// <param name="IsCertain">Whether the entry never wins there; else a ranker may still prefer its type.</param>
internal sealed record Shadow(CodebookEntry Entry, Trigger Trigger, CodebookEntry By, bool IsCertain);

/// <summary>Finds entries that lose at a trigger wherever they could hold.</summary>
/// <remarks>
/// Entries are compared with those of the same trigger alone, and of these only with such as share a word that both ask for: time
/// grows with the book, and <see cref="MostComparisons"/> bounds it for a book whose entries are all alike.
/// </remarks>
internal sealed class ShadowFinder
{
    /// <value>2 million comparisons: some seconds; the book that ships needs fifteen thousand</value>
    internal const int MostComparisons = 2_000_000;

    private readonly int _limit;

    private ShadowFinder(int limit) => _limit = limit;

    /// <summary>How often two entries or two of their requirements were compared.</summary>
    internal int Comparisons { get; private set; }

    /// <summary>Whether all were compared that had to be; else some shadows are missing.</summary>
    internal bool IsWhole => Comparisons < _limit;

    /// <summary>What was found, in the order of rows and of their triggers.</summary>
    internal List<Shadow> Shadows { get; private set; } = [];

    internal static ShadowFinder Find(IReadOnlyList<CodebookEntry> entries, int limit = MostComparisons)
    {
        var finder = new ShadowFinder(limit);
        var groups = entries.SelectMany(entry => entry.Triggers.Select(trigger => (Trigger: trigger, Entry: entry)))
            .GroupBy(pair => pair.Trigger.ToString(), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var sharing = group.DistinctBy(pair => pair.Entry.Order).ToArray();
            if (sharing.Length > 1)
                finder.Compare(sharing);
        }
        finder.Shadows = [.. finder.Shadows.OrderBy(shadow => shadow.Entry.Order).ThenBy(shadow => Array.FindIndex(shadow.Entry.Triggers, trigger => trigger.ToString() == shadow.Trigger.ToString()))];
        return finder;
    }

    private void Compare((Trigger Trigger, CodebookEntry Entry)[] sharing)
    {
        var trigger = sharing[0].Trigger;
        var ranked = sharing.Select(pair => pair.Entry).ToArray();
        Array.Sort(ranked, (a, b) => a.RankAt(trigger).IsBefore(b.RankAt(trigger)) ? -1 : a.Order == b.Order ? 0 : 1);
        var index = new KeyIndex(this, ranked);
        foreach (var entry in ranked)
        {
            if (FindShadow(entry, trigger, index) is { } shadow)
                Shadows.Add(shadow);
        }
    }

    private Shadow? FindShadow(CodebookEntry entry, Trigger trigger, KeyIndex index)
    {
        var rank = entry.RankAt(trigger);
        Shadow? uncertain = null;
        foreach (var candidates in index.Candidates(entry))
        {
            foreach (var other in candidates)
            {
                // They stand in the order of their ranks.
                if (!other.RankAt(trigger).IsBefore(rank) || !MayCompare())
                    break;
                if (!HoldsWherever(other, entry))
                    continue;
                if (IsCertain(other, entry))
                    return new(entry, trigger, other, IsCertain: true);
                uncertain ??= new(entry, trigger, other, IsCertain: false);
            }
        }
        return uncertain;
    }

    private bool MayCompare()
    {
        if (IsWhole)
            Comparisons++;
        return IsWhole;
    }

    private static bool HoldsWherever(CodebookEntry other, CodebookEntry entry) =>
        Array.TrueForAll(other.Requirements, asked => Array.Exists(entry.Requirements, known => RequirementLogic.Implies(known, asked)));

    // A ranker chooses among types, and only the first entry of each; what yields no type ends its choice.
    private static bool IsCertain(CodebookEntry winner, CodebookEntry loser) =>
        winner.Type is null || loser.Type is null || winner.Type == loser.Type || winner.Specificity - loser.Specificity > EntryRank.Nearly;

    /// <summary>Entries by the words of that requirement which the fewest others have: only who asks for one of these can be shadowed by them.</summary>
    private sealed class KeyIndex
    {
        private readonly ShadowFinder _finder;
        private readonly Dictionary<string, List<Requirement>> _requirements = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<CodebookEntry>> _entries = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Requirement>> _sharing = new(StringComparer.Ordinal);
        private readonly List<CodebookEntry> _wordless = [];

        internal KeyIndex(ShadowFinder finder, CodebookEntry[] ranked)
        {
            _finder = finder;
            var counts = ranked.SelectMany(Worded).CountBy(requirement => requirement.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            foreach (var entry in ranked)
            {
                if (Worded(entry).MinBy(requirement => (counts[requirement.Text], requirement.Restriction!.Lemmas.Count)) is not { } rarest)
                {
                    _wordless.Add(entry);
                    continue;
                }
                if (!_entries.TryGetValue(rarest.Text, out var asking))
                {
                    _entries.Add(rarest.Text, asking = []);
                    foreach (var key in Keys(rarest.Restriction!))
                        (_requirements.TryGetValue(key, out var having) ? having : _requirements[key] = []).Add(rarest);
                }
                asking.Add(entry);
            }
        }

        /// <summary>Entries that may hold wherever another does, each list in the order of ranks.</summary>
        internal IEnumerable<List<CodebookEntry>> Candidates(CodebookEntry entry)
        {
            yield return _wordless;
            foreach (var known in Worded(entry))
            {
                foreach (var asked in Sharing(known))
                {
                    if (_finder.MayCompare() && RequirementLogic.Implies(known, asked))
                        yield return _entries[asked.Text];
                }
            }
        }

        private static IEnumerable<Requirement> Worded(CodebookEntry entry) => entry.Requirements.Where(requirement => requirement is { NeedsPhrase: true, Restriction: not null });

        // What a requirement implies has all of its words: the one that the fewest have finds it.
        private List<Requirement> Sharing(Requirement known)
        {
            if (!_sharing.TryGetValue(known.Text, out var sharing))
                _sharing[known.Text] = sharing = Keys(known.Restriction!).Select(key => _requirements.GetValueOrDefault(key) ?? []).MinBy(having => having.Count)!;
            return sharing;
        }

        private static IEnumerable<string> Keys(Restriction restriction) =>
            restriction.Lemmas.Concat(restriction.Nature is { } nature ? ["#" + nature] : restriction.Sectors.Select(sector => "#" + sector));
    }
}
