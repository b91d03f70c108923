using System.Globalization;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>How well a parser does on sentences whose analysis is known; all figures are per cent.</summary>
/// <param name="Tokens">How many tokens were compared.</param>
/// <param name="Tags">Universal tags that are right.</param>
/// <param name="PennTags">Penn tags that are right.</param>
/// <param name="Heads">Heads that are right (unlabelled attachment).</param>
/// <param name="Labelled">Heads that are right with their relations, without the relations' subtypes (labelled attachment).</param>
/// <param name="NamePrecision">Of the names found, those that are right in span and kind.</param>
/// <param name="NameRecall">Of the names there are, those that are found.</param>
public sealed record ParserScores(
    int Tokens, double Tags, double PennTags, double Heads, double Labelled, double NamePrecision, double NameRecall)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double NameF1 => NamePrecision + NameRecall == 0 ? 0 : 2 * NamePrecision * NameRecall / (NamePrecision + NameRecall);

    /// <returns>The figures on one line, as they are reported.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"UPOS {Tags:f2} XPOS {PennTags:f2} UAS {Heads:f2} LAS {Labelled:f2} names {NameF1:f2}");

    internal static ParserScores Measure(ParserModel model, IEnumerable<TrainingSentence> sentences)
    {
        var work = model.CreateWorkspace();
        var (tokens, tags, penn, heads, labelled, found, known, right) = (0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var sentence in sentences)
        {
            var result = new TokenAnalysis[sentence.Length];
            model.Parse(sentence.Forms, work, result);
            for (var i = 0; i < result.Length; i++)
            {
                tokens++;
                if (result[i].Tag == sentence.Tags[i]) tags++;
                if (result[i].PennTag == sentence.PennTags[i]) penn++;
                if (result[i].Head != sentence.Heads[i]) continue;
                heads++;
                if (Plain(result[i].Relation) == Plain(sentence.Relations[i])) labelled++;
            }

            var given = Names(sentence.Names).ToHashSet();
            var made = Names([.. result.Select(r => NameLabels.Of(r.Name, r.StartsName))]).ToHashSet();
            (found, known) = (found + made.Count, known + given.Count);
            made.IntersectWith(given);
            right += made.Count;
        }

        return new ParserScores(
            tokens, Share(tags, tokens), Share(penn, tokens), Share(heads, tokens), Share(labelled, tokens),
            Share(right, found), Share(right, known));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static string Plain(DependencyRelation relation) => relation.Name().Split(':')[0];

    /// <summary>The names that labels of <see cref="NameLabels"/> spell out.</summary>
    internal static IEnumerable<(int Start, int End, NameKind Kind)> Names(int[] labels)
    {
        for (var i = 0; i < labels.Length;)
        {
            var start = i++;
            if (labels[start] == 0) continue;
            var kind = NameLabels.Kind(labels[start]);
            while (i < labels.Length && labels[i] == NameLabels.Of(kind, starts: false)) i++;
            yield return (start, i, kind);
        }
    }
}
