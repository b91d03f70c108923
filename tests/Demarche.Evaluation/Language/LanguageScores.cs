using System.Globalization;
using System.Text;
using Demarche.Text;
using Demarche.Text.Conllu;

namespace Demarche.Evaluation;

/// <summary>Counts what agrees with the treebank when its tokens are given; relations count without their subtypes.</summary>
internal sealed class LanguageScores
{
    private int words, tags, lemmas, features, heads, labelled;

    private readonly SortedDictionary<string, Tally> relations = new(StringComparer.Ordinal);

    internal static void Print(IEnumerable<GoldDocument> documents, TextPipeline pipeline, bool labels, TextWriter output)
    {
        var (all, genres) = (new LanguageScores(), new SortedDictionary<string, LanguageScores>(StringComparer.Ordinal));
        foreach (var document in documents)
        {
            if (!genres.TryGetValue(document.Genre, out var genre)) genres[document.Genre] = genre = new LanguageScores();
            foreach (var sentence in document.Sentences)
            {
                var read = pipeline.ReadTokens(document.Text, sentence.Spans);
                var parsed = ConlluWriter.FromSentence(read).Rows.FindAll(row => row.Kind == ConlluRowKind.Word);
                all.Add(sentence.Words, parsed);
                genre.Add(sentence.Words, parsed);
            }
        }

        output.WriteLine("| genre | words | UPOS | lemma | features | UAS | LAS |\n|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, scores) in genres) output.WriteLine(scores.Row(name));
        output.WriteLine(all.Row("all"));
        if (labels) output.Write(all.Relations());
        output.WriteLine(all.Line());
    }

    private void Add(IReadOnlyList<ConlluRow> gold, List<ConlluRow> parsed)
    {
        for (var i = 0; i < gold.Count; i++)
        {
            var (g, p) = (gold[i], parsed[i]);
            words++;
            if (p.UniversalTag == g.UniversalTag) tags++;
            if (string.Equals(p.Lemma, g.Lemma, StringComparison.OrdinalIgnoreCase)) lemmas++;
            if (p.Features == g.Features) features++;
            var (found, known) = (Plain(p.Relation), Plain(g.Relation));
            Of(found).Found++;
            Of(known).Known++;
            if (p.Head != g.Head) continue;
            heads++;
            if (found != known) continue;
            labelled++;
            Of(known).Right++;
        }
    }

    private Tally Of(string relation) => relations.TryGetValue(relation, out var tally) ? tally : relations[relation] = new Tally();

    private static string Plain(string relation) => relation.Split(':')[0];

    private string Row(string name) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {words:n0} | {Share(tags):f2} | {Share(lemmas):f2} | {Share(features):f2} | {Share(heads):f2} | {Share(labelled):f2} |");

    private string Relations()
    {
        var text = new StringBuilder("\n| relation | gold | precision | recall | F1 |\n|---|---:|---:|---:|---:|\n");
        foreach (var (name, tally) in relations.OrderByDescending(relation => relation.Value.Known))
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {tally.Known:n0} | {tally.Cells()} |\n");
        return text.Append('\n').ToString();
    }

    private string Line() => string.Create(
        CultureInfo.InvariantCulture, $"language words={words} UPOS={Share(tags):f2} lemma={Share(lemmas):f2} features={Share(features):f2} UAS={Share(heads):f2} LAS={Share(labelled):f2}");

    private double Share(int right) => words == 0 ? 0 : 100.0 * right / words;
}
