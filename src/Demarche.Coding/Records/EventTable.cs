using System.Buffers;
using System.Globalization;
using System.Text;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Prints the events of a report as a table for people: who did what to whom, when, where, on whose word.</summary>
/// <remarks>Shared between threads. The table is plain text; it is as wide as it must be, and at most as wide as it may be.</remarks>
/// <param name="width">Columns that a line may take; cells are broken over lines to fit. At least 60 are used.</param>
public sealed class EventTable(int width)
{
    /// <summary>The width for files and pipes.</summary>
    public const int PlainWidth = 160;

    private const string Gap = "  ";
    private const int LeastCell = 6;

    private static readonly string[] Heads = ["when", "actor", "event", "recipient", "where", "status", "said by", "words"];

    private readonly int _width = Math.Max(60, width);

    /// <summary>Appends the heading of the report, a row per event, the warnings, and an empty line.</summary>
    public void Write(CodedReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);

        var page = new StringBuilder();
        AppendWrapped(page, ReportHeading.Line(report), "");
        if (report.Events.Count > 0) AppendTable(page, report);
        else AppendWrapped(page, report.Unreadable ? "not read" : "no events", Gap);
        foreach (var warning in ReportHeading.Warnings(report)) AppendWrapped(page, warning, Gap);
        Encoding.UTF8.GetBytes(page.Append('\n').ToString(), output);
    }

    private void AppendTable(StringBuilder page, CodedReport report)
    {
        List<string[]> rows = [Heads, .. report.Events.Select(coded => Row(report, coded))];
        var used = Enumerable.Range(0, Heads.Length).Where(c => rows.Skip(1).Any(row => row[c].Length > 0)).ToArray();
        var widths = Widths(rows, used);
        AppendRow(page, Heads, used, widths);
        AppendRow(page, [.. Heads.Select((_, c) => Array.IndexOf(used, c) is >= 0 and var at ? new string('─', widths[at]) : "")], used, widths);
        foreach (var row in rows.Skip(1)) AppendRow(page, row, used, widths);
    }

    private static string[] Row(CodedReport report, CodedEvent coded)
    {
        var entities = new EntityIndex(report);
        return
        [
            When(coded.Date),
            entities.Labels(coded.Actor, ", "),
            coded.Mode.Count == 0 ? coded.Type : $"{coded.Type} {string.Join(' ', coded.Mode)}",
            entities.Labels(coded.Recipient, ", "),
            DisplayText.OneLine(coded.Place?.Name ?? ""),
            RecordWords.List(coded.Status, " "),
            DisplayText.OneLine(string.Join("; ", coded.Attribution.Select(told => $"{told.Name} {told.Cue}"))),
            DisplayText.OneLine(Excerpt(report.Report.Text, coded.Evidence)),
        ];
    }

    /// <summary>The evidence, or, where it is long, the words around the trigger, cut at blanks.</summary>
    private static string Excerpt(string text, Evidence evidence)
    {
        const int Around = 40, Short = 100;
        var (span, trigger) = (evidence.Span, evidence.Trigger);
        if (span.Length <= Short && span.Contains(trigger)) return text[span.Start..span.End];

        var start = Math.Max(Math.Min(span.Start, trigger.Start), trigger.Start - Around);
        var end = Math.Min(Math.Max(span.End, trigger.End), trigger.End + Around);
        if (start > span.Start) start = text.IndexOf(' ', start, trigger.Start - start) is >= 0 and var blank ? blank + 1 : trigger.Start;
        if (end < span.End) end = text.LastIndexOf(' ', end - 1, end - trigger.End) is >= 0 and var blank ? blank : trigger.End;
        return $"{(start > span.Start ? "…" : "")}{text[start..end]}{(end < span.End ? "…" : "")}";
    }

    private static string When(EventDate date) => (date.Start, date.End) switch
    {
        (null, null) => "",
        ({ } start, { } end) when start == end => Day(start),
        ({ } start, { } end) when date.Precision == DatePrecision.Month && (start.Year, start.Month) == (end.Year, end.Month) => Day(start)[..7],
        ({ } start, { } end) when date.Precision == DatePrecision.Year && start.Year == end.Year => Day(start)[..4],
        ({ } start, { } end) => $"{Day(start)} – {Day(end)}",
        ({ } start, null) => $"from {Day(start)}",
        (null, { } end) => $"until {Day(end)}",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Gives each column what its widest cell needs; if that is too much, takes a column at a time from the widest.</summary>
    private int[] Widths(List<string[]> rows, int[] used)
    {
        var widths = used.Select(c => rows.Max(row => DisplayText.Width(row[c]))).ToArray();
        for (var excess = (widths.Length * Gap.Length) + widths.Sum() - _width; excess > 0; excess--)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= LeastCell) break;
            widths[widest]--;
        }

        return widths;
    }

    private static void AppendRow(StringBuilder page, string[] row, int[] used, int[] widths)
    {
        var lines = used.Select((c, at) => DisplayText.Wrap(row[c], widths[at]).ConvertAll(range => row[c][range])).ToArray();
        for (var i = 0; i < lines.Max(cell => cell.Count); i++)
        {
            var line = new StringBuilder();
            for (var at = 0; at < used.Length; at++)
                line.Append(Gap).Append(DisplayText.Pad(i < lines[at].Count ? lines[at][i] : "", widths[at]));
            page.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }

    private void AppendWrapped(StringBuilder page, string text, string indent)
    {
        foreach (var range in DisplayText.Wrap(text, _width - indent.Length)) page.Append(indent).Append(text[range]).Append('\n');
    }
}
