using System.Text;
using Demarche.Text;
using Demarche.Text.Conllu;

namespace Demarche.Evaluation;

/// <summary>A treebank's document with the text that its sentences stood in, as far as CoNLL-U tells it.</summary>
/// <remarks>Sentences of one paragraph are parted by a space, paragraphs by an empty line.</remarks>
internal sealed record GoldDocument(string Name, string Text, IReadOnlyList<GoldSentence> Sentences)
{
    /// <summary>GUM names its documents corpus, genre, title, with underscores between.</summary>
    internal string Genre => Name.Split('_') is { Length: > 1 } parts ? parts[1] : Name;

    /// <exception cref="InvalidDataException">A sentence has no text, or its words are not found in it.</exception>
    internal static IEnumerable<GoldDocument> ReadAll(string path)
    {
        var files = File.Exists(path) ? [path] : Directory.GetFiles(path, "*.conllu").Order(StringComparer.Ordinal).ToArray();
        foreach (var file in files) yield return Read(file);
    }

    private static GoldDocument Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var (text, sentences) = (new StringBuilder(), new List<GoldSentence>());
        using var reader = new StreamReader(path);
        foreach (var sentence in ConlluReader.Read(reader).Where(sentence => sentence.Rows.Count > 0))
        {
            if (text.Length > 0) text.Append(sentence.Comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal)) ? "\n\n" : " ");
            var written = sentence.Comments.FirstOrDefault(c => c.StartsWith("# text = ", StringComparison.Ordinal))?[9..]
                ?? throw new InvalidDataException($"{path}: a sentence has no '# text ='; the raw text cannot be told.");
            sentences.Add(new GoldSentence(sentence, Spans(sentence, written, text.Length, path)));
            text.Append(written);
        }

        return new GoldDocument(name, text.ToString(), sentences);
    }

    // Words follow each other in the text with white space between them at most.
    private static TextSpan[] Spans(ConlluSentence sentence, string written, int offset, string path)
    {
        var spans = new List<TextSpan>();
        var at = 0;
        foreach (var row in sentence.Rows.Where(row => row.Kind == ConlluRowKind.Word))
        {
            while (at < written.Length && char.IsWhiteSpace(written[at])) at++;
            if (!written.AsSpan(at).StartsWith(row.Form, StringComparison.Ordinal))
                throw new InvalidDataException($"{path}: '{row.Form}' was expected at '{written[at..Math.Min(written.Length, at + 30)]}'.");
            spans.Add(new TextSpan(offset + at, offset + at + row.Form.Length));
            at += row.Form.Length;
        }

        return [.. spans];
    }
}

/// <summary>A sentence and where its words stand in the document's text.</summary>
internal sealed record GoldSentence(ConlluSentence Rows, TextSpan[] Spans)
{
    internal IReadOnlyList<ConlluRow> Words { get; } = [.. Rows.Rows.Where(row => row.Kind == ConlluRowKind.Word)];

    internal TextSpan Span => new(Spans[0].Start, Spans[^1].End);
}
