using Demarche.Knowledge;
using Demarche.Text;
using Demarche.Text.Classifying;

namespace Demarche.Coding;

/// <summary>What the ranker sees of a word that may tell an event, and of an event that an entry found.</summary>
internal sealed class EventFeatures(TextPipeline text)
{
    private const int Vector = TextPipeline.VectorLength;

    /// <summary>Numbers of a site: the vectors of the word, of its object, and of the sentence.</summary>
    internal const int SiteNumbers = 3 * Vector;

    private const int Odds = 3;

    /// <summary>Numbers of an event: the vectors of the sentence and of both parties' head words, and what the words alone suggest.</summary>
    internal const int EventNumbers = (3 * Vector) + Odds;

    /// <summary>Writes the mean of the vectors of a sentence's nouns, verbs and adjectives: what it is about.</summary>
    internal void ReadTopic(SentenceGraph graph, Span<float> topic)
    {
        Span<float> vector = stackalloc float[Vector];
        topic.Clear();
        var count = 0;
        foreach (var token in graph.Tokens)
        {
            if (token.Tag is not (UniversalTag.NOUN or UniversalTag.VERB or UniversalTag.ADJ or UniversalTag.PROPN))
                continue;
            text.ReadVector(token.Form, vector);
            for (var i = 0; i < Vector; i++)
                topic[i] += vector[i];
            count++;
        }
        for (var i = 0; i < Vector && count > 0; i++)
            topic[i] /= count;
    }

    /// <summary>What stands at and around a word, whatever entry it fires.</summary>
    internal void ReadSite(ReportEntities report, SentenceGraph graph, int trigger, ReadOnlySpan<float> topic, FeatureList features)
    {
        features.Clear();
        var numbers = features.Numbers;
        topic.CopyTo(numbers[(2 * Vector)..]);
        text.ReadVector(graph.Lemma(trigger), numbers[..Vector]);
        features.AddWord("word", graph.Lemma(trigger));
        features.Add("tag", graph.Tokens[trigger].PennTag);
        features.Add("relation", graph.Relation(trigger).Name());
        Read(report, graph, Clauses.Subject(graph, trigger), "subject", features);
        var theme = Theme(graph, trigger);
        Read(report, graph, theme, "object", features);
        if (theme >= 0)
        {
            text.ReadVector(graph.Lemma(theme), numbers.Slice(Vector, Vector));
            features.AddWord("word+object", $"{graph.Lemma(trigger)} {graph.Lemma(theme)}");
        }
        ReadChildren(report, graph, trigger, features);
        if (graph.Head(trigger) is >= 0 and var governor)
            features.AddWord("governor", graph.Lemma(governor));
    }

    /// <summary>What an entry made of a word: its parties, its status, and what the words alone suggest.</summary>
    /// <param name="others">How many other events the sentence tells.</param>
    internal void ReadEvent(ReportEntities report, EventCandidate candidate, int others, ReadOnlySpan<float> topic, FeatureList features)
    {
        var graph = candidate.Graph;
        var numbers = features.Numbers;
        features.Clear();
        topic.CopyTo(numbers[(2 * Vector)..]);
        features.AddWord("entry", candidate.Entry.Name);
        features.AddWord("trigger", graph.Lemma(candidate.Trigger));
        features.Add("type", candidate.Type!);
        features.Add("kind", candidate.Entry.Triggers[0].Kind.ToString());
        features.Add("asks", Bucket(candidate.Specificity));
        features.Add("composed", candidate.Composed ?? "");
        features.Add("status", candidate.Status.ToString());
        features.Add("light", candidate.Anchor != candidate.Trigger ? "light" : "");
        features.Add("others", Bucket(others));
        features.Add("tag", graph.Tokens[candidate.Trigger].PennTag);
        features.Add("relation", graph.Relation(candidate.Anchor).Name());
        features.Add("depth", Bucket(graph.Depth(candidate.Anchor)));
        features.Add("length", Bucket(graph.Tokens.Length / 6));
        Read(report, candidate, candidate.Actor, "actor", numbers[..Vector], features);
        Read(report, candidate, candidate.Recipient, "recipient", numbers.Slice(Vector, Vector), features);
        features.Add("third", Bucket(candidate.Third.Count));
        for (int up = candidate.Anchor, steps = 0; up >= 0 && steps < 3; up = graph.Head(up), steps++)
            features.Add("path", graph.Relation(up).Name());
    }

    /// <summary>Adds to an event's numbers what the words alone suggest.</summary>
    /// <param name="own">The probability of the event's type by its words alone.</param>
    /// <param name="none">The probability of no event.</param>
    internal static void WriteOdds(Span<float> numbers, double own, double none)
    {
        numbers[3 * Vector] = LogOdds(own);
        numbers[(3 * Vector) + 1] = LogOdds(none);
        numbers[(3 * Vector) + 2] = LogOdds(own / Math.Max(1e-6, 1 - none));
    }

    private void Read(ReportEntities report, EventCandidate candidate, List<Argument> arguments, string name, Span<float> vector, FeatureList features)
    {
        features.Add($"{name} count", Bucket(arguments.Count));
        if (arguments.Count == 0)
            return;
        var first = arguments[0];
        var graph = candidate.Graph;
        text.ReadVector(graph.Lemma(first.Head), vector);
        features.Add($"{name} is actor", first.IsActor ? "yes" : "no");
        features.Add($"{name} is mention", first.IsMention ? "yes" : "no");
        features.Add($"{name} distance", $"{Math.Sign(first.Head - candidate.Trigger)}{Bucket(Math.Abs(first.Head - candidate.Trigger) / 2)}");
        features.Add($"{name} path", PathOf(graph, first.Head, candidate));
        features.Add($"{name} form", report.MentionAt(graph.Sentence.Index, first.Head)?.Form.ToString() ?? "none");
        features.Add($"{name} named", SinceNamed(first.Entity, graph.Sentence.Index));
        Read(report, graph, first.Head, name, features);
        Read(first.Entity, name, features);
    }

    // How many sentences ago a name stood for it: the farther back, the likelier that the word means another.
    private static string SinceNamed(EntityDraft entity, int sentence)
    {
        for (var i = entity.Mentions.Count - 1; i >= 0; i--)
        {
            if (entity.Mentions[i] is { Form: MentionForm.Name } named && named.Sentence <= sentence)
                return Bucket(sentence - named.Sentence);
        }
        return "never";
    }

    // "nsubj", "obl:with", "nmod:of>obj": how a party hangs on the trigger; "far" where it takes more than three steps.
    private static string PathOf(SentenceGraph graph, int head, EventCandidate candidate)
    {
        var path = "";
        for (int token = head, steps = 0; steps < 3 && token >= 0; token = graph.Head(token), steps++)
        {
            if (token == candidate.Trigger || token == candidate.Anchor)
                return path;
            path += $"{graph.Relation(token).Name()}:{graph.Joint(token)}>";
        }
        return "far";
    }

    private static int Theme(SentenceGraph graph, int trigger)
    {
        var theme = Clauses.Object(graph, trigger);
        if (theme >= 0)
            return theme;
        foreach (var child in graph.Children(trigger))
        {
            if (graph.Relation(child) is DependencyRelation.Nmod or DependencyRelation.Obl or DependencyRelation.NsubjPass && child > trigger)
                return child;
        }
        return -1;
    }

    private static void ReadChildren(ReportEntities report, SentenceGraph graph, int word, FeatureList features)
    {
        foreach (var child in graph.Children(word))
        {
            var relation = graph.Relation(child);
            if (relation is DependencyRelation.Punct or DependencyRelation.Conj or DependencyRelation.Cc)
                continue;
            var joint = graph.Joint(child) ?? "";
            features.Add("has", $"{relation.Name()} {joint}");
            if (relation is DependencyRelation.Obl or DependencyRelation.Nmod or DependencyRelation.Xcomp or DependencyRelation.CompoundPrt or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Ccomp)
            {
                features.Add("has kind", $"{relation.Name()} {joint} {KindOf(report, graph, child)}");
                features.AddWord("has word", $"{relation.Name()} {graph.Lemma(child)}");
            }
        }
    }

    private static void Read(ReportEntities report, SentenceGraph graph, int head, string name, FeatureList features)
    {
        features.Add(name, head < 0 ? "none" : KindOf(report, graph, head));
        if (head >= 0)
            features.AddWord(name, graph.Lemma(head));
        if (head >= 0 && report.MentionAt(graph.Sentence.Index, head)?.Entity is { } entity)
            Read(entity, name, features);
    }

    private static void Read(EntityDraft entity, string name, FeatureList features)
    {
        features.Add(name, $"{entity.Kind} {(entity.Country is null ? "without" : "with")} country {(entity.Known is null ? "unknown" : "known")}");
        foreach (var sector in entity.Sectors)
            features.Add($"{name} sector", sector);
        if (entity.Sectors.Count == 0)
            features.Add($"{name} sector", "none");
    }

    private static string KindOf(ReportEntities report, SentenceGraph graph, int head) =>
        report.MentionAt(graph.Sentence.Index, head)?.Entity?.Kind.ToString() ?? graph.Tokens[head].Tag.ToString();

    private static string Bucket(int count) => count switch { <= 0 => "0", 1 => "1", 2 => "2", 3 => "3", 4 => "4", < 7 => "5", < 10 => "7", _ => "10" };

    private static float LogOdds(double probability)
    {
        var clipped = Math.Clamp(probability, 1e-3, 1 - 1e-3);
        return (float)(Math.Log(clipped / (1 - clipped)) / 3);
    }
}
