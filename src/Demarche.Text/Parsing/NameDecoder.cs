namespace Demarche.Text.Parsing;

/// <summary>Finds the best labels of names for a whole sentence: a later token of a name may only follow a token of the same.</summary>
internal sealed class NameDecoder
{
    private readonly float[] best = new float[ParserShape.NameLabels], next = new float[ParserShape.NameLabels];

    private readonly byte[] from = new byte[ParserWorkspace.LongestWindow * ParserShape.NameLabels];

    /// <param name="scores">For each token a row of scores for the labels of <see cref="NameLabels"/>.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="labels">Takes the labels.</param>
    internal void Find(ReadOnlySpan<float> scores, int stride, Span<int> labels)
    {
        for (var label = 0; label < best.Length; label++) best[label] = Continues(label) ? float.NegativeInfinity : scores[label];
        for (var i = 1; i < labels.Length; i++) Advance(scores.Slice(i * stride, best.Length), i);

        var last = 0;
        for (var label = 1; label < best.Length; label++) if (best[label] > best[last]) last = label;
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = last;
            last = from[(i * best.Length) + last];
        }
    }

    private void Advance(ReadOnlySpan<float> scores, int token)
    {
        var any = 0;
        for (var label = 1; label < best.Length; label++) if (best[label] > best[any]) any = label;
        for (var label = 0; label < best.Length; label++)
        {
            var before = !Continues(label) ? any : best[label] > best[label - 1] ? label : label - 1;
            next[label] = best[before] + scores[label];
            from[(token * best.Length) + label] = (byte)before;
        }

        next.CopyTo(best, 0);
    }

    private static bool Continues(int label) => label > 0 && !NameLabels.Starts(label);
}
