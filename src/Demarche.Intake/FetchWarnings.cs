using System.Globalization;
using System.Net;

namespace Demarche.Intake;

/// <summary>Every warning and error that fetching and feeds can give, word for word.</summary>
internal static class FetchWarnings
{
    /// <summary>The URL that was asked for and, after redirects, the one that it led to.</summary>
    internal static string Where(string url, Uri address) => url == address.OriginalString || url == address.AbsoluteUri ? url : $"{url} (redirected to {address.AbsoluteUri})";

    // Why a page is not fetched.
    internal static string NoUrl => "this is no URL that can be fetched; give one such as https://example.org/news.xml.";

    internal static string Scheme(string scheme) => $"only http and https are fetched, not {scheme}; save the page and give the file.";

    internal static string Credentials => "user names and passwords in URLs are not sent; leave them out.";

    internal static string UrlTooLong(int length, int limit) =>
        $"the URL has {Number(length)} characters, more than the {Number(limit)} that are sent; no option changes this.";

    internal static string Refused(string host, IPAddress address, string kind) =>
        $"the host '{host}' is at {address}, {kind}; such addresses are fetched from only with --allow-private.";

    internal static string Disallowed =>
        "the site's robots.txt disallows it; ask the site, or save the page and give the file.";

    internal static string RobotsUnreachable(int status) =>
        $"the site answered {status} when asked for its robots.txt, which disallows all until it can be read; try later.";

    // Limits.
    internal static string TooManyRedirects(int limit) =>
        $"it redirects more than {limit} times; if that is meant, raise --limit redirects={limit}.";

    internal static string TooSlow(TimeSpan limit) =>
        $"the answer was not complete after {Seconds(limit)} seconds; try later, or raise --limit time={Seconds(limit)}.";

    internal static string BodyTooLarge(int limit) =>
        $"it has more than the {Number(limit)} bytes that a page may have; if it is meant to, raise --limit size={Megabytes(limit)}.";

    internal static string Bomb(int limit) =>
        $"it unpacks to more than {limit} times what was sent, as pages made to fill memory do; if it is meant to, raise --limit ratio={limit}.";

    internal static string HeadersTooLarge(int limitKb) =>
        $"the headers of the answer have more than {limitKb} KB; if they are meant to, raise --limit headers={limitKb}.";

    internal static string TooDeepXml(string where, int line, int column, int limit) =>
        $"{where}({line},{column}): the elements nest more than {limit} deep; if they are meant to, raise --limit depth={limit}.";

    internal static string WaitTooLong(int status, TimeSpan wait, TimeSpan limit) =>
        $"the server answered {status} and asks to wait {Seconds(wait)} seconds; try again then, or raise --limit wait={Seconds(limit)} to have it waited for.";

    // Servers and connections that fail.
    internal static string ServerSaid(int status) => $"the server answered {status} ({Meaning(status)}).";

    internal static string ServerStillSays(int status) => $"the server answered {status} ({Meaning(status)}); try later.";

    internal static string NoSuchHost(string host) => $"no address is known for the host '{host}'; check the URL and the connection.";

    internal static string NotConnected(string reason) => $"no connection could be made ({Printable(reason)}); try later.";

    internal static string NotTrusted(string reason) => $"the server could not prove who it is ({Printable(reason)}); it was not read.";

    internal static string Dropped(string reason) => $"the connection broke before the page was whole ({Printable(reason)}); try later.";

    internal static string NotHttp(string reason) => $"the answer is not valid HTTP ({Printable(reason)}).";

    internal static string DamagedBody(string encoding) => $"its {encoding} data is damaged or cut off; try later.";

    internal static string UnknownEncoding(string encoding) =>
        $"it is sent in the encoding '{Printable(encoding)}', which was not asked for; gzip, deflate and br are read.";

    internal static string Downgraded(string url, Uri address) => $"{url}: it redirects from https to {address.AbsoluteUri}, so that anybody on the way could have changed the page.";

    internal static string IsFeed(string where) => $"{where}: this is a feed, not a report; 'demarche watch --once {where}' reads its entries.";

    // Feeds.
    internal static string NoFeed(string where) => $"{where}: this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.";

    internal static string BrokenXml(string where, int line, int column, string reason) =>
        $"{where}({line},{column}): the XML is broken here, so nothing of it was read: {Printable(reason)}";

    internal static string HasDtd(string where, int line, int column) =>
        $"{where}({line},{column}): the XML brings a document type of its own, which could name other files; it was not read.";

    internal static string BrokenFeedJson(string where, long line, long column, string reason) =>
        $"{where}({line},{column}): the JSON is broken here, so nothing of it was read: {Printable(reason)}";

    internal static string NoEntryLink(string where, int number) =>
        $"{where}: entry {number} has neither text nor a link that can be followed; it was left out.";

    internal static string TooManyEntries(string where, int found, int limit) =>
        $"{where}: the feed has {Number(found)} entries, of which the first {Number(limit)} were read; no option changes this.";

    internal static string NoNews(string where) =>
        $"{where}: the sitemap names no news (news:news); watch the site's news sitemap instead.";

    internal static string TooManySitemaps(string where, int found, int limit) =>
        $"{where}: the index names {Number(found)} sitemaps, of which the {Number(limit)} latest were read; watch single ones to read others.";

    internal static string NestedIndex(string where) => $"{where}: a sitemap index inside a sitemap index is not read; watch it by itself.";

    internal static string NotYet(string where, DateTimeOffset time) =>
        $"{where}: it is not asked before {time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}, as its server wishes.";

    internal static string OnlySummary(string reason) => $"The text is the feed's own summary, because the page could not be read: {reason}";

    // Lists of feeds.
    internal static string NotAFeedUrl(string where, string found) =>
        $"{where}: '{found}' is no http or https URL; give the address of a feed.";

    internal static string NoList(string file) => $"{file}: there is no such file; give a list of feeds, or a URL that starts with http:// or https://.";

    internal static string NoFeedsListed(string file) => $"{file}: it lists no feed; give OPML with xmlUrl attributes, or a URL a line.";

    // The checkpoint.
    internal static string DamagedState(string file, string reason, string kept) =>
        $"{file}: the checkpoint is damaged ({reason}) and was kept as '{kept}'; all that the feeds hold now is read again.";

    internal static string StateInUse(string file) => $"{file}: another run keeps this checkpoint; end it, or give a different --state file.";

    internal static string StateNotWritten(string file, string reason) => $"{file}: the checkpoint could not be written: {reason}";

    private static string Meaning(int status) => status switch
    {
        401 or 402 or 403 or 407 => "access is not allowed",
        404 or 410 => "there is no such page",
        408 or 504 => "something took too long",
        429 => "too many requests",
        503 => "it is overloaded or under repair",
        >= 500 => "an error of the server",
        304 => "not changed, though that was not asked",
        >= 300 and < 400 => "a redirect to nowhere",
        _ => "the request was refused",
    };

    // Words of strangers go to a terminal, which must not take them for commands.
    private static string Printable(string words) => string.Concat(words.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static string Megabytes(int bytes) => ((bytes + (1 << 20) - 1) >> 20).ToString(CultureInfo.InvariantCulture);
}
