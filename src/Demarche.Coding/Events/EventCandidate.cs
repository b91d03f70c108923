using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>A phrase that fills a role: where it stands and whom it means.</summary>
/// <param name="Head">The governing token.</param>
/// <param name="Span">The words that are the evidence.</param>
/// <param name="Entity">Whom or what they mean.</param>
/// <param name="IsActor">A state, organisation, group or person, rather than a thing or a place.</param>
/// <param name="IsMention">Whether its words mean the entity, rather than a deed of its ("rejected the offer" is aimed at who made it).</param>
internal readonly record struct Argument(int Head, TextSpan Span, EntityDraft Entity, bool IsActor, bool IsMention = true);

/// <summary>A trigger with the entry that it fires, while its event is put together.</summary>
internal sealed class EventCandidate
{
    internal required SentenceGraph Graph { get; init; }

    internal required CodebookEntry Entry { get; init; }

    /// <summary>The head of the trigger.</summary>
    internal required int Trigger { get; init; }

    /// <summary>First word of the trigger expression.</summary>
    internal required int TriggerFirst { get; init; }

    /// <summary>Last word of the trigger expression.</summary>
    internal required int TriggerLast { get; init; }

    /// <summary>The predicate that carries tense, negation and subject: the trigger itself, or the light verb that it is the object of.</summary>
    internal required int Anchor { get; init; }

    /// <summary>How much the entry asks for: the more, the surer.</summary>
    internal required int Specificity { get; init; }

    /// <summary>Words that belong to the expression and fire nothing of their own.</summary>
    internal required IReadOnlyList<int> Consumed { get; init; }

    internal string? Type { get; set; }

    internal string? Mode { get; set; }

    internal string? Cameo { get; set; }

    internal List<Argument> Actor { get; } = [];

    internal List<Argument> Recipient { get; private set; } = [];

    internal List<Argument> Third { get; } = [];

    internal EventStatus Status { get; set; }

    /// <summary>Part of another event, or blocked: no event of its own.</summary>
    internal bool Absorbed { get; set; }

    /// <summary>The event inside, for an operator.</summary>
    internal EventCandidate? Inner { get; set; }

    /// <summary>What the operator made of it, for <c>--explain</c>: <c>threaten × ASSAULT</c>.</summary>
    internal string? Composed { get; set; }

    /// <summary>No row of the codebook fits its verb.</summary>
    internal bool IsUnlisted { get; init; }

    /// <summary>How probable it is, from 0 to 1, that the sentence tells no such event.</summary>
    internal double Doubt { get; set; }

    /// <summary>How probable it is, from 0 to 1, that code, parties and status are all right, less for background; 0 where no ranker judged it.</summary>
    internal double Confidence { get; set; }

    /// <summary>The same event with one of its recipients.</summary>
    internal EventCandidate ForRecipient(int index)
    {
        var one = (EventCandidate)MemberwiseClone();
        one.Recipient = [Recipient[index]];
        return one;
    }

    internal void Absorb() => Absorbed = true;

    internal bool HasActorOrRecipient => Actor.Exists(argument => argument.IsActor) || Recipient.Exists(argument => argument.IsActor);
}
