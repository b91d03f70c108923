using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>A sentence's words and the names in it.</summary>
internal sealed record NamedSentence(string Genre, string[] Words, IReadOnlySet<Name> Names);

/// <summary>A name: its first word, the one behind its last, and its kind.</summary>
internal readonly record struct Name(int Start, int End, NameKind Kind);
