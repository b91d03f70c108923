namespace Demarche.Text;

/// <summary>One syntactic word of a sentence.</summary>
/// <remarks>
/// Strings are interned by the pipeline: the same word is the same object in all sentences. A token made up by
/// tokenisation (the empty part of a contraction) does not occur: the spans of a sentence's tokens ascend, never overlap,
/// and what lies between two of them is white space only.
/// </remarks>
public readonly record struct Token
{
    /// <summary>Where the word stands in the text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The word as written.</summary>
    public required string Form { get; init; }

    /// <summary>The dictionary form: lower case for common words, as written for proper nouns.</summary>
    public required string Lemma { get; init; }

    public required UniversalTag Tag { get; init; }

    /// <summary>The Penn Treebank tag (<c>VBD</c>, <c>NNP</c> …): tense, number and person are read from it.</summary>
    public required string PennTag { get; init; }

    /// <summary>The index of the governing token in the sentence, from 0; -1 for the root.</summary>
    public required int Head { get; init; }

    public required DependencyRelation Relation { get; init; }

    /// <summary>The name that this token begins or continues, as the name tagger reads it without any knowledge.</summary>
    public NameKind Name { get; init; }

    /// <summary>True for the first token of a name.</summary>
    public bool StartsName { get; init; }

    /// <summary>Whether the word stands where nouns stand: a noun or a name, or an adjective that acts or is acted upon, which is a noun that the tagger missed ("the army chief denied").</summary>
    public bool ActsAsNoun => Tag is UniversalTag.NOUN or UniversalTag.PROPN
        || Tag == UniversalTag.ADJ && Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl or DependencyRelation.OblAgent or DependencyRelation.Nmod;
}

/// <summary>What a name is the name of, as read from the words alone.</summary>
public enum NameKind : byte { None, Person, Place, Organisation, Other }
