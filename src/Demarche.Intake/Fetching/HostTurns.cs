namespace Demarche.Intake.Fetching;

/// <summary>Lets one request at a time through to a host, with pauses between them.</summary>
internal sealed class HostTurns(TimeProvider clock)
{
    /// <summary>How many hosts are remembered; beyond, those whose pause is long over are forgotten.</summary>
    private const int MaxHosts = 4096;

    private static readonly TimeSpan LongOver = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until nobody else talks to the host.</summary>
    /// <returns>To be disposed of when the host has answered or was given up.</returns>
    internal async Task<Turn> Enter(string name, CancellationToken stop)
    {
        Host host;
        lock (_hosts)
        {
            Forget();
            if (!_hosts.TryGetValue(name, out host!))
            {
                _hosts.Add(name, host = new Host());
            }

            host.Users++;
        }

        try
        {
            await host.Gate.WaitAsync(stop).ConfigureAwait(false);
        }
        catch
        {
            Leave(host);
            throw;
        }

        return new Turn(this, host, clock);
    }

    private void Leave(Host host)
    {
        lock (_hosts)
        {
            host.Users--;
        }
    }

    private void Forget()
    {
        if (_hosts.Count < MaxHosts)
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var (name, host) in _hosts)
        {
            if (host.Users == 0 && now - host.Last > LongOver)
            {
                _hosts.Remove(name); // allowed while enumerating
            }
        }
    }

    internal sealed class Turn(HostTurns owner, Host host, TimeProvider clock) : IDisposable
    {
        /// <summary>Waits until the last request to the host is this long ago.</summary>
        internal async Task Pause(TimeSpan interval, CancellationToken stop)
        {
            var left = host.Last + interval - clock.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left < interval ? left : interval, clock, stop).ConfigureAwait(false);
            }
        }

        internal void NoteRequest() => host.Last = clock.GetUtcNow();

        public void Dispose()
        {
            host.Gate.Release();
            owner.Leave(host);
        }
    }

    internal sealed class Host
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);

        internal DateTimeOffset Last { get; set; } = DateTimeOffset.MinValue;

        internal int Users { get; set; }
    }
}
