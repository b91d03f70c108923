namespace Demarche.Testing;

/// <summary>A clock on which nobody waits: a wait is over at once, and the clock has moved on by it.</summary>
/// <remarks>Waits of three days and more, which tests give to limits of time, last until <see cref="Advance"/> reaches their end.</remarks>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(3);

    private readonly Lock _gate = new();
    private readonly List<Timer> _pending = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = start;

    /// <summary>Noon of 19 October 2023, UTC.</summary>
    public FakeClock() : this(new(2023, 10, 19, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The waits that were over at once, in their order.</summary>
    public TimeSpan[] Waits
    {
        get
        {
            lock (_gate) return [.. _waits];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and ends the long waits whose time has come.</summary>
    public void Advance(TimeSpan time)
    {
        Timer[] due;
        lock (_gate)
        {
            _now += time;
            due = [.. _pending.Where(timer => timer.Due <= _now)];
            _pending.RemoveAll(timer => timer.Due <= _now);
        }

        foreach (var timer in due) timer.Fire();
    }

    private sealed class Timer(FakeClock clock, Action act) : ITimer
    {
        internal DateTimeOffset Due { get; private set; }

        internal void Fire() => act();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._pending.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock._now + dueTime;
                if (dueTime >= Long)
                {
                    clock._pending.Add(this);
                    return true;
                }

                clock._now = Due;
                clock._waits.Add(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ => act()); // whoever asked is not done asking
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._pending.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
