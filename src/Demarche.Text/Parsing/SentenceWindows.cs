namespace Demarche.Text.Parsing;

/// <summary>Keeps the work on a very long sentence, which grows with the square of its length, within bounds.</summary>
internal static class SentenceWindows
{
    internal static void Parse(ReadOnlySpan<string> forms, ParserWorkspace work, Span<TokenAnalysis> result)
    {
        var root = -1;
        for (var start = 0; start < forms.Length;)
        {
            var length = WindowLength(forms[start..]);
            var window = result.Slice(start, length);
            work.Parse(forms.Slice(start, length), window);
            for (var i = 0; i < length; i++)
            {
                if (window[i].Head >= 0) window[i].Head += start;
                else if (root < 0) root = i;
                else (window[i].Head, window[i].Relation) = (root, DependencyRelation.Parataxis);
            }

            start += length;
        }
    }

    private static int WindowLength(ReadOnlySpan<string> forms)
    {
        if (forms.Length <= ParserWorkspace.LongestWindow) return forms.Length;
        for (var length = ParserWorkspace.LongestWindow; length > ParserWorkspace.LongestWindow / 2; length--)
            if (forms[length - 1] is "." or ";" or ":" or "," or "?" or "!" or "–" or "—") return length;
        return ParserWorkspace.LongestWindow;
    }
}
