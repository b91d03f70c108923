namespace Demarche.Knowledge.Importing;

/// <summary>Why a line of a PETRARCH dictionary could not be turned over, or not whole, in words.</summary>
internal static class PetrarchMessages
{
    internal static string Pattern(string found) => $"'{found}' is a line of verbs in a dictionary of actors; move it to a file of verbs.";

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

    internal static string Transformation(string found) => $"'{found}' rewrites events that were coded, which a codebook does otherwise; see docs/codebook.md, \"Operators\".";

    internal static string SetAsVerb(string found) => $"'{found}' uses a set as verbs; write its verbs on lines of their own.";

    internal static string SetTwice(string name, string file, int line) => $"'{name}' is defined already at {file}({line}), which holds; give this one another name.";

    internal static string SetEmpty(string name) => $"'{name}' has no words that a pattern could find; add some on lines that begin with '+'.";

    internal static string NoSynset(string name) => $"the set '{name}' is not defined in these files, or is empty; define it by a line '{name}' and its words on lines that begin with '+'";

    internal static string PatternWithoutVerb(string found) => $"'{found}' stands before any verb; move it below the one that it belongs to.";

    internal static string NoVerb(string found) => $"'{found}' is neither a verb, a pattern nor a set; write verbs as KILL {{KILLS KILLED KILLING}} [190].";

    internal static string NoCameo(string code) => $"'{code}' is no CAMEO code of crosswalk.tsv; correct it, or add it there.";

    internal static string SecondCode(string code, string left) => $"'{code}' codes the event from both sides; it is coded once here, and '{left}' was left out.";

    internal static string Bracket(string found) => $"'{found}' has no counterpart, or nothing beside it";

    internal static string ManyVariants(int most) => $"its alternatives make more than {most} patterns";

    internal static string Nested() => "a noun phrase holds alternatives of several kinds";

    internal static string Skip() => "'^' skips a clause, which a pattern cannot";

    internal static string GrammarWord(string word) => $"'{word}' is grammar that the coder reads by itself (negation, tense, clauses)";

    internal static string Sign(string found) => $"'{found}' holds a sign that no pattern knows";

    internal static string Modifier(string before, string word) => $"'{before}' and '{word}' stand in one phrase, of which a pattern sees the head alone when a set or alternatives are in it";

    internal static string Long(string phrase, int most) => $"'{phrase}' has more words than the {most} of a phrase that a pattern sees";

    internal static string OneVerb() => "exactly one '*' must stand for the verb";

    internal static string InsideSubject(string word) => $"'{word}' stands in a prepositional phrase of the subject, which a pattern cannot ask for";

    internal static string Follows(string word) => $"'{word}' follows another phrase without a preposition, so that its place in the clause is unknown";

    internal static string SamePlace() => "'$' and '+' stand in one place";

    internal static string MarkTwice(string mark) => $"'{mark}' stands twice";

    internal static string Compound() => "'%' stands beside another mark or inside a phrase";

    internal static string NotSaid(string pattern, string reason) => $"'{pattern}' cannot be said in our patterns: {reason}; see docs/codebook.md, \"Pattern\".";
}
