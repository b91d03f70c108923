namespace Demarche.Knowledge;

/// <summary>Which requirements hold wherever others do, and which exclude each other.</summary>
/// <remarks>Errs on the side of "no": what it affirms is so for every sentence, as <c>Site</c> fills slots and <c>TriggerMatcher</c> reads them.</remarks>
internal static class RequirementLogic
{
    /// <summary>Whether one requirement holds wherever the other does.</summary>
    internal static bool Implies(Requirement known, Requirement asked)
    {
        if (known.Text == asked.Text)
            return true;
        if (Names(known, SlotKind.Particle) || Names(asked, SlotKind.Particle))
            return known.Slots.Length == 1 && asked.Slots.Length == 1 && known.Slots[0] == asked.Slots[0] && ImpliesOfParticle(known, asked);
        return asked switch
        {
            { Absent: true } => known.Absent && IsSubset(asked.Slots, known.Slots),
            { Restriction: null } => known.NeedsPhrase && IsSubset(known.Slots, asked.Slots),
            { Restriction: { Negated: false } wide } => known is { Restriction: { Negated: false } narrow } && Covers(asked.Slots, known.Slots) && IsWithin(narrow, wide),
            { Restriction: { } excluded } => known.Absent && IsSubset(asked.Slots, known.Slots)
                || known.Restriction is { Negated: true } more && Covers(known.Slots, asked.Slots) && IsWithin(excluded, more),
        };
    }

    /// <summary>Whether no sentence fulfils both.</summary>
    internal static bool Exclude(Requirement one, Requirement other) => Forbids(one, other) || Forbids(other, one);

    /// <summary>Whether both ask one phrase to be an actor and a thing: coordinated phrases may be, and pronouns that mean nobody known.</summary>
    internal static bool Divide(Requirement one, Requirement other) =>
        one is { Restriction: { Negated: false, Nature: "actor", Lemmas.Count: 0 } } && other is { Restriction: { Negated: false, Nature: "thing", Lemmas.Count: 0 } } && one.Slots.AsSpan().SequenceEqual(other.Slots);

    private static bool Forbids(Requirement filled, Requirement other)
    {
        if (!filled.NeedsPhrase)
            return false;
        if (other.Absent)
            // A particle that a pattern names is found where one of any kind is not.
            return IsSubset(filled.Slots, other.Slots) && (!Names(filled, SlotKind.Particle) || filled.Restriction is null && filled.Slots.Length == 1);
        return filled.Restriction is { } narrow && other.Restriction is { Negated: true } excluded && Covers(other.Slots, filled.Slots) && IsWithin(narrow, excluded);
    }

    private static bool ImpliesOfParticle(Requirement known, Requirement asked) => asked switch
    {
        { Absent: true } => known.Absent,
        { Restriction: null } => known.NeedsPhrase && known.Restriction is null,
        { Restriction: { Negated: false } wide } => known.Restriction is { Negated: false } narrow && narrow.Lemmas.IsSubsetOf(wide.Lemmas),
        { Restriction: { } excluded } => known.Restriction is { Negated: true } more && excluded.Lemmas.IsSubsetOf(more.Lemmas),
    };

    // Whatever fits the narrow restriction fits the wide one. An actor of several countries is read from the phrase's head alone, anything else from each coordinated word.
    private static bool IsWithin(Restriction narrow, Restriction wide) =>
        narrow.Lemmas.IsSubsetOf(wide.Lemmas)
        && (narrow.Nature == "several") == (wide.Nature == "several")
        && (narrow.Nature is null && narrow.Sectors.Count == 0
            || narrow.Nature == wide.Nature && (narrow.Nature is not null || narrow.Sectors.IsSubsetOf(wide.Sectors)));

    // Whether the phrases of some slots are among those of others. Two slots look elsewhere only when those before them are empty, so that their neighbours count.
    private static bool Covers(Slot[] more, Slot[] fewer)
    {
        if (more.AsSpan().SequenceEqual(fewer))
            return true;
        if (Array.Exists(fewer, slot => slot.Kind is SlotKind.OpenComplement or SlotKind.Particle || slot.Preposition == "by"))
            return false;
        var at = 0;
        foreach (var slot in more)
        {
            if (at < fewer.Length && slot == fewer[at])
                at++;
        }
        return at == fewer.Length;
    }

    private static bool IsSubset(Slot[] fewer, Slot[] more) => Array.TrueForAll(fewer, slot => Array.IndexOf(more, slot) >= 0);

    private static bool Names(Requirement requirement, SlotKind kind) => Array.Exists(requirement.Slots, slot => slot.Kind == kind);
}
