using System.IO.Compression;
using System.Net;
using System.Text;
using Demarche.Intake.Fetching;
using Demarche.Testing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Intake.Tests.Fetching;

/// <summary>Fetching from a server on this machine that misbehaves on purpose. Waits are over at once, by a clock of the tests' own.</summary>
public sealed partial class FetcherTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(7); // a limit of time that only the test's clock reaches

    private readonly FakeClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_with_its_address_charset_and_version()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.ContentType = "text/html; charset=\"iso-8859-2\"";
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Thu, 19 Oct 2023 08:30:00 GMT";
            context.Response.Headers.CacheControl = "public, max-age=600";
            return context.Response.WriteAsync("<p>Page</p>");
        });
        using var fetcher = Fetcher();

        var page = await fetcher.Fetch(server["/page?x=1"], null, Stop);

        Assert.Equal("<p>Page</p>", Text(page));
        Assert.Equal((server["/page?x=1"], "iso-8859-2", TimeSpan.FromMinutes(10)), (page.Address.AbsoluteUri, page.Charset, page.FreshFor));
        Assert.Equal(new PageVersion("\"v1\"", "Thu, 19 Oct 2023 08:30:00 GMT"), page.Version);
        Assert.Empty(page.Warnings);
    }

    [Fact]
    public async Task Every_request_names_demarche_and_whom_to_ask_and_brings_no_cookie()
    {
        var headers = new List<string>();
        await using var server = await LoopbackServer.Start(context =>
        {
            headers.Add(string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")));
            context.Response.Headers.SetCookie = "track=1";
            return context.Response.WriteAsync("page");
        });
        using var fetcher = Fetcher(new() { Contact = "mailto:desk@example.org" });

        await fetcher.Fetch(server["/1"], null, Stop);
        await fetcher.Fetch(server["/2"], null, Stop);

        Assert.All(headers, text => Assert.Matches(@"User-Agent: demarche/\d+\.\d+\.\d+ \(\+mailto:desk@example\.org\)", text));
        Assert.All(headers, text => Assert.DoesNotMatch("(?i)cookie|traceparent|referer|authorization", text));
        Assert.Equal(2, headers.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("deflate without its header")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task What_is_sent_packed_is_unpacked(string encoding)
    {
        var text = string.Concat(Enumerable.Repeat("Words and words. ", 5000));
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding.Split(' ')[0];
            await context.Response.Body.WriteAsync(Pack(text, encoding));
        });
        using var fetcher = Fetcher();

        Assert.Equal(text, Text(await fetcher.Fetch(server["/"], null, Stop)));
    }

    [Fact]
    public async Task A_file_that_is_itself_packed_is_unpacked()
    {
        await using var server = await LoopbackServer.Start(async context => await context.Response.Body.WriteAsync(Pack("a sitemap", "gzip")));
        using var fetcher = Fetcher();

        Assert.Equal("a sitemap", Text(await fetcher.Fetch(server["/sitemap.xml.gz"], null, Stop)));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Packed_data_that_is_damaged_is_told(string encoding)
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            var packed = Pack(string.Concat(Enumerable.Range(0, 5000)), encoding);
            await context.Response.Body.WriteAsync(packed.AsMemory(0, packed.Length / 2));
        });
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/"], $"{server["/"]}: its {encoding} data is damaged or cut off; try later.");
    }

    [Fact]
    public async Task An_encoding_that_was_not_asked_for_is_named()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip, br";
            return context.Response.WriteAsync("?");
        });
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/"], $"{server["/"]}: it is sent in the encoding 'gzip, br', which was not asked for; gzip, deflate and br are read.");
    }

    [Theory]
    [InlineData("\"v1\"", "Thu, 19 Oct 2023 08:30:00 GMT")]
    [InlineData("v1-without-quotes", null)]
    [InlineData(null, "yesterday")]
    public async Task A_page_that_has_not_changed_is_not_sent_again(string? tag, string? date)
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            var known = context.Request.Headers.IfNoneMatch == tag && context.Request.Headers.IfModifiedSince == date;
            (context.Response.Headers.ETag, context.Response.Headers.LastModified) = (tag, date);
            context.Response.StatusCode = known ? 304 : 200;
            return known ? Task.CompletedTask : context.Response.WriteAsync("page");
        });
        using var fetcher = Fetcher();

        var first = await fetcher.Fetch(server["/"], new(null, null), Stop);
        var second = await fetcher.Fetch(server["/"], first.Version, Stop);

        Assert.Equal((false, "page", new PageVersion(tag, date)), (first.NotModified, Text(first), first.Version));
        Assert.Equal((true, "", new PageVersion(tag, date)), (second.NotModified, Text(second), second.Version));
    }

    [Fact]
    public async Task A_server_that_says_unchanged_without_being_asked_gave_nothing()
    {
        await using var server = await LoopbackServer.Start(Answer(304));
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/"], $"{server["/"]}: the server answered 304 (not changed, though that was not asked).");
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_told_and_not_asked_for_again()
    {
        await using var server = await LoopbackServer.Start(Answer(404));
        using var fetcher = Fetcher();

        var failure = await AssertFails(fetcher, server["/gone"], $"{server["/gone"]}: the server answered 404 (there is no such page).");

        Assert.False(failure.IsTransient);
        Assert.Equal(["/gone"], server.Asked);
    }

    private Fetcher Fetcher(FetchOptions? options = null) => new((options ?? new()) with { AllowPrivate = true, MaxTime = Forever }, _clock, seed: 1);

    /// <summary>One that takes 127.0.0.1 for a public address, and judges all others as ever.</summary>
    private Fetcher GuardedFetcher() => new(new FetchOptions { MaxTime = Forever }, _clock, 1, address => address.Equals(IPAddress.Loopback) ? null : AddressGuard.FindFault(address), (_, certificate, _, _) => certificate?.Subject == "CN=127.0.0.1");

    private static async Task<FetchException> AssertFails(Fetcher fetcher, string url, string message)
    {
        var failure = await Assert.ThrowsAsync<FetchException>(() => fetcher.Fetch(url, null, Stop));
        Assert.Equal(message, failure.Message);
        return failure;
    }

    private static string Text(FetchedPage page) => Encoding.UTF8.GetString(page.Body.Span);

    private static RequestDelegate Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static byte[] Pack(string text, string encoding)
    {
        var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate without its header" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BufferedStream(packed),
        })
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush();
            return encoding == "identity" ? packed.ToArray() : Closed(stream, packed);
        }
    }

    private static byte[] Closed(Stream stream, MemoryStream packed)
    {
        stream.Dispose();
        return packed.ToArray();
    }
}
