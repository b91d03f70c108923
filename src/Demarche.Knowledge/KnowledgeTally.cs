namespace Demarche.Knowledge;

/// <summary>How much a folder of tables holds.</summary>
/// <param name="Entries">Things that are known.</param>
/// <param name="Names">Names of these.</param>
/// <param name="NewRows">Rows that a user's tables add.</param>
/// <param name="ReplacedRows">Rows of a user's tables that take another's place.</param>
/// <param name="Holdings">What the things are and how many of each, in the order in which a reader would ask.</param>
public sealed record KnowledgeTally(int Entries, int Names, int NewRows, int ReplacedRows, IReadOnlyList<(string What, int Count)> Holdings);
