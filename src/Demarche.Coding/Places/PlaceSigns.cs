using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>What the words around a name say about the place that it names.</summary>
internal sealed class PlaceSigns(ReportEntities report, SentenceGraph graph, Mention mention)
{
    /// <summary>The name after a comma tells the state or the unit in which the place lies: "Moscow, Idaho".</summary>
    internal bool IsQualified(KnowledgeEntry place)
    {
        if (place.Kind != EntryKind.Place)
            return false;
        if (NationOfKindNoun() is { } nation && nation == place.Country)
            return true;
        if (At(mention.Last + 1) is not ("," or "(") || report.MentionAt(graph.Sentence.Index, mention.Last + 2) is not { } next || next.First != mention.Last + 2)
            return false;
        foreach (var (wider, form) in next.Candidates)
        {
            if (form is NameForm.Adjective or NameForm.Demonym || wider.Country != place.Country)
                continue;
            if (wider.Kind == EntryKind.Country && form != NameForm.Capital && !NamesState()
                || wider is { Kind: EntryKind.Place, Type: "admin1" } && wider.Name == place.Region && !IsAmongUnits(next, wider.Country)
                || wider is { Kind: EntryKind.Place, Type: "county" } && wider.Region == place.Region && Geodesy.DistanceKm(wider, place) < 100)
                return true;
        }
        return false;
    }

    /// <summary>The name before a comma is a town in this unit: "Buffalo, New York".</summary>
    internal bool FollowsTown(KnowledgeEntry unit)
    {
        if (unit is not { Kind: EntryKind.Place, Type: "admin1" } || At(mention.First - 1) != "," || report.MentionAt(graph.Sentence.Index, mention.First - 2) is not { } town)
            return false;
        foreach (var candidate in town.Candidates)
        {
            if (candidate.Entry is { Kind: EntryKind.Place, Type: not "admin1" } place && place.Country == unit.Country && place.Region == unit.Name)
                return true;
        }
        return false;
    }

    /// <summary>"Washington state", "the province of Aleppo".</summary>
    internal bool IsCalledUnit => IsCalled(WordList.Unit);

    /// <summary>"the city of Quebec", "the village of Aurora".</summary>
    internal bool IsCalledTown => IsCalled(WordList.Settlement);

    /// <summary>The mentions right before and after this one in an enumeration: "Ohio, Washington and Texas".</summary>
    internal IEnumerable<Mention> Neighbours()
    {
        for (var (i, step) = (mention.First - 1, 0); i > 0 && IsSeparator(i) && step < 2; i--, step++)
        {
            if (report.MentionAt(graph.Sentence.Index, i - 1) is { } before)
            {
                yield return before;
                break;
            }
        }
        for (var (i, step) = (mention.Last + 1, 0); i + 1 < graph.Tokens.Length && IsSeparator(i) && step < 2; i++, step++)
        {
            if (report.MentionAt(graph.Sentence.Index, i + 1) is { } after)
            {
                yield return after;
                break;
            }
        }
    }

    private bool IsSeparator(int token) => graph.Tokens[token].Form is "," or "and" or "or" or "&";

    private bool IsCalled(WordList kind) =>
        mention.Last + 1 < graph.Tokens.Length && graph.Is(mention.Last + 1, kind)
        || mention.First > 1 && At(mention.First - 1) == "of" && graph.Is(mention.First - 2, kind);

    // "the Lebanese city of Tripoli", "the northern Lebanese port of Tripoli".
    private string? NationOfKindNoun()
    {
        if (At(mention.First - 1) != "of" || mention.First < 3 || !graph.Is(mention.First - 2, WordList.Settlement) && !graph.Is(mention.First - 2, WordList.Unit))
            return null;
        for (var i = mention.First - 3; i >= Math.Max(0, mention.First - 5); i--)
        {
            if (report.MentionAt(graph.Sentence.Index, i) is { Candidates: [{ Entry: { Kind: EntryKind.Country, Country: { } state } }, ..] })
                return state;
        }
        return null;
    }

    // "Virginia, Washington, West Virginia": no town of Washington in West Virginia.
    private bool IsAmongUnits(Mention next, string? state)
    {
        if (!NamesUnitOf(mention, state))
            return false;
        return mention.First > 1 && IsSeparator(mention.First - 1) && report.MentionAt(graph.Sentence.Index, mention.First - 2) is { } before && NamesUnitOf(before, state)
            || next.Last + 2 < graph.Tokens.Length && IsSeparator(next.Last + 1) && report.MentionAt(graph.Sentence.Index, next.Last + 2) is { } after && NamesUnitOf(after, state);
    }

    private static bool NamesUnitOf(Mention named, string? state) =>
        named.Candidates.Any(candidate => candidate.Entry is { Kind: EntryKind.Place, Type: "admin1" } unit && unit.Country == state);

    private bool NamesState() => mention.Candidates is [{ Entry.Kind: EntryKind.Country, Form: NameForm.Name }, ..];

    private string? At(int token) => token >= 0 && token < graph.Tokens.Length ? graph.Tokens[token].Form : null;
}
