using System.Globalization;

namespace Demarche.Text.Conllu;

/// <summary>Reads CoNLL-U, sentence by sentence, without holding more than one.</summary>
public static class ConlluReader
{
    /// <summary>Reads all sentences of a text.</summary>
    /// <returns>The sentences in order, read as they are asked for. A sentence may consist of comments only at the end of a file.</returns>
    /// <exception cref="ConlluException">A row has not ten columns, an id that does not follow the last, or an empty form.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Sentences(reader);
    }

    private static IEnumerable<ConlluSentence> Sentences(TextReader reader)
    {
        var sentence = new ConlluSentence();
        var (number, words) = (0, 0);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (number == 1)
            {
                line = line.TrimStart('\uFEFF');
            }

            if (line.Length == 0)
            {
                if (sentence.Rows.Count > 0)
                {
                    yield return sentence;
                    (sentence, words) = (new ConlluSentence(), 0);
                }
            }
            else if (line[0] == '#' && sentence.Rows.Count == 0)
            {
                sentence.Comments.Add(line);
            }
            else
            {
                var row = Row(line, number, words);
                words += row.Kind == ConlluRowKind.Word ? 1 : 0;
                sentence.Rows.Add(row);
            }
        }

        if (sentence.Rows.Count > 0 || sentence.Comments.Count > 0)
        {
            yield return sentence;
        }
    }

    private static ConlluRow Row(string line, int number, int words)
    {
        var cells = line.Split('\t');
        if (cells.Length != 10)
        {
            throw new ConlluException(number, $"it has {cells.Length} columns, but ten were expected, parted by tabs.");
        }

        if (cells[1].Length == 0)
        {
            throw new ConlluException(number, "its second column, the form, is empty.");
        }

        return new ConlluRow
        {
            Kind = Kind(cells[0], number, words),
            Id = cells[0],
            Form = cells[1],
            Lemma = cells[2],
            UniversalTag = cells[3],
            PennTag = cells[4],
            Features = cells[5],
            Head = cells[6],
            Relation = cells[7],
            Dependencies = cells[8],
            Misc = cells[9],
        };
    }

    private static ConlluRowKind Kind(string id, int line, int words)
    {
        if (TryNumber(id, out var word))
        {
            return word == words + 1
                ? ConlluRowKind.Word
                : throw new ConlluException(line, $"its id is {word}, but {words + 1} was expected.");
        }

        var mark = id.AsSpan().IndexOfAny('-', '.');
        if (mark > 0 && TryNumber(id.AsSpan(0, mark), out var first) && TryNumber(id.AsSpan(mark + 1), out var last))
        {
            if (id[mark] == '.')
            {
                return ConlluRowKind.Empty;
            }

            if (first == words + 1 && last >= first)
            {
                return ConlluRowKind.Range;
            }
        }

        throw new ConlluException(line, $"'{id}' is not an id; {words + 1}, a range that begins there, or an empty node was expected.");
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
