using Demarche.Text;

namespace Demarche.Knowledge.Names;

/// <summary>Tells the month of May from the politician.</summary>
internal static class MonthContext
{
    internal static bool IsMonth(Token[] tokens, int index)
    {
        if (tokens[index].Form is not ("May" or "March" or "April" or "June" or "August")) return false;
        if (index + 1 < tokens.Length && IsNumber(tokens[index + 1])) return true;
        if (index == 0) return false;
        var before = tokens[index - 1];
        return IsNumber(before) || before.Tag is UniversalTag.ADP or UniversalTag.DET ||
            (before.Form is "last" or "next" or "early" or "late" or "mid" or "this" or "since" or "until" or "by" or "in" or "of");
    }

    private static bool IsNumber(Token token) => token.Tag == UniversalTag.NUM || (token.Form.Length > 0 && char.IsAsciiDigit(token.Form[0]));
}
