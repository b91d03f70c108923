using System.Globalization;
using System.Text;
using Demarche.Text.Tokens;

namespace Demarche.Text.Lemmas;

/// <summary>Makes the lemma model from a treebank and the tables of irregular words.</summary>
public static class LemmaTraining
{
    private const int LongestEnd = 6;

    /// <summary>Trains, measures on the dev folder, writes the model and its card (<c>lemmas.md</c>) beside it.</summary>
    /// <remarks>
    /// Documents of the training folder whose file name is in the dev folder too are left out. The same inputs give the same
    /// bytes. The model is read back before it replaces an older one.
    /// </remarks>
    /// <param name="trainDirectory">CoNLL-U files, one a document.</param>
    /// <param name="devDirectory">CoNLL-U files to measure on.</param>
    /// <param name="languageDataDirectory">Holds <c>irregular.tsv</c> and <c>stems.tsv</c>.</param>
    /// <param name="outputPath">The model file, <c>models/lemmas.tsv</c>.</param>
    /// <param name="log">Gets the figures.</param>
    /// <returns>The share of dev tokens with the right lemma, given the gold tags, case not counted: 0 to 1.</returns>
    /// <exception cref="LanguageDataException">A table is wrong, or the training folder holds no documents.</exception>
    public static double Train(string trainDirectory, string devDirectory, string languageDataDirectory, string outputPath, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(outputPath);
        var dev = Files(devDirectory);
        var heldOut = dev.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        var train = Files(trainDirectory).Where(f => !heldOut.Contains(Path.GetFileName(f))).ToArray();
        if (train.Length == 0)
        {
            throw new LanguageDataException($"'{trainDirectory}' holds no .conllu files to learn lemmas from.");
        }

        var words = CountWords(train);
        var irregular = ReadTable(languageDataDirectory, "irregular.tsv");
        var stems = ReadTable(languageDataDirectory, "stems.tsv");
        var entries = Compile(words, stems, irregular);
        var temporary = outputPath + ".new";
        File.WriteAllText(temporary, Print(entries), new UTF8Encoding(false));
        var lemmatizer = Lemmatizer.Load(temporary);
        var (right, total) = Measure(lemmatizer, dev);
        var score = total == 0 ? 0 : (double)right / total;
        File.Move(temporary, outputPath, overwrite: true);
        File.WriteAllText(Path.ChangeExtension(outputPath, ".md"), Card(train.Length, heldOut.Count, entries, score, total), new UTF8Encoding(false));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries.Count} rows; lemmas of {total} dev tokens with gold tags: {score:P2} right"));
        return score;
    }

    private static string[] Files(string directory)
    {
        var files = Directory.GetFiles(directory, "*.conllu");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <summary>How often each form with its tag has which lemma, sorted so that ties fall the same way everywhere.</summary>
    private static SortedDictionary<(string Tag, string Key), SortedDictionary<string, int>> CountWords(IEnumerable<string> files)
    {
        var counts = new SortedDictionary<(string, string), SortedDictionary<string, int>>(PairOrder.Instance);
        foreach (var (form, lemma, tag, _) in files.SelectMany(Tokens))
        {
            if (tag is "NNP" || lemma.Length == 0 || (lemma == "_" && form != "_"))
            {
                continue;
            }

            var key = LemmaClass.Key(form);
            var word = (tag == "NNPS" ? "NNS" : tag, key);
            var value = tag == "NNPS" ? lemma.ToLowerInvariant() : lemma;
            if (!counts.TryGetValue(word, out var lemmas))
            {
                counts.Add(word, lemmas = new SortedDictionary<string, int>(StringComparer.Ordinal));
            }

            lemmas[value] = lemmas.GetValueOrDefault(value) + 1;
        }

        return counts;
    }

    private static IEnumerable<(string Form, string Lemma, string Tag, bool StartsSentence)> Tokens(string file)
    {
        var first = true;
        foreach (var line in File.ReadLines(file))
        {
            var cells = line.Split('\t');
            if (cells.Length == 10 && !cells[0].Contains('-', StringComparison.Ordinal) && !cells[0].Contains('.', StringComparison.Ordinal))
            {
                yield return (cells[1], cells[2], cells[4], first);
                first = false;
            }
            else
            {
                first |= line.Length == 0;
            }
        }
    }

    private static SortedDictionary<(string Tag, string Key), string> ReadTable(string directory, string name)
    {
        var listed = new SortedDictionary<(string, string), string>(PairOrder.Instance);
        foreach (var row in LanguageTable.Read(directory, name, columns: 3))
        {
            var tag = row.OneOf(0, "VBD", "VBN", "VBG", "VBZ", "VBP", "NNS", "NNPS", "JJR", "JJS", "RBR", "RBS");
            listed[(tag, row[1])] = row[2];
            if (name == "stems.tsv" && tag == "VBD")
            {
                listed[("VBN", row[1])] = row[2];
            }
        }

        return listed;
    }

    private static List<LemmaEntry> Compile(
        SortedDictionary<(string Tag, string Key), SortedDictionary<string, int>> words,
        SortedDictionary<(string Tag, string Key), string> stems, SortedDictionary<(string Tag, string Key), string> irregular)
    {
        var regular = new SortedDictionary<(string Tag, string Key), string>(PairOrder.Instance);
        foreach (var (word, lemmas) in words)
        {
            regular[word] = LemmaClass.Key(Best(lemmas));
        }

        foreach (var (word, lemma) in stems)
        {
            regular[word] = lemma;
        }

        var entries = new List<LemmaEntry>();
        foreach (var tag in new[] { "JJR", "JJS", "NNS", "VB", "VBD", "VBG", "VBZ" })
        {
            // Irregular verbs are a closed class and would only breed wrong rules; "-men" is the one end that is alive.
            var examples =
                from word in regular
                where LemmaClass.Of(word.Key.Tag) == tag
                    && (!irregular.ContainsKey(word.Key) || word.Key.Key.EndsWith("men", StringComparison.Ordinal))
                let edit = LemmaEdit.Between(word.Key.Key, word.Value)
                where edit.Cut < 5
                select (word.Key.Key, edit);
            AddRules(tag, [.. examples], entries);
        }

        foreach (var (word, lemma) in irregular)
        {
            stems[word] = lemma;

            // Taggers mix the two up: "has took", "they seen".
            var other = word.Tag switch { "VBD" => "VBN", "VBN" => "VBD", _ => word.Tag };
            if (!irregular.ContainsKey((other, word.Key)))
            {
                stems[(other, word.Key)] = lemma;
            }
        }

        AddExceptions(words, stems, entries);
        return [.. entries.OrderBy(e => e.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Keeps an end only where its commonest edit differs from that of the next shorter end that is kept.</summary>
    private static void AddRules(string tag, List<(string Key, LemmaEdit Edit)> examples, List<LemmaEntry> entries)
    {
        var kept = new Dictionary<string, LemmaEdit>(StringComparer.Ordinal);
        for (var length = 0; length <= LongestEnd; length++)
        {
            var groups = examples.Where(e => e.Key.Length > length).GroupBy(e => e.Key[^length..], StringComparer.Ordinal);
            foreach (var group in groups.OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var best = group.CountBy(e => e.Edit).OrderByDescending(c => c.Value).ThenBy(c => c.Key.ToString(), StringComparer.Ordinal).First();
                var shorter = length - 1;
                while (shorter >= 0 && !kept.ContainsKey(group.Key[^shorter..]))
                {
                    shorter--;
                }

                // Two words at least, and more than any other edit: one odd word is listed rather than made a rule.
                if (length == 0 || (best.Value >= 2 && best.Value * 2 > group.Count() && kept[group.Key[^shorter..]] != best.Key))
                {
                    kept.Add(group.Key, best.Key);
                    entries.Add(new LemmaEntry(true, tag, group.Key, best.Key.ToString()));
                }
            }
        }
    }

    /// <summary>Lists the words that the rules get wrong. The tables win over the treebank, whose rare forms hold slips.</summary>
    private static void AddExceptions(
        SortedDictionary<(string Tag, string Key), SortedDictionary<string, int>> words, SortedDictionary<(string Tag, string Key), string> listed,
        List<LemmaEntry> entries)
    {
        var rules = new Lemmatizer(entries);
        foreach (var ((tag, key), lemma) in listed)
        {
            if (rules.Find(key, tag, startsSentence: false) != lemma)
            {
                entries.Add(new LemmaEntry(false, tag, key, lemma));
            }
        }

        foreach (var ((tag, key), lemmas) in words)
        {
            if (!listed.ContainsKey((tag, key)) && Best(lemmas) is var best && rules.Find(key, tag, startsSentence: false) != best)
            {
                entries.Add(new LemmaEntry(false, tag, key, best));
            }
        }
    }

    private static string Best(SortedDictionary<string, int> lemmas) => lemmas.MaxBy(l => l.Value).Key;

    private static (int Right, int Total) Measure(Lemmatizer lemmatizer, IEnumerable<string> files)
    {
        var (right, total) = (0, 0);
        foreach (var (form, lemma, tag, starts) in files.SelectMany(Tokens))
        {
            total++;
            right += string.Equals(lemmatizer.Find(form, tag, starts), lemma, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return (right, total);
    }

    private static string Print(List<LemmaEntry> entries)
    {
        var text = new StringBuilder();
        text.Append("# Lemmas: listed words, and what is done to the ends of all others (digit: letters to cut; then letters to add).\n");
        text.Append("# Generated by LemmaTraining from the treebank, data/language/irregular.tsv and data/language/stems.tsv; see lemmas.md.\n");
        text.Append("# kind\ttag\tform or end\tlemma or edit\n");
        foreach (var entry in entries)
        {
            text.Append(entry).Append('\n');
        }

        return text.ToString();
    }

    private static string Card(int documents, int heldOut, List<LemmaEntry> entries, double score, int total) => string.Create(CultureInfo.InvariantCulture,
        $"""
        # lemmas.tsv

        Gives the lemma of an English word from its form and Penn tag.

        | | |
        |---|---|
        | Training data | UD English GUM, {documents} documents (CC BY or public domain; the non-commercial genres are not among them); `data/language/irregular.tsv`, `data/language/stems.tsv` |
        | Left out | every training document that is also one of the {heldOut} dev documents |
        | Command | `demarche train lemmas --train DIR --dev DIR -o models/lemmas.tsv` |
        | Rows | {entries.Count(e => e.IsRule)} rules on ends, {entries.Count(e => !e.IsRule)} listed words |
        | Score | {100 * score:F2} % of {total} dev tokens, given the gold tags, case not counted |

        """).ReplaceLineEndings("\n");

    private sealed class PairOrder : IComparer<(string Tag, string Key)>
    {
        internal static readonly PairOrder Instance = new();

        public int Compare((string Tag, string Key) x, (string Tag, string Key) y) =>
            string.CompareOrdinal(x.Tag, y.Tag) is not 0 and var byTag ? byTag : string.CompareOrdinal(x.Key, y.Key);
    }
}
