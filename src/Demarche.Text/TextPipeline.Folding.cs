using Demarche.Text.Parsing;

namespace Demarche.Text;

public sealed partial class TextPipeline
{
    /// <summary>Parses a sentence again with its names each read as one word: long names, titles and foreign spellings no longer lead the parser astray.</summary>
    /// <param name="sentence">A sentence that this pipeline has read; its names, lemmas and spans are kept.</param>
    /// <param name="names">Stretches of several tokens, ascending, without overlap.</param>
    /// <param name="tail">Index of the first token of a clause set behind the sentence ("…, the ministry said"), which is parsed by itself and hung on the rest; -1 when there is none.</param>
    /// <returns>The sentence itself when there is nothing to fold.</returns>
    public Sentence Fold(Sentence sentence, IReadOnlyList<FoldedName> names, int tail = -1)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0 && tail < 0)
            return sentence;
        var tokens = sentence.Tokens;
        var work = Rent();
        work.Reserve(tokens.Length);
        var forms = work.Forms.AsSpan(0, tokens.Length);
        // Where each folded word's governing token stands in the sentence.
        var origins = new int[tokens.Length];
        var count = 0;
        var cut = -1;
        for (int i = 0, name = 0; i < tokens.Length;)
        {
            if (i == tail)
                cut = count;
            if (name < names.Count && names[name].First == i && names[name].IsLeftOut)
            {
                i = names[name++].End;
                continue;
            }
            if (name < names.Count && names[name].First == i)
            {
                (forms[count], origins[count++]) = (names[name].StandIn, names[name].Head);
                i = names[name++].End;
            }
            else
            {
                (forms[count], origins[count++]) = (tokens[i].Form, i);
                i++;
            }
        }

        var analyses = work.Analyses.AsSpan(0, count);
        if (cut > 0 && cut < count)
            ParseApart(forms[..count], cut, work, analyses);
        else
            _parser.Parse(forms[..count], work.Parser, analyses);
        var unfolded = Unfold(tokens, names, analyses, origins);
        Return(work);
        return new Sentence(sentence.Index, sentence.Paragraph, sentence.Text, sentence.Span, unfolded);
    }

    private void ParseApart(ReadOnlySpan<string> forms, int cut, Workspace work, Span<TokenAnalysis> analyses)
    {
        _parser.Parse(forms[..cut], work.Parser, analyses[..cut]);
        _parser.Parse(forms[cut..], work.Parser, analyses[cut..]);
        var root = 0;
        while (analyses[root].Head >= 0)
            root++;
        for (var i = cut; i < analyses.Length; i++)
            analyses[i] = analyses[i].Head < 0 ? analyses[i] with { Head = root, Relation = DependencyRelation.Parataxis } : analyses[i] with { Head = analyses[i].Head + cut };
    }

    private Token[] Unfold(Token[] tokens, IReadOnlyList<FoldedName> names, ReadOnlySpan<TokenAnalysis> analyses, int[] origins)
    {
        var unfolded = new Token[tokens.Length];
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
        return unfolded;
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
