using Demarche.Testing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Cli.Tests;

/// <summary>Commands over reports, given URLs in place of paths.</summary>
public sealed class FetchedPathTests
{
    private static readonly string[] Fast = ["--allow-private", "--limit", "interval=0"];

    [Fact]
    public async Task A_page_is_fetched_and_coded_under_its_address()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Sample.Page));

        var outcome = Command.Run(["code", server["/page"], .. Fast]);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        var report = outcome.Records.Single().GetProperty("report");
        Assert.Equal((server["/page"], server["/page"]), (report.GetProperty("id").GetString(), report.GetProperty("url").GetString()));
        Assert.True(outcome.Records.Single().GetProperty("events").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Files_and_URLs_stand_side_by_side_in_the_order_given()
    {
        using var folder = new Folder();
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync($"{Sample.Line("u1", Sample.Meeting)}\n{Sample.Line("u2", Sample.Meeting)}\n"));

        var outcome = Command.Run(["code", folder.Add("a.txt", Sample.Meeting), server["/reports.ndjson"], folder.Add("b.txt", Sample.Meeting), .. Fast]);

        Assert.Equal(ExitStatus.Done, outcome.Status);
        Assert.Equal(["a", "u1", "u2", "b"], outcome.Ids);
    }

    [Fact]
    public async Task A_packed_page_in_a_declared_charset_is_extracted()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.ContentType = "text/html; charset=windows-1252";
            return context.Response.Body.WriteAsync(System.Text.Encoding.Latin1.GetBytes(Sample.Page.Replace("Taro Kono", "Taró Kono", StringComparison.Ordinal))).AsTask();
        });

        var outcome = Command.Run(["extract", server["/page"], .. Fast]);

        Assert.Contains("Taró Kono", outcome.Records.Single().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_parsed()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Sample.Meeting));

        var outcome = Command.Run(["parse", server["/page"], .. Fast]);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Contains("\tLavrov\t", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_is_named_and_the_others_are_coded()
    {
        using var folder = new Folder();
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        var outcome = Command.Run(["code", server["/gone"], folder.Add("a.txt", Sample.Meeting), .. Fast]);

        Assert.Equal((ExitStatus.SomeUnread, $"demarche: {server["/gone"]}: the server answered 404 (there is no such page).\ndemarche: 1 of 2 reports could not be read.\n"), (outcome.Status, outcome.Error));
        Assert.Equal(2, outcome.Records.Length);
        Assert.True(outcome.Records[0].GetProperty("unreadable").GetBoolean());
    }

    [Theory]
    [InlineData("code")]
    [InlineData("extract")]
    [InlineData("parse")]
    public void An_address_inside_is_refused_by_default(string command)
    {
        var outcome = Command.Run(command, "http://127.0.0.1:1/page");

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        Assert.StartsWith("demarche: http://127.0.0.1:1/page: the host '127.0.0.1' is at 127.0.0.1, a loopback address; such addresses are fetched from only with --allow-private.\n", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}")]
    public async Task A_feed_is_no_report(string feed)
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(feed));

        var outcome = Command.Run(["code", server["/feed"], .. Fast]);

        Assert.StartsWith($"demarche: {server["/feed"]}: this is a feed, not a report; 'demarche watch --once {server["/feed"]}' reads its entries.\n", outcome.Error, StringComparison.Ordinal);
    }
}
