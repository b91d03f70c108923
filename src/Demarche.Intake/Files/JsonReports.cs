using System.Text.Json;

namespace Demarche.Intake.Files;

/// <summary>Reads reports written as JSON objects with <c>id text title published url outlet html</c>.</summary>
internal static class JsonReports
{
    private const int NearLength = 40;

    internal static RawReport Read(ReadOnlySpan<byte> line, string where)
    {
        var warnings = new List<string>();
        var text = TextDecoder.Decode(line, where, warnings);
        if (text is null)
        {
            return InputReader.Failure(where, warnings[^1]);
        }

        text = text.Trim('\uFEFF', ' ', '\t', '\r');
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, where, warnings)
                : InputReader.Failure(where, IntakeWarnings.BrokenJson(where, $"it is {Named(document.RootElement.ValueKind)}", Near(text)));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException) // the latter: half a surrogate pair
        {
            return InputReader.Failure(where, IntakeWarnings.BrokenJson(where, Reason(problem), Near(text)));
        }
    }

    internal static IReadOnlyList<RawReport> ReadArray(ReadOnlyMemory<byte> bytes, string file)
    {
        var warnings = new List<string>();
        var text = TextDecoder.Decode(bytes.Span, file, warnings);
        if (text is null)
        {
            return [InputReader.Failure(file, warnings[^1])];
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select((element, index) => element.ValueKind == JsonValueKind.Object
                ? Read(element, $"{file}[{index}]", [.. warnings])
                : InputReader.Failure($"{file}[{index}]", IntakeWarnings.BrokenJson($"{file}[{index}]", $"it is {Named(element.ValueKind)}", Near(element.GetRawText()))))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException) // the latter: half a surrogate pair
        {
            return [InputReader.Failure(file, IntakeWarnings.BrokenJson(file, Reason(problem), Near(text)))];
        }
    }

    private static RawReport Read(JsonElement given, string where, List<string> warnings)
    {
        var text = Text(given, "text", where, warnings);
        var html = Text(given, "html", where, warnings);
        var content = string.IsNullOrWhiteSpace(html) || !string.IsNullOrWhiteSpace(text) ? text : html;
        var report = new RawReport
        {
            Id = Text(given, "id", where, warnings),
            Where = where,
            Format = ReferenceEquals(content, html) && html is not null ? RawFormat.Html : RawFormat.PlainText,
            Content = content ?? "",
            Title = Text(given, "title", where, warnings),
            Published = Text(given, "published", where, warnings),
            Url = Text(given, "url", where, warnings),
            Outlet = Text(given, "outlet", where, warnings),
        };
        if (content is null)
        {
            warnings.Add(IntakeWarnings.NoText(where));
        }
        else if (string.IsNullOrWhiteSpace(content))
        {
            warnings.Add(IntakeWarnings.Empty(where));
        }

        return report with { Warnings = warnings, Failed = string.IsNullOrWhiteSpace(content) };
    }

    private static string? Text(JsonElement given, string field, string where, List<string> warnings)
    {
        if (!given.TryGetProperty(field, out var value))
        {
            return null;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString() is { Length: > 0 } text ? text.Replace("\0", "", StringComparison.Ordinal) : field == "text" ? "" : null;
            case JsonValueKind.Number when field is "id" or "published":
                return value.GetRawText();
            case JsonValueKind.Null:
                return null;
            default:
                warnings.Add(IntakeWarnings.NotAString(where, field, Named(value.ValueKind)));
                return null;
        }
    }

    private static string Named(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    // The parser's own line counts from 0 inside our line, which would mislead; its byte position helps.
    private static string Reason(Exception problem)
    {
        var message = problem.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
        return problem is JsonException { BytePositionInLine: { } at } ? $"{reason}, at byte {at}" : reason;
    }

    private static string Near(string text) => text.Length <= NearLength ? text : text[..NearLength] + "…";
}
