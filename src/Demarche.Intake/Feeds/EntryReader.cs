using Demarche.Intake.Fetching;
using Demarche.Intake.Files;

namespace Demarche.Intake.Feeds;

/// <summary>Makes a report of a feed's entry: of its own text where it is whole, else of the page that it leads to.</summary>
internal sealed class EntryReader(Fetcher fetcher)
{
    /// <summary>A feed's content with fewer words than this is taken for a beginning, and the page is read instead.</summary>
    /// <value>100: what publishers leave open as an appetiser is one or two paragraphs of 20 to 60 words.</value>
    internal const int FullTextWords = 100;

    /// <summary>What makes the entry's report another one than all others, in whichever feed it stands.</summary>
    /// <returns>Its id where that is a URI; an id that is a mere number or name with the feed's URL before it; else its link. Null where it has neither.</returns>
    internal static string? IdOf(FeedEntry entry, string feedUrl) =>
        entry.Id is null ? entry.Url?.AbsoluteUri
        : IsUri(entry.Id) ? entry.Id
        : $"{feedUrl}#{entry.Id}";

    /// <summary>Whether its page has to be fetched.</summary>
    internal static bool LeadsElsewhere(FeedEntry entry) => entry.Url is not null && (entry.Content is null || CountWords(entry.Content.Text) < FullTextWords);

    /// <exception cref="FetchException">The page could not be read.</exception>
    internal async Task<RawReport> ReadPage(FeedEntry entry, string id, Feed feed, CancellationToken stop)
    {
        var url = entry.Url!.AbsoluteUri;
        var page = await fetcher.Fetch(url, known: null, stop).ConfigureAwait(false);
        var warnings = new List<string>(page.Warnings);
        var text = TextDecoder.Decode(page.Body.Span, url, warnings, page.Charset);
        return Report(entry, id, feed, url) with
        {
            Url = page.Address.AbsoluteUri,
            Format = Markup.LooksLike(text) ? RawFormat.Html : RawFormat.PlainText,
            Content = text ?? "",
            Warnings = warnings,
            Failed = text is null,
        };
    }

    /// <summary>The report of what the feed itself gives.</summary>
    /// <param name="feedUrl">Names the entry in messages, where it has no link.</param>
    /// <param name="failure">Why its page could not be read; null where that was not tried.</param>
    internal static RawReport ReadEntry(FeedEntry entry, string id, Feed feed, string feedUrl, string? failure)
    {
        var text = entry.Content ?? entry.Summary;
        return Report(entry, id, feed, entry.Url?.AbsoluteUri ?? feedUrl) with
        {
            Format = text?.Format ?? RawFormat.PlainText,
            Content = text is null ? "" : text.Format == RawFormat.Html ? $"<!DOCTYPE html><html><body><article>{text.Text}</article></body></html>" : text.Text,
            Warnings = failure is null ? [] : text is null ? [failure] : [FetchWarnings.OnlySummary(failure)],
            Failed = text is null,
        };
    }

    private static RawReport Report(FeedEntry entry, string id, Feed feed, string where) => new()
    {
        Id = id,
        Where = where,
        Url = entry.Url?.AbsoluteUri,
        Title = entry.Title,
        Published = entry.Published,
        Authors = entry.Authors,
        Outlet = entry.Outlet ?? feed.Title,
        Format = RawFormat.PlainText,
        Content = "",
    };

    private static bool IsUri(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && id.AsSpan(0, colon).IndexOfAnyExcept(SchemeLetters) < 0 && id.Length > colon + 1;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-.");

    private static int CountWords(string text) => FeedXml.Plain(text)?.Count(c => c == ' ') + 1 ?? 0;
}
