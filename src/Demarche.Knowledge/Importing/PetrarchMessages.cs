namespace Demarche.Knowledge.Importing;

/// <summary>Why a line of a PETRARCH dictionary could not be turned over, in words.</summary>
internal static class PetrarchMessages
{
    internal static string Pattern(string found) => $"'{found}' is a pattern of verbs, which are not imported; add its words to a codebook (docs/codebook.md).";

    internal static string Stray(string found) => $"'{found}' stands before any actor; move it below the one that it belongs to.";

    internal static string NoCode(string found) => $"'{found}' has no code, so that nothing is known of it; add one in brackets.";

    internal static string NoDate(string found) => $"'{found}' is no date; write it as 20170830.";

    internal static string Reversed(string found) => $"'{found}' ends before it starts; exchange the dates.";

    internal static string NoSet(string found) => $"'{found}' is a set of words that the dictionary does not define above; define it with '='.";

    internal static string NoName(string found) => $"'{found}' holds no letter or digit, so that no text can name it.";

    internal static string NoState(string code) => $"'{code}' names no known state or body; add it to codes.tsv first.";

    internal static string NoSector(string code) => $"'{code}' names no known sector; add it to sectors.tsv first.";

    internal static string UnknownPart(string part, string code) => $"'{part}' of '{code}' is no known sector and was left out; the rest was imported.";

    internal static string ChangingState(string name) => $"'{name}' is a state whose code changes with time; give countries.tsv a row for each.";
}
