namespace Demarche.Coding;

/// <summary>Leads an acronym back to a body that the report named in full: "the Free Aceh Movement", then "the FAM".</summary>
internal static class Acronyms
{
    // Shorter ones are initials of people, longer ones words in capitals.
    private const int Shortest = 2;
    private const int Longest = 7;

    internal static EntityDraft? Of(ReportEntities report, string form) =>
        form.Length is >= Shortest and <= Longest && !form.AsSpan().ContainsAnyExceptInRange('A', 'Z') ? report.FindByInitials(form) : null;

    /// <summary>The capitals that the words of a body's name begin with; null for what no acronym is made of.</summary>
    internal static string? InitialsOf(EntityDraft entity) => entity is { Kind: EntityKind.Organisation or EntityKind.Group or EntityKind.Place, IsPlural: false }
        ? string.Concat(entity.Name.Split(' ', '-').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0]))
        : null;
}
