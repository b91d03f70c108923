namespace Demarche.Text.Training;

/// <summary>A mention of GUM's Entity column, as tokens of one sentence.</summary>
internal readonly record struct EntityMention(int Start, int End, string Type);
