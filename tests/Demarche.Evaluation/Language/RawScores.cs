using System.Globalization;
using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Counts what agrees with the treebank when only its text is given, as the shared tasks of Universal Dependencies do.</summary>
/// <remarks>
/// A token is right when it stands where one of the treebank does; a sentence when it begins and ends so; a tag or an
/// attachment when it stands on a right token, and the head too is one.
/// </remarks>
internal sealed class RawScores
{
    private readonly Tally tokens = new(), sentences = new(), tags = new(), heads = new(), labelled = new();

    internal static void Print(IEnumerable<GoldDocument> documents, TextPipeline pipeline, TextWriter output)
    {
        var (all, genres) = (new RawScores(), new SortedDictionary<string, RawScores>(StringComparer.Ordinal));
        foreach (var document in documents)
        {
            if (!genres.TryGetValue(document.Genre, out var genre)) genres[document.Genre] = genre = new RawScores();
            using var read = pipeline.Read(document.Text);
            all.Add(document, read);
            genre.Add(document, read);
        }

        output.WriteLine("| genre | tokens | sentences | UPOS | UAS | LAS |\n|---|---:|---:|---:|---:|---:|");
        foreach (var (name, scores) in genres) output.WriteLine(scores.Row(name));
        output.WriteLine(all.Row("all"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"raw tokens={all.tokens.F1:f2} sentences={all.sentences.F1:f2} UPOS={all.tags.F1:f2} UAS={all.heads.F1:f2} LAS={all.labelled.F1:f2}"));
    }

    private void Add(GoldDocument gold, AnnotatedText read)
    {
        tokens.Add(Tokens(read, (sentence, i) => sentence.Tokens[i].Span), Tokens(gold, (sentence, i) => sentence.Spans[i]));
        sentences.Add(read.Sentences.Select(s => s.Span).ToHashSet(), gold.Sentences.Select(s => s.Span).ToHashSet());
        tags.Add(Tokens(read, (s, i) => (s.Tokens[i].Span, s.Tokens[i].Tag.ToString())), Tokens(gold, (s, i) => (s.Spans[i], s.Words[i].UniversalTag)));
        heads.Add(Tokens(read, (s, i) => (s.Tokens[i].Span, Head(s, i))), Tokens(gold, (s, i) => (s.Spans[i], Head(s, i))));
        labelled.Add(
            Tokens(read, (s, i) => (s.Tokens[i].Span, Head(s, i), Plain(s.Tokens[i].Relation.Name()))),
            Tokens(gold, (s, i) => (s.Spans[i], Head(s, i), Plain(s.Words[i].Relation))));
    }

    private static HashSet<T> Tokens<T>(AnnotatedText read, Func<Sentence, int, T> of) =>
        [.. read.Sentences.SelectMany(s => Enumerable.Range(0, s.Tokens.Length).Select(i => of(s, i)))];

    private static HashSet<T> Tokens<T>(GoldDocument gold, Func<GoldSentence, int, T> of) =>
        [.. gold.Sentences.SelectMany(s => Enumerable.Range(0, s.Words.Count).Select(i => of(s, i)))];

    private static TextSpan? Head(Sentence sentence, int i) => sentence.Tokens[i].Head is >= 0 and var head ? sentence.Tokens[head].Span : null;

    private static TextSpan? Head(GoldSentence sentence, int i) =>
        int.Parse(sentence.Words[i].Head, CultureInfo.InvariantCulture) is > 0 and var head ? sentence.Spans[head - 1] : null;

    private static string Plain(string relation) => relation.Split(':')[0];

    private string Row(string name) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {tokens.F1:f2} | {sentences.F1:f2} | {tags.F1:f2} | {heads.F1:f2} | {labelled.F1:f2} |");
}
