namespace Demarche.Knowledge;

/// <summary>What became of a dictionary.</summary>
/// <param name="Rows">How many rows each table got, in the order of the tables.</param>
/// <param name="KnownAlready">How many entries led to what is known anyway.</param>
/// <param name="Faults">What could not be turned over, in the order of the lines.</param>
public sealed record ImportResult(IReadOnlyList<(string Table, int Count)> Rows, int KnownAlready, IReadOnlyList<ImportFault> Faults);
