using System.Buffers;
using System.Globalization;
using System.Text;

namespace Demarche.Cli.Tests;

public sealed class OrderedRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Output_is_in_the_order_of_the_input_however_long_each_takes(int threads)
    {
        var written = new MemoryStream();
        using var output = OutputTarget.Open(null, written);

        new OrderedRun<string>(threads, item => item.Length, Work).Run(Numbers(5000), output, (_, _) => { }, CancellationToken.None);

        Assert.Equal(string.Concat(Numbers(5000).Select(n => $"{n}\n")), Encoding.UTF8.GetString(written.ToArray()));

        static string? Work(string item, IBufferWriter<byte> bytes)
        {
            Thread.SpinWait((item.GetHashCode(StringComparison.Ordinal) & 0xFF) * 20);
            return Write(item, bytes);
        }
    }

    [Fact]
    public void The_reading_never_runs_far_ahead_of_the_writing()
    {
        long read = 0, written = 0, most = 0;
        using var output = OutputTarget.Open(null, Stream.Null);

        new OrderedRun<string>(2, item => item.Length, Write).Run(Counted(), output, (_, _) => Interlocked.Increment(ref written), CancellationToken.None);

        Assert.Equal(100_000, written);
        Assert.True(most <= 2 * 16 + 1, $"{most} items were held");

        IEnumerable<string> Counted()
        {
            foreach (var number in Numbers(100_000))
            {
                most = Math.Max(most, Interlocked.Increment(ref read) - Interlocked.Read(ref written));
                yield return number;
            }
        }
    }

    [Fact]
    public void Long_items_fill_the_window_earlier()
    {
        long read = 0, written = 0, most = 0;
        using var output = OutputTarget.Open(null, Stream.Null);

        // Three of 10 million characters fit into the 32 million of the window; the fourth waits in the reader's hand.
        new OrderedRun<string>(4, _ => 10_000_000, Write).Run(Counted(), output, (_, _) => Interlocked.Increment(ref written), CancellationToken.None);

        Assert.Equal(1000, written);
        Assert.True(most <= 4, $"{most} items were held");

        IEnumerable<string> Counted()
        {
            foreach (var number in Numbers(1000))
            {
                most = Math.Max(most, Interlocked.Increment(ref read) - Interlocked.Read(ref written));
                yield return number;
            }
        }
    }

    [Fact]
    public void What_is_wrong_with_an_item_is_told_in_order()
    {
        var told = new List<string?>();
        using var output = OutputTarget.Open(null, Stream.Null);

        new OrderedRun<string>(4, item => item.Length, (item, _) => item.EndsWith('7') ? $"bad {item}" : null)
            .Run(Numbers(40), output, (_, trouble) => told.Add(trouble), CancellationToken.None);

        Assert.Equal(40, told.Count);
        Assert.Equal(["bad 7", "bad 17", "bad 27", "bad 37"], told.Where(trouble => trouble is not null));
    }

    [Fact]
    public void A_reader_that_fails_does_so_after_all_before_it_is_written()
    {
        var written = new MemoryStream();
        using var output = OutputTarget.Open(null, written);
        var run = new OrderedRun<string>(3, item => item.Length, Write);

        var error = Assert.Throws<InvalidDataException>(() => run.Run(Failing(), output, (_, _) => { }, CancellationToken.None));

        Assert.Equal("line 100", error.Message);
        Assert.Equal(100, Encoding.UTF8.GetString(written.ToArray()).Count(c => c == '\n'));

        static IEnumerable<string> Failing()
        {
            foreach (var number in Numbers(100)) yield return number;
            throw new InvalidDataException("line 100");
        }
    }

    [Fact]
    public void Work_that_throws_ends_the_run()
    {
        using var output = OutputTarget.Open(null, Stream.Null);
        var run = new OrderedRun<string>(3, item => item.Length, (item, _) => item == "50" ? throw new InvalidOperationException("no") : null);

        Assert.Throws<InvalidOperationException>(() => run.Run(Numbers(1_000_000), output, (_, _) => { }, CancellationToken.None));
    }

    [Fact]
    public void Cancelling_ends_a_run_whose_reader_waits()
    {
        using var stop = new CancellationTokenSource();
        using var release = new ManualResetEventSlim();
        using var output = OutputTarget.Open(null, Stream.Null);
        var run = new OrderedRun<string>(2, item => item.Length, Write);

        Assert.Throws<OperationCanceledException>(() => run.Run(Waiting(), output, (_, _) => stop.Cancel(), stop.Token));
        release.Set();

        IEnumerable<string> Waiting()
        {
            yield return "1";
            release.Wait();
        }
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture));

    private static string? Write(string item, IBufferWriter<byte> bytes)
    {
        Encoding.UTF8.GetBytes($"{item}\n", bytes);
        return null;
    }
}
