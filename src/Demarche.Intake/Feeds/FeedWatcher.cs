using Demarche.Intake.Fetching;
using Demarche.Intake.Files;

namespace Demarche.Intake.Feeds;

/// <summary>Polls feeds and hands what is new in them to a sink, at least once each.</summary>
/// <param name="fetcher">Asks the servers.</param>
/// <param name="sink">Gets the reports.</param>
/// <param name="state">What was accepted before.</param>
/// <param name="maxDepth">How deep the elements of a feed may nest.</param>
/// <param name="tell">Gets a line for everything that a person should know; called by one thread at a time.</param>
public sealed class FeedWatcher(Fetcher fetcher, IReportSink sink, WatchState state, int maxDepth, TimeProvider clock, Action<string> tell) : IDisposable
{
    /// <summary>The most reports that are handed over at once, and so the most that a crash hands over twice for each feed being read.</summary>
    public const int MaxBatch = 16;

    /// <summary>How many feeds are read at a time.</summary>
    public const int MaxAtOnce = 8;

    /// <summary>In how many polls the page of an entry is tried before its report is handed over without it.</summary>
    public const int MaxTries = 3;

    /// <summary>However long a server wishes, a feed is asked again after a day.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private readonly EntryReader _entries = new(fetcher);
    private readonly SemaphoreSlim _places = new(MaxAtOnce, MaxAtOnce);
    private readonly SemaphoreSlim _delivery = new(1, 1);

    // Guards what follows, the state and the telling.
    private readonly Lock _gate = new();
    private readonly HashSet<string> _inWork = new(StringComparer.Ordinal);
    private int _unread;

    /// <summary>Reads each feed once.</summary>
    /// <returns>How many feeds and entries could not be read.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public async Task<int> Once(IReadOnlyList<string> feeds, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        await RunAll(feeds, PollIfDue, stop).ConfigureAwait(false);
        return _unread;

        async Task PollIfDue(string url, CancellationToken token)
        {
            if (NotBefore(url) is var time && time > clock.GetUtcNow())
            {
                Tell(FetchWarnings.NotYet(url, time));
            }
            else
            {
                await PollPlaced(url, token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads each feed again and again, until it is stopped.</summary>
    /// <param name="every">The pause between two polls of a feed; longer where its server asks for it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled: the only way to end it.</exception>
    public Task Watch(IReadOnlyList<string> feeds, TimeSpan every, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        return RunAll(feeds, PollForever, stop);

        async Task PollForever(string url, CancellationToken token)
        {
            var wait = NotBefore(url) - clock.GetUtcNow();
            while (true)
            {
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, token).ConfigureAwait(false);
                }

                await PollPlaced(url, token).ConfigureAwait(false);
                var asked = NotBefore(url) - clock.GetUtcNow();
                wait = asked > every ? asked : every;
            }
        }
    }

    // One that fails ends the others; its exception is the one that is thrown.
    private static async Task RunAll(IReadOnlyList<string> feeds, Func<string, CancellationToken, Task> run, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAll(feeds.Select(RunOne)).ConfigureAwait(false);

        async Task RunOne(string url)
        {
            try
            {
                await run(url, end.Token).ConfigureAwait(false);
            }
            catch
            {
                await end.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private async Task PollPlaced(string url, CancellationToken stop)
    {
        await _places.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            await Poll(url, isPart: false, stop).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <param name="isPart">Whether it is a sitemap that an index names.</param>
    private async Task Poll(string url, bool isPart, CancellationToken stop)
    {
        FetchedPage page;
        try
        {
            page = await fetcher.Fetch(url, KnownVersion(url), stop).ConfigureAwait(false);
        }
        catch (FetchException failure)
        {
            Finish(url, failure.RetryAfter, version: null, failure.Message);
            return;
        }

        if (page.NotModified)
        {
            Finish(url, page.FreshFor, page.Version, failure: null);
            return;
        }

        var feed = ReadFeed(page, url, isPart);
        foreach (var sitemap in feed.Sitemaps)
        {
            await Poll(sitemap.AbsoluteUri, isPart: true, stop).ConfigureAwait(false);
        }

        // A server that says "unchanged" next time must not hide what is still to be read.
        var whole = await HandOver(feed, url, stop).ConfigureAwait(false) && !feed.Failed && feed.Sitemaps.Count == 0;
        Finish(url, feed.TimeToLive > page.FreshFor ? feed.TimeToLive : page.FreshFor, whole ? page.Version : new PageVersion(null, null), failure: null);
    }

    private Feed ReadFeed(FetchedPage page, string url, bool isPart)
    {
        var warnings = new List<string>(page.Warnings);
        var text = TextDecoder.Decode(page.Body.Span, url, warnings, page.Charset);
        var feed = text is null ? new Feed { Failed = true } : FeedReader.Read(text, url, page.Address, maxDepth);
        if (isPart && feed.Sitemaps.Count > 0)
        {
            feed = Feed.Failure(FetchWarnings.NestedIndex(url));
        }

        lock (_gate)
        {
            _unread += feed.Failed ? 1 : 0;
            warnings.AddRange(feed.Warnings);
            warnings.ForEach(tell);
        }

        return feed;
    }

    /// <returns>Whether all that the feed holds is accepted now.</returns>
    private async Task<bool> HandOver(Feed feed, string url, CancellationToken stop)
    {
        var (entries, whole) = TakeNew(feed, url);
        try
        {
            var batch = new List<RawReport>();
            foreach (var (entry, id) in entries)
            {
                var leadsElsewhere = EntryReader.LeadsElsewhere(entry);
                if (leadsElsewhere || batch.Count == MaxBatch)
                {
                    await Deliver(batch, url, stop).ConfigureAwait(false); // nothing that is ready waits for a page
                }

                var report = leadsElsewhere ? await Follow(entry, id, feed, url, stop).ConfigureAwait(false) : EntryReader.ReadEntry(entry, id, feed, url, failure: null);
                whole &= report is not null;
                batch.AddRange(report is null ? [] : [report]);
            }

            await Deliver(batch, url, stop).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _inWork.ExceptWith(entries.Select(entry => entry.Id));
            }
        }

        if (whole && !feed.Failed)
        {
            lock (_gate)
            {
                state.Settle(url, feed.Entries.Select(entry => EntryReader.IdOf(entry, url)).OfType<string>());
            }
        }

        return whole;
    }

    // Two feeds of one outlet share entries; one that is being read for another feed is left to it.
    private (List<(FeedEntry Entry, string Id)> Entries, bool Whole) TakeNew(Feed feed, string url)
    {
        var (taken, whole) = (new List<(FeedEntry, string)>(), true);
        var own = new HashSet<string>(StringComparer.Ordinal);
        lock (_gate)
        {
            foreach (var (index, entry) in feed.Entries.Index())
            {
                if (EntryReader.IdOf(entry, url) is not { } id || (entry.Url is null && entry.Content is null && entry.Summary is null))
                {
                    tell(FetchWarnings.NoEntryLink(url, index + 1));
                }
                else if (own.Add(id) && !state.Has(id))
                {
                    var isFree = _inWork.Add(id);
                    whole &= isFree;
                    taken.AddRange(isFree ? [(entry, id)] : []);
                }
            }
        }

        return (taken, whole);
    }

    /// <returns>Null where the page may be read at the next poll.</returns>
    private async Task<RawReport?> Follow(FeedEntry entry, string id, Feed feed, string url, CancellationToken stop)
    {
        try
        {
            return await _entries.ReadPage(entry, id, feed, stop).ConfigureAwait(false);
        }
        catch (FetchException failure)
        {
            lock (_gate)
            {
                tell(failure.Message);
                _unread++;
                return failure.IsTransient && state.CountTry(url, id) < MaxTries ? null : EntryReader.ReadEntry(entry, id, feed, url, failure.Message);
            }
        }
    }

    private async Task Deliver(List<RawReport> batch, string url, CancellationToken stop)
    {
        if (batch.Count == 0)
        {
            return;
        }

        await _delivery.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            await sink.Accept(batch, stop).ConfigureAwait(false);
            lock (_gate)
            {
                batch.ForEach(report => state.Accept(url, report.Id!));
                state[url].Polled = clock.GetUtcNow();
                state.Save(clock.GetUtcNow());
            }
        }
        finally
        {
            _delivery.Release();
        }

        batch.Clear();
    }

    /// <param name="wish">How long the server wants to be left alone.</param>
    /// <param name="version">What to ask about next time; null leaves it as it was.</param>
    /// <param name="failure">Why the feed could not be read; null where it could.</param>
    private void Finish(string url, TimeSpan wish, PageVersion? version, string? failure)
    {
        lock (_gate)
        {
            if (failure is not null)
            {
                _unread++;
                tell(failure);
            }

            var now = clock.GetUtcNow();
            var feed = state[url];
            (feed.Version, feed.Polled, feed.NotBefore) = (version ?? feed.Version, now, now + (wish < LongestWait ? wish : LongestWait));
            state.Save(now);
        }
    }

    private PageVersion KnownVersion(string url)
    {
        lock (_gate)
        {
            return state[url].Version;
        }
    }

    private DateTimeOffset NotBefore(string url)
    {
        lock (_gate)
        {
            return state[url].NotBefore;
        }
    }

    private void Tell(string line)
    {
        lock (_gate)
        {
            tell(line);
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _delivery.Dispose();
    }
}
