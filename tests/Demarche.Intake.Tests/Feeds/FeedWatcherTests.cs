using System.Text;
using Demarche.Intake.Feeds;
using Demarche.Intake.Fetching;
using Demarche.Testing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Intake.Tests.Feeds;

/// <summary>Watching feeds of a server on this machine. Waits are over at once, by a clock of the tests' own.</summary>
public sealed class FeedWatcherTests : IDisposable
{
    private static readonly string Words = string.Join(' ', Enumerable.Range(0, 120).Select(i => i % 10 == 9 ? "said." : "The minister"[..(i % 2 == 0 ? 3 : 12)]));

    private static readonly string MoreWords = Words.Replace("minister", "ministry", StringComparison.Ordinal);

    private readonly FakeClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Sink _sink = new();
    private readonly List<string> _told = [];
    private readonly FetchOptions _options = new() { AllowPrivate = true, MaxTime = TimeSpan.FromDays(7), MaxRetries = 0 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_entry_with_its_text_becomes_a_report_without_a_page()
    {
        await using var server = await LoopbackServer.Start(Serve(("/feed", Rss(Item("https://a.example/1", $"<title>Talks</title><pubDate>Thu, 19 Oct 2023 08:30:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator><content:encoded><![CDATA[<p>{Words}</p><p>{MoreWords}</p>]]></content:encoded>")))));

        Assert.Equal(0, await Once(server["/feed"]));

        var report = TestReader.Shared.Read(_sink.Reports.Single());
        Assert.Equal(("https://a.example/1", "https://a.example/1", "Talks", "2023-10-19T08:30:00+00:00", "Example"), (report.Id, report.Url, report.Title, report.Published, report.Outlet));
        Assert.Equal(["Jane Doe"], report.Authors);
        Assert.Equal($"{Words}\n\n{MoreWords}", report.Text);
        Assert.Equal(["/feed"], server.Asked);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task An_entry_without_its_text_is_followed_to_its_page()
    {
        await using var server = await LoopbackServer.Start(Serve(
            ("/feed", Rss("<item><guid isPermaLink=\"false\">7</guid><link>/page</link><title>Talks</title><description>In short.</description></item>")),
            ("/page", $"<!DOCTYPE html><html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>{Words}</p><p>{MoreWords}</p></article></body></html>")));

        Assert.Equal(0, await Once(server["/feed"]));

        var raw = _sink.Reports.Single();
        Assert.Equal(($"{server["/feed"]}#7", server["/page"], RawFormat.Html), (raw.Id, raw.Url, raw.Format));
        Assert.Equal($"{Words}\n\n{MoreWords}", TestReader.Shared.Read(raw).Text);
        Assert.Equal(["/feed", "/page"], server.Asked);
    }

    [Fact]
    public async Task A_page_that_is_declared_in_a_wrong_charset_is_read_by_its_bytes()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.ContentType = context.Request.Path == "/right" ? "text/html; charset=windows-1251" : "text/html; charset=iso-8859-1";
            var text = context.Request.Path == "/right" ? Encoding.Latin1.GetString([0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0]) : "Москва";
            return context.Request.Path == "/feed" ? context.Response.WriteAsync(Rss("<item><link>/wrong</link></item><item><link>/right</link></item>"))
                : context.Response.Body.WriteAsync(context.Request.Path == "/right" ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text)).AsTask();
        });

        await Once(server["/feed"]);

        Assert.Equal(["Москва", "Москва"], _sink.Reports.Select(report => report.Content));
    }

    [Fact]
    public async Task An_entry_is_handed_over_once_in_all_runs_and_feeds()
    {
        await using var server = await LoopbackServer.Start(Serve(
            ("/world", Rss(Full("https://a.example/1") + Full("https://a.example/1") + Full("https://a.example/2"))),
            ("/politics", Rss(Full("https://a.example/2") + Full("https://a.example/3")))));

        await Once(server["/world"], server["/politics"]);
        await Once(server["/world"], server["/politics"]);

        Assert.Equal(["https://a.example/1", "https://a.example/2", "https://a.example/3"], _sink.Reports.Select(report => report.Id).Order());
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        var statuses = new List<int>();
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"v1\"" ? 304 : 200;
            statuses.Add(context.Response.StatusCode);
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync(Rss(Full("https://a.example/1")));
        });

        await Once(server["/feed"]);
        await Once(server["/feed"]);

        Assert.Equal([200, 304], statuses);
        Assert.Single(_sink.Reports);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_sent_again_while_an_entry_is_to_be_read()
    {
        var ill = true;
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"v1\"" ? 304 : context.Request.Path == "/page" && ill ? 503 : 200;
            return context.Response.StatusCode != 200 ? Task.CompletedTask : context.Response.WriteAsync(context.Request.Path == "/feed" ? Rss(Full("https://a.example/1") + "<item><link>/page</link></item>") : "The page.");
        });

        Assert.Equal(1, await Once(server["/feed"]));
        Assert.Equal(["https://a.example/1"], _sink.Reports.Select(report => report.Id));
        ill = false;
        Assert.Equal(0, await Once(server["/feed"]));

        Assert.Equal(["https://a.example/1", server["/page"]], _sink.Reports.Select(report => report.Id));
        Assert.Equal([$"{server["/page"]}: the server answered 503 (it is overloaded or under repair); try later."], _told);
    }

    [Fact]
    public async Task A_page_that_stays_away_is_given_up_and_the_summary_taken()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/feed" ? 200 : 503;
            return context.Request.Path == "/feed" ? context.Response.WriteAsync(Rss("<item><link>/page</link><description>In short.</description></item>")) : Task.CompletedTask;
        });

        for (var i = 0; i < 5; i++)
        {
            await Once(server["/feed"]);
        }

        Assert.Equal(3, server.Asked.Count(path => path == "/page"));
        var report = _sink.Reports.Single();
        Assert.Equal([$"The text is the feed's own summary, because the page could not be read: {server["/page"]}: the server answered 503 (it is overloaded or under repair); try later."], report.Warnings);
        Assert.Contains("In short.", report.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_gives_a_report_that_could_not_be_read()
    {
        await using var server = await LoopbackServer.Start(Serve(("/feed", Rss("<item><link>/gone</link></item>"))));

        Assert.Equal(1, await Once(server["/feed"]));
        Assert.Equal(0, await Once(server["/feed"]));

        var report = _sink.Reports.Single();
        Assert.True(report.Failed);
        Assert.Equal([$"{server["/gone"]}: the server answered 404 (there is no such page)."], report.Warnings);
    }

    [Fact]
    public async Task A_broken_feed_is_named_with_line_and_column_and_the_others_are_read()
    {
        await using var server = await LoopbackServer.Start(Serve(("/broken", "<rss>\n<channel></rss>"), ("/feed", Rss(Full("https://a.example/1")))));

        Assert.Equal(1, await Once(server["/broken"], server["/feed"]));

        Assert.Equal([$"{server["/broken"]}(2,12): the XML is broken here, so nothing of it was read: The 'channel' start tag on line 2 position 2 does not match the end tag of 'rss'."], _told);
        Assert.Single(_sink.Reports);
    }

    [Fact]
    public async Task A_sitemap_index_is_followed_one_step()
    {
        const string Index = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>/news.xml</loc></sitemap><sitemap><loc>/index.xml</loc></sitemap></sitemapindex>";
        await using var server = await LoopbackServer.Start(Serve(
            ("/index.xml", Index),
            ("/news.xml", "<urlset xmlns:news=\"n\"><url><loc>/page</loc><news:news><news:title>Talks</news:title></news:news></url></urlset>"),
            ("/page", Words)));

        Assert.Equal(1, await Once(server["/index.xml"]));

        Assert.Equal([server["/page"]], _sink.Reports.Select(report => report.Url));
        Assert.Equal([$"{server["/index.xml"]}: a sitemap index inside a sitemap index is not read; watch it by itself."], _told);
    }

    [Fact]
    public async Task An_entry_that_gives_nothing_is_named()
    {
        await using var server = await LoopbackServer.Start(Serve(("/feed", Rss(Full("https://a.example/1") + "<item><title>Nothing</title></item>"))));

        await Once(server["/feed"]);

        Assert.Equal([$"{server["/feed"]}: entry 2 has neither text nor a link that can be followed; it was left out."], _told);
        Assert.Single(_sink.Reports);
    }

    [Fact]
    public async Task What_the_sink_does_not_accept_is_handed_over_again()
    {
        await using var server = await LoopbackServer.Start(Serve(("/feed", Rss(string.Concat(Enumerable.Range(0, 40).Select(i => Full($"https://a.example/{i}")))))));
        _sink.FailAt = 20;

        await Assert.ThrowsAsync<IOException>(() => Once(server["/feed"]));
        Assert.Equal(FeedWatcher.MaxBatch, _sink.Reports.Count); // the second batch was refused as a whole
        _sink.FailAt = null;
        await Once(server["/feed"]);

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"https://a.example/{i}"), _sink.Reports.Select(report => report.Id));
    }

    [Theory]
    [InlineData(null, null, 15)]
    [InlineData("max-age=3600", null, 60)]
    [InlineData("max-age=60", null, 15)]
    [InlineData("no-cache, max-age=3600", null, 15)]
    [InlineData("max-age=9999999", null, 1440)]
    [InlineData(null, "45", 45)]
    public async Task A_feed_is_read_as_often_as_asked_and_its_server_likes(string? cacheControl, string? ttl, int minutes)
    {
        using var stop = new CancellationTokenSource();
        var times = new List<DateTimeOffset>();
        await using var server = await LoopbackServer.Start(context =>
        {
            times.Add(_clock.GetUtcNow());
            context.Response.Headers.CacheControl = cacheControl;
            return context.Response.WriteAsync($"<rss><channel><ttl>{ttl}</ttl>{Full($"https://a.example/{times.Count}")}</channel></rss>");
        });
        _sink.Accepted = count =>
        {
            if (count == 3)
            {
                stop.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Watch([server["/feed"]], stop.Token));

        Assert.Equal(3, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalMinutes, minutes, minutes + 0.1));
    }

    [Fact]
    public async Task A_server_that_asked_to_be_left_alone_is_even_in_the_next_run()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });

        Assert.Equal(1, await Once(server["/feed"]));
        Assert.Equal(0, await Once(server["/feed"]));

        Assert.Equal(["/feed"], server.Asked);
        Assert.Equal($"{server["/feed"]}: it is not asked before 2023-10-19T14:00:01Z, as its server wishes.", _told[^1]);
    }

    private static string Rss(string items) => $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Example</title>{items}</channel></rss>";

    private static string Item(string guid, string rest) => $"<item><guid>{guid}</guid><link>{guid}</link>{rest}</item>";

    private static string Full(string guid) => $"<item xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><guid>{guid}</guid><link>{guid}</link><content:encoded>{Words}</content:encoded></item>";

    private static RequestDelegate Serve(params (string Path, string Body)[] pages) => context =>
    {
        var body = pages.FirstOrDefault(page => page.Path == context.Request.Path).Body;
        context.Response.StatusCode = body is null ? 404 : 200;
        return body is null ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    /// <summary>One run over the same checkpoint.</summary>
    private async Task<int> Once(params string[] feeds)
    {
        using var state = WatchState.Open(Path.Combine(_folder.Root, "watch.json"), _clock, out var warning);
        Assert.Null(warning);
        using var fetcher = new Fetcher(_options, _clock, 1);
        using var watcher = new FeedWatcher(fetcher, _sink, state, 64, _clock, _told.Add);
        return await watcher.Once(feeds, Stop);
    }

    private async Task Watch(IReadOnlyList<string> feeds, CancellationToken stop)
    {
        using var state = WatchState.Open(null, _clock, out _);
        using var fetcher = new Fetcher(_options, _clock, 1);
        using var watcher = new FeedWatcher(fetcher, _sink, state, 64, _clock, _told.Add);
        await watcher.Watch(feeds, TimeSpan.FromMinutes(15), stop);
    }

    private sealed class Sink : IReportSink
    {
        internal List<RawReport> Reports { get; } = [];

        /// <summary>The number of the report with which the disk is full.</summary>
        internal int? FailAt { get; set; }

        internal Action<int>? Accepted { get; set; }

        public ValueTask Accept(IReadOnlyList<RawReport> reports, CancellationToken stop)
        {
            Assert.InRange(reports.Count, 1, FeedWatcher.MaxBatch);
            if (Reports.Count + reports.Count > FailAt)
            {
                throw new IOException("The disk is full.");
            }

            Reports.AddRange(reports);
            Accepted?.Invoke(Reports.Count);
            return ValueTask.CompletedTask;
        }
    }
}
