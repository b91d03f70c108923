namespace Demarche.Text;

/// <summary>A text read into sentences, words and parses.</summary>
public sealed record AnnotatedText(string Text, IReadOnlyList<Sentence> Sentences);
