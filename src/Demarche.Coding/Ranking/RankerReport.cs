using System.Globalization;
using System.Text;
using Demarche.Text.Classifying;

namespace Demarche.Coding;

/// <summary>An event of a sentence that was held out, with what the ranker said of it.</summary>
/// <param name="Example">The number of its sentence.</param>
/// <param name="IsUnlisted">Whether no row of the codebook fits its verb.</param>
/// <param name="Doubt">The probability that it is wrong.</param>
/// <param name="Probability">The probability that it is right, before calibration.</param>
/// <param name="Verdict">One of <see cref="ExampleVerdict"/>.</param>
internal sealed record JudgedEvent(int Example, bool IsUnlisted, float Doubt, float Probability, int Verdict);

/// <summary>The card of a ranker: what it was made from, how well confidence tells what is right, and what leaving out doubtful events does.</summary>
internal sealed class RankerReport(IReadOnlyList<JudgedEvent> judged, (double Slope, double Shift) calibration)
{
    private const int Tenths = 10;

    /// <param name="made">Sentences, their events, and how often a word held out got its type.</param>
    internal string Write(int sentences, int events, string made, CoderVersions versions)
    {
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            # ranker.bin, ranker-types.bin: which words tell which event, and how sure an event is

            Two networks of one hidden layer over named features and word vectors (docs/codebook.md, "How sure: the ranker").

            | | |
            |---|---|
            | Training data | {sentences:N0} labelled sentences with {events:N0} events, written for this project (CC0): data/examples |
            | Word vectors | those of english.bin: GloVe 6B (Public Domain Dedication and License) |
            | Command | `demarche train ranker --examples data/examples -o models` |
            | Made with | coder {versions.Coder}, model {versions.Model}, knowledge {versions.Knowledge} |
            | Types of words held out | {made} right, words of no event among them |
            | Events of sentences held out | {judged.Count:N0}: {Share(ExampleVerdict.Wrong)} wrong, {Share(ExampleVerdict.Partly)} partly right, {Share(ExampleVerdict.Right)} right in code, parties and status |
            | Log loss of confidence | {LogLoss():F4} |

            The sentences are harder than news on purpose; on news the same confidence is right more often (docs/evaluation.md).

            | confidence | events | mean | right |
            |---|---:|---:|---:|

            """);
        foreach (var tenth in judged.Select(one => (Confidence: FeatureClassifier.Calibrate(one.Probability, calibration.Slope, calibration.Shift), IsRight: one.Verdict == ExampleVerdict.Right))
            .GroupBy(one => Math.Min(Tenths - 1, (int)(one.Confidence * Tenths))).OrderBy(tenth => tenth.Key))
            card.Append(CultureInfo.InvariantCulture, $"| {tenth.Key / 10.0:F1} to {(tenth.Key + 1) / 10.0:F1} | {tenth.Count():N0} | {tenth.Average(one => one.Confidence):F3} | {RankerTraining.Share([.. tenth.Select(one => one.IsRight)])} |\n");
        card.Append("\nEvents whose probability of being wrong is above a bound, by what they are: listed verbs and nouns, then verbs that no row fits.\n\n| above | wrong | partly | right | wrong, unlisted | partly, unlisted | right, unlisted |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var doubt in new[] { 0.0, 0.3, 0.5, 0.7, 0.8, 0.9 })
            card.Append(CultureInfo.InvariantCulture, $"| {doubt:F1} | {Counts(doubt, unlisted: false)} | {Counts(doubt, unlisted: true)} |\n");
        return card.ToString().ReplaceLineEndings("\n");
    }

    private double LogLoss() => -judged.Average(one => Math.Log(FeatureClassifier.Calibrate(one.Probability, calibration.Slope, calibration.Shift) is var p && one.Verdict == ExampleVerdict.Right ? p : 1 - p));

    private string Counts(double doubt, bool unlisted) => string.Join(" | ", Enumerable.Range(0, EventRanker.Verdicts.Length)
        .Select(verdict => judged.Count(one => one.IsUnlisted == unlisted && one.Doubt > doubt && one.Verdict == verdict)));

    private string Share(int verdict) => RankerTraining.Share([.. judged.Select(one => one.Verdict == verdict)]);
}
