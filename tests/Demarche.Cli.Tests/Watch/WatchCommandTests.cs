using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Demarche.Testing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Cli.Tests;

/// <summary>Watching feeds of a server on this machine.</summary>
public sealed class WatchCommandTests
{
    private const string LongMeeting = Sample.Meeting + " The two ministers discussed a peace treaty. Japan condemned the missile launch by North Korea. "
        + "They will meet again in Tokyo next spring, the ministry said in a statement on Friday evening. The statement did not say whether the islands were discussed. "
        + "Reporters who waited outside the ministry until late in the evening were told that both sides had been frank and that the talks had been of use to both. "
        + "A spokesman added that experts of both countries would prepare the next meeting, and that no date had been set for it so far. He took no questions after that.";

    [Fact]
    public async Task New_entries_are_coded_and_appended_once()
    {
        using var folder = new Folder();
        var feed = Rss(Full(1));
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(feed));
        string[] args = ["watch", server["/feed"], "--once", "--allow-private", "--limit", "interval=0", "--state", folder["watch.json"], "-o", folder["out.ndjson"]];

        var first = Command.Run(args);
        feed = Rss(Full(2) + Full(1));
        var second = Command.Run(args);

        Assert.Equal((ExitStatus.Done, "", ""), (first.Status, first.Output, first.Error));
        Assert.Equal((ExitStatus.Done, "", ""), (second.Status, second.Output, second.Error));
        var records = Records(folder["out.ndjson"]);
        Assert.Equal(["https://a.example/1", "https://a.example/2"], records.Select(Outcome.Id));
        Assert.All(records, record => Assert.True(record.GetProperty("events").GetArrayLength() > 0, record.ToString()));
        Assert.Equal(["out.ndjson", "watch.json", "watch.json.lock"], folder.Names);
    }

    [Fact]
    public async Task Entries_are_coded_by_tables_of_ones_own()
    {
        using var folder = new Folder();
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Rss(
            $"<item><guid>https://a.example/1</guid><pubDate>Sun, 29 Nov 2026 10:00:00 +0000</pubDate><content:encoded>{UserTables.Report} {LongMeeting}</content:encoded></item>")));
        string[] args = ["watch", server["/feed"], "--once", "--allow-private", "--limit", "interval=0"];

        var shipped = Command.Run(args);
        var own = Command.Run([.. args, "--knowledge", UserTables.In(folder)]);

        Assert.DoesNotContain("person:eve-example", shipped.Output, StringComparison.Ordinal);
        Assert.Contains("person:eve-example", own.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_records_go_to_standard_output_and_without_a_checkpoint_they_come_each_time()
    {
        using var folder = new Folder();
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Rss(Full(1))));
        var list = folder.Add("feeds.txt", $"# feeds\n{server["/feed"]}\n");

        for (var i = 0; i < 2; i++)
        {
            var outcome = Command.Run("watch", list, "--once", "--extract-only", "--allow-private", "--limit", "interval=0");

            Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
            var report = outcome.Records.Single();
            Assert.Equal(("https://a.example/1", "Example", LongMeeting), (Text(report, "id"), Text(report, "outlet"), Text(report, "text")));
        }

        Assert.Equal(["feeds.txt"], folder.Names);
    }

    [Fact]
    public async Task A_feed_that_cannot_be_read_is_named_and_the_others_are_read()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(context.Request.Path == "/feed" ? Rss(Full(1)) : "nothing"));

        var outcome = Command.Run("watch", server["/other"], server["/feed"], "--once", "--extract-only", "--allow-private", "--limit", "interval=0");

        Assert.Equal((ExitStatus.SomeUnread, $"demarche: {server["/other"]}: this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.\n"), (outcome.Status, outcome.Error));
        Assert.Single(outcome.Records);
    }

    [Fact]
    public async Task A_feed_at_an_address_inside_is_refused_by_default()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Rss(Full(1))));

        var outcome = Command.Run("watch", server["/feed"], "--once", "--extract-only");

        Assert.Equal((ExitStatus.SomeUnread, $"demarche: {server["/feed"]}: the host '127.0.0.1' is at 127.0.0.1, a loopback address; such addresses are fetched from only with --allow-private.\n"), (outcome.Status, outcome.Error));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_limit_given_is_the_limit_that_is_kept()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(new string(' ', 2_000_000)));

        var outcome = Command.Run("watch", server["/feed"], "--once", "--extract-only", "--allow-private", "--limit", "size=1", "--limit", "interval=0");

        Assert.Equal($"demarche: {server["/feed"]}: it has more than the 1,048,576 bytes that a page may have; if it is meant to, raise --limit size=1.\n", outcome.Error);
    }

    [Fact]
    public async Task Every_request_names_whoever_watches()
    {
        string? agent = null;
        await using var server = await LoopbackServer.Start(context =>
        {
            agent = context.Request.Headers.UserAgent;
            return context.Response.WriteAsync(Rss(""));
        });

        Command.Run("watch", server["/feed"], "--once", "--extract-only", "--allow-private", "--limit", "interval=0", "--user-agent", "desk@example.org");

        Assert.Equal($"demarche/{DemarcheCommand.Version} (+desk@example.org)", agent);
    }

    [Theory]
    [InlineData("--every 5x", "--every takes a time such as 90s, 15m, 2h or 1d, of 1 second to 30 days.")]
    [InlineData("--every 0s", "--every takes a time such as 90s, 15m, 2h or 1d, of 1 second to 30 days.")]
    [InlineData("--limit width=5", "--limit takes NAME=NUMBER and not 'width=5'; the names are report, line, unpack, files, folders, nesting, tags, size, time, redirects, retries, wait, interval, ratio, headers, depth.")]
    [InlineData("--limit size", "--limit takes NAME=NUMBER and not 'size'; the names are report, line, unpack, files, folders, nesting, tags, size, time, redirects, retries, wait, interval, ratio, headers, depth.")]
    [InlineData("--limit size=0", "--limit size takes a number from 1 to 1024.")]
    [InlineData("--user-agent (desk)", "--user-agent takes a web or mail address without blanks and parentheses, and not '(desk)'.")]
    public void Options_that_make_no_sense_are_told(string options, string message)
    {
        var outcome = Command.Run(["watch", "https://a.example/feed", .. options.Split(' ')]);

        Assert.Equal((ExitStatus.Usage, $"demarche: {message}\ndemarche: 'demarche watch --help' tells how it is used.\n"), (outcome.Status, outcome.Error));
    }

    [Fact]
    public void A_list_that_is_not_there_is_told()
    {
        using var folder = new Folder();

        var outcome = Command.Run("watch", folder["feeds.opml"]);

        Assert.Equal((ExitStatus.Usage, $"demarche: {folder["feeds.opml"]}: there is no such file; give a list of feeds, or a URL that starts with http:// or https://.\n"), (outcome.Status, outcome.Error));
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_named_and_set_aside()
    {
        using var folder = new Folder();
        folder.Add("watch.json", "{\"version\":1,\"fee");
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Rss(Full(1))));

        var outcome = Command.Run(new Setting { Clock = new FakeClock() }, "watch", server["/feed"], "--once", "--extract-only", "--allow-private", "--limit", "time=3600", "--limit", "interval=0", "--state", folder["watch.json"]);

        Assert.Contains($"demarche: {folder["watch.json"]}: the checkpoint is damaged (it is no whole JSON) and was kept as '{folder["watch.json"]}.damaged-20231019T120000Z'; all that the feeds hold now is read again.\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("watch.json.damaged-20231019T120000Z", folder.Names);
    }

    [Fact]
    public async Task An_unfinished_record_is_removed_and_its_report_comes_again()
    {
        using var folder = new Folder();
        folder.Add("out.ndjson", "{\"id\":\"0\"}\n{\"id\":\"https://a.exam");
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Rss(Full(1))));

        var outcome = Command.Run("watch", server["/feed"], "--once", "--extract-only", "--allow-private", "--limit", "interval=0", "-o", folder["out.ndjson"]);

        Assert.Equal((ExitStatus.Done, $"demarche: '{folder["out.ndjson"]}' ended in 21 bytes of an unfinished record, which were removed; its report comes again.\n"), (outcome.Status, outcome.Error));
        Assert.Equal(["0", "https://a.example/1"], Records(folder["out.ndjson"]).Select(record => Text(record, "id")));
    }

    [Fact]
    public void A_file_that_holds_something_else_is_left_as_it_is()
    {
        using var folder = new Folder();
        var path = folder.Add("notes.txt", "Dear diary");

        var outcome = Command.Run("watch", "https://a.example/feed", "--once", "--extract-only", "-o", path);

        Assert.Equal((ExitStatus.OutputFailed, $"demarche: '{path}' ends in a line that is no record; name the file of another watch, or a new one.\n"), (outcome.Status, outcome.Error));
        Assert.Equal("Dear diary", File.ReadAllText(path));
    }

    [Fact]
    public async Task A_full_disk_ends_the_watch_and_nothing_counts_as_done()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");
        using var folder = new Folder();
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Rss(Full(1))));
        string[] args = ["watch", server["/feed"], "--once", "--extract-only", "--allow-private", "--limit", "interval=0", "--state", folder["watch.json"], "-o"];

        var full = Command.Run([.. args, "/dev/full"]);
        var empty = Command.Run([.. args, folder["out.ndjson"]]);

        Assert.Equal((ExitStatus.OutputFailed, "demarche: '/dev/full' could not be written: No space left on device : '/dev/full'\n"), (full.Status, full.Error));
        Assert.Equal(ExitStatus.Done, empty.Status);
        Assert.Single(Records(folder["out.ndjson"]));
    }

    [Theory]
    [InlineData("INT", ExitStatus.Interrupted)]
    [InlineData("TERM", ExitStatus.Terminated)]
    public async Task A_watch_that_is_ended_leaves_whole_records(string signal, int status)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        Assert.SkipWhen(signal == "INT" && Signals.InterruptsAreIgnored(), "A shell that runs the tests in the background has them ignore interrupts.");
        using var folder = new Folder();
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(Rss(Full(1))));

        using var process = Command.Start(Command.Program, "watch", server["/feed"], "--extract-only", "--allow-private", "--state", folder["watch.json"], "-o", folder["out.ndjson"]);
        Signals.WaitFor(() => File.Exists(folder["watch.json"]), process);
        using (Process.Start("kill", ["-s", signal, $"{process.Id}"])) { }
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "the signal did not end it");

        Assert.Equal((status, ""), (process.ExitCode, process.StandardError.ReadToEnd()));
        Assert.Single(Records(folder["out.ndjson"]));
    }

    /// <summary>
    /// Kills the program where it hurts: while it waits for a page, just after it wrote records, just after it wrote the checkpoint. Ends
    /// with a run that nobody kills.
    /// </summary>
    [Fact]
    public async Task A_watch_that_is_killed_again_and_again_loses_nothing_and_doubles_only_what_was_under_way()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        const int Kills = 12, Entries = 240; // of each feed; every third leads to a page
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        using var folder = new Folder();
        Process? victim = null;
        var left = int.MaxValue; // requests until the victim dies
        await using var server = await LoopbackServer.Start(context =>
        {
            if (Interlocked.Decrement(ref left) == 0) victim!.Kill();
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            var path = context.Request.Path.Value!;
            return context.Response.WriteAsync(path is "/a" or "/b" ? Rss(string.Concat(Enumerable.Range(0, Entries).Select(i => Entry(path, i)))) : LongMeeting);
        });
        string[] args = ["watch", server["/a"], server["/b"], "--once", "--extract-only", "--allow-private", "--limit", "interval=0", "--state", folder["watch.json"], "-o", folder["out.ndjson"]];

        for (var kill = 0; kill < Kills; kill++)
        {
            left = kill % 3 == 0 ? random.Next(2, 15) : int.MaxValue;
            var watched = kill % 3 == 1 ? folder["out.ndjson"] : folder["watch.json"]; // just after a record, just after a checkpoint
            var changes = kill % 3 == 0 ? int.MaxValue : random.Next(1, 6);
            using (victim = Command.Start(Command.Program, args))
            {
                for (var before = Stamp(watched); !victim.HasExited; before = Stamp(watched))
                {
                    while (Stamp(watched) == before && !victim.HasExited) Thread.Yield();
                    if (--changes == 0) victim.Kill();
                }

                await victim.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.True(victim.ExitCode is 137 or ExitStatus.Done, $"seed {seed}: status {victim.ExitCode}, {await victim.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
            }
        }

        left = int.MaxValue;
        using var last = Command.Start(Command.Program, args);
        await last.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(last.ExitCode == ExitStatus.Done, $"seed {seed}: status {last.ExitCode}, {await last.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        var ids = Records(folder["out.ndjson"]).Select(record => Text(record, "id")).ToArray();
        var expected = new[] { "/a", "/b" }.SelectMany(path => Enumerable.Range(0, Entries).Select(i => $"{server[path]}#{i}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), ids.Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(ids.Length, 2 * Entries, (2 * Entries) + (Kills * Intake.Feeds.FeedWatcher.MaxBatch));
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}: {ids.Length - (2 * Entries)} records came twice");

        string Entry(string path, int i) => string.Create(CultureInfo.InvariantCulture,
            $"<item><guid isPermaLink=\"false\">{i}</guid><link>{path}/{i}</link>{(i % 3 == 2 ? "" : $"<content:encoded>{LongMeeting}</content:encoded>")}</item>");
    }

    private static (DateTime, long) Stamp(string path) => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    private static string Rss(string items) => $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Example</title>{items}</channel></rss>";

    private static string Full(int number) => string.Create(CultureInfo.InvariantCulture,
        $"<item><guid>https://a.example/{number}</guid><pubDate>Sat, 25 Nov 2017 10:00:00 +0300</pubDate><content:encoded>{LongMeeting}</content:encoded></item>");

    private static JsonElement[] Records(string path) => [.. File.ReadAllLines(path).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static string Text(JsonElement record, string field) => record.GetProperty(field).GetString()!;
}
