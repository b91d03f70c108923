namespace Demarche.Knowledge;

/// <summary>A grammatical place where an argument can stand. Subject and object are the deep ones: the passive is undone.</summary>
public enum SlotKind : byte
{
    Subject, Object, IndirectObject, Particle, OpenComplement, ClauseComplement, Preposition, Possessor, Compound, Adjective, Sayer, Auxiliary, Negation,
    ComplementSubject, ComplementObject, ComplementAuxiliary, ComplementActor, ComplementRecipient,
}

/// <summary>One grammatical place, with its preposition where it has one.</summary>
public readonly record struct Slot(SlotKind Kind, string? Preposition)
{
    /// <summary>Whether a trigger can have the slot at all: only verbs have objects and particles, only nouns possessors and attributes.</summary>
    /// <remarks>A noun has the indirect object of its light verb ("gave Kyiv a guarantee"), a verb a compound ("drought-hit").</remarks>
    public bool StandsWith(TriggerKind kind) => Kind switch
    {
        SlotKind.Object or SlotKind.Particle => kind == TriggerKind.Verb,
        SlotKind.IndirectObject => kind != TriggerKind.Adjective,
        SlotKind.Possessor or SlotKind.Adjective => kind == TriggerKind.Noun,
        _ => true,
    };

    /// <summary>The codebook's word for it.</summary>
    public override string ToString() => Kind switch
    {
        SlotKind.Subject => "subj",
        SlotKind.Object => "obj",
        SlotKind.IndirectObject => "iobj",
        SlotKind.Particle => "prt",
        SlotKind.OpenComplement => "xcomp",
        SlotKind.ClauseComplement => "ccomp",
        SlotKind.Possessor => "poss",
        SlotKind.Compound => "compound",
        SlotKind.Adjective => "amod",
        SlotKind.Sayer => "sayer",
        SlotKind.Auxiliary => "aux",
        SlotKind.Negation => "not",
        SlotKind.ComplementSubject => "comp.subj",
        SlotKind.ComplementAuxiliary => "comp.aux",
        SlotKind.ComplementObject => "comp.obj",
        SlotKind.ComplementActor => "comp.actor",
        SlotKind.ComplementRecipient => "comp.recipient",
        _ => Preposition!,
    };

    /// <summary>Reads the codebook's word for a slot; every word that is not one of the fixed ones is a preposition.</summary>
    public static Slot Parse(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word switch
        {
            "subj" => new(SlotKind.Subject, null),
            "obj" => new(SlotKind.Object, null),
            "iobj" => new(SlotKind.IndirectObject, null),
            "prt" => new(SlotKind.Particle, null),
            "xcomp" => new(SlotKind.OpenComplement, null),
            "ccomp" => new(SlotKind.ClauseComplement, null),
            "poss" => new(SlotKind.Possessor, null),
            "compound" => new(SlotKind.Compound, null),
            "amod" => new(SlotKind.Adjective, null),
            "sayer" => new(SlotKind.Sayer, null),
            "aux" => new(SlotKind.Auxiliary, null),
            "not" => new(SlotKind.Negation, null),
            "comp.subj" => new(SlotKind.ComplementSubject, null),
            "comp.aux" => new(SlotKind.ComplementAuxiliary, null),
            "comp.obj" => new(SlotKind.ComplementObject, null),
            "comp.actor" => new(SlotKind.ComplementActor, null),
            "comp.recipient" => new(SlotKind.ComplementRecipient, null),
            _ => new(SlotKind.Preposition, string.Intern(word)),
        };
    }
}

/// <summary>A slot, or a slot inside the phrase that fills another: <c>obj.of</c>.</summary>
public readonly record struct SlotPath(Slot First, Slot? Inside)
{
    public static SlotPath Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || path.StartsWith("comp.", StringComparison.Ordinal)
            ? new(Slot.Parse(path), null)
            : new(Slot.Parse(path[..dot]), Slot.Parse(path[(dot + 1)..]));
    }
}

/// <summary>Where a role is looked for: alternatives in order of preference, each a list of slots that are all taken.</summary>
public sealed record SlotPlan(SlotPath[][] Alternatives)
{
    /// <summary>Reads <c>subj|by</c> (the first that is there) and <c>subj+with</c> (all of them).</summary>
    public static SlotPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. text.Split('|').Select(alternative => alternative.Split('+').Select(path => SlotPath.Parse(path.Trim())).ToArray())]);
    }
}
