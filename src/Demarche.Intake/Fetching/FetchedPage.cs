namespace Demarche.Intake.Fetching;

/// <summary>What a server calls the state of a page, to ask later whether it has changed.</summary>
/// <param name="ETag">As the server wrote it; null where it gave none.</param>
/// <param name="LastModified">As the server wrote it; null where it gave none.</param>
public sealed record PageVersion(string? ETag, string? LastModified);

/// <summary>A page or feed as a server sent it.</summary>
public sealed record FetchedPage
{
    /// <summary>Where it was found in the end, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>True when it is as the known version was; there is no body then.</summary>
    public bool NotModified { get; init; }

    /// <summary>Unpacked.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The charset that the server declares; null where it declares none. Servers are often wrong.</summary>
    public string? Charset { get; init; }

    public PageVersion Version { get; init; } = new(null, null);

    /// <summary>How long the server wants it to be taken for fresh (Cache-Control); zero where it says nothing.</summary>
    public TimeSpan FreshFor { get; init; }

    /// <summary>What is doubtful about the way it came.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
