using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Reads pretrained word vectors and packs those of the commonest words into bytes.</summary>
/// <remarks>
/// Takes an npm package (<c>.tgz</c>) or JSON file of wink embeddings, whose member <c>vectors</c> has a list of numbers for
/// each word, or GloVe's own text, a word and its numbers on a line. Both list the commonest words first.
/// </remarks>
internal static class WordVectors
{
    /// <exception cref="InvalidDataException">The file holds no vectors, or of another length.</exception>
    internal static VectorTable Read(string path, int most)
    {
        using var file = File.OpenRead(path);
        using var content = Open(file, path);
        using var reader = new StreamReader(content, Encoding.UTF8, false, 1 << 16);
        var rows = new SortedDictionary<ulong, (byte[] Values, float Scale)>();
        foreach (var (word, numbers) in reader.Peek() == '{' ? ReadJson(reader) : ReadLines(reader))
        {
            if (numbers.Length < ParserShape.Vector) throw new InvalidDataException(
                $"{path}: the vector of '{word}' has {numbers.Length} numbers where {ParserShape.Vector} are needed; take 100-dimensional vectors.");
            rows.TryAdd(StableHash.Of(word), Quantise(numbers.AsSpan(0, ParserShape.Vector)));
            if (rows.Count == most) break;
        }

        if (rows.Count == 0) throw new InvalidDataException($"{path}: no word vector was found; expected wink embeddings or GloVe text.");
        return new VectorTable(
            [.. rows.Keys], rows.Values.SelectMany(row => row.Values).ToArray(), rows.Values.Select(row => row.Scale).ToArray());
    }

    private static Stream Open(Stream file, string path)
    {
        if (!path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase)) return file;
        var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && entry.Name.EndsWith(".json", StringComparison.Ordinal)
                && !entry.Name.EndsWith("package.json", StringComparison.Ordinal)) return data;
        }

        throw new InvalidDataException($"{path}: the package has no JSON file with vectors.");
    }

    private static (byte[] Values, float Scale) Quantise(ReadOnlySpan<float> numbers)
    {
        var largest = 1e-6f;
        foreach (var x in numbers) largest = Math.Max(largest, Math.Abs(x));
        var scale = HalfFloats.Round(largest / 127);
        var values = new byte[numbers.Length];
        for (var i = 0; i < values.Length; i++) values[i] = (byte)(sbyte)Math.Clamp(MathF.Round(numbers[i] / scale), -127, 127);
        return (values, scale);
    }

    private static IEnumerable<(string Word, float[] Numbers)> ReadLines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ');
            yield return (fields[0], [.. fields.Skip(1).Select(Number)]);
        }
    }

    // Reads on from "vectors":{ only as far as the caller asks, since the whole file is some 300 MB.
    private static IEnumerable<(string Word, float[] Numbers)> ReadJson(StreamReader reader)
    {
        const string Start = "\"vectors\":{";
        for (var matched = 0; matched < Start.Length;)
        {
            var c = reader.Read();
            if (c < 0) yield break;
            matched = c == Start[matched] ? matched + 1 : c == Start[0] ? 1 : 0;
        }

        var text = new StringBuilder();
        while (reader.Read() == '"')
        {
            text.Clear();
            for (var c = reader.Read(); c is not (< 0 or '"'); c = reader.Read()) text.Append(c == '\\' ? (char)reader.Read() : (char)c);
            var word = text.ToString();
            text.Clear();
            for (var c = reader.Read(); c is not (< 0 or ']'); c = reader.Read()) if (c is not (':' or '[')) text.Append((char)c);
            yield return (word, [.. text.ToString().Split(',').Select(Number)]);
            if (reader.Read() != ',') yield break;
        }
    }

    private static float Number(string text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
