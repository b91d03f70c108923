namespace Demarche.Coding;

/// <summary>What made a record, so that two records of one text can be told apart, or known to be of one make.</summary>
/// <param name="Coder">The version of the program and of its codebook.</param>
/// <param name="Model">A hash of the trained weights.</param>
/// <param name="Knowledge">A hash of the compiled knowledge base.</param>
public sealed record CoderVersions(string Coder, string Model, string Knowledge);
