using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>The stage at which a marked phrase, or its event's code, was lost.</summary>
internal enum MissCause
{
    Finding,
    Resolving,
    Parse,
    NoEvent,
    Negated,
    OtherEvent,
    Unfilled,
    WrongPhrase,
    Swapped,
    TooLong,
    TooShort,
    Shifted,
    Extra,
    OtherType,
}

/// <summary>One difference between a marked sentence and its record.</summary>
/// <param name="Cause">Where it came from.</param>
/// <param name="Role">The side that is wrong; null where the code is.</param>
/// <param name="Wanted">The words that were marked, or the code; empty for a phrase too many.</param>
/// <param name="Found">What stands there instead; empty when nothing does.</param>
internal sealed record Miss(MissCause Cause, MarkedRole? Role, string Wanted, string Found);

/// <summary>What the causes are called and mean.</summary>
internal static class MissCauses
{
    internal static (string Name, string Meaning) Describe(MissCause cause) => cause switch
    {
        MissCause.Finding => ("finding", "no name, description or pronoun was found in the phrase"),
        MissCause.Resolving => ("resolving", "something was found in the phrase, but taken for nobody who acts"),
        MissCause.Parse => ("parse", "there is an event, but the phrase's words do not hang together in the parse"),
        MissCause.NoEvent => ("coding: no event", "no trigger fired in the sentence, or what fired was no event"),
        MissCause.Negated => ("coding: negated", "all events of the sentence are said not to have happened"),
        MissCause.OtherEvent => ("coding: other event", "the sentence's events have neither marked side"),
        MissCause.Unfilled => ("coding: unfilled", "the event has the other side, and nobody on this one"),
        MissCause.WrongPhrase => ("coding: wrong phrase", "the event has the other side, and somebody else on this one"),
        MissCause.Swapped => ("coding: swapped", "the phrase was taken for the other side"),
        MissCause.TooLong => ("span: too long", "the right phrase, with words too many"),
        MissCause.TooShort => ("span: too short", "the right phrase, with words too few"),
        MissCause.Shifted => ("span: shifted", "words of the right phrase, and of another"),
        MissCause.Extra => ("extra", "somebody stands on a side where nobody is marked"),
        _ => ("coding: other type", "the event between the marked sides has another root code"),
    };
}
