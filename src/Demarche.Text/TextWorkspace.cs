using System.Runtime.InteropServices;
using Demarche.Text.Parsing;
using Demarche.Text.Sentences;

namespace Demarche.Text;

/// <summary>What one reading needs besides its result, kept for the next reading.</summary>
internal sealed class TextWorkspace(ParserWorkspace parser)
{
    // A reading that needed more than this many tokens at once gives its memory back.
    private const int MostKept = 100_000;

    internal ParserWorkspace Parser { get; } = parser;

    internal List<TextSpan> Paragraphs { get; } = [];

    /// <summary>The tokens of the sentences that are to be parsed next.</summary>
    internal List<TextSpan> Tokens { get; } = [];

    /// <summary>For each of those sentences the index behind its last token.</summary>
    internal List<int> Ends { get; } = [];

    internal List<int> ParagraphOf { get; } = [];

    internal string[] Forms { get; private set; } = new string[SentenceSplitter.LongestSentence];

    internal TokenAnalysis[] Analyses { get; private set; } = new TokenAnalysis[SentenceSplitter.LongestSentence];

    internal void AddEnd(int end, int paragraph)
    {
        Ends.Add(end);
        ParagraphOf.Add(paragraph);
    }

    /// <summary>Adds the ends of a paragraph's sentences; its tokens are those from <paramref name="start"/> on.</summary>
    internal void AddEnds(SentenceSplitter splitter, string text, int start, int paragraph)
    {
        var first = Ends.Count;
        splitter.Split(text, CollectionsMarshal.AsSpan(Tokens)[start..], Ends);
        for (var i = first; i < Ends.Count; i++)
        {
            Ends[i] += start;
            ParagraphOf.Add(paragraph);
        }
    }

    internal void Reserve(int count)
    {
        if (Forms.Length < count)
            (Forms, Analyses) = (new string[count * 5 / 4], new TokenAnalysis[count * 5 / 4]);
    }

    /// <summary>The words of sentences whose names are folded, and for each the token that it stands for.</summary>
    internal List<string> FoldedForms { get; } = [];

    internal List<int> Origins { get; } = [];

    /// <summary>Which of <see cref="Ends"/> have a clause behind them that belongs to the same sentence.</summary>
    internal HashSet<int> EndsApart { get; } = [];

    internal void AddFolded(Token[] tokens, SentenceFolding folding)
    {
        var start = FoldedForms.Count;
        for (int i = 0, name = 0; i < tokens.Length;)
        {
            if (i == folding.Tail && FoldedForms.Count > start)
            {
                EndsApart.Add(Ends.Count);
                Ends.Add(FoldedForms.Count);
            }

            if (name < folding.Names.Count && folding.Names[name].First == i)
            {
                var folded = folding.Names[name++];
                if (!folded.IsLeftOut)
                    AddFolded(folded.StandIn, folded.Head);
                i = folded.End;
                continue;
            }

            AddFolded(tokens[i].Form, i);
            i++;
        }

        if (EndsApart.Contains(Ends.Count - 1) && Ends[^1] == FoldedForms.Count)
            EndsApart.Remove(Ends.Count - 1);
        else
            Ends.Add(FoldedForms.Count);
    }

    private void AddFolded(string form, int origin)
    {
        FoldedForms.Add(form);
        Origins.Add(origin);
    }

    internal void Clear()
    {
        Tokens.Clear();
        FoldedForms.Clear();
        Origins.Clear();
        EndsApart.Clear();
        Ends.Clear();
        ParagraphOf.Clear();
    }

    /// <returns>False when this workspace has grown too large to be kept.</returns>
    internal bool Release()
    {
        Paragraphs.Clear();
        return Math.Max(Tokens.Capacity, Forms.Length) <= MostKept;
    }
}
