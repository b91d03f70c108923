using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Writes coded reports as NDJSON: one object, one line, as docs/record.md describes it.</summary>
/// <remarks>
/// An instance may be shared between threads. The same record gives the same bytes everywhere. Text stays readable:
/// only what JSON demands is escaped, so the lines are for files and pipes, not for pasting into HTML.
/// </remarks>
/// <param name="versions">What made the records; it goes into every line.</param>
public sealed class RecordWriter(CoderVersions versions)
{
    /// <summary>The number of the record's schema; it grows when a field changes its meaning or goes.</summary>
    public const int Schema = 1;

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Appends the record and a line feed.</summary>
    /// <remarks>The warnings of the report come first, then those of the coding, none twice.</remarks>
    /// <exception cref="ArgumentException">A number is not finite, or a span reaches beyond the text.</exception>
    public void Write(CodedReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);

        using (var json = new Utf8JsonWriter(output, Options))
        {
            new Line(json, report, versions).Write();
        }

        output.Write("\n"u8);
    }

    private readonly struct Line(Utf8JsonWriter json, CodedReport record, CoderVersions versions)
    {
        private readonly CodePointMap _map = new(record.Report.Text);

        public void Write()
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            Write(record.Report);
            json.WriteStartArray("entities");
            foreach (var entity in record.Entities) Write(entity);
            json.WriteEndArray();
            json.WriteStartArray("events");
            foreach (var coded in record.Events) Write(coded);
            json.WriteEndArray();
            json.WriteStartArray("statements");
            foreach (var statement in record.Statements) Write(statement);
            json.WriteEndArray();
            json.WriteStartArray("claims");
            foreach (var claim in record.Claims) Write(claim);
            json.WriteEndArray();
            json.WriteStartArray("times");
            foreach (var time in record.Times) Write(time);
            json.WriteEndArray();
            json.WriteStartArray("places");
            foreach (var place in record.Places) WriteMention(place);
            json.WriteEndArray();
            json.WriteStartArray("quantities");
            foreach (var quantity in record.Quantities) Write(quantity);
            json.WriteEndArray();
            WriteList("warnings", AllWarnings(record));
            if (record.Unreadable) json.WriteBoolean("unreadable", true);
            json.WriteStartObject("versions");
            json.WriteString("coder", versions.Coder);
            json.WriteString("model", versions.Model);
            json.WriteString("knowledge", versions.Knowledge);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Write(Report report)
        {
            json.WriteStartObject("report");
            json.WriteString("id", report.Id);
            json.WriteString("url", report.Url);
            json.WriteString("title", report.Title);
            WriteList("authors", report.Authors);
            json.WriteString("outlet", report.Outlet);
            json.WriteString("agency", report.Agency);
            json.WriteString("published", report.Published);
            json.WriteString("published_basis", RecordWords.PublishedBasis[(int)report.PublishedBasis]);
            if (report.PublishedRange is { } range)
            {
                json.WriteStartObject("published_range");
                WriteDay("from", range.From);
                WriteDay("to", range.To);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("published_range");
            }

            if (report.Dateline is { } dateline)
            {
                json.WriteStartObject("dateline");
                json.WriteString("place", dateline.Place);
                json.WriteString("country", dateline.Country);
                WriteDay("date", dateline.Date);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("dateline");
            }

            json.WriteString("language", report.Language);
            json.WriteString("text", report.Text);
            json.WriteEndObject();
        }

        private void Write(CodedEntity entity)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("kind", RecordWords.EntityKind[(int)entity.Kind]);
            json.WriteString("name", entity.Name);
            json.WriteString("country", entity.Country);
            WriteList("sectors", entity.Sectors);
            json.WriteString("office", entity.Office);
            json.WriteString("knowledge_id", entity.KnowledgeId);
            json.WriteStartArray("mentions");
            foreach (var mention in entity.Mentions)
            {
                json.WriteStartObject();
                WriteEnds(mention.Span);
                json.WriteString("text", mention.Text);
                json.WriteString("form", RecordWords.MentionForm[(int)mention.Form]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("resolution", entity.Resolution);
            json.WriteEndObject();
        }

        private void Write(CodedEvent coded)
        {
            json.WriteStartObject();
            json.WriteString("id", coded.Id);
            json.WriteString("type", coded.Type);
            WriteList("mode", coded.Mode);
            WriteList("context", coded.Context);
            json.WriteString("cameo", coded.Cameo);
            json.WriteString("quad", coded.Quad);
            WriteNumber("plover_score", coded.PloverScore);
            WriteNumber("goldstein", coded.Goldstein);
            WriteList("actor", coded.Actor);
            WriteList("recipient", coded.Recipient);
            WriteList("third_party", coded.ThirdParty);
            Write(coded.Date);
            WriteEventPlace(coded.Place);
            json.WriteStartArray("status");
            foreach (var status in RecordWords.Of(coded.Status)) json.WriteStringValue(status);
            json.WriteEndArray();
            json.WriteStartArray("attribution");
            foreach (var told in coded.Attribution)
            {
                json.WriteStartObject();
                json.WriteString("entity", told.Entity);
                json.WriteString("name", told.Name);
                json.WriteString("cue", told.Cue);
                json.WriteString("stance", RecordWords.Stance[(int)told.Stance]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(coded.Evidence);
            json.WriteString("rule", coded.Rule);
            json.WriteNumber("confidence", coded.Confidence);
            json.WriteEndObject();
        }

        private void Write(EventDate date)
        {
            json.WriteStartObject("date");
            WriteDay("start", date.Start);
            WriteDay("end", date.End);
            json.WriteString("precision", RecordWords.Precision[(int)date.Precision]);
            json.WriteString("expression", date.Expression);
            json.WriteString("basis", date.Basis);
            json.WriteEndObject();
        }

        private void Write(Evidence evidence)
        {
            json.WriteStartObject("evidence");
            WriteEnds(evidence.Span);
            json.WriteNumber("sentence", evidence.Sentence);
            json.WriteStartObject("trigger");
            WriteEnds(evidence.Trigger);
            json.WriteString("text", Words(evidence.Trigger));
            json.WriteEndObject();
            WriteSpans("actor", evidence.Actor);
            WriteSpans("recipient", evidence.Recipient);
            json.WriteEndObject();
        }

        private void Write(Statement statement)
        {
            json.WriteStartObject();
            json.WriteString("speaker", statement.Speaker);
            json.WriteString("addressee", statement.Addressee);
            json.WriteString("kind", RecordWords.StatementKind[(int)statement.Kind]);
            WriteEnds(statement.Span);
            if (statement.Cue is { } cue)
            {
                json.WriteStartObject("cue");
                WriteEnds(cue);
                json.WriteString("text", statement.CueText);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("cue");
            }

            if (statement.SpeakerSpan is { } speaker)
            {
                json.WriteStartObject("speaker_span");
                WriteEnds(speaker);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("speaker_span");
            }

            json.WriteEndObject();
        }

        private void Write(Claim claim)
        {
            json.WriteStartObject();
            json.WriteString("event", claim.Event);
            json.WriteString("claimant", claim.Claimant);
            json.WriteString("stance", RecordWords.Stance[(int)claim.Stance]);
            WriteEnds(claim.Span);
            json.WriteEndObject();
        }

        private void Write(TimeExpression time)
        {
            json.WriteStartObject();
            WriteEnds(time.Span);
            json.WriteString("text", time.Text);
            json.WriteString("type", RecordWords.TimeType[(int)time.Type]);
            json.WriteString("value", time.Value);
            WriteDay("first_day", time.Start);
            WriteDay("last_day", time.End);
            json.WriteString("precision", RecordWords.Precision[(int)time.Precision]);
            json.WriteBoolean("relative", time.IsRelative);
            json.WriteEndObject();
        }

        private void Write(Quantity quantity)
        {
            json.WriteStartObject();
            WriteEnds(quantity.Span);
            json.WriteString("text", quantity.Text);
            json.WriteNumber("value", quantity.Value);
            if (quantity.Max is { } max) json.WriteNumber("max", max);
            else json.WriteNull("max");
            json.WriteString("comparator", quantity.Comparator);
            json.WriteString("unit", quantity.Unit);
            if (quantity.Si is { } si) json.WriteNumber("si", si);
            else json.WriteNull("si");
            json.WriteEndObject();
        }

        private void WriteEventPlace(CodedPlace? place)
        {
            if (place is null)
            {
                json.WriteNull("place");
                return;
            }

            json.WriteStartObject("place");
            WritePlaceFields(place);
            json.WriteString("text", place.Text);
            WriteEnds(place.Span);
            json.WriteEndObject();
        }

        private void WriteMention(CodedPlace place)
        {
            json.WriteStartObject();
            WriteEnds(place.Span);
            json.WriteString("text", place.Text);
            WritePlaceFields(place);
            json.WriteEndObject();
        }

        private void WritePlaceFields(CodedPlace place)
        {
            json.WriteString("name", place.Name);
            json.WriteString("country", place.Country);
            WriteNumber("lat", place.Latitude);
            WriteNumber("lon", place.Longitude);
            json.WriteString("kind", place.Kind);
            if (place.GeonamesId is { } id) json.WriteNumber("geonames_id", id);
            else json.WriteNull("geonames_id");
        }

        private void WriteEnds(TextSpan span)
        {
            if (span.End > record.Report.Text.Length)
                throw new ArgumentException($"A span ends at {span.End}, but the text of '{record.Report.Id}' at {record.Report.Text.Length}.");
            json.WriteNumber("start", _map.ToCodePoints(span.Start));
            json.WriteNumber("end", _map.ToCodePoints(span.End));
        }

        private void WriteSpans(string name, IReadOnlyList<TextSpan> spans)
        {
            json.WriteStartArray(name);
            foreach (var span in spans)
            {
                json.WriteStartObject();
                WriteEnds(span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void WriteList(string name, IReadOnlyList<string> words)
        {
            json.WriteStartArray(name);
            foreach (var word in words) json.WriteStringValue(word);
            json.WriteEndArray();
        }

        private void WriteNumber(string name, double? number)
        {
            if (number is { } value) json.WriteNumber(name, value);
            else json.WriteNull(name);
        }

        private void WriteDay(string name, DateOnly? day)
        {
            if (day is { } value) json.WriteString(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else json.WriteNull(name);
        }

        private ReadOnlySpan<char> Words(TextSpan span) => record.Report.Text.AsSpan(span.Start, span.Length);
    }

    /// <summary>What a record warns of: the warnings of its report, then those of its coding, none twice.</summary>
    internal static IReadOnlyList<string> AllWarnings(CodedReport record) =>
        record.Report.Warnings.Count == 0 ? record.Warnings : [.. record.Report.Warnings.Concat(record.Warnings).Distinct(StringComparer.Ordinal)];
}
