using System.Net;
using System.Text.Json;

namespace Demarche.Intake.Pages;

/// <summary>Somebody named as a report's author or publisher.</summary>
/// <param name="IsPerson">Whether the linked data calls the name a person's.</param>
internal readonly record struct NamedParty(string Name, bool IsPerson);

/// <summary>What the JSON-LD of a page says: schema.org's NewsArticle and its kin.</summary>
internal sealed class LinkedData
{
    /// <summary>Reports lie at the top, in a graph, or are the main entity of a page.</summary>
    private const int MaxDepth = 4;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64,
    };

    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    internal string? Title { get; private set; }

    internal string? Language { get; private set; }

    internal string? BodyText { get; private set; }

    internal bool IsPaywalled { get; private set; }

    /// <summary>Whether the page is a list of others and no report is described.</summary>
    internal bool IsIndex { get; private set; }

    internal List<NamedParty> Authors { get; } = [];

    internal List<string> Publishers { get; } = [];

    internal List<string> Published { get; } = [];

    internal List<string> Modified { get; } = [];

    internal static LinkedData Read(IReadOnlyList<string> scripts)
    {
        var found = new LinkedData();
        var documents = scripts.Select(Parse).OfType<JsonDocument>().ToList();
        var nodes = new List<JsonElement>();
        foreach (var document in documents)
        {
            Collect(document.RootElement, nodes, depth: 0);
        }

        foreach (var node in nodes)
        {
            if (Text(node, "@id") is { } id)
            {
                found._byId.TryAdd(id, node);
            }
        }

        var reports = nodes.FindAll(node => HasType(node, IsReportType));
        reports.ForEach(found.ReadReport);
        nodes.FindAll(node => HasType(node, type => type == "WebPage")).ForEach(found.ReadDates); // what the report itself leaves out
        found.IsIndex = reports.Count == 0 && nodes.Exists(node => HasType(node, type => type is "CollectionPage" or "SearchResultsPage"));
        documents.ForEach(document => document.Dispose());
        return found;
    }

    // Broken linked data is common, and the page says the same elsewhere: it is passed over.
    private static JsonDocument? Parse(string script)
    {
        var text = script.Trim().TrimEnd(';');
        if (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("//<![CDATA[", StringComparison.Ordinal))
        {
            text = text[Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))..];
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

    private static void Collect(JsonElement element, List<JsonElement> nodes, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, nodes, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            nodes.Add(element);
            foreach (var property in (ReadOnlySpan<string>)["@graph", "mainEntity"])
            {
                if (element.TryGetProperty(property, out var inner))
                {
                    Collect(inner, nodes, depth + 1);
                }
            }
        }
    }

    private static bool HasType(JsonElement element, Predicate<string> isType) => element.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => isType(type.GetString()!),
        JsonValueKind.Array => type.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && isType(item.GetString()!)),
        _ => false,
    };

    private static bool IsReportType(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report" or "Review";

    // The first report speaks for the page; those after it fill in what it leaves out.
    private void ReadReport(JsonElement report)
    {
        Title ??= Text(report, "headline") ?? Text(report, "name");
        Language ??= Text(report, "inLanguage");
        IsPaywalled |= report.TryGetProperty("isAccessibleForFree", out var free)
            && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase)));
        var body = Text(report, "articleBody");
        BodyText = body is not null && body.Length > (BodyText?.Length ?? 0) ? body : BodyText;
        ReadDates(report);
        if (Authors.Count == 0)
        {
            Authors.AddRange(Parties(report, "author"));
        }

        Publishers.AddRange(Parties(report, "publisher").Concat(Parties(report, "sourceOrganization")).Select(party => party.Name));
    }

    private void ReadDates(JsonElement node)
    {
        Published.AddRange([.. new[] { Text(node, "datePublished"), Text(node, "dateCreated") }.OfType<string>()]);
        Modified.AddRange([.. new[] { Text(node, "dateModified") }.OfType<string>()]);
    }

    private IEnumerable<NamedParty> Parties(JsonElement report, string property)
    {
        if (!report.TryGetProperty(property, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Party) : Party(value);
    }

    private IEnumerable<NamedParty> Party(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name", out _) && Text(value, "@id") is { } id && _byId.TryGetValue(id, out var node))
        {
            value = node;
        }

        var name = value.ValueKind switch
        {
            JsonValueKind.String => WebUtility.HtmlDecode(value.GetString()!).Trim(),
            JsonValueKind.Object => Text(value, "name"),
            _ => null,
        };
        return string.IsNullOrEmpty(name) ? [] : [new NamedParty(name, value.ValueKind == JsonValueKind.Object && HasType(value, type => type == "Person"))];
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
