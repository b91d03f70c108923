namespace Demarche.Text.Training;

/// <summary>What a parser is trained from, and how.</summary>
public sealed record TrainingOptions
{
    /// <summary>The folders of CoNLL-U files to learn from; documents whose file also lies in one of <see cref="DevFolders"/> are left out.</summary>
    public required IReadOnlyList<string> TrainFolders { get; init; }

    /// <summary>The folders of CoNLL-U files on which the best epoch is chosen.</summary>
    public required IReadOnlyList<string> DevFolders { get; init; }

    /// <summary>Pretrained vectors: the npm package of wink embeddings, its JSON, or GloVe's text.</summary>
    public required string VectorsFile { get; init; }

    /// <summary>Known names, whose words become evidence; the model holds them as hashes.</summary>
    public IEnumerable<(NameKind Kind, string Name)> Names { get; init; } = [];

    /// <summary>What the card calls the source of <see cref="Names"/>; null when there is none.</summary>
    public string? NamesFrom { get; init; }

    /// <summary>Where the model goes; its card goes beside it, with the ending <c>.md</c>.</summary>
    public required string OutputFile { get; init; }

    /// <summary>The day that the card names; null leaves it out.</summary>
    public DateOnly? Date { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <value>40: the dev scores hardly move over the last ten.</value>
    public int Epochs { get; init; } = 40;

    /// <summary>How many pretrained vectors are kept, the commonest words first.</summary>
    /// <value>150,000, which makes 17 MB of the model.</value>
    public int Vectors { get; init; } = 150_000;

    /// <summary>Tokens learnt from at once, at least.</summary>
    public int BatchTokens { get; init; } = 500;

    /// <summary>How far the first steps go; the rate falls to zero at the end.</summary>
    public float LearningRate { get; init; } = 0.002f;
}
