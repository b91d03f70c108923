namespace Demarche.Text.Training;

/// <summary>One sentence of the treebank with all that is to be learnt of it.</summary>
internal sealed record TrainingSentence
{
    internal required string Document { get; init; }

    internal required string[] Forms { get; init; }

    internal required UniversalTag[] Tags { get; init; }

    internal required string[] PennTags { get; init; }

    /// <summary>Index of each token's head, -1 for the root.</summary>
    internal required int[] Heads { get; init; }

    internal required DependencyRelation[] Relations { get; init; }

    /// <summary>Labels as <see cref="Parsing.NameLabels"/> gives them.</summary>
    internal required int[] Names { get; init; }

    internal int Length => Forms.Length;
}
