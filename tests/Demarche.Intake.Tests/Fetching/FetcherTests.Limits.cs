using Demarche.Intake.Fetching;
using Demarche.Testing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Intake.Tests.Fetching;

public sealed partial class FetcherTests
{
    [Fact]
    public async Task Headers_that_do_not_come_end_at_the_limit_of_time()
    {
        var asked = new TaskCompletionSource();
        await using var server = await LoopbackServer.Start(context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = Fetcher();

        var fetch = AssertFails(fetcher, server["/slow"], $"{server["/slow"]}: the answer was not complete after 604800 seconds; try later, or raise --limit time=604800.");
        await asked.Task;
        _clock.Advance(Forever);

        Assert.True((await fetch).IsTransient);
        Assert.Equal(["/slow"], server.Asked);
    }

    [Fact]
    public async Task A_body_that_does_not_end_in_time_ends_at_the_limit_of_time()
    {
        var begun = new TaskCompletionSource();
        await using var server = await LoopbackServer.Start(async context =>
        {
            await context.Response.WriteAsync("The beginning, and then ");
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = Fetcher();

        var fetch = AssertFails(fetcher, server["/drip"], $"{server["/drip"]}: the answer was not complete after 604800 seconds; try later, or raise --limit time=604800.");
        await begun.Task;
        _clock.Advance(Forever);

        await fetch;
    }

    [Fact]
    public async Task A_fetch_that_is_stopped_ends_as_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await LoopbackServer.Start(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = Fetcher();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.Fetch(server["/"], null, stop.Token));
    }

    [Fact]
    public async Task A_body_without_end_ends_at_the_limit_of_size()
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            var block = new byte[64 * 1024];
            Random.Shared.NextBytes(block);
            while (true)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        });
        using var fetcher = Fetcher(new() { MaxBytes = 1_000_000 });

        await AssertFails(fetcher, server["/endless"], $"{server["/endless"]}: it has more than the 1,000,000 bytes that a page may have; if it is meant to, raise --limit size=1.");
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_not_read()
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.ContentLength = 1_000_001;
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = Fetcher(new() { MaxBytes = 1_000_000 });

        await AssertFails(fetcher, server["/large"], $"{server["/large"]}: it has more than the 1,000,000 bytes that a page may have; if it is meant to, raise --limit size=1.");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_ends_at_the_limit_of_what_it_may_unpack_to(string encoding)
    {
        var bomb = Pack(new string(' ', 3_000_000), encoding);
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(bomb);
        });
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/bomb"], $"{server["/bomb"]}: it unpacks to more than 100 times what was sent, as pages made to fill memory do; if it is meant to, raise --limit ratio=100.");
    }

    [Fact]
    public async Task A_bomb_inside_a_packed_file_ends_there_too()
    {
        var bomb = Pack(new string(' ', 3_000_000), "gzip");
        await using var server = await LoopbackServer.Start(async context => await context.Response.Body.WriteAsync(bomb));
        using var fetcher = Fetcher();

        await AssertFails(fetcher, server["/bomb.gz"], $"{server["/bomb.gz"]}: it unpacks to more than 100 times what was sent, as pages made to fill memory do; if it is meant to, raise --limit ratio=100.");
    }

    [Fact]
    public async Task A_small_page_may_unpack_to_as_much_as_it_likes()
    {
        var text = new string(' ', 1_000_000);
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(Pack(text, "gzip"));
        });
        using var fetcher = Fetcher();

        Assert.Equal(text.Length, (await fetcher.Fetch(server["/"], null, Stop)).Body.Length);
    }

    [Fact]
    public async Task Headers_without_measure_end_at_their_limit()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            for (var i = 0; i < 100; i++)
            {
                context.Response.Headers[$"X-Filler-{i}"] = new string('x', 1000);
            }

            return Task.CompletedTask;
        });
        using var fetcher = Fetcher(new() { MaxHeaderKb = 16 });

        await AssertFails(fetcher, server["/headers"], $"{server["/headers"]}: the headers of the answer have more than 16 KB; if they are meant to, raise --limit headers=16.");
    }

    [Fact]
    public async Task A_URL_without_measure_is_not_sent()
    {
        using var fetcher = Fetcher();

        var url = "https://example.org/" + new string('a', 9000);

        var failure = await Assert.ThrowsAsync<FetchException>(() => fetcher.Fetch(url, null, Stop));
        Assert.Equal($"{url[..80]}…: the URL has 9,020 characters, more than the 8,192 that are sent; no option changes this.", failure.Message);
    }

    [Fact]
    public async Task A_length_that_is_too_short_cuts_the_page_and_spoils_no_other()
    {
        await using var server = await LoopbackServer.StartRaw(path => path == "/1"
            ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole page"u8.ToArray()
            : "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nother"u8.ToArray());
        using var fetcher = Fetcher();

        Assert.Equal("whole", Text(await fetcher.Fetch(server["/1"], null, Stop)));
        Assert.Equal("other", Text(await fetcher.Fetch(server["/2"], null, Stop)));
    }

    [Fact]
    public async Task A_length_that_is_too_long_makes_the_page_one_that_broke_off()
    {
        await using var server = await LoopbackServer.StartRaw(_ => "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nnot five hundred"u8.ToArray());
        using var fetcher = Fetcher();

        var failure = await Assert.ThrowsAsync<FetchException>(() => fetcher.Fetch(server["/"], null, Stop));

        Assert.StartsWith($"{server["/"]}: the connection broke before the page was whole (", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task What_is_no_HTTP_is_told()
    {
        await using var server = await LoopbackServer.StartRaw(_ => "SSH-2.0-\u001B[31mOpenSSH_9.6\r\n"u8.ToArray());
        using var fetcher = Fetcher();

        var failure = await Assert.ThrowsAsync<FetchException>(() => fetcher.Fetch(server["/"], null, Stop));

        Assert.StartsWith($"{server["/"]}: the answer is not valid HTTP (", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Message, char.IsControl); // a terminal would obey
    }
}
