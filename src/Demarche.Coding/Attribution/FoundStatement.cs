using Demarche.Text;

namespace Demarche.Coding;

/// <summary>A statement while the report is read.</summary>
internal sealed class FoundStatement
{
    internal required int Sentence { get; init; }

    /// <summary>The words said.</summary>
    internal required TextSpan Span { get; set; }

    internal required StatementKind Kind { get; set; }

    internal EntityDraft? Speaker { get; set; }

    internal EntityDraft? Addressee { get; set; }

    internal TextSpan? Cue { get; init; }

    /// <summary>The token of the cue in its sentence; -1 for a quotation that goes on without one.</summary>
    internal int CueToken { get; init; } = -1;

    internal string? CueText { get; init; }

    internal TextSpan? SpeakerSpan { get; set; }

    internal Stance Stance { get; init; }
}
