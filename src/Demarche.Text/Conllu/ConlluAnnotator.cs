using System.Runtime.InteropServices;
using System.Text;

namespace Demarche.Text.Conllu;

/// <summary>Tags and parses the words of CoNLL-U sentences, keeping ids, forms, ranges, empty nodes and comments.</summary>
public sealed class ConlluAnnotator(TextPipeline pipeline)
{
    /// <summary>Fills lemma, tags, features, head, relation and <c>Entity</c> of every word, in place.</summary>
    /// <remarks>The enhanced graph of the words is emptied, because it belonged to another parse.</remarks>
    public void Annotate(IReadOnlyList<ConlluSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var (text, spans, ends) = (new StringBuilder(), new List<TextSpan>(), new List<int>());
        var words = sentences.Select(sentence => sentence.Rows.FindAll(row => row.Kind == ConlluRowKind.Word)).Where(rows => rows.Count > 0).ToList();
        foreach (var sentence in sentences)
        {
            Append(sentence, text, spans);
            if (spans.Count > (ends.Count == 0 ? 0 : ends[^1]))
                ends.Add(spans.Count);
        }

        using var read = pipeline.ReadTokens(text.ToString(), CollectionsMarshal.AsSpan(spans), CollectionsMarshal.AsSpan(ends));
        for (var s = 0; s < words.Count; s++)
        {
            for (var i = 0; i < words[s].Count; i++)
            {
                ConlluWriter.Fill(words[s][i], read.Sentences[s].Tokens, i);
                words[s][i].Dependencies = "_";
            }
        }
    }

    private static void Append(ConlluSentence sentence, StringBuilder text, List<TextSpan> spans)
    {
        var (index, rangeEnd, rangeGlued) = (0, 0, false);
        foreach (var row in sentence.Rows)
        {
            if (row.Kind == ConlluRowKind.Range)
            {
                (rangeEnd, rangeGlued) = (RangeEnd(row.Id), row.IsGlued);
            }
            else if (row.Kind == ConlluRowKind.Word)
            {
                spans.Add(new TextSpan(text.Length, text.Length + row.Form.Length));
                text.Append(row.Form);
                index++;
                text.Append(row.IsGlued || index < rangeEnd || (index == rangeEnd && rangeGlued) ? "" : " ");
            }
        }

        text.Append('\n');
    }

    private static int RangeEnd(string id) => int.Parse(id.AsSpan(id.IndexOf('-', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);
}
