namespace Demarche.Coding;

/// <summary>A list of data/coding/words.tsv.</summary>
internal enum WordList { Abroad, Addressed, Believed, Body, Charging, Controlling, Entailing, Expected, Faced, Former, Government, Honorific, Matter, Means, Measure, Motion, Notion, Occasion, Open, Person, Planned, Possible, Prompting, Quarrel, Settlement, StandIn, State, Static, Stranger, Supposed, Text, Time, Told, Topical, Unit, Visited }

/// <summary>How some nouns and verbs behave in any event: data/coding/words.tsv.</summary>
internal sealed class WordLists
{
    private readonly HashSet<string>[] _lists = new HashSet<string>[Enum.GetValues<WordList>().Length];

    private WordLists(string path)
    {
        foreach (var (line, text) in File.ReadLines(path).Index())
        {
            if (text.Length == 0 || text[0] == '#')
                continue;
            var fields = text.Split('\t');
            if (fields.Length != 2 || !Enum.TryParse<WordList>(fields[0], ignoreCase: true, out var list))
                throw new Knowledge.LexiconException(Path.GetFileName(path), line + 1, 1, $"'{fields[0]}' is not one of the lists {string.Join(", ", Enum.GetNames<WordList>()).ToLowerInvariant()}, or the row has no second column.");
            _lists[(int)list] = fields[1].Split('|').ToHashSet(StringComparer.Ordinal);
        }
        var missing = Array.FindIndex(_lists, list => list is null);
        if (missing >= 0)
            throw new Knowledge.LexiconException(Path.GetFileName(path), 0, 0, $"the list '{((WordList)missing).ToString().ToLowerInvariant()}' is missing; restore its row.");
    }

    /// <exception cref="Knowledge.LexiconException">A row names no list, or a list is missing.</exception>
    internal static WordLists Load(string directory) => new(Path.Combine(directory, "words.tsv"));

    internal bool Has(WordList list, string word) => _lists[(int)list].Contains(word);
}
