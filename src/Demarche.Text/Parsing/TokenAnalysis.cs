namespace Demarche.Text.Parsing;

/// <summary>What the parser says of one token.</summary>
public record struct TokenAnalysis
{
    public UniversalTag Tag { get; set; }

    /// <summary>The Penn Treebank tag; the same object for the same tag.</summary>
    public string PennTag { get; set; }

    /// <summary>The index of the governing token, from 0; -1 for the root, of which a sentence has exactly one.</summary>
    public int Head { get; set; }

    public DependencyRelation Relation { get; set; }

    /// <summary>The name that this token begins or continues.</summary>
    public NameKind Name { get; set; }

    /// <summary>True for the first token of a name.</summary>
    public bool StartsName { get; set; }
}
