using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>Wars, attacks and upheavals whose names tell how old a report is at most: data/coding/landmarks.tsv.</summary>
internal sealed class Landmarks
{
    private readonly Dictionary<string, List<Landmark>> _byFirstWord = new(StringComparer.Ordinal);

    /// <param name="IsNamed">Whether its name alone shows that the report is no older, and not only a count of years since it.</param>
    private readonly record struct Landmark(string[] Words, DateOnly Day, bool IsNamed);

    private Landmarks(string path)
    {
        foreach (var (line, text) in File.ReadLines(path).Index())
        {
            if (text.Length == 0 || text[0] == '#')
                continue;
            var fields = text.Split('\t');
            if (fields.Length != 3 || !DateOnly.TryParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || fields[2] is not ("named" or "counted"))
                throw new LexiconException(Path.GetFileName(path), line + 1, 1, $"'{text}' is not words, a day (YYYY-MM-DD), and 'named' or 'counted', parted by tabs.");
            var words = fields[0].Split(' ');
            if (!_byFirstWord.TryGetValue(words[0], out var landmarks))
                _byFirstWord[words[0]] = landmarks = [];
            landmarks.Add(new(words, day, fields[2] == "named"));
        }
    }

    /// <exception cref="LexiconException">A row is not of this form.</exception>
    internal static Landmarks Load(string directory) => new(Path.Combine(directory, "landmarks.tsv"));

    /// <summary>The landmark whose name begins at a word, and its day; null where none does.</summary>
    /// <param name="counted">Whether a count of years stands before it, so that common words will do.</param>
    internal (string Name, DateOnly Day)? At(SentenceGraph graph, int first, bool counted)
    {
        if ((uint)first >= (uint)graph.Tokens.Length || !_byFirstWord.TryGetValue(Lower(graph, first), out var landmarks))
            return null;
        Landmark? longest = null;
        foreach (var landmark in landmarks)
        {
            if ((landmark.IsNamed || counted) && Stands(graph, first, landmark.Words) && (longest is null || landmark.Words.Length > longest.Value.Words.Length))
                longest = landmark;
        }
        return longest is { } found ? (string.Join(' ', found.Words), found.Day) : null;
    }

    private static bool Stands(SentenceGraph graph, int first, string[] words)
    {
        if (first + words.Length > graph.Tokens.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (Lower(graph, first + i) != words[i])
                return false;
        }
        return true;
    }

    private static string Lower(SentenceGraph graph, int token) => graph.Tokens[token].Form.ToLowerInvariant();
}
