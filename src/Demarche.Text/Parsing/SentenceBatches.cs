using System.Runtime.InteropServices;

namespace Demarche.Text.Parsing;

/// <summary>Puts the sentences of a text into batches of like length, and keeps the work on a very long sentence within bounds.</summary>
/// <remarks>What a sentence is parsed to does not depend on its company. An instance is working space and belongs to one thread.</remarks>
internal sealed class SentenceBatches
{
    private readonly List<Window> windows = [];

    internal void Parse(ReadOnlySpan<string> forms, ReadOnlySpan<int> ends, ParserWorkspace work, Span<TokenAnalysis> result)
    {
        Split(forms, ends);
        windows.Sort(static (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.Start.CompareTo(b.Start));
        for (var (first, next) = (0, 0); first < windows.Count; first = next)
        {
            for (var tokens = 0; next < windows.Count && tokens + windows[next].Length <= ParserWorkspace.MostTokens; next++)
                tokens += windows[next].Length;
            work.Parse(CollectionsMarshal.AsSpan(windows)[first..next], forms, result);
        }

        var start = 0;
        foreach (var end in ends)
        {
            Join(forms[start..end], result[start..end]);
            start = end;
        }
    }

    private void Split(ReadOnlySpan<string> forms, ReadOnlySpan<int> ends)
    {
        windows.Clear();
        var start = 0;
        foreach (var end in ends)
        {
            while (start < end)
            {
                var length = WindowLength(forms[start..end]);
                windows.Add(new Window(start, length));
                start += length;
            }
        }
    }

    // The windows of one sentence become one tree: the later ones hang from the root of the first.
    private static void Join(ReadOnlySpan<string> forms, Span<TokenAnalysis> result)
    {
        if (forms.Length <= ParserWorkspace.LongestWindow) return;
        var root = -1;
        for (var start = 0; start < forms.Length;)
        {
            var length = WindowLength(forms[start..]);
            for (var i = start; i < start + length; i++)
            {
                if (result[i].Head >= 0) result[i].Head += start;
                else if (root < 0) root = i;
                else (result[i].Head, result[i].Relation) = (root, DependencyRelation.Parataxis);
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
