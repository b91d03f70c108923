using System.Buffers;
using System.Globalization;
using System.Text;
using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Tells, for each event of a report, which words it rests on, which rule fired, and how each name and date was resolved.</summary>
/// <remarks>Shared between threads. Plain text, for people who check the coding or amend the codebook.</remarks>
/// <param name="width">Columns that a line of evidence may take. At least 60 are used.</param>
/// <param name="codebook">Has the reasons of the entries behind events; null to show none.</param>
public sealed class Explainer(int width, Codebook? codebook = null)
{
    private const string Indent = "    ";

    private readonly int _width = Math.Max(60, width) - Indent.Length;

    /// <summary>Appends the heading of the report, a paragraph per event, the entities, the warnings, and an empty line.</summary>
    public void Write(CodedReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);

        var page = new StringBuilder(ReportHeading.Line(report)).Append('\n');
        if (report.Events.Count == 0) page.Append(report.Unreadable ? "  not read\n" : "  no events\n");
        foreach (var coded in report.Events) AppendEvent(page.Append('\n'), report, coded);
        AppendEntities(page, report);
        var warnings = ReportHeading.Warnings(report).ToList();
        if (warnings.Count > 0) page.Append('\n');
        foreach (var warning in warnings) page.Append("  ").Append(warning).Append('\n');
        Encoding.UTF8.GetBytes(page.Append('\n').ToString(), output);
    }

    private void AppendEvent(StringBuilder page, CodedReport report, CodedEvent coded)
    {
        page.Append("  ").Append(coded.Id).Append("  ").Append(Codes(coded)).Append('\n');
        AppendEvidence(page, report.Report.Text, coded.Evidence);
        Field(page, "rule", $"{coded.Rule}, confidence {coded.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}");
        if (codebook?.Find(coded.Rule) is { Reason: { Length: > 0 } reason }) Field(page, "reason", reason);
        AppendRole(page, "actor", report, coded.Actor);
        AppendRole(page, "recipient", report, coded.Recipient);
        AppendRole(page, "third", report, coded.ThirdParty);
        Field(page, "date", When(coded.Date));
        if (coded.Place is { } place) Field(page, "place", Where(place));
        if (coded.Status != EventStatus.None) Field(page, "status", RecordWords.List(coded.Status, ", "));
        foreach (var told in coded.Attribution) Field(page, "said by", $"{told.Name}, '{told.Cue}' ({RecordWords.Stance[(int)told.Stance]})");
    }

    /// <summary>Type, modes, contexts and the codes of the crosswalk.</summary>
    private static string Codes(CodedEvent coded)
    {
        string?[] parts =
        [
            string.Join(' ', coded.Mode.Prepend(coded.Type)),
            coded.Context.Count == 0 ? null : $"in {string.Join(", ", coded.Context)}",
            coded.Cameo is null ? null : $"CAMEO {coded.Cameo}",
            coded.Quad?.Replace('_', ' '),
            coded.PloverScore is { } score ? $"PLOVER {Score(score)}" : null,
            coded.Goldstein is { } goldstein ? $"Goldstein {Score(goldstein)}" : null,
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static string Score(double score) => score.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private void AppendEvidence(StringBuilder page, string text, Evidence evidence)
    {
        List<Mark> marks = [new(evidence.Trigger, "trigger")];
        marks.AddRange(evidence.Actor.Select(span => new Mark(span, "actor")));
        marks.AddRange(evidence.Recipient.Select(span => new Mark(span, "recipient")));
        marks.Sort((a, b) => (a.Span.Start, a.Span.End).CompareTo((b.Span.Start, b.Span.End)));

        var sentence = DisplayText.OneLine(text[evidence.Span.Start..evidence.Span.End]);
        foreach (var line in DisplayText.Wrap(sentence, _width))
        {
            var words = sentence[line];
            page.Append(Indent).Append(words).Append('\n');
            var from = evidence.Span.Start + line.Start.Value;
            AppendMarks(page, words, marks.Select(mark => mark.Within(from, from + words.Length)).Where(mark => mark.Span.Length > 0));
        }

        foreach (var mark in marks.Where(mark => !mark.Span.Overlaps(evidence.Span)))
            Field(page, mark.Label, $"'{DisplayText.OneLine(text[mark.Span.Start..mark.Span.End])}', elsewhere in the text");
    }

    /// <summary>Puts carets under the marked words, and the labels under the carets, on as few lines as they need.</summary>
    private static void AppendMarks(StringBuilder page, string words, IEnumerable<Mark> marks)
    {
        var carets = "";
        var labels = new List<string>();
        foreach (var mark in marks)
        {
            var at = DisplayText.Width(words.AsSpan(0, mark.Span.Start));
            var end = at + DisplayText.Width(words.AsSpan(mark.Span.Start, mark.Span.Length));
            carets = DisplayText.Pad(carets, at);
            if (end > carets.Length) carets += new string('^', end - carets.Length);

            // A label goes on the first line that is free at its place, with a blank before it.
            var row = labels.FindIndex(label => label.Length < at || label.Length == 0);
            if (row < 0)
            {
                row = labels.Count;
                labels.Add("");
            }

            labels[row] = DisplayText.Pad(labels[row], at) + mark.Label;
        }

        if (carets.Length == 0) return;
        page.Append(Indent).Append(carets).Append('\n');
        foreach (var label in labels) page.Append(Indent).Append(label).Append('\n');
    }

    private static void AppendRole(StringBuilder page, string role, CodedReport report, IReadOnlyList<string> ids)
    {
        var entities = new EntityIndex(report);
        foreach (var id in ids) Field(page, role, entities.Find(id) is { } entity ? Describe(entity) : id);
    }

    private static void AppendEntities(StringBuilder page, CodedReport report)
    {
        var roles = report.Events.SelectMany(e => e.Actor.Concat(e.Recipient).Concat(e.ThirdParty)).ToHashSet(StringComparer.Ordinal);
        var others = report.Entities.Where(entity => !roles.Contains(entity.Id)).ToList();
        if (others.Count == 0) return;
        page.Append("\n  named, in no event\n");
        foreach (var entity in others) Field(page, RecordWords.EntityKind[(int)entity.Kind], Describe(entity));
    }

    private static string Describe(CodedEntity entity)
    {
        var codes = string.Join(' ', entity.Sectors.Prepend(entity.Country).Where(code => code is not null));
        return entity.Name
            + (codes.Length == 0 ? "" : $" ({codes})")
            + (entity.Office is null ? "" : $", {entity.Office}")
            + (entity.Resolution is null ? "" : $": {entity.Resolution}");
    }

    private static string When(EventDate date)
    {
        var days = (date.Start, date.End) switch
        {
            (null, null) => "unknown",
            ({ } start, { } end) when start == end => Day(start),
            var (start, end) => $"{(start is { } s ? Day(s) : "…")} – {(end is { } e ? Day(e) : "…")}",
        };
        return days
            + (date.Precision is DatePrecision.Unknown ? "" : $" ({RecordWords.Precision[(int)date.Precision]})")
            + (date.Expression is null ? "" : $", '{date.Expression}'")
            + (date.Basis is null ? "" : $": {date.Basis}");
    }

    private static string Where(CodedPlace place) =>
        string.Join(", ", new[] { place.Name, place.Country, place.Kind }.Where(part => part is not null))
        + (place is { Latitude: { } latitude, Longitude: { } longitude }
            ? string.Create(CultureInfo.InvariantCulture, $" ({latitude:0.00}, {longitude:0.00})")
            : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Field(StringBuilder page, string name, string value) =>
        page.Append(Indent).Append(DisplayText.Pad(name, 9)).Append(' ').Append(DisplayText.OneLine(value)).Append('\n');

    /// <summary>Words that play a part.</summary>
    private readonly record struct Mark(TextSpan Span, string Label)
    {
        /// <summary>What of the words falls into a stretch, counted from its start; empty when nothing does.</summary>
        internal Mark Within(int start, int end)
        {
            var from = Math.Clamp(Span.Start, start, end);
            return this with { Span = new(from - start, Math.Clamp(Span.End, from, end) - start) };
        }
    }
}
