using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Who speaks at a place in the report: the innermost statement that holds it.</summary>
internal sealed class Speakers(IReadOnlyList<FoundStatement> statements)
{
    private readonly ILookup<int, FoundStatement> _bySentence = statements.ToLookup(statement => statement.Sentence);

    internal IReadOnlyList<FoundStatement> Statements { get; } = statements;

    /// <summary>The statements that a sentence makes or goes on with.</summary>
    internal IEnumerable<FoundStatement> In(int sentence) => _bySentence[sentence];

    internal EntityDraft? At(int sentence, TextSpan span)
    {
        FoundStatement? innermost = null;
        foreach (var statement in In(sentence))
        {
            if (statement.Span.Contains(span) && statement.Speaker is not null && (innermost is null || statement.Span.Length < innermost.Span.Length))
                innermost = statement;
        }
        return innermost?.Speaker;
    }
}
