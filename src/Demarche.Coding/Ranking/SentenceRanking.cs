using Demarche.Knowledge;
using Demarche.Text;
using Demarche.Text.Classifying;

namespace Demarche.Coding;

/// <summary>The ranker at work on one sentence.</summary>
internal sealed class SentenceRanking
{
    /// <summary>Above this probability of being no such event, one is left out: of 87 such among examples held out, 4 were right and 4 partly so (models/ranker.md).</summary>
    private const double MostDoubt = 0.9;

    /// <summary>Below this confidence an event is left out: of 269 below 0.1 among examples held out, 19 were right (models/ranker.md); PLV and quad lose nothing by it.</summary>
    private const double LeastConfidence = 0.1;

    /// <summary>The same as <see cref="MostDoubt"/> for verbs that no entry fits. With 0.3, and 0.5 below, five of eight such events in pages that nobody had seen were wrong.</summary>
    private const double MostDoubtUnlisted = 0.2;

    /// <summary>A verb that no entry fits is taken for an event of a type above this probability.</summary>
    private const double LeastTypeProbability = 0.7;

    /// <summary>A reading is preferred to one that asks for more (by <see cref="EntryRank.Nearly"/> at most) if the words suggest its type four hundred times as much (the logarithm); with twenty times, PLV and quad have half a point less.</summary>
    private const double MuchMore = 6;

    /// <summary>How much less an event is worth that a clause of the background tells; chosen so that an event in a relative clause comes after the sentence's own.</summary>
    private const double BackgroundWeight = 3;

    private readonly EventRanker _ranker;
    private readonly ReportEntities _report;
    private readonly SentenceGraph _graph;
    private readonly RankerRoom _room;
    private bool _knowsTopic;

    internal SentenceRanking(EventRanker ranker, ReportEntities report, SentenceGraph graph, RankerRoom room) =>
        (_ranker, _report, _graph, _room) = (ranker, report, graph, room);

    private float[] Types => _room.Types;

    // What the sentence is about is found out when it is first asked for: most sentences tell no event.
    private float[] Topic
    {
        get
        {
            if (!_knowsTopic)
                _ranker.Features.ReadTopic(_graph, _room.Topic);
            _knowsTopic = true;
            return _room.Topic;
        }
    }

    /// <summary>Adds events of verbs that no candidate has anything to do with, where the words around them leave little doubt.</summary>
    internal void AddUnlisted(Codebook codebook, List<EventCandidate> candidates)
    {
        var listed = candidates.Count;
        for (var verb = 0; verb < _graph.Tokens.Length; verb++)
        {
            if (!MayTell(codebook, verb) || candidates.FindIndex(0, listed, candidate => IsPartOf(candidate, verb)) >= 0)
                continue;
            ClassifyWord(verb);
            var best = 0;
            for (var i = 1; i < Types.Length; i++)
            {
                if (Types[i] > Types[best])
                    best = i;
            }
            if (best > 0 && Types[best] >= LeastTypeProbability && codebook.Types.ContainsKey(_ranker.Types.Classes[best]))
                candidates.Add(Unlisted(codebook.Unlisted(_ranker.Types.Classes[best]), verb));
        }
    }

    /// <summary>Of the readings of a word, one of each type, the one whose type its surroundings suggest much more than that of the best entry, if it asks for nearly as much.</summary>
    internal EventCandidate Choose(EventCandidate best, List<EventCandidate> readings)
    {
        if (readings.TrueForAll(reading => reading.Type == best.Type) || _ranker.IndexOf(best.Type!) < 0)
            return best;
        ClassifyWord(best.Trigger);
        var chosen = best;
        foreach (var reading in readings)
        {
            if (reading.Type != best.Type && reading.Specificity >= best.Specificity - EntryRank.Nearly && _ranker.IndexOf(reading.Type!) is >= 0 and var index
                && Math.Log(Types[index] / Types[_ranker.IndexOf(chosen.Type!)]) > (chosen == best ? MuchMore : 0))
                chosen = reading;
        }
        return chosen;
    }

    /// <summary>Gives each event its confidence, and takes out those that the examples speak against.</summary>
    internal void Judge(List<EventCandidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            _ranker.Events!.Classify(Read(candidate, candidates.Count - 1), _room.Verdict);
            candidate.Doubt = _room.Verdict[0];
            candidate.Confidence = Math.Round(_ranker.Events.Calibrate(_room.Verdict[2]) * (1 - (BackgroundWeight * Background(candidate))), 2);
        }
        candidates.RemoveAll(candidate => candidate.IsUnlisted ? candidate.Doubt > MostDoubtUnlisted || !candidate.Actor.Exists(IsPolitical) : (candidate.Doubt > MostDoubt || candidate.Confidence < LeastConfidence) && _ranker.IndexOf(candidate.Type!) >= 0);
    }

    // "The German baker" is nobody whose every verb is news, and "American slang" is not America.
    private bool IsPolitical(Argument actor) =>
        actor.IsActor && !EntityResolver.IsModifier(_graph, actor.Head) && (actor.Entity.Known is not null || actor.Entity.Sectors.Exists(sector => sector is "GOV" or "MIL" or "COP" or "LEG" or "JUD" or "SPY" or "DIP" or "IGO" or "PTY" or "OPP" or "REB" or "UAF"));

    /// <summary>An event as the second classifier sees it; good until the next is read.</summary>
    internal FeatureList Read(EventCandidate candidate, int others)
    {
        _ranker.Features.ReadEvent(_report, candidate, others, Topic, _room.Event);
        if (_ranker.IndexOf(candidate.Type!) is >= 0 and var index)
        {
            ClassifyWord(candidate.Trigger);
            // "Will not lift the embargo": the word suggests what is not done, and the event is the refusal.
            var inner = candidate.Entry.Type is { } type && type != candidate.Type && _ranker.IndexOf(type) is >= 0 and var at ? Types[at] : 0;
            EventFeatures.WriteOdds(_room.Event.Numbers, Types[index] + inner, Types[0]);
        }
        return _room.Event;
    }

    private void ClassifyWord(int word)
    {
        _ranker.Features.ReadSite(_report, _graph, word, Topic, _room.Site);
        _ranker.Types.Classify(_room.Site, Types);
    }

    // What a relative or an adverbial clause tells is background; what is said or wanted is not. At most 0.3.
    private static double Background(EventCandidate candidate)
    {
        var background = 0.0;
        for (int token = candidate.Anchor, steps = 0; token >= 0 && steps < 12; token = candidate.Graph.Head(token), steps++)
        {
            background += candidate.Graph.Relation(token) switch
            {
                DependencyRelation.AclRelcl or DependencyRelation.Acl => 0.15,
                DependencyRelation.Advcl or DependencyRelation.AdvclRelcl => 0.08,
                DependencyRelation.Ccomp or DependencyRelation.Xcomp or DependencyRelation.Conj or DependencyRelation.Parataxis or DependencyRelation.Root => 0,
                _ => 0.04,
            };
        }
        return Math.Min(0.3, background);
    }

    // "said", "took", "nuclear-armed", "included": words that report, that lean on a noun, or that only describe.
    private bool MayTell(Codebook codebook, int verb) =>
        _graph.Tokens[verb].Tag == UniversalTag.VERB
        && _graph.Relation(verb) is not (DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Case or DependencyRelation.Mark)
        && !codebook.Reporting.ContainsKey($"V:{_graph.Lemma(verb)}") && !codebook.LightVerbs.ContainsKey(_graph.Lemma(verb))
        && !_graph.Is(verb, WordList.Static);

    private static bool IsPartOf(EventCandidate candidate, int verb) =>
        candidate.Trigger == verb || candidate.Anchor == verb || candidate.TriggerFirst <= verb && verb <= candidate.TriggerLast || candidate.Consumed.Contains(verb);

    private EventCandidate Unlisted(CodebookEntry entry, int verb) => new()
    {
        Graph = _graph,
        Entry = entry,
        Trigger = verb,
        TriggerFirst = verb,
        TriggerLast = verb,
        Anchor = verb,
        Specificity = 0,
        Consumed = [],
        Type = entry.Type,
        IsUnlisted = true,
    };
}
