namespace Demarche.Cli.Tests;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(1204, 347_200, 14, 0.1, "1,204 reports, 86 a second, 24,800 words a second, 3 min left")]
    [InlineData(10, 3000, 2, 0.5, "10 reports, 5 a second, 1,500 words a second, 2 s left")]
    [InlineData(10, 3000, 3600, 0.25, "10 reports, 0 a second, 1 words a second, 3 h 00 min left")]
    [InlineData(10, 3000, 2, null, "10 reports, 5 a second, 1,500 words a second")]
    public void The_line_gives_rate_and_remaining_time(long reports, long words, double seconds, double? share, string line) =>
        Assert.Equal(line, Progress.Line(reports, words, TimeSpan.FromSeconds(seconds), share));

    [Fact]
    public void Progress_is_shown_to_a_terminal_only_and_cleared_at_the_end()
    {
        using var folder = new Folder();
        var path = folder.Add("r.ndjson", Sample.Lines(5));
        var watched = new Setting { ErrorIsTerminal = true, Clock = new SecondsClock() };

        var shown = Command.Run(watched, "code", path, "-o", folder["out"]);
        var piped = Command.Run("code", path, "-o", folder["out"]);
        var table = Command.Run(watched with { OutputIsTerminal = true }, "code", path);

        Assert.Contains(" reports, ", shown.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", shown.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', shown.Error);
        Assert.Equal("", piped.Error);
        Assert.Equal("", table.Error);
    }

    /// <summary>A clock on which a second passes whenever it is asked.</summary>
    private sealed class SecondsClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }
}
