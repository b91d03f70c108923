using System.Globalization;
using System.Text.Json;
using Demarche.Intake.Feeds;
using Demarche.Testing;

namespace Demarche.Intake.Tests.Feeds;

public sealed class WatchStateTests : IDisposable
{
    private const string Feed = "https://a.example/feed", Other = "https://b.example/feed";

    private readonly FakeClock _clock = new();
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Root, "watch.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_saved_is_known_to_the_next_run()
    {
        using (var state = Open())
        {
            state.Accept(Feed, "id \"1\" — é\n");
            state[Feed].Version = new("\"v1\"", "Thu, 19 Oct 2023 08:30:00 GMT");
            (state[Feed].Polled, state[Feed].NotBefore) = (_clock.GetUtcNow(), _clock.GetUtcNow().AddHours(2));
            state.CountTry(Feed, "id 2");
            state.Save(_clock.GetUtcNow());
        }

        using var next = Open();

        Assert.True(next.Has("id \"1\" — é\n"));
        Assert.False(next.Has("id 2"));
        Assert.Equal(2, next.CountTry(Feed, "id 2"));
        Assert.Equal((new("\"v1\"", "Thu, 19 Oct 2023 08:30:00 GMT"), _clock.GetUtcNow().AddHours(2)), (next[Feed].Version, next[Feed].NotBefore));
        Assert.Equal(["watch.json", "watch.json.lock"], Directory.EnumerateFiles(_folder.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void All_that_a_feed_holds_is_remembered_and_2000_entries_that_it_held()
    {
        using var state = Open();
        for (var i = 0; i < 5000; i++)
        {
            state.Accept(Feed, Id(i));
        }

        state.Settle(Feed, Enumerable.Range(0, 100).Select(Id));

        Assert.Equal(2100, state[Feed].Seen.Count);
        Assert.True(state.Has(Id(0))); // held still
        Assert.False(state.Has(Id(100)));
        Assert.False(state.Has(Id(2999)));
        Assert.True(state.Has(Id(3000)));
    }

    [Fact]
    public void A_feed_that_nobody_watches_is_forgotten_after_30_days()
    {
        using (var state = Open())
        {
            state.Accept(Feed, "1");
            state[Feed].Polled = _clock.GetUtcNow();
            state.Accept(Other, "2");
            state[Other].Polled = _clock.GetUtcNow().AddDays(29);
            state.Save(_clock.GetUtcNow().AddDays(30));
        }

        using var next = Open();

        Assert.Equal((false, true), (next.Has("1"), next.Has("2")));
    }

    [Fact]
    public void An_id_without_measure_is_kept_as_its_hash()
    {
        using var state = Open();
        var id = new string('x', 100_000);

        state.Accept(Feed, id);

        Assert.True(state.Has(id));
        Assert.False(state.Has(id + "x"));
        Assert.Equal(71, state[Feed].Seen.Keys.Single().Length);
    }

    [Theory]
    [InlineData("", "it is no whole JSON")]
    [InlineData("{\"version\":1,\"feeds\":[{\"url\":\"https://a.exam", "it is no whole JSON")]
    [InlineData("{\"version\":1}", "a field is missing or of another kind")]
    [InlineData("{\"version\":1,\"feeds\":[{\"url\":null}]}", "a field is missing or of another kind")]
    [InlineData("{\"version\":2,\"feeds\":[]}", "it has version 2, and this program reads 1")]
    [InlineData("[]", "a field is missing or of another kind")]
    public void A_damaged_file_is_named_and_set_aside(string text, string reason)
    {
        System.IO.File.WriteAllText(File, text);

        using var state = WatchState.Open(File, _clock, out var warning);

        var aside = File + ".damaged-20231019T120000Z";
        Assert.Equal($"{File}: the checkpoint is damaged ({reason}) and was kept as '{aside}'; all that the feeds hold now is read again.", warning);
        Assert.Equal(text, System.IO.File.ReadAllText(aside));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void A_file_cut_at_any_byte_is_read_whole_or_set_aside()
    {
        using (var state = Open())
        {
            state.Accept(Feed, "1");
            state[Feed].Polled = _clock.GetUtcNow();
            state.Save(_clock.GetUtcNow());
        }

        var bytes = System.IO.File.ReadAllBytes(File);
        Assert.NotNull(JsonDocument.Parse(bytes));
        for (var length = 0; length < bytes.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);

            using var state = WatchState.Open(File, _clock, out var warning);

            Assert.NotNull(warning);
            Assert.False(state.Has("1"));
        }
    }

    [Fact]
    public void Two_runs_do_not_keep_one_file()
    {
        using var state = Open();

        var error = Assert.Throws<IOException>(() => WatchState.Open(File, _clock, out _));

        Assert.Equal($"{File}: another run keeps this checkpoint; end it, or give a different --state file.", error.Message);
    }

    [Fact]
    public void A_folder_that_is_missing_is_told_at_once()
    {
        var file = Path.Combine(_folder.Root, "no", "watch.json");

        var error = Assert.Throws<IOException>(() => WatchState.Open(file, _clock, out _));

        Assert.StartsWith($"{file}: the checkpoint could not be written: ", error.Message, StringComparison.Ordinal);
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private WatchState Open()
    {
        var state = WatchState.Open(File, _clock, out var warning);
        Assert.Null(warning);
        return state;
    }
}
