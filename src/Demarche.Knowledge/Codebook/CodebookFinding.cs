namespace Demarche.Knowledge;

/// <summary>What is wrong or worth a look in a codebook that can be read.</summary>
public enum CodebookFindingKind
{
    /// <summary>Other rows win at all triggers of the row, wherever it could hold.</summary>
    NeverWins,

    /// <summary>A pattern contradicts itself, or names a slot or a form that its trigger never has.</summary>
    CannotMatch,

    /// <summary>A row of <c>compose.tsv</c> that nothing uses.</summary>
    UnusedOperator,

    /// <summary>Two rows ask for the same and give different codes.</summary>
    Conflict,

    /// <summary>Another row wins at some triggers of the row, or at all of them but for a ranker's choice.</summary>
    Shadowed,

    /// <summary>An operator that turns one type into another and back when it is nested in itself.</summary>
    Alternates,

    /// <summary>A limit kept the check from being whole.</summary>
    Unfinished,
}

/// <summary>One thing that a check of a codebook found.</summary>
/// <param name="Where">File and line, with the column where a single cell is meant.</param>
/// <param name="Text">What was found and what to do.</param>
public sealed record CodebookFinding(CodebookFindingKind Kind, string Where, string Text)
{
    /// <summary>Whether something in the book can never take effect, or was not looked for; else it is a remark.</summary>
    public bool IsFault => Kind is CodebookFindingKind.NeverWins or CodebookFindingKind.CannotMatch or CodebookFindingKind.UnusedOperator or CodebookFindingKind.Unfinished;
}
