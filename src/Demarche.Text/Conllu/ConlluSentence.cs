namespace Demarche.Text.Conllu;

/// <summary>One sentence of a CoNLL-U file, with everything that stands in it.</summary>
public sealed class ConlluSentence
{
    /// <summary>The comment lines above the tokens, each with its <c>#</c>.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>Words, multiword ranges and empty nodes in the order of the file.</summary>
    public List<ConlluRow> Rows { get; } = [];
}

/// <summary>What a row stands for.</summary>
public enum ConlluRowKind
{
    /// <summary>A syntactic word: <c>3</c>.</summary>
    Word,

    /// <summary>Words written as one: <c>3-4</c>.</summary>
    Range,

    /// <summary>A word that is understood only: <c>3.1</c>.</summary>
    Empty,
}

/// <summary>One row; columns that hold nothing hold <c>_</c>.</summary>
public sealed class ConlluRow
{
    public required ConlluRowKind Kind { get; init; }

    /// <summary>As written: a number, <c>3-4</c> or <c>3.1</c>.</summary>
    public required string Id { get; init; }

    public required string Form { get; init; }

    public string Lemma { get; set; } = "_";

    public string UniversalTag { get; set; } = "_";

    public string PennTag { get; set; } = "_";

    public string Features { get; set; } = "_";

    /// <summary>The id of the governing word, <c>0</c> for the root.</summary>
    public string Head { get; set; } = "_";

    public string Relation { get; set; } = "_";

    /// <summary>The enhanced graph.</summary>
    public string Dependencies { get; set; } = "_";

    public string Misc { get; set; } = "_";

    /// <summary>Whether the next word follows without a space.</summary>
    public bool IsGlued => Misc.Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);

    public override string ToString() =>
        string.Join('\t', Id, Form, Lemma, UniversalTag, PennTag, Features, Head, Relation, Dependencies, Misc);
}
