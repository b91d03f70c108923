namespace Demarche.Knowledge.Importing;

/// <summary>A part of a pattern of PETRARCH: the verb, a mark for an actor, a preposition, a particle, or a phrase.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As the dictionary writes it; alternatives are parted by bars.</param>
internal sealed record PatternLeaf(PatternLeafKind Kind, string Text);

internal enum PatternLeafKind { Verb, Mark, Preposition, Particle, Phrase, Auxiliary }
