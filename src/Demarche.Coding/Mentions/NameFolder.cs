using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds the names of several words that the parser should read as one.</summary>
internal sealed class NameFolder(KnowledgeBase knowledge, Codebook codebook, WordLists words)
{
    internal SentenceFolding Find(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var names = new List<FoldedName>();
        var taken = new bool[tokens.Length];
        foreach (var match in knowledge.Find(sentence))
        {
            if (StandIn(sentence, match) is { } standIn)
                Add(names, taken, tokens, match.First, match.End, standIn, match.Candidates[0].Entry.Kind == EntryKind.Person);
        }
        AddTagged(names, taken, tokens);
        AddDays(names, taken, tokens);
        names.Sort((a, b) => a.First.CompareTo(b.First));
        return new(names, Tail(sentence));
    }

    /// <summary>Where a closing clause of speech begins: "…, the ministry said.", "…, said one source."; -1 when there is none.</summary>
    private int Tail(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var end = tokens.Length;
        while (end > 0 && tokens[end - 1].Tag == UniversalTag.PUNCT)
            end--;
        for (var cue = end - 1; cue > 2 && cue > end - 16; cue--)
        {
            if (tokens[cue].Tag != UniversalTag.VERB)
                continue;
            if (tokens[cue].PennTag is not ("VBD" or "VBZ" or "VBP") || codebook.Reporting.GetValueOrDefault($"V:{tokens[cue].Lemma}") is not { Kind: "say" or "write" })
                return -1;
            return TailBefore(tokens, cue, end);
        }
        return -1;
    }

    private static int TailBefore(Token[] tokens, int cue, int end)
    {
        var comma = cue - 1;
        while (comma > 0 && tokens[comma].Form is not ("," or "?" or "!"))
        {
            if (tokens[comma].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.CCONJ or UniversalTag.SCONJ || tokens[comma].PennTag is "WP" or "WDT" or "IN" or "WRB" && tokens[comma].Lemma is "that" or "who" or "which")
                return -1;
            comma--;
        }
        var first = comma + 1;
        while (first < cue && tokens[first].Tag == UniversalTag.PUNCT)
            first++;
        // "said" right after the comma needs its subject behind it.
        if (comma < 3 || first == cue && cue + 1 >= end)
            return -1;
        for (var i = 0; i < comma; i++)
        {
            if (tokens[i].PennTag is "VBD" or "VBZ" or "VBP" or "MD")
                return comma;
        }
        return -1;
    }

    // A word of the same kind that the parser knows well.
    private static string? StandIn(Sentence sentence, NameMatch match)
    {
        var (entry, form) = match.Candidates[0];
        var last = sentence.Tokens[match.End - 1].Form;
        return (entry.Kind, form) switch
        {
            (EntryKind.Person, _) => "Smith",
            (EntryKind.Country, NameForm.Adjective) => "Russian",
            (EntryKind.Country, NameForm.Demonym) => "Russians",
            (EntryKind.Country, _) => "Russia",
            (EntryKind.Place, _) => "Moscow",
            (EntryKind.RoleNoun or EntryKind.EthnicGroup, _) => null,
            (EntryKind.Office, _) => sentence.Tokens[HeadOf(sentence.Tokens, match.First, match.End)].Form,
            _ => char.IsLetter(last[0]) ? last : "Congress",
        };
    }

    // "said Friday that", "on Tuesday rejected": a day between a verb and what belongs to it.
    private static void AddDays(List<FoldedName> names, bool[] taken, Token[] tokens)
    {
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (taken[i] || !Clauses.IsDayName(tokens[i].Form) || tokens[i + 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.NUM || tokens[i + 1].PennTag == "POS" || tokens[i + 1].Form is "," or "-")
                continue;
            var first = tokens[i - 1].Lemma == "on" && !taken[i - 1] ? i - 1 : i;
            // Behind a noun, only the parser can tell what the day dates.
            var afterVerb = first > 0 && tokens[first - 1].Tag == UniversalTag.VERB;
            var beforeVerb = first > 0 && tokens[i + 1].Tag is UniversalTag.VERB or UniversalTag.AUX && tokens[first - 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN;
            if (!afterVerb && !beforeVerb)
                continue;
            Array.Fill(taken, true, first, i + 1 - first);
            names.Add(new(first, i + 1, i, "", DependencyRelation.Case));
        }
    }

    // Names that only the tagger sees.
    private void AddTagged(List<FoldedName> names, bool[] taken, Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (taken[i] || tokens[i].Name is not (NameKind.Person or NameKind.Organisation) || tokens[i].Tag != UniversalTag.PROPN)
                continue;
            var end = i + 1;
            while (end < tokens.Length && !taken[end] && tokens[end].Name == tokens[i].Name && !tokens[end].StartsName && tokens[end].Tag is UniversalTag.PROPN or UniversalTag.PUNCT or UniversalTag.X or UniversalTag.ADJ)
                end++;
            while (end > i + 1 && tokens[end - 1].Tag == UniversalTag.PUNCT)
                end--;
            if (tokens[i].Name == NameKind.Person)
                Add(names, taken, tokens, i, end, "Smith", isPerson: true);
            else if (end > i + 1)
                Add(names, taken, tokens, i, end, tokens[end - 1].Form, isPerson: false);
            i = end - 1;
        }
    }

    private void Add(List<FoldedName> names, bool[] taken, Token[] tokens, int first, int end, string standIn, bool isPerson)
    {
        // "Mr Lavrov", "Adm. Harris": a title without a full word of its own.
        while (isPerson && first > 0 && !taken[first - 1] && words.Has(WordList.Honorific, tokens[first - 1].Form))
            first--;
        // "Mr . Erdogan", as tokenised text has it.
        if (isPerson && first > 1 && tokens[first - 1].Form == "." && words.Has(WordList.Honorific, tokens[first - 2].Form))
            first -= 2;
        if (end - first < 2)
            return;
        for (var i = first; i < end; i++)
        {
            if (taken[i])
                return;
        }
        Array.Fill(taken, true, first, end - first);
        names.Add(new(first, end, isPerson ? end - 1 : HeadOf(tokens, first, end), standIn, isPerson ? DependencyRelation.Flat : DependencyRelation.Compound));
    }

    // "Secretary of State" hangs on its first word, "Prime Minister" on its last.
    private static int HeadOf(Token[] tokens, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (tokens[i].Lemma is "of" or "for" or "in" or "on" && i > first)
                return i - 1;
        }
        return end - 1;
    }
}
