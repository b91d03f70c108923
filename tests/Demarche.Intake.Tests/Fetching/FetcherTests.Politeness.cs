using System.Globalization;
using Demarche.Intake.Fetching;
using Demarche.Testing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Intake.Tests.Fetching;

public sealed partial class FetcherTests
{
    [Fact]
    public async Task A_server_in_trouble_is_asked_again_after_longer_and_longer_pauses()
    {
        var asked = 0;
        await using var server = await LoopbackServer.Start(context => Answer(++asked < 4 ? 503 : 200)(context));
        using var fetcher = Fetcher(new() { Interval = TimeSpan.Zero });

        await fetcher.Fetch(server["/"], null, Stop);

        Assert.Equal(4, asked);
        Assert.Equal(3, _clock.Waits.Length);
        Assert.All(_clock.Waits, (wait, i) => Assert.InRange(wait.TotalSeconds, 0, 3 << i)); // 1, 2 and 4 seconds, more or less
        Assert.True(_clock.Waits.Sum(wait => wait.TotalSeconds) > 2);
    }

    [Fact]
    public async Task The_pauses_come_from_the_seed()
    {
        await using var server = await LoopbackServer.Start(Answer(500));
        var waits = new List<TimeSpan[]>();
        foreach (var seed in new[] { 1, 1, 2 })
        {
            var clock = new FakeClock();
            using var fetcher = new Fetcher(new FetchOptions { AllowPrivate = true, Interval = TimeSpan.Zero, MaxTime = Forever }, clock, seed);

            await AssertFails(fetcher, server["/"], $"{server["/"]}: the server answered 500 (an error of the server); try later.");
            waits.Add(clock.Waits);
        }

        Assert.Equal(waits[0], waits[1]);
        Assert.NotEqual(waits[0], waits[2]);
        Assert.Equal(12, server.Asked.Count); // once, and three times again, for each
    }

    [Theory]
    [InlineData("30")]
    [InlineData("Thu, 19 Oct 2023 12:00:30 GMT")]
    public async Task A_server_that_says_when_to_come_back_is_asked_then(string retryAfter)
    {
        var asked = 0;
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return Answer(++asked == 1 ? 429 : 200)(context);
        });
        using var fetcher = Fetcher(new() { Interval = TimeSpan.Zero });

        await fetcher.Fetch(server["/"], null, Stop);

        Assert.Equal(TimeSpan.FromSeconds(30), _clock.Waits.Single());
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_for_long_is()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return Answer(429)(context);
        });
        using var fetcher = Fetcher();

        var failure = await AssertFails(fetcher, server["/"], $"{server["/"]}: the server answered 429 and asks to wait 3600 seconds; try again then, or raise --limit wait=120 to have it waited for.");

        Assert.Equal((true, TimeSpan.FromHours(1)), (failure.IsTransient, failure.RetryAfter));
        Assert.Equal(["/"], server.Asked);
    }

    [Fact]
    public async Task A_connection_that_drops_in_the_middle_is_made_again()
    {
        var asked = 0;
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.ContentLength = 10;
            await context.Response.WriteAsync("whole");
            await context.Response.Body.FlushAsync();
            if (++asked < 3)
            {
                context.Abort();
                return;
            }

            await context.Response.WriteAsync(" page");
        });
        using var fetcher = Fetcher();

        Assert.Equal("whole page", Text(await fetcher.Fetch(server["/"], null, Stop)));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again_and_told()
    {
        string url;
        await using (var server = await LoopbackServer.Start(Answer(200)))
        {
            url = server["/"];
        }

        using var fetcher = Fetcher(new() { MaxRetries = 2 });

        await AssertFails(fetcher, url, $"{url}: no connection could be made (Connection refused); try later.");
    }

    [Fact]
    public async Task One_request_at_a_time_goes_to_a_host_with_pauses_between_them()
    {
        int now = 0, most = 0;
        await using var server = await LoopbackServer.Start(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await context.Response.WriteAsync(new string('x', 100_000));
            Interlocked.Decrement(ref now);
        });
        using var fetcher = Fetcher(new() { Interval = TimeSpan.FromSeconds(7) });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => fetcher.Fetch(server[$"/{i}"], null, Stop)));

        Assert.Equal(1, most);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(7), 8), _clock.Waits); // robots.txt, then eight pages
    }

    [Fact]
    public async Task A_site_that_asks_for_longer_pauses_gets_them()
    {
        await using var server = await LoopbackServer.Start(Robots("User-agent: *\nCrawl-delay: 20"), robots: true);
        using var fetcher = Fetcher();

        await fetcher.Fetch(server["/1"], null, Stop);
        await fetcher.Fetch(server["/2"], null, Stop);

        Assert.Equal([TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20)], _clock.Waits);
    }

    [Fact]
    public async Task What_robots_txt_disallows_is_not_asked_for_and_the_file_is_read_once_a_day()
    {
        await using var server = await LoopbackServer.Start(Robots("User-agent: demarche\nDisallow: /closed"), robots: true);
        using var fetcher = Fetcher();

        await fetcher.Fetch(server["/open/1"], null, Stop);
        await AssertFails(fetcher, server["/closed/1"], $"{server["/closed/1"]}: the site's robots.txt disallows it; ask the site, or save the page and give the file.");
        _clock.Advance(TimeSpan.FromHours(25));
        await fetcher.Fetch(server["/open/2"], null, Stop);

        Assert.Equal(["/robots.txt", "/open/1", "/robots.txt", "/open/2"], server.Asked);
    }

    [Fact]
    public async Task A_redirect_to_what_robots_txt_disallows_is_not_followed()
    {
        await using var server = await LoopbackServer.Start(context => context.Request.Path == "/robots.txt"
            ? context.Response.WriteAsync("User-agent: *\nDisallow: /closed") : Redirect(_ => "/closed")(context), robots: true);
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/r"], $"{server["/r"]} (redirected to {server["/closed"]}): the site's robots.txt disallows it; ask the site, or save the page and give the file.");
        Assert.Equal(["/robots.txt", "/r"], server.Asked);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_site_without_robots_txt_allows_all(int status)
    {
        await using var server = await LoopbackServer.Start(context => Answer(context.Request.Path == "/robots.txt" ? status : 200)(context), robots: true);
        using var fetcher = Fetcher();

        await fetcher.Fetch(server["/page"], null, Stop);

        Assert.Equal(["/robots.txt", "/page"], server.Asked);
    }

    [Fact]
    public async Task A_site_whose_robots_txt_cannot_be_read_allows_nothing_until_it_can()
    {
        var ill = true;
        await using var server = await LoopbackServer.Start(context => Answer(ill && context.Request.Path == "/robots.txt" ? 500 : 200)(context), robots: true);
        using var fetcher = Fetcher(new() { MaxRetries = 0 });
        var message = $"{server["/page"]}: the site answered 500 when asked for its robots.txt, which disallows all until it can be read; try later.";

        Assert.True((await AssertFails(fetcher, server["/page"], message)).IsTransient);
        ill = false;
        await AssertFails(fetcher, server["/page"], message); // not asked again at once
        _clock.Advance(TimeSpan.FromMinutes(11));
        await fetcher.Fetch(server["/page"], null, Stop);

        Assert.Equal(["/robots.txt", "/robots.txt", "/page"], server.Asked);
    }

    [Fact]
    public async Task A_robots_txt_that_redirects_on_and_on_counts_as_none()
    {
        await using var server = await LoopbackServer.Start(context => context.Request.Path == "/page" ? Answer(200)(context) : Redirect(path => path + "x")(context), robots: true);
        using var fetcher = Fetcher();

        await fetcher.Fetch(server["/page"], null, Stop);

        Assert.Equal(7, server.Asked.Count); // the file, five redirects, the page
    }

    [Fact]
    public async Task A_robots_txt_is_read_up_to_500_KiB()
    {
        var filler = string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"Disallow: /some/{i:D12}\n"))); // 29 bytes each
        var file = $"User-agent: *\nDisallow: /first\n{filler}Disallow: /last\n";
        await using var server = await LoopbackServer.Start(Robots(file), robots: true);
        using var fetcher = Fetcher(new() { MaxBytes = 1000 }); // of pages

        await fetcher.Fetch(server["/last"], null, Stop);
        await AssertFails(fetcher, server["/first"], $"{server["/first"]}: the site's robots.txt disallows it; ask the site, or save the page and give the file.");
    }

    private static RequestDelegate Robots(string file) => context => context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? file : "page");
}
