using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Leads third-person pronouns back to what was named before. First and second person wait for the speaker (<see cref="Statements"/>).</summary>
internal static class Pronouns
{
    private const int MaxSentences = 4;

    private enum Kind { None, Man, Woman, Thing, Several }

    private static Kind KindOf(string lemma, string form) => form.ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => Kind.Man,
        "she" or "her" or "hers" or "herself" => Kind.Woman,
        "it" or "its" or "itself" => Kind.Thing,
        "they" or "them" or "their" or "theirs" or "themselves" => Kind.Several,
        _ => Kind.None,
    };

    internal static bool IsFirstPerson(string form) => form.ToLowerInvariant() is "i" or "we" or "us" or "me" or "my" or "our" or "ours" or "ourselves" or "myself";

    internal static EntityDraft? Resolve(ReportEntities report, CoreferenceWords words, SentenceGraph graph, int token)
    {
        var kind = KindOf(graph.Lemma(token), graph.Tokens[token].Form);
        if (kind == Kind.None || kind == Kind.Thing && IsBelieved(graph, token))
            return null;
        var found = Antecedent(report, words, graph, token, kind);
        if (found is { IsPerson: true, IsPlural: false } && kind is Kind.Man or Kind.Woman)
            found.IsWoman ??= kind == Kind.Woman;
        return found;
    }

    // "Denied it", "confirmed it": what was said, and nobody.
    private static bool IsBelieved(SentenceGraph graph, int token) => graph.Relation(token) == DependencyRelation.Obj && graph.Is(graph.Head(token), WordList.Believed);

    private static EntityDraft? Antecedent(ReportEntities report, CoreferenceWords words, SentenceGraph graph, int token, Kind kind)
    {
        if (graph.Tokens[token].Form.EndsWith("self", StringComparison.Ordinal) && graph.Relation(token) is DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl && SubjectAbove(graph, token) >= 0)
            return report.MentionAt(graph.Sentence.Index, SubjectAbove(graph, token))?.Entity;
        var demanded = IsDemanded(graph, token);
        if (!demanded && SpeakerOf(report, graph, token) is { } speaker && (Agrees(words, speaker, kind) || kind is Kind.Several or Kind.Thing && speaker.Kind is EntityKind.Organisation or EntityKind.Group))
            return speaker;
        // "Four in ten said they …": those who say it, whom no word that the tables have describes.
        if (!demanded && kind == Kind.Several && Teller(graph, token) is >= 0 and var teller && report.MentionAt(graph.Sentence.Index, teller) is null && graph.Tokens[teller].PennTag is "NNS" or "CD")
            return null;
        if (OwnerAbove(report, words, graph, token, kind) is { } owner)
            return owner;
        var acting = demanded ? SpeakerOf(report, graph, token) ?? ActingIn(report, graph, token, graph.Head(graph.Head(token))) : ActingIn(report, graph, token);
        var women = kind == Kind.Woman && NamesWoman(report, words, graph);
        EntityDraft? best = null;
        var bestScore = 0.0;
        for (var i = report.History.Count - 1; i >= 0; i--)
        {
            var seen = report.History[i];
            var distance = graph.Sentence.Index - seen.Sentence;
            if (distance > MaxSentences)
                break;
            if (distance == 0 && (seen.Token >= token || IsSameClauseArgument(graph, seen.Token, token)))
                continue;
            if (!(Agrees(words, seen.Entity, kind) || demanded && kind == Kind.Several && IsPlural(report, seen)) || seen.Entity == acting || women && IsWoman(words, seen.Entity) != true)
                continue;
            // "condemned Tokyo over its plan": a possessive leads back to what stands nearest in its own sentence.
            var possessive = distance == 0 && graph.Relation(token) == DependencyRelation.NmodPoss && kind == Kind.Thing && !IsInRelativeClause(graph, seen.Token, token);
            var score = (seen.IsSubject && !possessive ? 2.0 : 1.0) / (1 + distance) * (seen.Paragraph == graph.Sentence.Paragraph ? 1.0 : 0.9) + (possessive ? 1.0 : 0) + 0.0001 * i;
            if (score > bestScore)
                (best, bestScore) = (seen.Entity, score);
        }
        // Two who were just named together come before a group named longer ago.
        best = kind == Kind.Several && bestScore < 0.95 ? LastPair(report, graph, token) ?? best : best;
        // "The union's leader said they will …": who tells it speaks for whom no word names.
        return best ?? (kind is Kind.Several or Kind.Thing ? SpeakerOf(report, graph, token) : null);
    }

    // "The army, which attacked Eritrea, has withdrawn its troops": what an aside names is not what the sentence goes on about.
    private static bool IsInRelativeClause(SentenceGraph graph, int word, int pronoun)
    {
        for (var steps = 0; word >= 0 && steps < graph.Tokens.Length; word = graph.Head(word), steps++)
        {
            if (graph.Relation(word) == DependencyRelation.AclRelcl)
                return !graph.IsInside(pronoun, word);
        }
        return false;
    }

    // "Trump's call in July, when he asked for a favour": whose the noun is that the clause goes on about.
    private static EntityDraft? OwnerAbove(ReportEntities report, CoreferenceWords words, SentenceGraph graph, int token, Kind kind)
    {
        var clause = graph.Relation(token) == DependencyRelation.Nsubj ? graph.Head(token) : -1;
        if (clause < 0 || graph.Relation(clause) is not (DependencyRelation.AclRelcl or DependencyRelation.Acl or DependencyRelation.Advcl) || graph.Head(clause) is not (>= 0 and var noun) || graph.Tokens[noun].Tag != UniversalTag.NOUN)
            return null;
        var owner = graph.Child(noun, DependencyRelation.NmodPoss);
        return owner >= 0 && report.MentionAt(graph.Sentence.Index, owner)?.Entity is { } entity && Agrees(words, entity, kind) ? entity : null;
    }

    // Who acts in a clause is not its object, even where the subject stands in an earlier clause: "Trump called Moon and asked him".
    private static EntityDraft? ActingIn(ReportEntities report, SentenceGraph graph, int token)
    {
        // "The allies urged it not to attack" may hang it on the infinitive.
        if (graph.Relation(token) == DependencyRelation.Nsubj && Clauses.IsInfinitive(graph, graph.Head(token)) && graph.Head(graph.Head(token)) is >= 0 and var above && graph.Tokens[above].Tag == UniversalTag.VERB)
            return ActingIn(report, graph, token, above);
        if (graph.Relation(token) is not (DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl) || graph.Tokens[graph.Head(token)].Tag != UniversalTag.VERB)
            return null;
        return ActingIn(report, graph, token, graph.Head(token));
    }

    private static EntityDraft? ActingIn(ReportEntities report, SentenceGraph graph, int token, int verb)
    {
        var subject = Clauses.Subject(graph, verb);
        return subject >= 0 && subject != token ? report.MentionAt(graph.Sentence.Index, subject)?.Entity : null;
    }

    private static EntityDraft? SpeakerOf(ReportEntities report, SentenceGraph graph, int token) =>
        Teller(graph, token) is >= 0 and var teller ? report.MentionAt(graph.Sentence.Index, teller)?.Entity : null;

    /// <summary>"The rebels said they will …", "the ministry denied that its forces had …": the subject of a clause that is told is, or is of, who tells it unless something nearer fits; -1 where nobody does.</summary>
    internal static int Teller(SentenceGraph graph, int token)
    {
        while (token >= 0 && graph.Relation(token) is DependencyRelation.NmodPoss or DependencyRelation.Nmod)
            token = graph.Head(token);
        if (token < 0)
            return -1;
        if (graph.Relation(token) is not (DependencyRelation.Nsubj or DependencyRelation.NsubjPass))
            return -1;
        var clause = graph.Head(token);
        if (clause < 0 || graph.Relation(clause) != DependencyRelation.Ccomp || graph.Head(clause) is < 0)
            return -1;
        var telling = graph.Head(clause);
        // "The allies urged it not to attack": whoever is urged.
        if (Clauses.IsInfinitive(graph, clause))
            return -1;
        // "warned Seoul that it would pay": who is warned.
        if (graph.Lemma(telling) is "warn" or "remind" or "advise" && graph.Child(telling, DependencyRelation.Obj) is >= 0 and var warned)
            return warned;
        var subject = graph.Child(telling, DependencyRelation.Nsubj);
        subject = subject < 0 ? -1 : Clauses.Antecedent(graph, subject, telling);
        return subject >= 0 && subject < token ? subject : -1;
    }

    // "demanded that it withdraw": whoever demands asks it of another.
    private static bool IsDemanded(SentenceGraph graph, int token) =>
        graph.Head(token) is >= 0 and var verb && graph.Tokens[verb].PennTag is "VB" or "VBP" && graph.Tokens[token].Lemma is "it" or "he" or "she" or "they" && graph.Relation(verb) == DependencyRelation.Ccomp && !graph.Has(verb, DependencyRelation.Aux) && !Clauses.IsInfinitive(graph, verb);

    // "Protested to the military authorities and demanded that they prevent it": a state that a plural stands for.
    private static bool IsPlural(ReportEntities report, ReportEntities.Seen seen) => report.Graphs[seen.Sentence].Tokens[seen.Token].PennTag == "NNS" && report.Graphs[seen.Sentence].Relation(seen.Token) is DependencyRelation.Obj or DependencyRelation.Obl;

    // "Declared himself": whoever acts in the clause.
    private static int SubjectAbove(SentenceGraph graph, int token)
    {
        var verb = graph.Head(token);
        while (verb >= 0 && graph.Tokens[verb].Tag != UniversalTag.VERB)
            verb = graph.Head(verb);
        return verb < 0 ? -1 : Clauses.Subject(graph, verb);
    }

    private static bool NamesWoman(ReportEntities report, CoreferenceWords words, SentenceGraph graph)
    {
        for (var i = report.History.Count - 1; i >= 0 && graph.Sentence.Index - report.History[i].Sentence <= MaxSentences; i--)
        {
            if (IsWoman(words, report.History[i].Entity) == true)
                return true;
        }
        return false;
    }

    private static bool? IsWoman(CoreferenceWords words, EntityDraft entity) =>
        entity.IsWoman ?? (entity.IsPerson && entity.Name.IndexOf(' ', StringComparison.Ordinal) is var space && words.IsWoman(space < 0 ? entity.Name : entity.Name[..space]) ? true : null);

    private static bool Agrees(CoreferenceWords words, EntityDraft entity, Kind kind) => kind switch
    {
        Kind.Man => entity.IsPerson && !entity.IsPlural && IsWoman(words, entity) != true,
        Kind.Woman => entity.IsPerson && !entity.IsPlural && IsWoman(words, entity) != false,
        Kind.Thing => entity.Kind is EntityKind.Country or EntityKind.Organisation && !entity.IsPlural,
        _ => entity.IsPlural || entity.Members.Count > 0,
    };

    // The object of a clause is never its subject ("Abe met him"); a possessive may be.
    private static bool IsSameClauseArgument(SentenceGraph graph, int antecedent, int pronoun) =>
        graph.Relation(pronoun) is not DependencyRelation.NmodPoss && graph.Head(antecedent) == graph.Head(pronoun);

    // "They agreed": two people named together just before, as subject and partner.
    private static EntityDraft? LastPair(ReportEntities report, SentenceGraph graph, int token)
    {
        var members = new List<EntityDraft>();
        var sentence = -1;
        for (var i = report.History.Count - 1; i >= 0; i--)
        {
            var seen = report.History[i];
            if (seen.Sentence == graph.Sentence.Index || members.Contains(seen.Entity))
                continue;
            if (sentence >= 0 && seen.Sentence != sentence || graph.Sentence.Index - seen.Sentence > 2)
                break;
            if (seen.Entity.Kind is not (EntityKind.Person or EntityKind.Country))
                continue;
            sentence = seen.Sentence;
            members.Add(seen.Entity);
        }
        if (members.Exists(member => member.IsPerson))
            members.RemoveAll(member => !member.IsPerson);
        members.Reverse();
        return members.Count is < 2 or > 4 ? null : new EntityDraft
        {
            Kind = EntityKind.Group,
            Name = graph.Tokens[token].Form,
            IsPlural = true,
            Members = members,
            Resolution = $"'{graph.Tokens[token].Form}' stands for {string.Join(" and ", members.Select(member => member.Name))}",
        };
    }
}
