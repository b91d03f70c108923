using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Names;

/// <summary>Sets right what the name tagger says where the words themselves are plain evidence.</summary>
/// <remarks>
/// Titles are no part of a person's name, and offices alone are no names; the head of a name ("Academy", "Bay of …") tells
/// its kind; a word known as one kind of name only is of that kind. Where none of this speaks, the tagger's word stands.
/// </remarks>
internal sealed class NameJudge(NameLexicon lexicon, Gazetteer gazetteer)
{
    internal void Settle(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length;)
        {
            if (tokens[i].Name == NameKind.None)
            {
                if (IsKnownAcronym(tokens, i)) Mark(tokens, i, i + 1, NameKind.Organisation);
                i++;
                continue;
            }

            var end = End(tokens, i);
            Settle(tokens, i, end);
            i = end;
        }
    }

    private static int End(Token[] tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length && tokens[end].Name == tokens[first].Name && !tokens[end].StartsName) end++;
        return end;
    }

    private void Settle(Token[] tokens, int first, int end)
    {
        var (start, stop, kind) = (first, end, tokens[first].Name);
        while (stop > start && tokens[stop - 1].Tag is UniversalTag.ADP or UniversalTag.DET or UniversalTag.CCONJ or UniversalTag.PUNCT && tokens[stop - 1].Form is not ("." or ")")) stop--;
        while (start > 0 && BelongsBefore(tokens, start, stop)) start--;
        if (kind == NameKind.Person)
            while (start < stop - 1 && lexicon.IsTitle(tokens[start].Form)) start++;
        if (!IsName(tokens, start, stop)) kind = NameKind.None;
        else if (KindByWords(tokens, start, stop, kind) is var told && told != NameKind.None) kind = told;
        Mark(tokens, Math.Min(first, start), end, NameKind.None);
        if (kind != NameKind.None) Mark(tokens, start, stop, kind);
    }

    // "HEROES Act", of which the tagger saw the act.
    private bool BelongsBefore(Token[] tokens, int start, int stop)
    {
        var before = tokens[start - 1];
        return before.Name == NameKind.None && before.Tag == UniversalTag.PROPN && before.Head >= start && before.Head < stop
            && before.Relation is DependencyRelation.Compound or DependencyRelation.Flat && !lexicon.IsOffice(before.Form);
    }

    private bool IsName(Token[] tokens, int start, int stop)
    {
        for (var i = start; i < stop; i++)
            if (tokens[i].Tag is UniversalTag.PROPN or UniversalTag.NUM or UniversalTag.X && !lexicon.IsOffice(tokens[i].Form)) return true;
        return false;
    }

    private NameKind KindByWords(Token[] tokens, int start, int stop, NameKind tagged)
    {
        var head = stop - 1;
        for (var i = start + 1; i < stop - 1; i++)
        {
            if (tokens[i].Form is not ("of" or "for")) continue;
            head = i - 1;
            break;
        }

        var (isAlone, byHead) = (stop - start == 1, lexicon.KindOfHead(tokens[head].Form));
        // Alone, or behind a given name, "Bridge" and "Field" may be surnames.
        var mayBeSurname = tagged == NameKind.Person && (isAlone || (stop - start == 2 && gazetteer.IsGivenName(Key(tokens[start].Form))));
        if (byHead != NameKind.None && !mayBeSurname) return byHead;
        if (!isAlone && lexicon.KindOfOpening(tokens[start].Form) is var opened && opened != NameKind.None) return opened;
        var known = isAlone ? gazetteer.OnlyKind(Key(tokens[start].Form)) : NameKind.None;
        return known == NameKind.Place && tagged == NameKind.Person ? NameKind.None : known;
    }

    // "The WHO said": among words that are not all capitals, capitals tell an acronym from the pronoun.
    private bool IsKnownAcronym(Token[] tokens, int i) =>
        IsCapitals(tokens[i].Form) && (tokens[i].Tag == UniversalTag.PROPN || (i > 0 && HasSmallLetter(tokens[i - 1].Form)) || (i + 1 < tokens.Length && HasSmallLetter(tokens[i + 1].Form)))
        && gazetteer.OnlyKind(Key(tokens[i].Form)) == NameKind.Organisation;

    private static bool IsCapitals(string form) => form.Length is >= 3 and <= 6 && form.All(char.IsAsciiLetterUpper);

    private static bool HasSmallLetter(string form) => form.Any(char.IsAsciiLetterLower);

    private static void Mark(Token[] tokens, int start, int stop, NameKind kind)
    {
        for (var i = start; i < stop; i++) tokens[i] = tokens[i] with { Name = kind, StartsName = kind != NameKind.None && i == start };
    }

    private static ulong Key(string form)
    {
        Span<char> lower = stackalloc char[form.Length <= 64 ? 64 : 0];
        return lower.Length == 0 ? 0 : StableHash.Of(lower[..form.AsSpan().ToLowerInvariant(lower)]);
    }
}
