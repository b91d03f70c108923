using System.Text.Json;

namespace Demarche.Intake.Files;

/// <summary>Reads reports written as JSON objects with <c>id text title published url outlet html</c>, or as a map names them.</summary>
internal static class JsonReports
{
    private const int NearLength = 40;

    /// <summary>Reads one object a line.</summary>
    internal static IEnumerable<RawReport> ReadLines(PeekStream stream, string file, int lineLimit, FieldMap map)
    {
        var lines = new LineReader(stream.AsUtf8(), lineLimit);
        while (true)
        {
            var (more, error) = Try(lines.Next, file);
            if (error is not null)
            {
                yield return InputReader.Failure(file, error);
            }

            if (!more)
            {
                if (lines.Number == 0 && error is null)
                {
                    yield return InputReader.Failure(file, IntakeWarnings.Empty(file));
                }

                yield break;
            }

            var where = $"{file}({lines.Number})";
            if (lines.TooLong)
            {
                yield return InputReader.Failure(where, IntakeWarnings.LineTooLong(where, lines.Length, lineLimit));
            }
            else if (lines.Line.Span.ContainsAnyExcept(" \t\r\uFEFF"u8))
            {
                stream.Mark();
                yield return Read(lines.Line.Span, where, map);
            }
        }
    }

    /// <summary>Reads an object, a list of objects, or objects one after the other, however they are broken into lines.</summary>
    internal static IEnumerable<RawReport> ReadValues(PeekStream stream, string file, int reportLimit, FieldMap map)
    {
        var values = new JsonValueReader(stream.AsUtf8(), reportLimit);
        while (true)
        {
            var (more, error) = Try(values.Next, file);
            if (error is not null)
            {
                yield return InputReader.Failure(file, error);
            }

            if (!more)
            {
                if (error is null && (values.Count == 0 || values.InList))
                {
                    yield return InputReader.Failure(file, values.InList ? IntakeWarnings.ListNotClosed(file) : IntakeWarnings.Empty(file));
                }

                yield break;
            }

            var where = values.InList ? $"{file}[{values.Count - 1}]" : $"{file}({values.Line})";
            stream.Mark();
            yield return values.TooLong
                ? InputReader.Failure(where, IntakeWarnings.TooLarge(where, values.Length, reportLimit))
                : Read(values.Value.Span, where, map);
        }
    }

    private static (bool More, string? Error) Try(Func<bool> next, string file)
    {
        try
        {
            return (next(), null);
        }
        catch (Exception problem) when (InputFault.Describe(problem, file) is not null)
        {
            return (false, InputFault.Describe(problem, file));
        }
    }

    private static RawReport Read(ReadOnlySpan<byte> json, string where, FieldMap map)
    {
        var warnings = new List<string>();
        var text = TextDecoder.Decode(json, where, warnings);
        if (text is null)
        {
            return InputReader.Failure(where, warnings[^1]);
        }

        text = Surrogates.Mend(text.Trim('\uFEFF', ' ', '\t', '\r'), out var mended);
        if (mended > 0)
        {
            warnings.Add(IntakeWarnings.HalfCharacters(where, mended));
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, where, map, warnings)
                : InputReader.Failure(where, IntakeWarnings.BrokenJson(where, $"it is {Named(document.RootElement.ValueKind)}", Near(text)));
        }
        catch (JsonException problem)
        {
            return InputReader.Failure(where, IntakeWarnings.BrokenJson(where, Reason(problem), Near(text)));
        }
    }

    private static RawReport Read(JsonElement given, string where, FieldMap map, List<string> warnings)
    {
        var text = Text(given, "text", where, map, warnings);
        var html = Text(given, "html", where, map, warnings);
        var content = string.IsNullOrWhiteSpace(html) || !string.IsNullOrWhiteSpace(text) ? text : html;
        var report = new RawReport
        {
            Id = Text(given, "id", where, map, warnings),
            Where = where,
            Format = ReferenceEquals(content, html) && html is not null ? RawFormat.Html : RawFormat.PlainText,
            Content = content ?? "",
            Title = Text(given, "title", where, map, warnings),
            Published = Text(given, "published", where, map, warnings),
            Url = Text(given, "url", where, map, warnings),
            Outlet = Text(given, "outlet", where, map, warnings),
            Fetched = Text(given, "fetched", where, map, warnings),
        };
        if (content is null)
        {
            warnings.Add(IntakeWarnings.NoText(where, map.NameOf("text"), map.NameOf("html")));
        }
        else if (string.IsNullOrWhiteSpace(content))
        {
            warnings.Add(IntakeWarnings.Empty(where));
        }

        return report with { Warnings = warnings, Failed = string.IsNullOrWhiteSpace(content) };
    }

    private static string? Text(JsonElement given, string field, string where, FieldMap map, List<string> warnings)
    {
        var name = map.NameOf(field);
        if (!TryFind(given, name, out var value))
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
                warnings.Add(IntakeWarnings.NotAString(where, name, Named(value.ValueKind)));
                return null;
        }
    }

    // A member of that very name, or else one of an object inside: "article.body".
    private static bool TryFind(JsonElement given, string name, out JsonElement value)
    {
        if (given.TryGetProperty(name, out value))
        {
            return true;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && given.TryGetProperty(name[..dot], out var inner) && inner.ValueKind == JsonValueKind.Object
            && TryFind(inner, name[(dot + 1)..], out value);
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
    private static string Reason(JsonException problem)
    {
        var message = problem.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
        return problem.BytePositionInLine is { } at ? $"{reason}, at byte {at}" : reason;
    }

    private static string Near(string text) => text.Length <= NearLength ? text : text[..NearLength] + "…";
}
