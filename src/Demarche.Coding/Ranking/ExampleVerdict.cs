using Demarche.Text;

namespace Demarche.Coding;

/// <summary>How right an event is by the labels of its sentence; the numbers are those of <see cref="EventRanker.Verdicts"/>.</summary>
internal static class ExampleVerdict
{
    internal const int Wrong = 0, Partly = 1, Right = 2;

    internal static int Of(EventCandidate candidate, Example example)
    {
        var best = Wrong;
        foreach (var told in example.Events)
        {
            if (told.Type != candidate.Type)
                continue;
            var trigger = candidate.Graph.SpanOf(candidate.TriggerFirst, candidate.TriggerLast);
            if (!trigger.Overlaps(told.Trigger) && !(Meets(candidate.Actor, told.Actor) && Meets(candidate.Recipient, told.Recipient)))
                continue;
            best = Math.Max(best, HasParties(candidate, told) && IsSaidAlike(candidate, told) ? Right : Partly);
        }
        return best;
    }

    // Who does something together may stand on either side.
    private static bool HasParties(EventCandidate candidate, ExampleEvent told)
    {
        var recipients = candidate.Recipient.FindAll(argument => argument.IsActor);
        var actor = told.Actor.Length == 0 ? candidate.Actor.Count == 0 : Meets(candidate.Actor, told.Actor);
        var recipient = told.Recipient.Length == 0
            ? recipients.Count == 0 || Meets(recipients, told.Actor) || Meets(recipients, told.Third)
            : Meets(candidate.Recipient, told.Recipient);
        return actor && recipient;
    }

    // A plan that is coded as an agreement or a threat is said to be one, whatever tense it stands in.
    private static bool IsSaidAlike(EventCandidate candidate, ExampleEvent told) =>
        (candidate.Status & EventStatus.Negated) == (told.Status & EventStatus.Negated)
        && (candidate.Composed is not null || IsUnreal(candidate.Status) == IsUnreal(told.Status));

    private static bool IsUnreal(EventStatus status) => (status & (EventStatus.Future | EventStatus.Hypothetical)) != 0;

    private static bool Meets(List<Argument> found, ExampleParty[] told) => Array.Exists(told, party => IsMet(found, party));

    // "They=Russia|China": each of those who are meant, by name, by a name the text has for it, or by its country.
    private static bool IsMet(List<Argument> found, ExampleParty party)
    {
        var named = found.FindAll(argument => argument.Span.Overlaps(party.Span) || !argument.IsMention && party.Meant.Length > 0);
        return named.Count > 0 && Array.TrueForAll(party.Meant, meant => named.Exists(argument => argument.Entity.Country == meant || argument.Entity.Name.Contains(meant, StringComparison.OrdinalIgnoreCase)));
    }
}
