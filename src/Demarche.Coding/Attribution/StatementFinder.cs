using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds who is reported to have said what, by which word.</summary>
internal sealed class StatementFinder(Codebook codebook, ArgumentFinder arguments)
{
    private static readonly Speakers Nobody = new([]);

    internal List<FoundStatement> Find(ReportEntities report, string text)
    {
        var quotations = Quotations.Find(text);
        var found = new List<FoundStatement>();
        FoundStatement? last = null;
        foreach (var graph in report.Graphs)
        {
            var first = found.Count;
            for (var i = 0; i < graph.Tokens.Length; i++)
                FindAt(report, graph, i, quotations, found);
            AddFreeQuotations(report, graph, quotations, found, first, last);
            if (found.Count > first)
                last = found[^1];
        }
        return found;
    }

    private void FindAt(ReportEntities report, SentenceGraph graph, int token, List<TextSpan> quotations, List<FoundStatement> found)
    {
        switch (graph.Tokens[token].Tag)
        {
            case UniversalTag.VERB when Cue("V", graph.Lemma(token)) is { } verb:
                FromVerb(report, graph, token, verb, quotations, found);
                break;
            case UniversalTag.NOUN when Cue("N", graph.Lemma(token)) is { } noun:
                FromNoun(report, graph, token, noun, quotations, found);
                break;
            case UniversalTag.ADJ when Cue("A", graph.Lemma(token)) is { } adjective:
                FromVerb(report, graph, token, adjective, quotations, found);
                break;
        }
        if (graph.Relation(token) == DependencyRelation.Case && graph.Joint(graph.Head(token)) is "accord to" or "according to")
            FromAccordingTo(report, graph, token, quotations, found);
    }

    private ReportingCue? Cue(string pos, string lemma) => codebook.Reporting.GetValueOrDefault($"{pos}:{lemma}");

    private void FromVerb(ReportEntities report, SentenceGraph graph, int verb, ReportingCue cue, List<TextSpan> quotations, List<FoundStatement> found)
    {
        var content = new List<TextSpan>(2);
        foreach (var child in graph.Children(verb))
        {
            var relation = graph.Relation(child);
            if (relation == DependencyRelation.Ccomp && !(graph.Relation(verb) == DependencyRelation.Parataxis && graph.Tokens[child].PennTag == "VBG") || relation == DependencyRelation.Xcomp && cue.Pos == "V" && Clauses.IsInfinitive(graph, child)
                || relation == DependencyRelation.Parataxis && child > verb && (cue.Kind is "say" or "write" || HasColon(graph, verb, child)))
                content.Add(Trim(graph, graph.Left(child), graph.Right(child), verb));
        }
        // A cue set beside or into what is said: "…, Seoul said", "…, the ministry said, …".
        if (content.Count == 0 && graph.Relation(verb) is DependencyRelation.Parataxis && graph.Head(verb) >= 0)
            AroundCue(graph, graph.Head(verb), verb, content);
        if (content.Count == 0 && graph.Relation(verb) == DependencyRelation.Advcl && graph.Joint(verb) == "as" && graph.Head(verb) >= 0)
            AroundCue(graph, graph.Head(verb), verb, content);
        if (content.Count == 0 && graph.Child(verb, DependencyRelation.Obj) is >= 0 and var direct && (HoldsQuotation(graph, direct, quotations) || cue.Kind is "claim" or "deny" && graph.Tokens[direct].Tag == UniversalTag.NOUN))
            content.Add(Trim(graph, graph.Left(direct), graph.Right(direct), verb));
        if (content.Count == 0)
            return;
        var speaker = new List<Argument>();
        var subject = Clauses.Subject(graph, verb);
        if (subject >= 0)
            arguments.Resolve(report, Nobody, graph, subject, acceptThings: false, lookInside: true, speaker);
        var addressee = Addressee(report, graph, verb);
        foreach (var span in content)
        {
            if (span.Length == 0)
                continue;
            found.Add(new FoundStatement
            {
                Sentence = graph.Sentence.Index,
                Span = span,
                Kind = Quotations.KindOf(quotations, span),
                Speaker = speaker.Count > 0 ? speaker[0].Entity : null,
                SpeakerSpan = subject >= 0 ? Phrases.Span(graph, subject) : null,
                Addressee = addressee,
                Cue = graph.Tokens[verb].Span,
                CueToken = verb,
                CueText = graph.Tokens[verb].Form,
                Stance = StanceOf(graph, verb, cue),
            });
        }
    }

    private static Stance StanceOf(SentenceGraph graph, int verb, ReportingCue cue)
    {
        var stance = cue.Stance switch { "denies" => Stance.Denies, "doubts" => Stance.Doubts, "confirms" => Stance.Confirms, _ => Stance.Asserts };
        foreach (var child in graph.Children(verb))
        {
            if (graph.Relation(child) == DependencyRelation.Advmod && graph.Lemma(child) is "not" or "never" or "n't")
                return stance is Stance.Denies or Stance.Doubts ? Stance.Asserts : Stance.Doubts;
        }
        return stance;
    }

    private EntityDraft? Addressee(ReportEntities report, SentenceGraph graph, int verb)
    {
        var phrase = graph.Child(verb, DependencyRelation.Iobj);
        if (phrase < 0 && graph.Is(verb, WordList.Addressed))
            phrase = graph.Child(verb, DependencyRelation.Obj);
        if (phrase < 0)
            return null;
        var found = new List<Argument>();
        arguments.Resolve(report, Nobody, graph, phrase, acceptThings: false, lookInside: false, found);
        return found.Count > 0 ? found[0].Entity : null;
    }

    // What is said lies on both sides of the cue's clause, within the clause it is set into.
    private static void AroundCue(SentenceGraph graph, int said, int cue, List<TextSpan> content)
    {
        var (cueLeft, cueRight) = (graph.Left(cue), graph.Right(cue));
        var (left, right) = (graph.Left(said), graph.Right(said));
        if (left < cueLeft)
            content.Add(Trim(graph, left, cueLeft - 1, cue));
        if (right > cueRight && said > cueRight)
            content.Add(Trim(graph, cueRight + 1, right, cue));
    }

    private static bool HasColon(SentenceGraph graph, int verb, int child)
    {
        for (var i = verb + 1; i < graph.Tokens.Length && i <= child; i++)
        {
            if (graph.Tokens[i].Form is ":" or "\"" or "“")
                return true;
        }
        return false;
    }

    private static bool HoldsQuotation(SentenceGraph graph, int token, List<TextSpan> quotations)
    {
        var span = graph.SubtreeSpan(token);
        return quotations.Exists(quotation => quotation.Overlaps(span));
    }

    private static TextSpan Trim(SentenceGraph graph, int first, int last, int cue)
    {
        // A content that the parser spreads over its own cue ends before it.
        if (first < cue && cue <= last)
            (first, last) = graph.Left(cue) > first ? (first, Math.Min(last, cue - 1)) : (cue + 1, last);
        while (first < last && IsEdge(graph.Tokens[first]))
            first++;
        while (last > first && IsEdge(graph.Tokens[last]))
            last--;
        return graph.SpanOf(first, last);
    }

    private static bool IsEdge(Token token) => token.Tag == UniversalTag.PUNCT && token.Form is "," or "." or ":" or ";" or "-" or "--" or "—" || token.PennTag == "IN" && token.Lemma == "that";

    private void FromNoun(ReportEntities report, SentenceGraph graph, int noun, ReportingCue cue, List<TextSpan> quotations, List<FoundStatement> found)
    {
        foreach (var child in graph.Children(noun))
        {
            if (child < noun || graph.Relation(child) is not (DependencyRelation.Acl or DependencyRelation.Ccomp) || !(graph.HasJoint(child, "that") || Clauses.IsInfinitive(graph, child)))
                continue;
            var site = new Site(graph, TriggerKind.Noun, noun, -1);
            var heads = new List<int>();
            site.Fill(Slot.Parse("poss"), heads);
            site.Fill(Slot.Parse("by"), heads);
            site.Fill(Slot.Parse("of"), heads);
            site.Fill(Slot.Parse("from"), heads);
            var governor = graph.Head(noun);
            if (heads.Count == 0 && governor >= 0 && graph.Tokens[governor].Tag == UniversalTag.VERB && graph.Relation(noun) == DependencyRelation.Obj && Clauses.Subject(graph, governor) is >= 0 and var subject)
                heads.Add(subject);
            var speaker = new List<Argument>();
            if (heads.Count > 0)
                arguments.Resolve(report, Nobody, graph, heads[0], acceptThings: false, lookInside: true, speaker);
            var span = Trim(graph, graph.Left(child), graph.Right(child), noun);
            found.Add(new FoundStatement
            {
                Sentence = graph.Sentence.Index,
                Span = span,
                Kind = Quotations.KindOf(quotations, span),
                Speaker = speaker.Count > 0 ? speaker[0].Entity : null,
                SpeakerSpan = heads.Count > 0 ? Phrases.Span(graph, heads[0]) : null,
                Cue = graph.Tokens[noun].Span,
                CueToken = noun,
                CueText = graph.Tokens[noun].Form,
                Stance = StanceOf(graph, noun, cue),
            });
            return;
        }
    }

    private void FromAccordingTo(ReportEntities report, SentenceGraph graph, int cue, List<TextSpan> quotations, List<FoundStatement> found)
    {
        var source = graph.Head(cue);
        var clause = graph.Head(source);
        if (clause < 0)
            return;
        var (left, right) = (graph.Left(clause), graph.Right(clause));
        var span = graph.Left(source) <= left + 1
            ? Trim(graph, Math.Min(graph.Right(source) + 1, right), right, cue)
            : Trim(graph, left, graph.Left(source) - 1, cue);
        var speaker = new List<Argument>();
        arguments.Resolve(report, Nobody, graph, source, acceptThings: false, lookInside: true, speaker);
        var last = graph.Child(cue, DependencyRelation.Fixed) is >= 0 and var to ? to : cue;
        found.Add(new FoundStatement
        {
            Sentence = graph.Sentence.Index,
            Span = span,
            Kind = Quotations.KindOf(quotations, span),
            Speaker = speaker.Count > 0 ? speaker[0].Entity : null,
            SpeakerSpan = Phrases.Span(graph, source),
            Cue = graph.SpanOf(cue, Math.Max(cue, last)),
            CueToken = cue,
            CueText = graph.TextOf(graph.SpanOf(cue, Math.Max(cue, last))),
        });
    }

    // Quoted words without a cue of their own: a sentence of a longer quotation, or words set in marks whose subject says them.
    private void AddFreeQuotations(ReportEntities report, SentenceGraph graph, List<TextSpan> quotations, List<FoundStatement> found, int first, FoundStatement? last)
    {
        foreach (var quotation in quotations)
        {
            if (quotation.End <= graph.Sentence.Span.Start || quotation.Start >= graph.Sentence.Span.End)
                continue;
            var span = new TextSpan(Math.Max(quotation.Start, graph.Sentence.Span.Start), Math.Min(quotation.End, graph.Sentence.Span.End));
            var covered = false;
            for (var i = first; i < found.Count && !covered; i++)
                covered = found[i].Span.Overlaps(span);
            if (covered || CountWords(graph, span) < 3)
                continue;
            var goesOn = CountWords(graph, span) >= graph.Tokens.Length - 4;
            var subject = !goesOn && graph.Root >= 0 && graph.Tokens[graph.Root].Tag == UniversalTag.VERB ? Clauses.Subject(graph, graph.Root) : -1;
            var speaker = new List<Argument>();
            if (subject >= 0)
                arguments.Resolve(report, Nobody, graph, subject, acceptThings: false, lookInside: false, speaker);
            if (!goesOn && speaker.Count == 0)
                continue;
            found.Add(new FoundStatement
            {
                Sentence = graph.Sentence.Index,
                Span = span,
                Kind = StatementKind.Direct,
                Speaker = goesOn ? last?.Speaker : speaker[0].Entity,
                SpeakerSpan = goesOn ? null : Phrases.Span(graph, subject),
            });
        }
    }

    private static int CountWords(SentenceGraph graph, TextSpan span)
    {
        var count = 0;
        foreach (var token in graph.Tokens)
        {
            if (span.Contains(token.Span) && token.Tag != UniversalTag.PUNCT)
                count++;
        }
        return count;
    }
}
