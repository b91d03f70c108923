using System.Reflection;

namespace Demarche.Intake.Fetching;

/// <summary>How pages are fetched: from where, how politely, and where a fetch ends in failure.</summary>
/// <remarks>Every limit has a name by which the command's <c>--limit NAME=VALUE</c> changes it; messages give that name.</remarks>
public sealed record FetchOptions
{
    /// <summary>What robots.txt files call us.</summary>
    public const string Product = "demarche";

    /// <summary>How a site's operator can reach whoever fetches: a web or mail address, written into the User-Agent; null for none.</summary>
    public string? Contact { get; init; }

    /// <summary>Whether hosts at loopback, private, link-local and the like addresses are fetched from.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The most bytes of one body after decompression (<c>size</c>).</summary>
    /// <value>16 MB: what a report may have anyway (<see cref="IntakeLimits.ReportBytes"/>).</value>
    public int MaxBytes { get; init; } = 16 << 20;

    /// <summary>How many times larger than what was sent a body of over 1 MB may be (<c>ratio</c>).</summary>
    /// <value>100: markup packs 3 to 30 times smaller, and only a body made for it beyond 100.</value>
    public int MaxRatio { get; init; } = 100;

    /// <summary>How long one request may take, from the connection to the last byte (<c>time</c>).</summary>
    /// <value>60 seconds. A fetch makes at most one request for each redirect and retry, so that its time is bounded too.</value>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many redirects are followed (<c>redirects</c>).</summary>
    /// <value>10; browsers follow 20, and chains of over 3 are rare.</value>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>The most bytes that the headers of an answer may have, in units of 1,024 (<c>headers</c>).</summary>
    /// <value>64: four times what common servers would send.</value>
    public int MaxHeaderKb { get; init; } = 64;

    /// <summary>How often a request is sent again after a dropped connection, 429 or a server's error (<c>retries</c>).</summary>
    /// <value>3: with waits of about 1, 2 and 4 seconds.</value>
    public int MaxRetries { get; init; } = 3;

    /// <summary>How long a Retry-After is waited for before the fetch fails instead (<c>wait</c>).</summary>
    /// <value>2 minutes; a poll that fails so comes back when the server asked for.</value>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How deep the elements of an XML feed may nest (<c>depth</c>).</summary>
    /// <value>64: feeds with XHTML inside reach 20.</value>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The shortest pause between two requests to one host (<c>interval</c>); a longer Crawl-delay in robots.txt goes before it.</summary>
    /// <value>1 second.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What we call ourselves: <c>demarche/0.1.0 (+https://example.org/contact)</c>.</summary>
    public string UserAgent => Contact is null ? $"{Product}/{Version}" : $"{Product}/{Version} (+{Contact})";

    private static string Version { get; } = typeof(FetchOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
