using System.Globalization;

namespace Demarche.Evaluation;

/// <summary>Counts misses by cause and side, with examples.</summary>
internal sealed class MissTable(int show)
{
    private readonly Dictionary<MissCause, List<(Miss Miss, string Sentence)>> _byCause = [];
    private int _sentences;
    private int _missed;

    internal void Add(MarkedSentence sentence, IReadOnlyCollection<Miss> misses)
    {
        _sentences++;
        if (misses.Count > 0) _missed++;
        foreach (var miss in misses)
        {
            if (!_byCause.TryGetValue(miss.Cause, out var examples)) _byCause[miss.Cause] = examples = [];
            examples.Add((miss, sentence.Text));
        }
    }

    internal void Print(string set, TextWriter output)
    {
        foreach (var (cause, examples) in _byCause.OrderBy(pair => pair.Key)) PrintExamples(cause, examples, output);
        output.WriteLine("| cause | meaning | actor | recipient | either | code | all |\n|---|---|---:|---:|---:|---:|---:|");
        foreach (var cause in Enum.GetValues<MissCause>())
        {
            var (name, meaning) = MissCauses.Describe(cause);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {meaning} | {Count(cause, MarkedRole.Actor)} | {Count(cause, MarkedRole.Recipient)} | {Count(cause, MarkedRole.Reciprocal)} | {Count(cause, null)} | {Examples(cause).Count} |"));
        }

        var figures = Enum.GetValues<MissCause>().Select(cause => string.Create(CultureInfo.InvariantCulture, $"{cause.ToString().ToLowerInvariant()}={Examples(cause).Count}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"misses {set} n={_sentences} with_misses={_missed} {string.Join(' ', figures)}"));
    }

    private void PrintExamples(MissCause cause, List<(Miss Miss, string Sentence)> examples, TextWriter output)
    {
        if (show == 0) return;
        output.WriteLine($"## {MissCauses.Describe(cause).Name}\n");
        foreach (var (miss, sentence) in examples.Take(show))
            output.WriteLine($"- {miss.Role?.ToString().ToLowerInvariant() ?? "code"} [{miss.Wanted}] found [{miss.Found}] | {sentence}");
        output.WriteLine();
    }

    private List<(Miss Miss, string Sentence)> Examples(MissCause cause) => _byCause.GetValueOrDefault(cause) ?? [];

    private int Count(MissCause cause, MarkedRole? role) => Examples(cause).Count(example => example.Miss.Role == role);
}
