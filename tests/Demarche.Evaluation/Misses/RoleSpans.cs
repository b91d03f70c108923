using System.Text;
using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Reads CAMEO role spans: a word and its label a line, <c>B-S</c> or <c>I-S</c> for the actor, T the recipient, R either; sentences parted by empty lines.</summary>
internal static class RoleSpans
{
    internal static IEnumerable<MarkedSentence> Read(string file)
    {
        var rows = new List<(string Word, string Label)>();
        foreach (var line in File.ReadLines(file).Append(""))
        {
            var cells = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length >= 2)
            {
                rows.Add((cells[0], cells[^1]));
                continue;
            }

            if (rows.Count > 0) yield return Sentence(rows);
            rows.Clear();
        }
    }

    private static MarkedSentence Sentence(List<(string Word, string Label)> rows)
    {
        var text = new StringBuilder();
        var words = new List<TextSpan>(rows.Count);
        foreach (var (word, _) in rows)
        {
            if (text.Length > 0) text.Append(' ');
            words.Add(new TextSpan(text.Length, text.Length + word.Length));
            text.Append(word);
        }

        var phrases = new List<MarkedPhrase>();
        for (var i = 0; i < rows.Count;)
        {
            var start = i++;
            if (Role(rows[start].Label) is not { } role) continue;
            while (i < rows.Count && rows[i].Label[0] != 'B' && Role(rows[i].Label) == role) i++;
            phrases.Add(new MarkedPhrase(new TextSpan(words[start].Start, words[i - 1].End), role));
        }

        return new MarkedSentence(text.ToString(), null, phrases, words);
    }

    private static MarkedRole? Role(string label) => label[^1] switch
    {
        'S' => MarkedRole.Actor,
        'T' => MarkedRole.Recipient,
        'R' => MarkedRole.Reciprocal,
        _ => null,
    };
}
