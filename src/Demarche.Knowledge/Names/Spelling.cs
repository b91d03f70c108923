using Demarche.Text;

namespace Demarche.Knowledge.Names;

/// <summary>How the words of a match are written, against the rules that its readings demand.</summary>
internal readonly struct Spelling
{
    private readonly Token[] _tokens;
    private readonly int _first;
    private readonly int _end;
    private readonly Writing _writing;
    private readonly bool _capital;
    private readonly bool _acronym;
    private readonly bool _stopped;

    internal Spelling(Token[] tokens, int first, int end, Writing writing)
    {
        (_tokens, _first, _end, _writing) = (tokens, first, end, writing);
        _capital = Writing.StartsWithCapital(tokens[first].Form);
        var capitals = 0;
        var small = 0;
        for (var i = first; i < end; i++)
        {
            foreach (var c in tokens[i].Form)
            {
                if (char.IsUpper(c)) capitals++;
                else if (char.IsLower(c)) small++;
                else if (c == '.') _stopped = true;
            }
        }
        _acronym = capitals >= 2 && capitals > small;
    }

    /// <value>Written in capitals where the sentence is not.</value>
    internal bool IsAcronym => _acronym && !_writing.AllCapitals;

    internal bool Fits(NameRule rule)
    {
        if (rule.HasFlag(NameRule.NounOnly) && !EndsInNoun()) return false;
        if (!_capital) return rule.HasFlag(NameRule.OrLowerCase);
        if (rule.HasFlag(NameRule.OrLowerCase)) return true;
        if (rule.HasFlag(NameRule.AllCapitals))
        {
            if (!_acronym) return rule.HasFlag(NameRule.OrTitleCase);
            // "TELL US" is no state; "TELL U.S." is.
            return !(rule.HasFlag(NameRule.Cautious) && _writing.AllCapitals && !_stopped);
        }
        if (!EndsLikeName()) return false;
        return !rule.HasFlag(NameRule.Cautious) || LooksLikeName();
    }

    // "NATO chief Mark Rutte": of several words the last is a noun, whatever the tagger makes of it.
    private bool EndsInNoun() => _tokens[_end - 1].ActsAsNoun || _end - _first > 1 && _tokens[_end - 1].Tag == UniversalTag.ADJ;

    // "Green Party" ends in a capital; "the Green party" may do without, but "Hope for peace" at a sentence's start may not.
    // What follows a hyphen never needs one: "Kyung-wha".
    private bool EndsLikeName() =>
        _end - _first == 1 || Writing.StartsWithCapital(_tokens[_end - 1].Form) || HasCapitalAfterApostrophe(_tokens[_end - 1].Form) || !char.IsLetter(_tokens[_end - 1].Form[0]) ||
        (_first != _writing.FirstWord && _tokens[_end - 1].Tag == UniversalTag.NOUN) || _tokens[_end - 1].Form is "'s" or "’s" ||
        NameUnits.IsTransparent(_tokens[_end - 2].Form);

    // "Côte d'Ivoire", "Quai d'Orsay".
    private static bool HasCapitalAfterApostrophe(string form)
    {
        var apostrophe = form.AsSpan().IndexOfAny('\'', '’');
        return apostrophe >= 0 && apostrophe + 1 < form.Length && char.IsUpper(form[apostrophe + 1]);
    }

    private bool LooksLikeName()
    {
        if (_writing.AllCapitals) return false;
        if (_end - _first > 1) return true;
        var token = _tokens[_first];
        if (token.Name == NameKind.Person) return true;
        if (token.Tag != UniversalTag.PROPN && (_first == _writing.FirstWord || token.Tag is not (UniversalTag.NOUN or UniversalTag.X))) return false;
        return !MonthContext.IsMonth(_tokens, _first);
    }
}
