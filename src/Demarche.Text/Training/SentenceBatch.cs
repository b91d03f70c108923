namespace Demarche.Text.Training;

/// <summary>Sentences that are learnt from together, laid out step by step.</summary>
/// <remarks>
/// Sentences are in the order of falling length. The rows of step t are the t-th tokens of the sentences that have one, so
/// that the rows of one step lie together and the same sentence is always at the same place in them.
/// </remarks>
internal sealed class SentenceBatch
{
    private readonly int[] starts;

    internal SentenceBatch(IEnumerable<TrainingSentence> sentences)
    {
        Sentences = [.. sentences.OrderByDescending(s => s.Length)];
        Steps = Sentences[0].Length;
        starts = new int[Steps + 1];
        for (var t = 0; t < Steps; t++) starts[t + 1] = starts[t] + Sentences.Count(s => s.Length > t);
        SentenceOf = new int[Rows];
        for (var t = 0; t < Steps; t++) for (var b = 0; b < Active(t); b++) SentenceOf[Row(b, t)] = b;
    }

    internal TrainingSentence[] Sentences { get; }

    internal int Steps { get; }

    internal int Rows => starts[Steps];

    /// <summary>For each row the number of its sentence.</summary>
    internal int[] SentenceOf { get; }

    internal int Row(int sentence, int token) => starts[token] + sentence;

    /// <summary>How many sentences have a token at this step; 0 outside the steps.</summary>
    internal int Active(int step) => step < 0 || step >= Steps ? 0 : starts[step + 1] - starts[step];
}
