using System.Globalization;

namespace Demarche.Text.Training;

/// <summary>Reads the sentences of a treebank of GUM's kind.</summary>
internal static class Treebank
{
    /// <summary>Reads every <c>*.conllu</c> file of a folder, in the order of the names; each file is one document.</summary>
    /// <exception cref="InvalidDataException">A line is not CoNLL-U, or a sentence has no root.</exception>
    internal static List<TrainingSentence> ReadFolder(string folder)
    {
        var sentences = new List<TrainingSentence>();
        foreach (var path in Files(folder)) sentences.AddRange(ReadFile(path));
        if (sentences.Count == 0) throw new InvalidDataException($"{folder} holds no *.conllu file with a sentence; name the folder of the treebank.");
        return sentences;
    }

    internal static IEnumerable<string> Documents(string folder) => Files(folder).Select(path => Path.GetFileNameWithoutExtension(path));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.conllu").Order(StringComparer.Ordinal);

    private static IEnumerable<TrainingSentence> ReadFile(string path)
    {
        var document = Path.GetFileNameWithoutExtension(path);
        var words = new List<string[]>();
        var number = 0;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            number++;
            if (line.Length == 0)
            {
                if (words.Count > 0) yield return Make(document, words, EntityColumn.Read(words));
                words.Clear();
            }
            else if (line[0] != '#')
            {
                var fields = line.Split('\t');
                if (fields.Length != 10) throw new InvalidDataException($"{path}({number}): {fields.Length} columns were found where CoNLL-U has 10.");
                if (fields[0].AsSpan().IndexOfAny('-', '.') < 0) words.Add(fields);
            }
        }
    }

    private static TrainingSentence Make(string document, List<string[]> words, List<EntityMention> mentions)
    {
        var sentence = new TrainingSentence
        {
            Document = document,
            Forms = [.. words.Select(w => string.Intern(w[1]))],
            Tags = [.. words.Select(w => Enum.Parse<UniversalTag>(w[3]))],
            PennTags = [.. words.Select(w => string.Intern(w[4]))],
            Heads = [.. words.Select(w => int.Parse(w[6], CultureInfo.InvariantCulture) - 1)],
            Relations = [.. words.Select(w => Relation(document, w[7]))],
            Names = new int[words.Count],
        };
        ProperNames.Write(sentence, mentions);
        return sentence;
    }

    private static DependencyRelation Relation(string document, string name) =>
        DependencyRelations.TryParse(name, out var relation) ? relation
            : throw new InvalidDataException($"{document}: '{name}' is not a relation of Universal Dependencies that Demarche knows.");
}
