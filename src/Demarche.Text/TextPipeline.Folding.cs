using System.Runtime.InteropServices;
using Demarche.Text.Parsing;

namespace Demarche.Text;

public sealed partial class TextPipeline
{
    /// <summary>Parses a text again with names each read as one word: long names, titles and foreign spellings no longer lead the parser astray.</summary>
    /// <param name="text">A text that this pipeline has read; its names, lemmas and spans are kept.</param>
    /// <param name="folding">What is to be folded in a sentence.</param>
    /// <returns>A text of its own, to be disposed of by itself; a sentence with nothing to fold is parsed as before.</returns>
    public AnnotatedText Fold(AnnotatedText text, Func<Sentence, SentenceFolding> folding)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(folding);
        var work = Rent();
        var read = new AnnotatedText(text.Text, _arrays);
        var waiting = new List<(Sentence Sentence, SentenceFolding Folding)>();
        foreach (var sentence in text.Sentences)
        {
            var wanted = folding(sentence);
            waiting.Add((sentence, wanted));
            if (!wanted.IsEmpty)
                work.AddFolded(sentence.Tokens, wanted);
            if (work.FoldedForms.Count >= TokensAtOnce)
                ParseFolded(waiting, read, work);
        }

        ParseFolded(waiting, read, work);
        Return(work);
        return read;
    }

    private void ParseFolded(List<(Sentence Sentence, SentenceFolding Folding)> waiting, AnnotatedText read, TextWorkspace work)
    {
        var forms = CollectionsMarshal.AsSpan(work.FoldedForms);
        work.Reserve(forms.Length);
        _parser.Parse(forms, CollectionsMarshal.AsSpan(work.Ends), work.Parser, work.Analyses);
        var (start, part) = (0, 0);
        foreach (var (sentence, folding) in waiting)
        {
            var tokens = _arrays.Rent(sentence.Tokens.Length);
            if (folding.IsEmpty)
            {
                sentence.Tokens.CopyTo(tokens, 0);
            }
            else
            {
                var cut = work.Ends[part++];
                var end = work.EndsApart.Contains(part - 1) ? work.Ends[part++] : cut;
                Join(work.Analyses.AsSpan(start, end - start), cut - start);
                Unfold(sentence.Tokens, folding.Names, work.Analyses.AsSpan(start, end - start), CollectionsMarshal.AsSpan(work.Origins)[start..end], tokens);
                start = end;
            }

            read.Add(new Sentence(sentence.Index, sentence.Paragraph, sentence.Text, sentence.Span, tokens));
        }

        waiting.Clear();
        work.Clear();
    }

    // A clause that was parsed by itself hangs on the root of what stands before it.
    private static void Join(Span<TokenAnalysis> analyses, int cut)
    {
        var root = 0;
        while (analyses[root].Head >= 0)
            root++;
        for (var i = cut; i < analyses.Length; i++)
            analyses[i] = analyses[i].Head < 0 ? analyses[i] with { Head = root, Relation = DependencyRelation.Parataxis } : analyses[i] with { Head = analyses[i].Head + cut };
    }

    private void Unfold(Token[] tokens, IReadOnlyList<FoldedName> names, ReadOnlySpan<TokenAnalysis> analyses, ReadOnlySpan<int> origins, Token[] unfolded)
    {
        Array.Clear(unfolded);
        foreach (var name in names)
        {
            for (var i = name.First; i < name.End; i++)
                unfolded[i] = tokens[i] with { Head = name.Head, Relation = name.Inner };
        }
        for (var i = 0; i < analyses.Length; i++)
        {
            ref readonly var analysis = ref analyses[i];
            var at = origins[i];
            var folded = unfolded[at].Form is not null;
            var token = tokens[at];
            unfolded[at] = token with
            {
                Head = analysis.Head < 0 ? -1 : origins[analysis.Head],
                Relation = analysis.Relation,
                Tag = folded ? token.Tag : analysis.Tag,
                PennTag = folded ? token.PennTag : analysis.PennTag,
                Lemma = folded || analysis.PennTag == token.PennTag ? token.Lemma : _lemmas.Find(token.Form, LemmaTag(analysis), startsSentence: at == 0),
            };
        }
        foreach (var name in names)
        {
            if (name.IsLeftOut)
                unfolded[name.Head] = tokens[name.Head] with { Head = VerbNear(unfolded, name), Relation = name.End - name.First > 1 ? DependencyRelation.Obl : DependencyRelation.OblUnmarked };
        }
    }

    // "said Friday that …", "Seoul on Friday rejected …": the verb right before, else the next one nearby, else the last one before.
    private static int VerbNear(Token[] tokens, FoldedName left)
    {
        if (left.First > 0 && tokens[left.First - 1].Tag == UniversalTag.VERB)
            return left.First - 1;
        for (var i = left.End; i < tokens.Length && i < left.End + 4 && tokens[i].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.ADV; i++)
        {
            if (tokens[i].Tag == UniversalTag.VERB)
                return i;
        }
        for (var i = left.First - 1; i >= 0; i--)
        {
            if (tokens[i].Tag == UniversalTag.VERB && tokens[i].Relation is not DependencyRelation.Amod)
                return i;
        }
        return Array.FindIndex(tokens, token => token.Head < 0 && token.Form is not null);
    }
}
