using Demarche.Intake;
using Demarche.Text;
using Demarche.Text.Classifying;

namespace Demarche.Coding;

/// <summary>Reads labelled sentences as the ranker's classifiers see them.</summary>
internal sealed class ExampleReader(ReportCoder coder, string[] types)
{
    private readonly EventFeatures _features = new(coder.Text);

    /// <summary>The words of a sentence that could tell an event, each with the type that it tells.</summary>
    internal List<ClassifierSample> ReadWords(Example example)
    {
        var words = new List<ClassifierSample>();
        var list = new FeatureList(EventFeatures.SiteNumbers);
        var topic = new float[TextPipeline.VectorLength];
        coder.Inspect(ReportOf(example), null, (entities, graph, _, _) =>
        {
            _features.ReadTopic(graph, topic);
            for (var token = 0; token < graph.Tokens.Length; token++)
            {
                if (graph.Tokens[token].Tag is not (UniversalTag.VERB or UniversalTag.NOUN))
                    continue;
                var told = example.Events.FirstOrDefault(one => one.Trigger.Overlaps(graph.Tokens[token].Span));
                // Of several words the one that governs the others tells the event; the others are left out.
                if (told is not null && graph.Head(token) is >= 0 and var head && told.Trigger.Overlaps(graph.Tokens[head].Span))
                    continue;
                _features.ReadSite(entities, graph, token, topic, list);
                words.Add(ClassifierSample.Of(list, Array.IndexOf(types, told?.Type ?? EventRanker.None)));
            }
        });
        return words;
    }

    /// <summary>The events that the coder finds in a sentence, each with the verdict that the labels give.</summary>
    internal List<(ClassifierSample Sample, bool IsUnlisted)> ReadEvents(Example example, EventRanker ranker)
    {
        var events = new List<(ClassifierSample, bool)>();
        coder.Inspect(ReportOf(example), ranker, (_, _, ranking, candidates) =>
        {
            foreach (var candidate in candidates)
                events.Add((ClassifierSample.Of(ranking!.Read(candidate, candidates.Count - 1), ExampleVerdict.Of(candidate, example)), candidate.IsUnlisted));
        });
        return events;
    }

    private static Report ReportOf(Example example) => new() { Id = "example", Text = example.Text, Published = "2020-06-15", PublishedBasis = DateBasis.Given };
}
