namespace Demarche.Intake.Fetching;

/// <summary>Keeps what sites' robots.txt files say, each for a day.</summary>
/// <param name="read">Fetches a robots.txt.</param>
internal sealed class RobotsCache(Func<Uri, CancellationToken, Task<RobotsRules>> read, TimeProvider clock)
{
    /// <summary>How many sites are remembered; beyond, those that were read longest ago are forgotten.</summary>
    private const int MaxSites = 1024;

    /// <summary>No longer than a day (RFC 9309, 2.4).</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long a failure to read one stands, so that a site in trouble is not asked for each of its pages.</summary>
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Site> _sites = [];

    /// <exception cref="FetchException">The file cannot be read now, and so nothing of the site.</exception>
    internal async Task<RobotsRules> Get(Uri address, CancellationToken stop)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        Site site;
        lock (_sites)
        {
            if (!_sites.TryGetValue(origin, out site!))
            {
                Forget();
                _sites.Add(origin, site = new Site());
            }
        }

        await site.Gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (clock.GetUtcNow() >= site.Until)
            {
                await Read(site, new Uri(origin + "/robots.txt"), stop).ConfigureAwait(false);
            }

            return site.Rules ?? throw site.Failure!;
        }
        finally
        {
            site.Gate.Release();
        }
    }

    private async Task Read(Site site, Uri file, CancellationToken stop)
    {
        try
        {
            (site.Rules, site.Failure) = (await read(file, stop).ConfigureAwait(false), null);
        }
        catch (FetchException failure)
        {
            (site.Rules, site.Failure) = (null, failure);
        }

        site.Until = clock.GetUtcNow() + (site.Rules is null ? FailureLifetime : Lifetime);
    }

    private void Forget()
    {
        if (_sites.Count >= MaxSites)
        {
            foreach (var (origin, _) in _sites.OrderBy(site => site.Value.Until).Take(MaxSites / 4).ToList())
            {
                _sites.Remove(origin);
            }
        }
    }

    private sealed class Site
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);

        internal DateTimeOffset Until { get; set; } = DateTimeOffset.MinValue;

        internal RobotsRules? Rules { get; set; }

        internal FetchException? Failure { get; set; }
    }
}
