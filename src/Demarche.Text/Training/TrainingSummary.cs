namespace Demarche.Text.Training;

/// <summary>What came of training.</summary>
/// <param name="Epoch">The epoch that was kept, from 1.</param>
/// <param name="Scores">Its scores on the dev sentences.</param>
/// <param name="LeftOut">The documents that were left out of training because they lie in the dev folder too.</param>
/// <param name="Version">The model's version.</param>
public sealed record TrainingSummary(int Epoch, ParserScores Scores, IReadOnlyList<string> LeftOut, string Version);
