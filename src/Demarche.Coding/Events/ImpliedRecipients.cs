using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds whom an event is directed at where no slot of its entry says it: docs/codebook.md, "Roles".</summary>
internal sealed class ImpliedRecipients(Codebook codebook)
{
    /// <summary>How many sentences the other side of a quarrel may lie behind.</summary>
    private const int MaxQuarrel = 3;

    /// <summary>How deep below the verb of a clause the noun may stand that a remark hangs on.</summary>
    private const int MaxNested = 4;

    /// <param name="candidates">The events of the same sentence.</param>
    /// <param name="before">The events of the sentences before, in the order of the text.</param>
    internal void Add(ReportEntities report, EventCandidate candidate, List<EventCandidate> candidates, IReadOnlyList<EventCandidate> before)
    {
        AddPartyOfRemark(report, candidate);
        AddPartyOfDeed(candidate, before);
        if (candidate.Recipient.Count == 0 && candidate.Third.Count == 0 && (candidate.Status & EventStatus.Negated) == 0)
            candidate.Recipient.AddRange(Implied(report, candidate, candidates, before));
        // Whoever acts is not also acted upon, by whichever way he came in.
        candidate.Recipient.RemoveAll(party => candidate.Actor.Exists(actor => actor.Entity == party.Entity));
    }

    // "Seoul put the North on its list, which Tokyo applauded": what the clause before tells was done by its subject.
    private void AddPartyOfRemark(ReportEntities report, EventCandidate candidate)
    {
        var graph = candidate.Graph;
        var remark = graph.Relation(candidate.Anchor) == DependencyRelation.Conj ? graph.Head(candidate.Anchor) : candidate.Anchor;
        if (!codebook.Has(candidate.Type, EventTraits.Deed) || candidate.Recipient.Exists(party => party.Entity.Country is not null) || !IsRemark(graph, remark)
            || graph.Child(remark, DependencyRelation.Obj) is not (>= 0 and var what) || graph.Lemma(what) != "which")
            return;
        var deed = graph.Head(remark);
        for (var steps = 0; deed >= 0 && graph.Tokens[deed].Tag != UniversalTag.VERB && steps < MaxNested; steps++)
            deed = graph.Head(deed);
        if (deed < 0 || Clauses.Subject(graph, deed) is not (>= 0 and var doer) || report.MentionAt(graph.Sentence.Index, doer)?.Entity is not { Country: { } country } entity || candidate.Actor.Exists(actor => actor.Entity.Country == country))
            return;
        candidate.Recipient.Clear();
        candidate.Recipient.Add(new(doer, Phrases.Span(graph, doer), entity, IsActor: true));
    }

    // "condemned the launch", "demanded that the ban be lifted": whose it was, an earlier sentence told; "which Tokyo applauded": whose it was, the sentence itself.
    private void AddPartyOfDeed(EventCandidate candidate, IReadOnlyList<EventCandidate> before)
    {
        if (candidate.Recipient.Exists(party => party.IsActor && party.Entity.Country is not null) || candidate.Graph.Tokens[candidate.Trigger].Tag != UniversalTag.VERB)
            return;
        var deed = Deed(candidate);
        if (deed < 0)
            return;
        // "Beijing firmly opposes this": whatever the sentence before told.
        var any = candidate.Graph.Lemma(deed) is "this" or "that" && candidate.Graph.Tokens[deed].PennTag == "DT";
        if (!any && (candidate.Graph.Tokens[deed].Tag != UniversalTag.NOUN || !IsDefinite(candidate.Graph, deed)))
            return;
        var types = codebook.Find(TriggerKind.Noun, candidate.Graph.Lemma(deed)).ToArray().Select(entry => entry.Type).OfType<string>().ToHashSet(StringComparer.Ordinal);
        for (var i = before.Count - 1; i >= 0; i--)
        {
            // Another's like reaction to the deed is not the deed: who else welcomed the resolution has not passed it.
            if (before[i].Type == candidate.Type && !any)
                continue;
            if (!any && !types.Contains(before[i].Type!) && !ShareStem(candidate.Graph.Lemma(deed), before[i].Graph.Lemma(before[i].Trigger)) || !before[i].Actor.Exists(actor => actor.Entity.Country is not null))
                continue;
            if (any && candidate.Graph.Sentence.Index - before[i].Graph.Sentence.Index > 1)
                return;
            foreach (var actor in before[i].Actor)
            {
                if (!candidate.Actor.Exists(own => own.Entity == actor.Entity || own.Entity.Country == actor.Entity.Country))
                    candidate.Recipient.Add(actor with { Head = deed, Span = Phrases.Span(candidate.Graph, deed), IsMention = false });
            }
            return;
        }
    }

    // "proposed … refused that proposal"
    private static bool ShareStem(string noun, string verb) => noun.AsSpan().CommonPrefixLength(verb) is >= 4 and var common && common >= Math.Min(noun.Length, verb.Length) - 2;

    private int Deed(EventCandidate candidate)
    {
        var graph = candidate.Graph;
        if (codebook.Has(candidate.Type, EventTraits.Deed))
            return Clauses.Object(graph, candidate.Trigger);
        if (!codebook.Has(candidate.Type, EventTraits.Answer) || Clauses.Complement(graph, candidate.Trigger, open: false) is not (>= 0 and var wish))
            return -1;
        var subject = graph.Child(wish, DependencyRelation.NsubjPass);
        return subject >= 0 ? subject : graph.Child(wish, DependencyRelation.Nsubj);
    }

    private IEnumerable<Argument> Implied(ReportEntities report, EventCandidate candidate, List<EventCandidate> candidates, IReadOnlyList<EventCandidate> before)
    {
        var graph = candidate.Graph;
        if (Provoker(report, graph, candidate) is { } provoker)
            return [provoker];
        if (OnlyCountry(candidate.Actor) is not { } own)
            return [];
        if (OneBelow(report, candidate, own) is { } below)
            return [below];
        if (Governor(candidate, candidates) is { } governor)
            return governor.Recipient;
        if (SpeaksOfQuarrel(candidate))
            return OtherOfTwo(report, graph, own) is { } other ? [other] : OtherSide(candidate, own, before);
        return codebook.Has(candidate.Type, EventTraits.Answer) && !NamesAnother(report, graph, own) && MayAnswer(candidate) ? OtherSide(candidate, own, before) : [];
    }

    // "vowed to resolve the row": with whomever it is.
    private static bool SpeaksOfQuarrel(EventCandidate candidate)
    {
        var graph = candidate.Graph;
        var verb = candidate.Entry.Operator is null ? candidate.Anchor : Clauses.Complement(graph, candidate.Anchor, open: true);
        return verb >= 0 && Clauses.Object(graph, verb) is >= 0 and var row && graph.Is(row, WordList.Quarrel) && IsDefinite(graph, row);
    }

    // "The row has kept the two countries from a treaty, and Ito vowed to resolve it": who is the other of the two.
    private static Argument? OtherOfTwo(ReportEntities report, SentenceGraph graph, string own)
    {
        foreach (var mention in report.Mentions[graph.Sentence.Index])
        {
            if (mention.Entity?.Members is { Count: 2 } two && two.Any(member => member.Country == own) && two.FirstOrDefault(member => member.Country is { } country && country != own) is { } other)
                return new Argument(mention.Head, Phrases.Span(graph, mention.Head), other, IsActor: true, IsMention: false);
        }
        return null;
    }

    // "Kyiv protested at once", "Lavrov dismissed the charge": against the one state with which the sentences before have this one at odds.
    private static IEnumerable<Argument> OtherSide(EventCandidate candidate, string own, IReadOnlyList<EventCandidate> before)
    {
        for (var i = before.Count - 1; i >= 0 && candidate.Graph.Sentence.Index - before[i].Graph.Sentence.Index <= MaxQuarrel; i--)
        {
            var (actor, recipient) = (before[i].Actor, before[i].Recipient);
            var others = recipient.Exists(party => party.Entity.Country == own) ? actor : actor.Exists(party => party.Entity.Country == own) ? recipient : null;
            if (others is not null && OnlyCountry(others) is { } other && other != own)
                return others.Select(party => party with { Head = candidate.Trigger, IsMention = false });
        }
        return [];
    }

    // "Pyongyang fired a missile, prompting Washington to warn that …": whoever gave the occasion.
    private static Argument? Provoker(ReportEntities report, SentenceGraph graph, EventCandidate candidate)
    {
        if (graph.Relation(candidate.Anchor) != DependencyRelation.Xcomp || graph.Head(candidate.Anchor) is not (>= 0 and var prompting) || !graph.Is(prompting, WordList.Prompting))
            return null;
        var subject = Clauses.Subject(graph, prompting);
        return subject >= 0 && report.MentionAt(graph.Sentence.Index, subject)?.Entity is { Country: { } country } entity && !candidate.Actor.Exists(actor => actor.Entity.Country == country)
            ? new Argument(subject, Phrases.Span(graph, subject), entity, IsActor: true) : null;
    }

    // "Protested", "denied it", "dismissed the charge" lean on what was told before; "denounced the new tax on diesel" says itself what it is about.
    private static bool MayAnswer(EventCandidate candidate)
    {
        var graph = candidate.Graph;
        var thing = graph.Tokens[candidate.Anchor].Tag == UniversalTag.VERB ? Clauses.Object(graph, candidate.Anchor) : -1;
        if (thing < 0 || thing == candidate.Trigger || graph.Tokens[thing].Tag == UniversalTag.PRON)
            return true;
        foreach (var child in graph.Children(thing))
        {
            if (graph.Relation(child) is not (DependencyRelation.Det or DependencyRelation.Punct or DependencyRelation.Case))
                return false;
        }
        return IsDefinite(graph, thing);
    }

    // "rejected the ruling that Manila had won": the one other state that stands below the verb.
    private static Argument? OneBelow(ReportEntities report, EventCandidate candidate, string own)
    {
        var graph = candidate.Graph;
        Argument? found = null;
        foreach (var mention in report.Mentions[graph.Sentence.Index])
        {
            if (mention.Entity is not { Kind: EntityKind.Country or EntityKind.Person or EntityKind.Organisation or EntityKind.Group, Country: { } country } entity || country == own || mention.Form == MentionForm.Pronoun || mention.Head <= candidate.TriggerLast || !StandsBelow(graph, mention.Head, candidate.Anchor))
                continue;
            if (found is { } other && other.Entity.Country != country)
                return null;
            found ??= new Argument(mention.Head, Phrases.Span(graph, mention.Head), entity, IsActor: true);
        }
        return found;
    }

    // "…, which Tokyo condemned": a relative clause behind a comma tells something more.
    private static bool IsRemark(SentenceGraph graph, int verb) => graph.Relation(verb) == DependencyRelation.AclRelcl && graph.Left(verb) is > 0 and var first && (graph.Tokens[first].Form == "," || graph.Tokens[first - 1].Form == ",");

    // Who closes the sentence with "…, Tokyo said" stands beside the verb, not below it; so does who is in a clause joined to it.
    private static bool StandsBelow(SentenceGraph graph, int word, int verb)
    {
        for (var steps = 0; word >= 0 && steps < graph.Tokens.Length; word = graph.Head(word), steps++)
        {
            if (word == verb)
                return true;
            if (graph.Relation(word) == DependencyRelation.Parataxis || IsRemark(graph, word) || graph.Relation(word) == DependencyRelation.Conj && graph.Head(word) == verb && graph.Tokens[word].Tag == UniversalTag.VERB)
                return false;
        }
        return false;
    }

    // "protested to Tokyo and recalled its envoy", "wrote to Tokyo, demanding an apology": the second goes on with the parties of the first.
    private static EventCandidate? Governor(EventCandidate candidate, List<EventCandidate> candidates)
    {
        var graph = candidate.Graph;
        if (graph.Relation(candidate.Anchor) is not (DependencyRelation.Conj or DependencyRelation.Advcl) || graph.Relation(candidate.Anchor) == DependencyRelation.Advcl && graph.Tokens[candidate.Anchor].PennTag != "VBG")
            return null;
        var head = graph.Head(candidate.Anchor);
        return candidates.Find(other => other != candidate && other.Anchor == head && other.Recipient.Exists(party => party.IsActor)
            && other.Actor.Count == candidate.Actor.Count && other.Actor.TrueForAll(actor => candidate.Actor.Exists(own => own.Entity == actor.Entity)));
    }

    private static string? OnlyCountry(List<Argument> parties) =>
        parties.Count > 0 && parties[0].Entity.Country is { } country && parties.TrueForAll(party => party.Entity.Country == country) ? country : null;

    private static bool NamesAnother(ReportEntities report, SentenceGraph graph, string own) =>
        report.Mentions[graph.Sentence.Index].Exists(mention => mention.Entity is { Kind: EntityKind.Country or EntityKind.Person or EntityKind.Organisation, Country: { } country } && country != own);

    private static bool IsDefinite(SentenceGraph graph, int noun)
    {
        foreach (var child in graph.Children(noun))
        {
            if (graph.Relation(child) == DependencyRelation.Det)
                return graph.Lemma(child) is "the" or "this" or "that" or "these" or "those";
        }
        return false;
    }
}
