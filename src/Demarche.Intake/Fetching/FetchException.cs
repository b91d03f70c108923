namespace Demarche.Intake.Fetching;

/// <summary>A page could not be fetched; the message names its URL, the reason and what to do.</summary>
public sealed class FetchException : Exception
{
    private readonly string _reason;

    internal FetchException(string where, string reason, Exception? inner = null) : base($"{where}: {reason}", inner) => _reason = reason;

    /// <summary>Whether the same fetch may succeed later: the server was slow, overloaded or unreachable.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asked to be left alone; zero where it did not.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>Whether to send the request again after a short pause.</summary>
    internal bool SendAgain { get; init; }

    /// <summary>The status of the server's answer; 0 where it gave none.</summary>
    internal int Status { get; init; }

    /// <summary>The same failure, where it keeps another page from being fetched.</summary>
    internal FetchException At(string where) => new(where, _reason, this) { IsTransient = IsTransient, RetryAfter = RetryAfter, Status = Status };
}
