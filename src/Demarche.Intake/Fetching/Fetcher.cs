using System.Net;
using System.Net.Security;
using System.Text;
using Polly;
using Polly.Retry;

namespace Demarche.Intake.Fetching;

/// <summary>Fetches pages and feeds: politely, within limits, and only from where it is safe.</summary>
/// <remarks>
/// No cookie is kept, no script is run, no proxy is asked. An instance may be shared between threads, and should be: what one
/// host allows, and when it was asked last, is kept in it.
/// </remarks>
public sealed class Fetcher : IDisposable
{
    /// <summary>The longest URL that is sent, in characters.</summary>
    public const int MaxUrlLength = 8192;

    /// <summary>A longer ETag or Last-Modified is no version that anybody meant: 1,024 characters.</summary>
    private const int MaxVersionLength = 1024;

    /// <summary>How many redirects of a robots.txt are followed (RFC 9309, 2.3.1.2).</summary>
    private const int MaxRobotsRedirects = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly HostTurns _turns;
    private readonly RobotsCache _robots;
    private readonly BodyReader _bodies;
    private readonly ResiliencePipeline<Answer> _retries;

    /// <param name="clock">Tells how long to wait.</param>
    /// <param name="seed">Of the random part of the pauses before retries.</param>
    public Fetcher(FetchOptions options, TimeProvider clock, int seed) : this(options, clock, seed, options?.AllowPrivate == true ? _ => null : AddressGuard.FindFault, trust: null)
    {
    }

    /// <param name="findFault">Tells why an address is not to be fetched from; null where it may be.</param>
    /// <param name="trust">Judges the certificates of servers; null for the system's own judgement.</param>
    internal Fetcher(FetchOptions options, TimeProvider clock, int seed, Func<IPAddress, string?> findFault, RemoteCertificateValidationCallback? trust)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        (_options, _clock) = (options, clock);
        _client = Client(options, findFault, trust);
        _turns = new HostTurns(clock);
        _robots = new RobotsCache(ReadRobots, clock);
        _bodies = new BodyReader(options);
        _retries = Retries(options, clock, new Random(seed));
    }

    /// <summary>Whether a path given by a user is meant as a URL to fetch.</summary>
    public static bool IsUrl(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Fetches one page.</summary>
    /// <param name="known">What was known of it before: the server then says only whether it has changed. Null: nothing.</param>
    /// <exception cref="FetchException">It could not be fetched, may not be, or a limit was reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public async Task<FetchedPage> Fetch(string url, PageVersion? known, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(url);
        var address = Uri.TryCreate(url, UriKind.Absolute, out var given) ? given : throw new FetchException(url, FetchWarnings.NoUrl);
        var warnings = new List<string>();
        for (var redirects = 0; ; redirects++)
        {
            var where = FetchWarnings.Where(url, address);
            CheckUrl(address, where);
            var rules = await RulesFor(address, where, stop).ConfigureAwait(false);
            var answer = await Send(new Query(address, where, known, rules.CrawlDelay), stop).ConfigureAwait(false);
            if (answer.Page is { } page)
            {
                return page with { Warnings = warnings };
            }

            if (redirects == _options.MaxRedirects)
            {
                throw new FetchException(where, FetchWarnings.TooManyRedirects(_options.MaxRedirects));
            }

            if (address.Scheme == Uri.UriSchemeHttps && answer.Redirect!.Scheme == Uri.UriSchemeHttp)
            {
                warnings.Add(FetchWarnings.Downgraded(url, answer.Redirect));
            }

            address = answer.Redirect!;
        }
    }

    public void Dispose() => _client.Dispose();

    private static void CheckUrl(Uri address, string where)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            throw new FetchException(where, FetchWarnings.Scheme(address.Scheme));
        }

        if (address.UserInfo.Length > 0)
        {
            // The message must not spread the password.
            throw new FetchException($"{address.Scheme}://…@{address.Authority}{address.PathAndQuery}", FetchWarnings.Credentials);
        }

        if (address.AbsoluteUri.Length > MaxUrlLength)
        {
            throw new FetchException(address.AbsoluteUri[..80] + "…", FetchWarnings.UrlTooLong(address.AbsoluteUri.Length, MaxUrlLength));
        }
    }

    private async Task<RobotsRules> RulesFor(Uri address, string where, CancellationToken stop)
    {
        RobotsRules rules;
        try
        {
            rules = await _robots.Get(address, stop).ConfigureAwait(false);
        }
        catch (FetchException failure)
        {
            throw failure.At(where);
        }

        return rules.Allows(address) ? rules : throw new FetchException(where, FetchWarnings.Disallowed);
    }

    private async Task<RobotsRules> ReadRobots(Uri file, CancellationToken stop)
    {
        var address = file;
        try
        {
            for (var redirects = 0; redirects <= MaxRobotsRedirects; redirects++)
            {
                var where = FetchWarnings.Where(file.AbsoluteUri, address);
                CheckUrl(address, where);
                var answer = await Send(new Query(address, where, Known: null, TimeSpan.Zero) { MostBytes = RobotsRules.MaxBytes }, stop).ConfigureAwait(false);
                if (answer.Page is { } page)
                {
                    return RobotsRules.Parse(Encoding.UTF8.GetString(page.Body.Span), FetchOptions.Product);
                }

                address = answer.Redirect!;
            }
        }
        catch (FetchException failure) when (failure.Status is >= 400 and < 500)
        {
            return RobotsRules.AllowAll; // there is none (RFC 9309, 2.3.1.3)
        }
        catch (FetchException failure) when (failure.Status >= 500)
        {
            throw new FetchException(file.AbsoluteUri, FetchWarnings.RobotsUnreachable(failure.Status), failure)
            {
                IsTransient = true, RetryAfter = failure.RetryAfter, Status = failure.Status,
            };
        }

        return RobotsRules.AllowAll; // one that redirects on and on counts as missing (2.3.1.2)
    }

    /// <summary>Asks one server, again after a pause where that helps, while nobody else asks the same host.</summary>
    private async Task<Answer> Send(Query query, CancellationToken stop)
    {
        using var turn = await _turns.Enter(query.Address.IdnHost, stop).ConfigureAwait(false);
        var interval = query.CrawlDelay > _options.Interval ? query.CrawlDelay : _options.Interval;
        return await _retries.ExecuteAsync(
            async token =>
            {
                await turn.Pause(interval, token).ConfigureAwait(false);
                try
                {
                    return await SendOnce(query, token).ConfigureAwait(false);
                }
                finally
                {
                    turn.NoteRequest();
                }
            },
            stop).ConfigureAwait(false);
    }

    private async Task<Answer> SendOnce(Query query, CancellationToken stop)
    {
        using var time = new CancellationTokenSource(_options.MaxTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, time.Token);
        try
        {
            using var request = Request(query);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return await Read(response, query, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException problem) when (time.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new FetchException(query.Where, FetchWarnings.TooSlow(_options.MaxTime), problem) { IsTransient = true };
        }
        catch (HttpRequestException problem)
        {
            throw Failure(problem, query);
        }
        catch (IOException problem)
        {
            throw new FetchException(query.Where, FetchWarnings.Dropped(Reason(problem)), problem) { IsTransient = true, SendAgain = true };
        }
    }

    private HttpRequestMessage Request(Query query)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, query.Address);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (query.Known?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (query.Known?.LastModified is { } date)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return request;
    }

    private async Task<Answer> Read(HttpResponseMessage response, Query query, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            var body = await _bodies.Read(response.Content, query.Where, query.MostBytes, stop).ConfigureAwait(false);
            return new Answer(Page(response, query) with { Body = body }, null);
        }

        if (status == 304 && query.Known is { } known && (known.ETag ?? known.LastModified) is not null)
        {
            return new Answer(Page(response, query) with { NotModified = true, Version = known }, null);
        }

        if (status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location && Uri.TryCreate(query.Address, location, out var target))
        {
            return new Answer(null, target);
        }

        throw Failure(response, status, query.Where);
    }

    private static FetchedPage Page(HttpResponseMessage response, Query query) => new()
    {
        Address = query.Address,
        Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
        Version = new PageVersion(First(response.Headers, "ETag"), First(response.Content.Headers, "Last-Modified")),
        FreshFor = response.Headers.CacheControl is { NoCache: false, NoStore: false, MaxAge: { } age } ? age : TimeSpan.Zero,
    };

    // As it was written: some servers leave the quotation marks out, and want it back so.
    private static string? First(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= MaxVersionLength } value ? value : null;

    private FetchException Failure(HttpResponseMessage response, int status, string where)
    {
        if (status is not (408 or 429 or >= 500))
        {
            return new FetchException(where, FetchWarnings.ServerSaid(status)) { Status = status };
        }

        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > _clock.GetUtcNow() => date - _clock.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        var tooLong = wait > _options.MaxWait;
        var reason = tooLong ? FetchWarnings.WaitTooLong(status, wait, _options.MaxWait) : FetchWarnings.ServerStillSays(status);
        return new FetchException(where, reason) { Status = status, RetryAfter = wait, IsTransient = true, SendAgain = !tooLong };
    }

    private FetchException Failure(HttpRequestException problem, Query query)
    {
        if (Inner<RefusedAddressException>(problem) is { } refused)
        {
            return new FetchException(query.Where, FetchWarnings.Refused(refused.Host, refused.Address, refused.Kind), problem);
        }

        return problem.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new(query.Where, FetchWarnings.NoSuchHost(query.Address.Host), problem) { IsTransient = true },
            HttpRequestError.ConfigurationLimitExceeded => new(query.Where, FetchWarnings.HeadersTooLarge(_options.MaxHeaderKb), problem),
            HttpRequestError.SecureConnectionError => new(query.Where, FetchWarnings.NotTrusted(Reason(problem)), problem),
            HttpRequestError.InvalidResponse => new(query.Where, FetchWarnings.NotHttp(Reason(problem)), problem),
            HttpRequestError.ConnectionError => new(query.Where, FetchWarnings.NotConnected(Reason(problem)), problem) { IsTransient = true, SendAgain = true },
            _ => new(query.Where, FetchWarnings.Dropped(Reason(problem)), problem) { IsTransient = true, SendAgain = true },
        };
    }

    private static string Reason(Exception problem) => (problem.InnerException ?? problem).Message.TrimEnd('.');

    private static T? Inner<T>(Exception? problem) where T : Exception
    {
        while (problem is not null and not T)
        {
            problem = problem.InnerException;
        }

        return (T?)problem;
    }

    private static HttpClient Client(FetchOptions options, Func<IPAddress, string?> findFault, RemoteCertificateValidationCallback? trust) => new(new SocketsHttpHandler
    {
        ConnectCallback = (context, stop) => Connector.Connect(context.DnsEndPoint, findFault, stop),
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = trust },
        AllowAutoRedirect = false, // each step is judged
        AutomaticDecompression = DecompressionMethods.None, // what it unpacks to is counted
        UseCookies = false,
        UseProxy = false, // a proxy would look the host up itself, unjudged
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = options.MaxHeaderKb,
        MaxConnectionsPerServer = 1,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2), // then the host is looked up and judged anew
        MaxResponseDrainSize = 0, // a body that is not read to its end costs its connection
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // MaxTime, by our clock
    };

    private static ResiliencePipeline<Answer> Retries(FetchOptions options, TimeProvider clock, Random random)
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = clock };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Answer>
            {
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is FetchException { SendAgain: true }),
                MaxRetryAttempts = options.MaxRetries,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = options.MaxWait,
                Randomizer = () => Next(random),
                DelayGenerator = outcome => ValueTask.FromResult<TimeSpan?>(
                    outcome.Outcome.Exception is FetchException { RetryAfter: var wait } && wait > TimeSpan.Zero ? wait : null), // null: the backoff
            });
        }

        return builder.Build();
    }

    private static double Next(Random random)
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }

    /// <param name="Where">The URL, for messages.</param>
    /// <param name="Known">The version that is known already.</param>
    private sealed record Query(Uri Address, string Where, PageVersion? Known, TimeSpan CrawlDelay)
    {
        /// <summary>Where the reading ends without complaint; null where more is a failure.</summary>
        internal int? MostBytes { get; init; }
    }

    /// <summary>What a server answered: the page, or where else to look for it.</summary>
    private sealed record Answer(FetchedPage? Page, Uri? Redirect);
}
