using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Intake;
using Demarche.Intake.Dates;

namespace Demarche.Cli;

/// <summary>A clean report as one line of NDJSON; <c>demarche code</c> reads it again.</summary>
internal static class ReportLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(Report report, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id);
            json.WriteString("url", report.Url);
            json.WriteString("title", report.Title);
            WriteList(json, "authors", report.Authors);
            json.WriteString("published", report.Published);
            json.WriteString("published_basis", report.PublishedBasis.ToString().ToLowerInvariant());
            json.WriteString("published_from", DateSourceWords.Of(report.PublishedFrom));
            json.WriteString("modified", report.Modified);
            if (report.Fetched is not null) json.WriteString("fetched", report.Fetched);
            json.WriteString("outlet", report.Outlet);
            json.WriteString("agency", report.Agency);
            json.WriteString("language", report.Language);
            json.WriteString("text", report.Text);
            WriteList(json, "warnings", report.Warnings);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
