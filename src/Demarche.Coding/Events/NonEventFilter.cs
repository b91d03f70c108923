using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Tells what is no political event whatever its words say: done among those who do no politics, or told of a work of fiction.</summary>
/// <remarks>
/// Entries see one verb with its slots. That a sprinter accuses a rival, a bank sues a trader and a wizard banishes an elf is one rule about
/// the parties of the whole event, so it stands here; who is such a party, <c>nonevents.tsv</c> of the codebook says.
/// </remarks>
internal sealed class NonEventFilter(Codebook codebook)
{
    // Deeper than any tale within a tale: bounds the climb where a parse is odd.
    private const int MaxClimb = 12;

    // A country is looked for no deeper in a phrase (ArgumentFinder).
    private const int MaxNested = 4;

    internal bool IsNonEvent(EventCandidate candidate) => IsBid(candidate.Graph) || IsAmongBystanders(candidate) || IsInFiction(candidate) || IsOnField(candidate);

    // One party that does politics makes it an event: "the singer accused the government". Who is only acted upon may be anyone's victim: "two tourists were killed".
    private bool IsAmongBystanders(EventCandidate candidate)
    {
        var others = candidate.Recipient.Concat(candidate.Third).Where(argument => argument.IsActor).ToArray();
        if (candidate.Actor.Concat(others).Any(IsInvented) || candidate.Actor.Count == 0 && Array.TrueForAll(others, other => other.Entity.Known is null || other.Entity.Kind == EntityKind.Place) && IsDoneByNature(candidate))
            return true;
        var isViolent = codebook.Has(candidate.Type, EventTraits.Things);
        // "Coca-Cola cooperates with a brewer": a name without office or country that deals with one of them is as private.
        var isNamedDealing = !isViolent && candidate.Actor.TrueForAll(actor => candidate.Graph.Tokens[actor.Head].Tag == UniversalTag.PROPN) && Array.Exists(others, IsCalledParty);
        return candidate.Actor.Count > 0
            && (candidate.Actor.Exists(IsParty) || Array.Exists(others, IsParty))
            && candidate.Actor.TrueForAll(actor => IsParty(actor) || IsCompanion(actor) || isNamedDealing && IsUnknown(candidate.Graph, actor, named: true))
            && Array.TrueForAll(others, other => IsParty(other) || IsCompanion(other) || IsUnknown(candidate.Graph, other, named: !isViolent));

        bool IsInvented(Argument argument) => IsCalled(candidate.Graph, argument, codebook.NonEvents.IsInvented);

        bool IsCalledParty(Argument argument) => IsCalled(candidate.Graph, argument, word => codebook.NonEvents.IsParty(word, candidate.Type!));

        bool IsParty(Argument argument) =>
            IsCalledParty(argument)
            || argument.Entity.Sectors.Count > 0 && argument.Entity.Sectors.TrueForAll(sector => codebook.NonEvents.IsParty($"#{sector}", candidate.Type!));

        bool IsCompanion(Argument argument) =>
            IsCalled(candidate.Graph, argument, codebook.NonEvents.IsCompanion)
            && argument.Entity.Sectors.TrueForAll(sector => codebook.NonEvents.IsCompanion($"#{sector}") || codebook.NonEvents.IsParty($"#{sector}", candidate.Type!));
    }

    // "A southerly besieged Wellington": what does it is no party, so it is looked for in the words.
    private bool IsDoneByNature(EventCandidate candidate) =>
        candidate.Graph.Tokens[candidate.Anchor].Tag == UniversalTag.VERB && Clauses.Subject(candidate.Graph, candidate.Anchor) is >= 0 and var subject
        && candidate.Graph.Lemma(subject).ToLowerInvariant() is var noun && (codebook.NonEvents.IsInvented(noun) || codebook.NonEvents.IsParty(noun, candidate.Type!));

    // By a description's own noun; where there is a name or a pronoun, by what the report calls whom it means.
    private static bool IsCalled(SentenceGraph graph, Argument argument, Predicate<string> fits)
    {
        if (graph.Tokens[argument.Head].Tag is UniversalTag.PROPN or UniversalTag.PRON && argument.Entity.Called.Any(word => fits(word)))
            return true;
        // "The Danish drugmaker", "a lab in Leiden": where a phrase was taken for a country in it, its nouns still say who it is.
        for (int noun = argument.Head, steps = 0; steps < MaxNested; noun = graph.Head(noun), steps++)
        {
            var lemma = graph.Lemma(noun).ToLowerInvariant();
            if (fits(lemma) || noun > 0 && fits($"{graph.Lemma(noun - 1)} {lemma}"))
                return true;
            if (graph.Relation(noun) is not (DependencyRelation.Amod or DependencyRelation.Compound)
                && !(argument.Entity.Kind is EntityKind.Country or EntityKind.Place && graph.Relation(noun) is DependencyRelation.Nmod or DependencyRelation.NmodPoss))
                return false;
        }
        return false;
    }

    // "his opponent", "a crowd": described without a country or an office, or named and never heard of, it is whose the other party is.
    private bool IsUnknown(SentenceGraph graph, Argument argument, bool named) =>
        (named || graph.Tokens[argument.Head].Tag == UniversalTag.NOUN) && (argument.Entity.Country is null || argument.Entity.IsCountryAssumed) && argument.Entity is { Known: null, Office: null }
        && argument.Entity.Sectors.TrueForAll(sector => codebook.NonEvents.IsCompanion($"#{sector}"));

    // "Join forces with our experts!": an advert, a recipe or a game bids its reader; a report does so only in what it quotes.
    private static bool IsBid(SentenceGraph graph) =>
        graph.Root == 0 && graph.Tokens[0] is { PennTag: "VB", Tag: UniversalTag.VERB } && !graph.Has(0, DependencyRelation.Nsubj) && !graph.Has(0, DependencyRelation.NsubjPass);

    // "Senegal ambushed Egypt and led by two goals at half-time": states that play. Whoever holds an office or arms does not.
    private bool IsOnField(EventCandidate candidate)
    {
        if (!candidate.Actor.Concat(candidate.Recipient).All(IsTeam))
            return false;
        foreach (ref readonly var token in candidate.Graph.Tokens.AsSpan())
        {
            if (codebook.NonEvents.IsField(token.Lemma, candidate.Type!))
                return true;
        }
        return false;

        static bool IsTeam(Argument argument) => argument.Entity is { Kind: EntityKind.Country or EntityKind.Place or EntityKind.Object or EntityKind.Document }
            || argument.Entity is { Office: null, Sectors: [] or ["CVL"] or ["BUS"] };
    }

    // "In the opera, the Egyptian army defeats …", "the novel tells how a prince betrays …": the verb's clause, or one above it, is set in a work.
    private bool IsInFiction(EventCandidate candidate)
    {
        var graph = candidate.Graph;
        for (int token = candidate.Trigger, steps = 0; token >= 0 && steps < MaxClimb; token = graph.Head(token), steps++)
        {
            foreach (var child in graph.Children(token))
            {
                if (!codebook.NonEvents.IsSetting(graph.Lemma(child)))
                    continue;
                if (graph.Relation(child) is DependencyRelation.Obl && graph.Joint(child) == "in" || graph.Relation(child) == DependencyRelation.Nsubj && token != candidate.Anchor && graph.Tokens[token].Tag == UniversalTag.VERB)
                    return true;
            }
        }
        for (var token = graph.Left(candidate.Anchor); token <= graph.Right(candidate.Anchor); token++)
        {
            if (graph.Relation(token) == DependencyRelation.Nmod && graph.Joint(token) == "in" && codebook.NonEvents.IsSetting(graph.Lemma(token)))
                return true;
        }
        return false;
    }
}
