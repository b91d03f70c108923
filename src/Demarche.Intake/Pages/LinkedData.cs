using System.Net;
using System.Text.Json;

namespace Demarche.Intake.Pages;

/// <summary>Reads the JSON-LD of a page: schema.org's NewsArticle and its kin.</summary>
internal static class LinkedData
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64,
    };

    internal static void Read(IReadOnlyList<string> scripts, PageFacts facts)
    {
        foreach (var script in scripts)
        {
            if (Parse(script) is { } document)
            {
                using (document)
                {
                    Visit(document.RootElement, facts, depth: 0);
                }
            }
        }
    }

    // Broken linked data is common, and the page says the same elsewhere: it is passed over.
    private static JsonDocument? Parse(string script)
    {
        var text = script.Trim().TrimEnd(';');
        if (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("//<![CDATA[", StringComparison.Ordinal))
        {
            text = text[text.IndexOf('\n', StringComparison.Ordinal)..];
        }

        try
        {
            return JsonDocument.Parse(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Visit(JsonElement element, PageFacts facts, int depth)
    {
        if (depth > 4)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Visit(item, facts, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsReport(element))
            {
                ReadReport(element, facts);
            }
            else if (element.TryGetProperty("@graph", out var graph))
            {
                Visit(graph, facts, depth + 1);
            }
            else if (element.TryGetProperty("mainEntity", out var main))
            {
                Visit(main, facts, depth + 1);
            }
        }
    }

    private static bool IsReport(JsonElement element) => element.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => IsReportType(type.GetString()!),
        JsonValueKind.Array => type.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && IsReportType(item.GetString()!)),
        _ => false,
    };

    private static bool IsReportType(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report" or "Review";

    private static void ReadReport(JsonElement report, PageFacts facts)
    {
        facts.Title ??= Text(report, "headline") ?? Text(report, "name");
        facts.Published ??= Text(report, "datePublished") ?? Text(report, "dateCreated");
        facts.Language ??= Text(report, "inLanguage");
        facts.Outlet ??= Named(report, "publisher").FirstOrDefault();
        facts.IsPaywalled |= report.TryGetProperty("isAccessibleForFree", out var free)
            && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase)));
        var body = Text(report, "articleBody");
        facts.BodyText = body is not null && body.Length > (facts.BodyText?.Length ?? 0) ? body : facts.BodyText;
        if (facts.Authors.Count == 0)
        {
            facts.Authors.AddRange(Named(report, "author"));
        }
    }

    private static IEnumerable<string> Named(JsonElement report, string property)
    {
        if (!report.TryGetProperty(property, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => Text(report, property) is { } name ? [name] : [],
            JsonValueKind.Object => Text(value, "name") is { } name ? [name] : [],
            JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => item.ValueKind switch
            {
                JsonValueKind.String when item.GetString() is { Length: > 0 } name => [name],
                JsonValueKind.Object when Text(item, "name") is { } name => [name],
                _ => Array.Empty<string>(),
            })],
            _ => [],
        };
    }

    private static string? Text(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = WebUtility.HtmlDecode(value.GetString()!).Trim();
        return text.Length == 0 ? null : text;
    }
}
