using Demarche.Intake.Fetching;
using Demarche.Testing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Intake.Tests.Fetching;

public sealed partial class FetcherTests
{
    [Theory]
    [InlineData("http://127.0.0.1:1/", "127.0.0.1", "127.0.0.1, a loopback address")]
    [InlineData("http://[::1]:1/", "[::1]", "::1, a loopback address")]
    [InlineData("http://[::ffff:10.0.0.1]:1/", "[::ffff:10.0.0.1]", "::ffff:10.0.0.1, a private address")]
    [InlineData("http://0x7f000001:1/", "127.0.0.1", "127.0.0.1, a loopback address")]
    [InlineData("http://2130706433:1/", "127.0.0.1", "127.0.0.1, a loopback address")]
    [InlineData("http://0177.0.0.1:1/", "127.0.0.1", "127.0.0.1, a loopback address")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254", "169.254.169.254, a link-local address")]
    [InlineData("http://0.0.0.0:1/", "0.0.0.0", "0.0.0.0, an address of this machine")]
    public async Task A_host_at_an_address_inside_is_refused(string url, string host, string what)
    {
        using var fetcher = new Fetcher(new FetchOptions { MaxTime = Forever }, _clock, 1);

        var failure = await AssertFails(fetcher, url, $"{url}: the host '{host}' is at {what}; such addresses are fetched from only with --allow-private.");

        Assert.False(failure.IsTransient);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_name_is_judged_by_the_addresses_that_it_has()
    {
        using var fetcher = new Fetcher(new FetchOptions { MaxTime = Forever }, _clock, 1);

        var failure = await Assert.ThrowsAsync<FetchException>(() => fetcher.Fetch("http://localhost:1/", null, Stop));

        Assert.StartsWith("http://localhost:1/: the host 'localhost' is at ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(", a loopback address; such addresses are fetched from only with --allow-private.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.2:1/secret", "127.0.0.2", "a loopback address")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254", "a link-local address")]
    [InlineData("//192.168.0.1/", "192.168.0.1", "a private address")]
    public async Task A_redirect_to_an_address_inside_is_refused(string target, string host, string kind)
    {
        await using var server = await LoopbackServer.Start(Redirect(_ => target));
        using var fetcher = GuardedFetcher();

        var full = new Uri(new Uri(server["/"]), target).AbsoluteUri;

        await AssertFails(fetcher, server["/r"], $"{server["/r"]} (redirected to {full}): the host '{host}' is at {host}, {kind}; such addresses are fetched from only with --allow-private.");
    }

    [Theory]
    [InlineData("file:///etc/passwd", "file")]
    [InlineData("ftp://example.org/", "ftp")]
    [InlineData("javascript:alert(1)", "javascript")]
    [InlineData("data:text/html,x", "data")]
    public async Task A_redirect_to_what_is_not_the_web_is_refused(string target, string scheme)
    {
        await using var server = await LoopbackServer.Start(Redirect(_ => target));
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/r"], $"{server["/r"]} (redirected to {target}): only http and https are fetched, not {scheme}; save the page and give the file.");
    }

    [Theory]
    [InlineData("file:///etc/passwd", "only http and https are fetched, not file; save the page and give the file.")]
    [InlineData("not a url", "this is no URL that can be fetched; give one such as https://example.org/news.xml.")]
    public async Task What_is_not_the_web_is_refused(string url, string reason)
    {
        using var fetcher = Fetcher();

        await AssertFails(fetcher, url, $"{url}: {reason}");
    }

    [Fact]
    public async Task A_password_in_a_URL_is_neither_sent_nor_told()
    {
        using var fetcher = Fetcher();

        await AssertFails(fetcher, "https://jane:secret@example.org/feed", "https://…@example.org/feed: user names and passwords in URLs are not sent; leave them out.");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_followed_relative_to_where_it_stands(int status)
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            if (context.Request.Path == "/new/page")
            {
                return context.Response.WriteAsync("page");
            }

            context.Response.StatusCode = status;
            context.Response.Headers.Location = "../new/page#top";
            return Task.CompletedTask;
        });
        using var fetcher = Fetcher();

        var page = await fetcher.Fetch(server["/old/page"], null, Stop);

        Assert.Equal(("page", server["/new/page#top"]), (Text(page), page.Address.AbsoluteUri));
        Assert.Equal(["/old/page", "/new/page"], server.Asked);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end_at_their_limit()
    {
        await using var server = await LoopbackServer.Start(Redirect(path => path == "/a" ? "/b" : "/a"));
        using var fetcher = Fetcher(new() { MaxRedirects = 4 });

        await AssertFails(fetcher, server["/a"], $"{server["/a"]}: it redirects more than 4 times; if that is meant, raise --limit redirects=4.");

        Assert.Equal(["/a", "/b", "/a", "/b", "/a"], server.Asked);
    }

    [Fact]
    public async Task A_redirect_that_leads_nowhere_is_told()
    {
        await using var server = await LoopbackServer.Start(Answer(302));
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/"], $"{server["/"]}: the server answered 302 (a redirect to nowhere).");
    }

    [Fact]
    public async Task A_redirect_out_of_https_is_followed_and_noted()
    {
        await using var plain = await LoopbackServer.Start(context => context.Response.WriteAsync("page"));
        await using var safe = await LoopbackServer.Start(Redirect(_ => plain["/open"]), tls: true);
        using var fetcher = GuardedFetcher();

        var page = await fetcher.Fetch(safe["/"], null, Stop);

        Assert.Equal("page", Text(page));
        Assert.Equal([$"{safe["/"]}: it redirects from https to {plain["/open"]}, so that anybody on the way could have changed the page."], page.Warnings);
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_is_not_read()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync("page"), tls: true);
        using var fetcher = Fetcher();

        var failure = await Assert.ThrowsAsync<FetchException>(() => fetcher.Fetch(server["/"], null, Stop));

        Assert.StartsWith($"{server["/"]}: the server could not prove who it is (", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    private static RequestDelegate Redirect(Func<string, string> target) => context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = target(context.Request.Path);
        return Task.CompletedTask;
    };
}
