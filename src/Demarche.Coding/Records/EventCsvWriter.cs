using System.Buffers;
using System.Globalization;
using System.Text;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Writes one row of CSV per event, with entities spelled out, for R, Python and spreadsheets.</summary>
/// <remarks>
/// RFC 4180: commas, quotes doubled within quotes, rows ended by CR LF; UTF-8 without a byte order mark. An empty cell is
/// a value that the text does not give. Lists are joined by semicolons, and the lists of one role run in parallel:
/// the second country belongs to the second name. Reports without events give no row. Shared between threads.
/// </remarks>
public static class EventCsvWriter
{
    private static readonly Column[] Columns =
    [
        new("report_id", (r, _) => r.Report.Id),
        new("published", (r, _) => r.Report.Published),
        new("outlet", (r, _) => r.Report.Outlet),
        new("agency", (r, _) => r.Report.Agency),
        new("title", (r, _) => r.Report.Title),
        new("url", (r, _) => r.Report.Url),
        new("event_id", (_, e) => e.Id),
        new("type", (_, e) => e.Type),
        new("mode", (_, e) => List(e.Mode)),
        new("context", (_, e) => List(e.Context)),
        new("cameo", (_, e) => e.Cameo),
        new("quad", (_, e) => e.Quad),
        new("plover_score", (_, e) => Number(e.PloverScore)),
        new("goldstein", (_, e) => Number(e.Goldstein)),
        new("actor_names", (r, e) => Names(r, e.Actor)),
        new("actor_countries", (r, e) => Countries(r, e.Actor)),
        new("actor_sectors", (r, e) => Sectors(r, e.Actor)),
        new("actor_cameo", (r, e) => Each(r, e.Actor, CameoActor.Code)),
        new("recipient_names", (r, e) => Names(r, e.Recipient)),
        new("recipient_countries", (r, e) => Countries(r, e.Recipient)),
        new("recipient_sectors", (r, e) => Sectors(r, e.Recipient)),
        new("recipient_cameo", (r, e) => Each(r, e.Recipient, CameoActor.Code)),
        new("third_party_names", (r, e) => Names(r, e.ThirdParty)),
        new("third_party_countries", (r, e) => Countries(r, e.ThirdParty)),
        new("date_start", (_, e) => Day(e.Date.Start)),
        new("date_end", (_, e) => Day(e.Date.End)),
        new("date_precision", (_, e) => RecordWords.Precision[(int)e.Date.Precision]),
        new("date_expression", (_, e) => e.Date.Expression),
        new("place_name", (_, e) => e.Place?.Name),
        new("place_country", (_, e) => e.Place?.Country),
        new("place_lat", (_, e) => Number(e.Place?.Latitude)),
        new("place_lon", (_, e) => Number(e.Place?.Longitude)),
        new("place_kind", (_, e) => e.Place?.Kind),
        new("status", (_, e) => RecordWords.List(e.Status, ";")),
        new("attribution_names", (_, e) => List(e.Attribution.Select(a => a.Name))),
        new("attribution_cues", (_, e) => List(e.Attribution.Select(a => a.Cue))),
        new("attribution_stances", (_, e) => List(e.Attribution.Select(a => RecordWords.Stance[(int)a.Stance]))),
        new("sentence", (_, e) => e.Evidence.Sentence.ToString(CultureInfo.InvariantCulture)),
        new("evidence", (r, e) => Words(r, e.Evidence.Span)),
        new("trigger", (r, e) => Words(r, e.Evidence.Trigger)),
        new("rule", (_, e) => e.Rule),
        new("confidence", (_, e) => Number(e.Confidence)),
    ];

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>The names of the columns, in their order.</summary>
    public static IReadOnlyList<string> Header { get; } = [.. Columns.Select(c => c.Name)];

    public static void WriteHeader(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        WriteRow(Header, output);
    }

    public static void Write(CodedReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var coded in report.Events) WriteRow(Columns.Select(c => c.Value(report, coded) ?? ""), output);
    }

    private static void WriteRow(IEnumerable<string> cells, IBufferWriter<byte> output)
    {
        var row = new StringBuilder();
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) row.Append(',');
            AppendCell(row, cell);
            first = false;
        }

        Encoding.UTF8.GetBytes(row.Append("\r\n").ToString(), output);
    }

    private static void AppendCell(StringBuilder row, string cell)
    {
        if (cell.AsSpan().ContainsAny(NeedQuotes)) row.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else row.Append(cell);
    }

    // A semicolon inside an item would make two of it.
    private static string List(IEnumerable<string> items) => string.Join(';', items.Select(item => item.Replace(';', ',')));

    private static string Names(CodedReport record, IReadOnlyList<string> ids) => Each(record, ids, entity => entity.Name);

    private static string Countries(CodedReport record, IReadOnlyList<string> ids) => Each(record, ids, entity => entity.Country);

    private static string Sectors(CodedReport record, IReadOnlyList<string> ids) => Each(record, ids, entity => string.Join('+', entity.Sectors));

    private static string Each(CodedReport record, IReadOnlyList<string> ids, Func<CodedEntity, string?> part)
    {
        var entities = new EntityIndex(record);
        return List(ids.Select(id => (entities.Find(id) is { } entity ? part(entity) : null) ?? ""));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    private static string Words(CodedReport record, TextSpan span) => record.Report.Text[span.Start..span.End];

    private readonly record struct Column(string Name, Func<CodedReport, CodedEvent, string?> Value);
}
