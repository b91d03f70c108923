using Demarche.Intake;
using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>What was found in one report, before it is numbered and written down.</summary>
internal sealed class RecordDraft(Report report, ReportEntities entities, Speakers speakers, IReadOnlyList<TimeExpression>[] times)
{
    private readonly List<EventCandidate> _events = [];

    internal Report Report { get; } = report;

    internal ReportEntities Entities { get; } = entities;

    internal Speakers Speakers { get; } = speakers;

    /// <summary>Time expressions of each sentence.</summary>
    internal IReadOnlyList<TimeExpression>[] Times { get; } = times;

    internal IReadOnlyList<EventCandidate> Events => _events;

    /// <summary>Entries that had their say without an event of their own: those that blocked a word, and operators that only coloured the event inside them.</summary>
    internal List<CodebookEntry> Silent { get; } = [];

    internal void Add(IEnumerable<EventCandidate> events) => _events.AddRange(events);
}
