namespace Demarche.Knowledge;

/// <summary>What a phrase must be for a requirement to hold.</summary>
/// <param name="Negated">The phrase must not be this.</param>
/// <param name="Lemmas">Head lemmas allowed; empty when only <paramref name="Nature"/> or <paramref name="Sector"/> counts.</param>
/// <param name="Nature"><c>actor</c>, <c>thing</c>, <c>event</c> or null.</param>
/// <param name="Sectors">PLOVER sectors allowed; empty when any.</param>
public sealed record Restriction(bool Negated, IReadOnlySet<string> Lemmas, string? Nature, IReadOnlySet<string> Sectors);

/// <summary>What must stand with a trigger.</summary>
/// <param name="Slots">Any of these may fill it.</param>
/// <param name="Absent">The slot must be empty.</param>
/// <param name="Restriction">What its phrase must be; null: anything.</param>
/// <param name="Text">As the pattern writes it.</param>
public sealed record Requirement(Slot[] Slots, bool Absent, Restriction? Restriction, string Text)
{
    /// <summary>Whether a phrase must be there for it to hold.</summary>
    internal bool NeedsPhrase => !Absent && Restriction is not { Negated: true };
}

/// <summary>The part of speech that a trigger has.</summary>
public enum TriggerKind : byte { Verb, Noun, Adjective }

/// <summary>One word or expression that can fire an entry.</summary>
/// <param name="Head">The lemma of its last word, which governs the others.</param>
/// <param name="Before">The lemmas of the words directly before it, in order; empty for one word.</param>
public sealed record Trigger(TriggerKind Kind, string Head, string[] Before)
{
    /// <summary>As a pattern writes it: <c>N:air strike</c>.</summary>
    public override string ToString() => $"{"VNA"[(int)Kind]}:{string.Join(' ', [.. Before, Head])}";
}

/// <summary>One row of the codebook.</summary>
public sealed record CodebookEntry
{
    /// <summary>Stable: the record carries it in <c>rule</c>.</summary>
    public required string Name { get; init; }
    public required Trigger[] Triggers { get; init; }
    public required Requirement[] Requirements { get; init; }

    /// <summary>PLOVER event type; null for an entry that yields none of its own (a blocking entry or a mere operator).</summary>
    public string? Type { get; init; }
    public string? Mode { get; init; }
    public string? Cameo { get; init; }
    public required SlotPlan Actor { get; init; }
    public required SlotPlan Recipient { get; init; }
    public SlotPlan? Third { get; init; }

    /// <summary>Whether the pattern asks for a slot, so that what fills it is part of what the entry means.</summary>
    public bool Asks(SlotKind kind) => Array.Exists(Requirements, requirement => !requirement.Absent && Array.Exists(requirement.Slots, slot => slot.Kind == kind));

    /// <summary>The operator class; null when a complement has no say in the code.</summary>
    public string? Operator { get; init; }

    /// <summary>A sentence in which it fires; empty where a book was imported.</summary>
    public required string Example { get; init; }

    /// <summary>A sentence with its trigger in which it must not fire, or for a blocking entry one that tells an event; empty where there is none.</summary>
    public string NearMiss { get; init; } = "";

    /// <summary>What it means and why that is its code, in at most 90 characters; empty where nobody has said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Its table.</summary>
    public required string File { get; init; }

    /// <summary>Its line in the table, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>File and line, for messages.</summary>
    public string Where => $"{File}({Line})";

    /// <summary>Position over all files: earlier rows win ties.</summary>
    public required int Order { get; init; }

    /// <summary>How much the entry asks for: 4 for a requirement with words, 2 for one with sectors, 1 for any other.</summary>
    public int Specificity { get; init; }

    /// <summary>How many words its requirements allow: of two that ask for as much, the narrower wins.</summary>
    public int Breadth { get; init; }

    /// <summary>An entry without type and operator blocks its trigger.</summary>
    public bool Blocks => Type is null && Operator is null;

    /// <summary>Where it stands among the entries that hold at a word which one of its triggers ends in.</summary>
    public EntryRank RankAt(Trigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new(Specificity + (EntryRank.WordWeight * trigger.Before.Length), Blocks, Breadth, Order);
    }
}

/// <summary>What an operator makes of the event inside it.</summary>
/// <param name="Type">The type of the whole; null: no event of its own; <c>=</c>: the inner event's.</param>
/// <param name="Absorb">The inner event is not an event of its own.</param>
/// <param name="InnerStatus">What a kept inner event becomes: <c>future</c>, <c>hypothetical</c>, <c>negated</c>, or null.</param>
public sealed record Composition(string? Type, string? Mode, string? Cameo, bool Absorb, string? InnerStatus)
{
    /// <summary>Its line in <c>compose.tsv</c>, from 1.</summary>
    internal int Line { get; init; }

    /// <summary>The whole keeps the type of the inner event.</summary>
    public bool KeepsType => Type == "=";
}

/// <summary>How an event type behaves in any sentence.</summary>
[Flags]
public enum EventTraits
{
    None = 0,

    /// <summary>Its recipient may be a thing that nobody names: "three villages".</summary>
    Things = 1,

    /// <summary>Its actor may be a thing: "a car bomb".</summary>
    ThingActs = 2,

    /// <summary>An act of words: announcing it for the future makes no other event of it.</summary>
    Word = 4,

    /// <summary>Said of a deed ("condemned the launch"), it is said of whoever did it.</summary>
    Deed = 8,

    /// <summary>Without a recipient in its sentence it is said to the state with which the sentences before have the actor at odds.</summary>
    Answer = 16,

    /// <summary>Where nobody is named, what it is about stands for its recipient: "rejected the referendum".</summary>
    Topic = 32,
}

/// <summary>What a PLOVER event type stands for in other schemes, and how it behaves.</summary>
public sealed record EventTypeInfo(string Type, string DefaultCameo, double? PloverScore, EventTraits Traits);

/// <summary>What a CAMEO code stands for in PLOVER and on Goldstein's scale.</summary>
public sealed record CrosswalkRow(string Cameo, string Type, string? Mode, string[] Contexts, double? Goldstein);

/// <summary>A word by which somebody is reported to have said, written or thought something.</summary>
public sealed record ReportingCue(string Lemma, string Pos, string Stance, string Kind);
