using Demarche.Text;

namespace Demarche.Knowledge.Names;

/// <summary>How a whole sentence is written: all in capitals or not, and where its first word is.</summary>
internal readonly struct Writing
{
    // Fewer words than these in capitals are an acronym or two, not a headline.
    private const int FewestWordsOfHeadline = 4;

    internal Writing(Token[] tokens)
    {
        var words = 0;
        var allCapitals = true;
        FirstWord = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            var form = tokens[i].Form;
            if (!HasLetter(form)) continue;
            if (FirstWord < 0) FirstWord = i;
            words++;
            if (HasSmall(form))
            {
                allCapitals = false;
                break;
            }
        }
        AllCapitals = allCapitals && words >= FewestWordsOfHeadline;
    }

    internal bool AllCapitals { get; }

    /// <value>Index of the first token with a letter; -1 where there is none.</value>
    internal int FirstWord { get; }

    internal static bool StartsWithCapital(string form)
    {
        foreach (var c in form)
        {
            if (char.IsUpper(c) || char.IsAsciiDigit(c)) return true;
            if (char.IsLetter(c)) return false;
        }
        return false;
    }

    private static bool HasLetter(string form)
    {
        foreach (var c in form)
            if (char.IsLetter(c)) return true;
        return false;
    }

    private static bool HasSmall(string form)
    {
        foreach (var c in form)
            if (char.IsLower(c)) return true;
        return false;
    }
}
