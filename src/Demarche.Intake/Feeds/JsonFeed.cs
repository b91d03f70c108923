using System.Text.Json;

namespace Demarche.Intake.Feeds;

/// <summary>JSON Feed 1.1, and 1.0 with its one author.</summary>
internal static class JsonFeed
{
    /// <summary>How every JSON Feed names its version.</summary>
    internal const string VersionStart = "https://jsonfeed.org/version/";

    internal static Feed Read(string text, string where, Uri address, int maxDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            if (Text(root, "version")?.StartsWith(VersionStart, StringComparison.Ordinal) != true || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                return Feed.Failure(FetchWarnings.NoFeed(where));
            }

            var authors = Authors(root);
            return new Feed
            {
                Title = FeedXml.Plain(Text(root, "title")),
                Entries = [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Entry(item, authors, address))],
            };
        }
        catch (JsonException problem)
        {
            return Feed.Failure(FetchWarnings.BrokenFeedJson(where, (problem.LineNumber ?? 0) + 1, (problem.BytePositionInLine ?? 0) + 1, Reason(problem)));
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException) // half a surrogate pair, escaped or not
        {
            return Feed.Failure(FetchWarnings.BrokenFeedJson(where, 1, 1, problem.Message));
        }
    }

    private static FeedEntry Entry(JsonElement item, IReadOnlyList<string> feedAuthors, Uri address) => new()
    {
        Id = Text(item, "id"),
        Url = FeedXml.Link(Text(item, "url"), address) ?? FeedXml.Link(Text(item, "external_url"), address),
        Title = FeedXml.Plain(Text(item, "title")),
        Published = FeedDate.Normalise(Text(item, "date_published") ?? Text(item, "date_modified")),
        Authors = Authors(item) is { Count: > 0 } own ? own : feedAuthors,
        Content = FeedText.Of(Text(item, "content_html"), RawFormat.Html) ?? FeedText.Of(Text(item, "content_text"), RawFormat.PlainText),
        Summary = FeedText.Of(Text(item, "summary"), RawFormat.PlainText),
    };

    private static List<string> Authors(JsonElement element)
    {
        var authors = element.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array ? several.EnumerateArray().ToList() : [];
        if (element.TryGetProperty("author", out var one))
        {
            authors.Add(one);
        }

        return [.. authors.Where(author => author.ValueKind == JsonValueKind.Object).Select(author => FeedXml.Plain(Text(author, "name"))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
            JsonValueKind.Number when name == "id" => value.GetRawText(),
            _ => null,
        }
        : null;

    // The parser's own place counts from 0; the message gives ours.
    private static string Reason(JsonException problem)
    {
        var place = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? problem.Message : problem.Message[..place];
    }
}
