namespace Demarche.Text.Parsing;

/// <summary>A stretch of a text's tokens that is parsed in one piece: a sentence, or a part of a very long one.</summary>
internal readonly record struct Window(int Start, int Length);
