namespace Demarche.Text.Parsing;

/// <summary>Hangs punctuation where the guidelines of Universal Dependencies want it, once the words have their heads.</summary>
/// <remarks>
/// <para>Brackets and quotation marks hang from the head of what they enclose. Any other mark hangs as high as it can
/// without standing inside a phrase that goes on behind it; between a place to its left and one to its right it takes the
/// lower (https://universaldependencies.org/u/dep/punct.html).</para>
/// <para>The rules find the head that the treebank gives from the words' heads alone, so the parser need not guess it. Where
/// they leave a choice, the parser's own stays. An instance is working space and belongs to one thread.</para>
/// </remarks>
internal sealed class PunctuationHeads
{
    private readonly int[] first = new int[ParserWorkspace.LongestWindow], last = new int[ParserWorkspace.LongestWindow];

    private readonly bool[] isMark = new bool[ParserWorkspace.LongestWindow], isPaired = new bool[ParserWorkspace.LongestWindow];

    internal void Attach(ReadOnlySpan<string> forms, Span<TokenAnalysis> tokens)
    {
        FindMarks(tokens);
        FindSpans(tokens);
        for (var i = 0; i < tokens.Length; i++) if (isMark[i] && !isPaired[i]) AttachPair(forms, tokens, i);
        for (var i = 0; i < tokens.Length; i++) if (isMark[i] && !isPaired[i]) AttachSingle(forms, tokens, i);
    }

    // A mark that governs something, or the whole sentence, is left alone.
    private void FindMarks(Span<TokenAnalysis> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            isMark[i] = tokens[i].Relation == DependencyRelation.Punct && tokens[i].Head >= 0;
            isPaired[i] = false;
        }

        foreach (ref readonly var token in tokens) if (token.Head >= 0) isMark[token.Head] = false;
    }

    // The stretch from a word's first descendant to its last.
    private void FindSpans(Span<TokenAnalysis> tokens)
    {
        for (var i = 0; i < tokens.Length; i++) (first[i], last[i]) = (i, i);
        for (var i = 0; i < tokens.Length; i++) if (!isMark[i]) WidenSpans(tokens, i);
    }

    private void WidenSpans(Span<TokenAnalysis> tokens, int token)
    {
        for (var at = tokens[token].Head; at >= 0; at = tokens[at].Head)
            (first[at], last[at]) = (Math.Min(first[at], token), Math.Max(last[at], token));
    }

    private void AttachPair(ReadOnlySpan<string> forms, Span<TokenAnalysis> tokens, int opening)
    {
        var closingForm = Closing(forms[opening]);
        if (closingForm is null) return;
        var closing = -1;
        for (int i = opening + 1, depth = 0; i < tokens.Length && closing < 0; i++)
        {
            if (!isMark[i]) continue;
            if (forms[i] == closingForm) (closing, depth) = depth == 0 ? (i, 0) : (-1, depth - 1);
            else if (forms[i] == forms[opening]) depth++;
        }

        var (from, to) = (-1, -1);
        for (var i = opening + 1; i < closing; i++)
        {
            if (isMark[i] || (tokens[i].Head > opening && tokens[i].Head < closing)) continue;
            if (from < 0) from = i;
            to = i;
        }

        if (from < 0) return;
        (tokens[opening].Head, tokens[closing].Head) = (from, to);
        (isPaired[opening], isPaired[closing]) = (true, true);
        WidenSpans(tokens, opening);
        WidenSpans(tokens, closing);
    }

    private static string? Closing(string form) => form switch
    {
        "(" => ")", "[" => "]", "{" => "}", "\"" => "\"", "'" => "'", "“" => "”", "‘" => "’", "«" => "»", "``" => "''", _ => null,
    };

    private void AttachSingle(ReadOnlySpan<string> forms, Span<TokenAnalysis> tokens, int mark)
    {
        var (left, right) = (mark - 1, forms[mark] is "." or "?" or "!" ? tokens.Length : mark + 1);
        while (left >= 0 && isMark[left]) left = IsOpening(forms, left) ? -1 : left - 1;
        while (right < tokens.Length && isMark[right]) right = IsClosing(forms, right) ? tokens.Length : right + 1;
        if (right >= tokens.Length) right = -1;
        var kept = tokens[mark].Head;
        var isAcceptable = left == kept || right == kept;
        while (left >= 0 && tokens[left].Head >= 0 && tokens[left].Head < mark && last[left] < mark)
            isAcceptable |= (left = tokens[left].Head) == kept;
        while (right >= 0 && tokens[right].Head > mark && first[right] > mark)
            isAcceptable |= (right = tokens[right].Head) == kept;

        if (isAcceptable || (left < 0 && right < 0)) return;
        tokens[mark].Head = left < 0 || (right >= 0 && !IsBelow(tokens, left, right) && IsBelow(tokens, right, left)) ? right : left;
    }

    private bool IsOpening(ReadOnlySpan<string> forms, int i) => isPaired[i] && Closing(forms[i]) is not null && forms[i] != "\"";

    private bool IsClosing(ReadOnlySpan<string> forms, int i) => isPaired[i] && Closing(forms[i]) is null;

    private static bool IsBelow(Span<TokenAnalysis> tokens, int word, int ancestor)
    {
        for (var at = tokens[word].Head; at >= 0; at = tokens[at].Head) if (at == ancestor) return true;
        return false;
    }
}
