using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>The coded record of one report. docs/record.md describes each field; spans count UTF-16 code units here and code points in files.</summary>
public sealed record CodedReport
{
    public required Report Report { get; init; }
    public IReadOnlyList<CodedEntity> Entities { get; init; } = [];
    public IReadOnlyList<CodedEvent> Events { get; init; } = [];
    public IReadOnlyList<Statement> Statements { get; init; } = [];
    public IReadOnlyList<Claim> Claims { get; init; } = [];
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];
    public IReadOnlyList<CodedPlace> Places { get; init; } = [];
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>True when the input could not be read at all: the record holds warnings only, and the run's exit status says so.</summary>
    public bool Unreadable { get; init; }

    /// <summary>The record without the events that are less sure than a confidence from 0 to 1, and without the claims of those; the ids of the others stay.</summary>
    public CodedReport Surer(double confidence)
    {
        if (!Events.Any(one => one.Confidence < confidence))
            return this;
        var kept = Events.Where(one => one.Confidence >= confidence).ToArray();
        return this with { Events = kept, Claims = [.. Claims.Where(claim => Array.Exists(kept, one => one.Id == claim.Event))] };
    }
}

public enum EntityKind { Person, Country, Organisation, Group, Place, Object, Document }

public enum MentionForm { Name, Description, Pronoun }

public sealed record CodedMention(TextSpan Span, string Text, MentionForm Form);

public sealed record CodedEntity
{
    /// <summary><c>e1</c>, <c>e2</c> … in the order of first mention.</summary>
    public required string Id { get; init; }
    public required EntityKind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-3 or a PLOVER organisation code; null where the text and the knowledge base give none.</summary>
    public string? Country { get; init; }
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>The office held on the report's date.</summary>
    public string? Office { get; init; }
    public string? KnowledgeId { get; init; }
    public IReadOnlyList<CodedMention> Mentions { get; init; } = [];

    /// <summary>How the entity was resolved, for <c>--explain</c>.</summary>
    public string? Resolution { get; init; }
}

public sealed record CodedPlace
{
    public required TextSpan Span { get; init; }
    public required string Text { get; init; }
    public required string Name { get; init; }
    public string? Country { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? Kind { get; init; }
    public int? GeonamesId { get; init; }
}

/// <summary>When an event happened, as far as the text tells.</summary>
/// <param name="Start">First day; null where open.</param>
/// <param name="End">Last day, included; null where open.</param>
/// <param name="Expression">The words that tell; null where the report's own date stands in.</param>
/// <param name="Basis">How the date was found, for <c>--explain</c>.</param>
public sealed record EventDate(DateOnly? Start, DateOnly? End, DatePrecision Precision, string? Expression, string? Basis);

/// <summary>PLOVER's auxiliary modes.</summary>
[Flags]
public enum EventStatus { None = 0, Historical = 1, Future = 2, Hypothetical = 4, Negated = 8 }

public enum Stance { Asserts, Denies, Doubts, Confirms }

public sealed record EventAttribution(string? Entity, string Name, string Cue, Stance Stance);

/// <summary>The words that support an event.</summary>
public sealed record Evidence
{
    /// <summary>The sentence or clause.</summary>
    public required TextSpan Span { get; init; }
    public required int Sentence { get; init; }
    public required TextSpan Trigger { get; init; }
    public IReadOnlyList<TextSpan> Actor { get; init; } = [];
    public IReadOnlyList<TextSpan> Recipient { get; init; } = [];
}

public sealed record CodedEvent
{
    /// <summary><c>v1</c>, <c>v2</c> … in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER event type, as the codebook spells it.</summary>
    public required string Type { get; init; }
    public IReadOnlyList<string> Mode { get; init; } = [];
    public IReadOnlyList<string> Context { get; init; } = [];
    public string? Cameo { get; init; }

    /// <summary>Quad class (<c>verbal_cooperation</c> …); null for what CAMEO counts as a mere statement or appeal.</summary>
    public string? Quad { get; init; }
    public double? PloverScore { get; init; }
    public double? Goldstein { get; init; }
    public IReadOnlyList<string> Actor { get; init; } = [];
    public IReadOnlyList<string> Recipient { get; init; } = [];
    public IReadOnlyList<string> ThirdParty { get; init; } = [];
    public required EventDate Date { get; init; }
    public CodedPlace? Place { get; init; }
    public EventStatus Status { get; init; }
    public IReadOnlyList<EventAttribution> Attribution { get; init; } = [];
    public required Evidence Evidence { get; init; }

    /// <summary>The codebook entry that fired.</summary>
    public required string Rule { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }
}

public enum StatementKind { Direct, Indirect, Mixed }

/// <summary>Words that somebody is reported to have said.</summary>
public sealed record Statement
{
    public string? Speaker { get; init; }
    public string? Addressee { get; init; }
    public required StatementKind Kind { get; init; }
    public required TextSpan Span { get; init; }
    public TextSpan? Cue { get; init; }
    public string? CueText { get; init; }
    public TextSpan? SpeakerSpan { get; init; }
}

/// <summary>Somebody's word on an event.</summary>
public sealed record Claim(string Event, string? Claimant, Stance Stance, TextSpan Span);
