using System.Text;

namespace Demarche.Text.Conllu;

/// <summary>Tags and parses the words of CoNLL-U sentences, keeping ids, forms, ranges, empty nodes and comments.</summary>
public sealed class ConlluAnnotator(TextPipeline pipeline)
{
    /// <summary>Fills lemma, tags, features, head, relation and <c>Entity</c> of every word, in place.</summary>
    /// <remarks>The enhanced graph of the words is emptied, because it belonged to another parse.</remarks>
    public void Annotate(ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = sentence.Rows.FindAll(r => r.Kind == ConlluRowKind.Word);
        if (words.Count == 0)
        {
            return;
        }

        var text = new StringBuilder();
        var spans = new TextSpan[words.Count];
        var (index, rangeEnd, rangeGlued) = (0, 0, false);
        foreach (var row in sentence.Rows)
        {
            if (row.Kind == ConlluRowKind.Range)
            {
                (rangeEnd, rangeGlued) = (RangeEnd(row.Id), row.IsGlued);
            }
            else if (row.Kind == ConlluRowKind.Word)
            {
                spans[index] = new TextSpan(text.Length, text.Length + row.Form.Length);
                text.Append(row.Form);
                index++;
                text.Append(row.IsGlued || index < rangeEnd || (index == rangeEnd && rangeGlued) ? "" : " ");
            }
        }

        var parsed = pipeline.ReadTokens(text.ToString(), spans);
        for (var i = 0; i < words.Count; i++)
        {
            ConlluWriter.Fill(words[i], parsed.Tokens, i);
            words[i].Dependencies = "_";
        }
    }

    private static int RangeEnd(string id) => int.Parse(id.AsSpan(id.IndexOf('-', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);
}
