namespace Demarche.Knowledge.Compiling;

/// <summary>Counts what tables hold, by what people ask for.</summary>
internal static class Holdings
{
    internal static IReadOnlyList<(string What, int Count)> Of(IReadOnlyList<KnowledgeEntry> entries)
    {
        var kinds = entries.CountBy(entry => entry.Kind).ToDictionary();
        int Kind(params ReadOnlySpan<EntryKind> wanted)
        {
            var sum = 0;
            foreach (var kind in wanted) sum += kinds.GetValueOrDefault(kind);
            return sum;
        }
        int Type(EntryKind kind, params string[] types) => entries.Count(entry => entry.Kind == kind && types.Contains(entry.Type, StringComparer.Ordinal));
        return
        [
            ("people", Kind(EntryKind.Person)),
            ("terms in office", entries.Sum(entry => entry.Terms.Length)),
            ("states and territories", Kind(EntryKind.Country)),
            ("organisations, groups and parties", Kind(EntryKind.Organisation, EntryKind.ArmedGroup, EntryKind.Party, EntryKind.EthnicGroup)),
            ("ministries", Type(EntryKind.Organisation, "ministry")),
            ("outlets", Kind(EntryKind.Outlet)),
            ("places", Kind(EntryKind.Place)),
            ("towns", Type(EntryKind.Place, "city")),
            ("parts of states", Type(EntryKind.Place, "admin1", "county")),
            ("bases", Type(EntryKind.Place, "base", "military site")),
            ("nuclear, test and launch sites", Type(EntryKind.Place, "nuclear site", "test site", "launch site")),
            ("border crossings", Type(EntryKind.Place, "border post")),
            ("disputed territories", Kind(EntryKind.Dispute)),
            ("weapons", Kind(EntryKind.Weapon)),
            ("ships", Kind(EntryKind.Vessel)),
            ("exercises", Type(EntryKind.Treaty, "military exercise")),
            ("treaties, resolutions and operations", Kind(EntryKind.Treaty) - Type(EntryKind.Treaty, "military exercise")),
        ];
    }
}
