using System.Globalization;

namespace Demarche.Text.Training;

/// <summary>Reads the sentences of a treebank of GUM's kind.</summary>
internal static class Treebank
{
    /// <summary>Reads every <c>*.conllu</c> file of a folder, in the order of the names; each file is one document.</summary>
    /// <exception cref="InvalidDataException">A line is not CoNLL-U, or a sentence has not one root.</exception>
    internal static List<TrainingSentence> ReadFolder(string folder)
    {
        var sentences = new List<TrainingSentence>();
        foreach (var path in Files(folder)) sentences.AddRange(ReadFile(path));
        if (sentences.Count == 0)
            throw new InvalidDataException($"{folder} holds no *.conllu file with a sentence; name the folder of the treebank.");
        return sentences;
    }

    internal static IEnumerable<string> Documents(string folder) => Files(folder).Select(path => Path.GetFileNameWithoutExtension(path));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.conllu").Order(StringComparer.Ordinal);

    private static IEnumerable<TrainingSentence> ReadFile(string path)
    {
        var words = new List<string[]>();
        var number = 0;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            number++;
            if (line.Length == 0)
            {
                if (words.Count > 0) yield return Make(path, number - words.Count, words);
                words.Clear();
            }
            else if (line[0] != '#')
            {
                var fields = line.Split('\t');
                if (fields.Length != 10)
                    throw new InvalidDataException($"{path}({number}): {fields.Length} columns were found where CoNLL-U has 10.");
                // Ranges of contracted words and empty nodes are no tokens of the parse.
                if (fields[0].AsSpan().IndexOfAny('-', '.') < 0) words.Add(fields);
            }
        }
    }

    private static TrainingSentence Make(string path, int line, List<string[]> words)
    {
        var sentence = new TrainingSentence
        {
            Document = Path.GetFileNameWithoutExtension(path),
            Forms = [.. words.Select(w => string.Intern(w[1]))],
            Tags = [.. words.Select(w => Enum.TryParse<UniversalTag>(w[3], out var tag) ? tag
                : throw Wrong(path, line, w[3], "a universal tag"))],
            PennTags = [.. words.Select(w => string.Intern(w[4]))],
            Heads = [.. words.Select(w => Head(w[6], words.Count) ?? throw Wrong(path, line, w[6], "the number of a head"))],
            Relations = [.. words.Select(w => DependencyRelations.TryParse(w[7], out var relation) ? relation
                : throw Wrong(path, line, w[7], "a relation that Demarche knows"))],
            Names = new int[words.Count],
        };
        if (sentence.Heads.Count(head => head < 0) != 1) throw Wrong(path, line, string.Join(' ', sentence.Forms), "a sentence with one root");
        if (CircleThrough(sentence.Heads) is >= 0 and var circle)
            throw Wrong(path, line, sentence.Forms[circle], "a word whose governors lead to the root: they run in a circle");
        ProperNames.Write(sentence, EntityColumn.Read(words));
        return sentence;
    }

    /// <returns>A word whose governors lead back to itself; -1 when there is none.</returns>
    private static int CircleThrough(int[] heads)
    {
        var seenFrom = new int[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            for (; at >= 0 && seenFrom[at] == 0; at = heads[at]) seenFrom[at] = i + 1;
            if (at >= 0 && seenFrom[at] == i + 1) return at;
        }

        return -1;
    }

    private static int? Head(string text, int words) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var head) && head <= words ? head - 1 : null;

    private static InvalidDataException Wrong(string path, int line, string found, string expected) =>
        new($"{path}, in the sentence near line {line}: '{found}' is not {expected}; mend the file or leave it out.");
}
