using Demarche.Text;
using Demarche.Text.Classifying;

namespace Demarche.Coding;

/// <summary>Says how sure an event is, from examples: what the words suggest, who takes part, which entry fired.</summary>
/// <remarks>
/// Two classifiers: one tells a word's event type from what stands around it, knowing no entry; the other judges an event that was
/// found, with the first one's opinion among what it sees. May be shared between threads.
/// </remarks>
internal sealed class EventRanker
{
    /// <summary>The class of words that tell no event.</summary>
    internal const string None = "-";

    internal const string TypesFile = "ranker-types.bin", EventsFile = "ranker.bin";

    /// <summary>What the second classifier tells apart: no such event in the sentence; one with other parties or another status; all as it is.</summary>
    internal static readonly string[] Verdicts = ["wrong", "partly", "right"];

    private readonly Dictionary<string, int> _typeIndex = new(StringComparer.Ordinal);

    private EventRanker(FeatureClassifier types, FeatureClassifier? events, TextPipeline text)
    {
        (Types, Events, Features) = (types, events, new EventFeatures(text));
        for (var i = 0; i < types.Classes.Count; i++)
            _typeIndex[types.Classes[i]] = i;
        Version = $"{types.Version[..6]}{events?.Version[..6]}";
    }

    /// <summary>Files with one version judge alike.</summary>
    internal string Version { get; }

    internal FeatureClassifier Types { get; }

    /// <summary>Null while it is to be trained.</summary>
    internal FeatureClassifier? Events { get; }

    internal EventFeatures Features { get; }

    /// <exception cref="InvalidDataException">A file is no classifier of this kind.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    internal static EventRanker Load(string folder, TextPipeline text)
    {
        var types = FeatureClassifier.Load(Path.Combine(folder, TypesFile));
        var events = FeatureClassifier.Load(Path.Combine(folder, EventsFile));
        if (types.NumberCount != EventFeatures.SiteNumbers || types.Classes[0] != None || events.NumberCount != EventFeatures.EventNumbers || !events.Classes.SequenceEqual(Verdicts))
            throw new InvalidDataException($"{folder}: {TypesFile} and {EventsFile} are of another version of the program; train them anew with demarche train ranker.");
        return new(types, events, text);
    }

    /// <summary>A ranker that knows words only, and adds the events of verbs that no entry fits.</summary>
    internal static EventRanker OfWords(FeatureClassifier types, TextPipeline text) => new(types, null, text);

    /// <param name="room">Of this ranker; the sentence before is done with it.</param>
    internal SentenceRanking Start(ReportEntities report, SentenceGraph graph, RankerRoom room) => new(this, report, graph, room);

    internal RankerRoom CreateRoom() => new(Types.Classes.Count);

    /// <returns>-1 for a type that was not among the examples, as a codebook of one's own may have.</returns>
    internal int IndexOf(string type) => _typeIndex.GetValueOrDefault(type, -1);
}
