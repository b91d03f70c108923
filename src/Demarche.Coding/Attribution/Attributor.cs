using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Says on whose word an event stands: every statement that holds its trigger, the nearest first.</summary>
internal static class Attributor
{
    internal static List<EventAttribution> Attribute(EventCandidate candidate, Speakers speakers, List<FoundStatement> used)
    {
        var graph = candidate.Graph;
        var trigger = graph.Tokens[candidate.Trigger].Span;
        var holding = new List<FoundStatement>();
        foreach (var statement in speakers.In(graph.Sentence.Index))
        {
            if (statement.Span.Contains(trigger) && statement.CueToken != candidate.Trigger && statement.CueToken != candidate.Anchor)
                holding.Add(statement);
        }
        holding.Sort((a, b) => a.Span.Length.CompareTo(b.Span.Length));
        var chain = new List<EventAttribution>();
        foreach (var statement in holding)
        {
            // What somebody says that he himself wants, accuses or asks is his own act, told by his own words.
            if (statement.Speaker is null && statement.SpeakerSpan is null)
                continue;
            used.Add(statement);
            chain.Add(new(statement.Speaker?.Id, statement.Speaker?.Name ?? graph.TextOf(statement.SpeakerSpan!.Value), statement.CueText ?? "“”", statement.Stance));
        }
        return chain;
    }
}
