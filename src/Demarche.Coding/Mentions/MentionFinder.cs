using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds the words of a sentence that name, describe or stand for something.</summary>
internal sealed class MentionFinder(KnowledgeBase knowledge)
{
    /// <returns>Mentions that do not overlap, in the order of the text.</returns>
    internal List<Mention> Find(SentenceGraph graph)
    {
        var mentions = new List<Mention>();
        var taken = new bool[graph.Tokens.Length];
        var skipped = new List<NameMatch>();
        AddKnown(graph, mentions, taken, skipped);
        AddTagged(graph, mentions, taken, skipped);
        AddPronouns(graph, mentions, taken);
        mentions.Sort((a, b) => a.First.CompareTo(b.First));
        return mentions;
    }

    private void AddKnown(SentenceGraph graph, List<Mention> mentions, bool[] taken, List<NameMatch> skipped)
    {
        var matches = knowledge.Find(graph.Sentence);
        foreach (var match in matches)
        {
            var (first, last) = (match.First, match.End - 1);
            if (IsPartOfLongerPersonName(graph, match, matches))
                continue;
            if (BeginsLongerName(graph, match, matches))
            {
                skipped.Add(match);
                continue;
            }
            // "Kevin King": a surname that is a title as well.
            if (match.Candidates[0].Entry.Kind is EntryKind.RoleNoun or EntryKind.Office && first == last && IsSurname(graph, match, matches))
                continue;
            var candidates = match.Candidates;
            var description = candidates[0].Entry.Kind is EntryKind.RoleNoun or EntryKind.Office;
            if (description && graph.Tokens[last].Tag is UniversalTag.VERB or UniversalTag.ADV || description && first == last && graph.Tokens[last].Tag == UniversalTag.ADJ && !graph.Tokens[last].ActsAsNoun)
                continue;
            mentions.Add(new Mention
            {
                Sentence = graph.Sentence.Index,
                First = first,
                Last = last,
                Head = HeadOf(graph, first, last),
                Form = description ? MentionForm.Description : MentionForm.Name,
                Candidates = candidates,
                Name = graph.Tokens[last].Name,
                FollowsTitle = first > 0 && knowledge.IsTitle(graph.Tokens[first - 1].Form),
            });
            Array.Fill(taken, true, first, last - first + 1);
            if (IsUnitAfterPlace(graph, match))
                taken[match.End] = true;
        }
    }

    // "Washington state": the tagger may take both words for one name, which the knowledge base need not have.
    private static bool IsUnitAfterPlace(SentenceGraph graph, NameMatch match) =>
        match.End < graph.Tokens.Length && char.IsLower(graph.Tokens[match.End].Form[0]) && graph.Is(match.End, WordList.Unit)
        && match.Candidates.Any(candidate => candidate.Entry is { Kind: EntryKind.Place, Type: "admin1" or "county" });

    // "Kim Paek" is not a mention of Kim, nor "Fatou Bush" of Bush, nor "Ivan Lima" of a city: the tagger sees a longer name of a person than the knowledge base.
    private bool IsPartOfLongerPersonName(SentenceGraph graph, NameMatch match, IReadOnlyList<NameMatch> matches)
    {
        var (first, last) = (match.First, match.End - 1);
        if (match.Candidates[0] is not { Entry.Kind: EntryKind.Person or EntryKind.Place } and not { Entry.Kind: EntryKind.Country, Form: NameForm.Capital } || graph.Tokens[last].Name != NameKind.Person)
            return false;
        // "Alicia Machado": both are towns, and she is neither; "Gloria Arroyo" may be the president.
        var town = match.Candidates.All(candidate => candidate.Entry.Kind != EntryKind.Person);
        return first > 0 && graph.Tokens[first - 1].Name == NameKind.Person && !graph.Tokens[first].StartsName && !knowledge.IsTitle(graph.Tokens[first - 1].Form) && !IsMatchedInFull(matches, first - 1, town)
            || last + 1 < graph.Tokens.Length && graph.Tokens[last + 1].Name == NameKind.Person && !graph.Tokens[last + 1].StartsName && !IsMatchedInFull(matches, last + 1, town);
    }

    private bool IsSurname(SentenceGraph graph, NameMatch match, IReadOnlyList<NameMatch> matches)
    {
        var token = match.First;
        return token > 0 && (graph.Tokens[token] is { Name: NameKind.Person, StartsName: false } || IsUnmarkedSurname(graph, token)) && graph.Tokens[token - 1] is { Name: NameKind.Person, StartsName: true, Tag: UniversalTag.PROPN }
            && !knowledge.IsTitle(graph.Tokens[token - 1].Form) && !IsMatched(matches, token - 1)
            && (token + 1 == graph.Tokens.Length || graph.Tokens[token + 1].Name != NameKind.Person || graph.Tokens[token + 1].StartsName);
    }

    // The tagger may end "Kevin King" before the king.
    private static bool IsUnmarkedSurname(SentenceGraph graph, int token) =>
        graph.Tokens[token] is { Name: NameKind.None, Tag: UniversalTag.PROPN } && char.IsUpper(graph.Tokens[token].Form[0]) && graph.Tokens[token - 1] is { Name: NameKind.Person, StartsName: true, Tag: UniversalTag.PROPN }
        && graph.Head(token - 1) == token && graph.Relation(token - 1) is DependencyRelation.Compound or DependencyRelation.Flat;

    // "Sean Robertson" is nobody whom the knowledge base has, though it has one Sean and one Robertson.
    private static bool IsMatchedInFull(IReadOnlyList<NameMatch> matches, int token, bool besideTown)
    {
        foreach (var match in matches)
        {
            if (match.First <= token && token < match.End)
                return match.End - match.First > 1 || match.Candidates[0] is not { Entry.Kind: EntryKind.Person, Form: NameForm.Surname }
                    && !(besideTown && match.Candidates[0] is { Entry.Kind: EntryKind.Place } or { Entry.Kind: EntryKind.Country, Form: NameForm.Capital });
        }
        return false;
    }

    private static bool IsMatched(IReadOnlyList<NameMatch> matches, int token)
    {
        foreach (var match in matches)
        {
            if (match.First <= token && token < match.End)
                return true;
        }
        return false;
    }

    // "Tokyo Stock Exchange": a known place at the start of a name that the knowledge base does not have.
    private static bool BeginsLongerName(SentenceGraph graph, NameMatch match, IReadOnlyList<NameMatch> matches)
    {
        // "The National Transitional Council" does not begin with a newspaper.
        if (match.Candidates[0].Entry.Kind == EntryKind.Outlet && match.End < graph.Tokens.Length && graph.Tokens[match.End].Tag == UniversalTag.PROPN && graph.Tokens[match.End].Name == NameKind.Organisation && !graph.Tokens[match.End].StartsName && !IsMatched(matches, match.End))
            return true;
        if (match.Candidates[0].Entry.Kind is not (EntryKind.Country or EntryKind.Place) || match.Candidates[0].Form is not (NameForm.Name or NameForm.Capital) || match.End >= graph.Tokens.Length || IsUnitAfterPlace(graph, match))
            return false;
        var last = match.End - 1;
        if (graph.Tokens[last].Name == NameKind.None || graph.Tokens[match.End].Name == NameKind.None || graph.Tokens[match.End].StartsName || graph.Tokens[match.End].Tag != UniversalTag.PROPN)
            return false;
        var governor = graph.Head(HeadOf(graph, match.First, last));
        if (governor < match.End || graph.Tokens[governor].Tag != UniversalTag.PROPN || graph.Tokens[governor].Name == NameKind.None)
            return false;
        foreach (var other in matches)
        {
            if (other.First >= match.End && other.First <= governor)
                return false;
        }
        return true;
    }

    private static string? CountryIn(List<NameMatch> skipped, int first, int last)
    {
        foreach (var match in skipped)
        {
            if (match.First >= first && match.End - 1 <= last)
                return match.Candidates[0].Entry.Country;
        }
        return null;
    }

    private void AddTagged(SentenceGraph graph, List<Mention> mentions, bool[] taken, List<NameMatch> skipped)
    {
        for (var i = 0; i < graph.Tokens.Length; i++)
        {
            if (taken[i])
                continue;
            // "President Suharto": a title makes a person of a name that the tagger does not know.
            var titled = graph.Tokens[i] is { Name: NameKind.None, Tag: UniversalTag.PROPN } && FollowsOffice(graph, mentions, i);
            var kind = titled ? NameKind.Person : graph.Tokens[i].Name;
            if (kind == NameKind.None)
                continue;
            var last = i;
            while (last + 1 < graph.Tokens.Length && (titled ? graph.Tokens[last + 1].Tag == UniversalTag.PROPN : graph.Tokens[last + 1].Name == kind) && !graph.Tokens[last + 1].StartsName && !taken[last + 1] && !IsDash(graph, last + 1))
                last++;
            if (kind == NameKind.Person && last == i && last + 1 < graph.Tokens.Length && !taken[last + 1] && IsUnmarkedSurname(graph, last + 1))
                last++;
            if (kind == NameKind.Person)
                last = EndOfHyphenated(graph, taken, i, last);
            // "The Spirit of Camp David": where the tagger's name goes on into one that is known.
            while (last > i && graph.Tokens[last].Tag is UniversalTag.ADP or UniversalTag.DET or UniversalTag.CCONJ)
                last--;
            // An emoji beside a name is none of it.
            while (last > i && !char.IsLetterOrDigit(graph.Tokens[last].Form[0]) && graph.Tokens[last].Form is not ("." or ")"))
                last--;
            // "Mr Kono" and "politician Kono" name Kono.
            while (kind == NameKind.Person && i < last && (knowledge.IsTitle(graph.Tokens[i].Form) || graph.Tokens[i].Tag == UniversalTag.NOUN && char.IsLower(graph.Tokens[i].Form[0])))
                i++;
            if (HasLetters(graph, i, last) && !IsTitleOfText(graph, i) && !IsSeat(graph, i, last) && !(kind == NameKind.Person && i == last && knowledge.IsTitle(graph.Tokens[i].Form)))
            {
                mentions.Add(new Mention
                {
                    Sentence = graph.Sentence.Index,
                    First = i,
                    Last = last,
                    Head = HeadOf(graph, i, last),
                    Form = MentionForm.Name,
                    Name = kind,
                    FollowsTitle = i > 0 && knowledge.IsTitle(graph.Tokens[i - 1].Form),
                    Country = CountryIn(skipped, i, last),
                });
                Array.Fill(taken, true, i, last - i + 1);
            }
            i = last;
        }
    }

    // "Scott - Brentley Vinson": a dash between blanks parts two names.
    private static bool IsDash(SentenceGraph graph, int token) =>
        graph.Tokens[token].Form is "-" or "–" or "—" && graph.Tokens[token].Span.Start > graph.Tokens[token - 1].Span.End && token + 1 < graph.Tokens.Length && graph.Tokens[token + 1].Span.Start > graph.Tokens[token].Span.End;

    // "Paul Ryan, R-Wis.": the party and the state of a member of Congress.
    private static bool IsSeat(SentenceGraph graph, int first, int last) =>
        last == first + 2 && graph.Tokens[first].Form is "R" or "D" or "I" && graph.Tokens[first + 1].Form == "-" && graph.Tokens[first + 1].Span.Start == graph.Tokens[first].Span.End;

    // "Cho Sei-young": the tagger may end the name before its hyphen; but "the Donald Trump-era rules" names no Mr Trump-era.
    private static int EndOfHyphenated(SentenceGraph graph, bool[] taken, int first, int last)
    {
        if (last == first || last + 2 >= graph.Tokens.Length || graph.Tokens[last + 1].Form != "-" || taken[last + 2]
            || graph.Tokens[last].Span.End != graph.Tokens[last + 1].Span.Start || graph.Tokens[last + 1].Span.End != graph.Tokens[last + 2].Span.Start)
            return last;
        var syllable = last + 2;
        return graph.Tokens[syllable].Tag != UniversalTag.VERB && char.IsLower(graph.Tokens[syllable].Form[0]) && graph.Head(syllable) <= syllable + 1 && !(EntityResolver.IsModifier(graph, syllable) && graph.Head(syllable) > syllable) ? syllable : last;
    }

    // In a joint statement, "The Spirit of Camp David": what a text is called, and nobody.
    private static bool IsTitleOfText(SentenceGraph graph, int first)
    {
        var before = first - 1;
        while (before >= 0 && graph.Tokens[before].Tag == UniversalTag.DET)
            before--;
        if (before < 0 || graph.Tokens[before].Form is not ("\"" or "“" or "‘" or "'"))
            return false;
        before--;
        if (before >= 0 && graph.Tokens[before].Form is "," or ":")
            before--;
        return before >= 0 && graph.Is(before, WordList.Text);
    }

    private static bool FollowsOffice(SentenceGraph graph, List<Mention> mentions, int token)
    {
        foreach (var mention in mentions)
        {
            if (mention.Last == token - 1 && mention.Candidates is [{ Entry: { Kind: EntryKind.Office } }, ..] && char.IsUpper(graph.Tokens[mention.Last].Form[0]))
                return true;
        }
        return false;
    }

    private static void AddPronouns(SentenceGraph graph, List<Mention> mentions, bool[] taken)
    {
        for (var i = 0; i < graph.Tokens.Length; i++)
        {
            if (!taken[i] && graph.Tokens[i].PennTag is "PRP" or "PRP$" && graph.Tokens[i].Tag == UniversalTag.PRON)
                mentions.Add(new Mention { Sentence = graph.Sentence.Index, First = i, Last = i, Head = i, Form = MentionForm.Pronoun });
        }
    }

    private static bool HasLetters(SentenceGraph graph, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (char.IsLetter(graph.Tokens[i].Form[0]))
                return true;
        }
        return false;
    }

    internal static int HeadOf(SentenceGraph graph, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (graph.Head(i) < first || graph.Head(i) > last)
                return i;
        }
        return last;
    }
}
