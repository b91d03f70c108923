using System.IO.Compression;

namespace Demarche.Intake.Files;

/// <summary>Unpacked bytes, whose source tells how many packed ones they came from.</summary>
/// <remarks>
/// An archive of many small reports may unpack to a thousand times its size and be right. One that unpacks so far without a
/// single report in between is made to keep machines busy, and reading it ends.
/// </remarks>
/// <param name="packed">How many bytes were taken from the source so far.</param>
/// <param name="limit">How many bytes one report may have. Four times as many may be unpacked from one to the next: readers read ahead.</param>
/// <param name="ratio">How many bytes one packed byte may give where that is exceeded.</param>
internal sealed class UnpackGuard(Stream unpacked, Func<long> packed, int limit, int ratio) : ReadOnlyStream
{
    private readonly long _allowance = 4L * Math.Max(limit, 64 * 1024);
    private long _total, _sinceReport;

    /// <summary>A gzip stream under guard.</summary>
    internal static UnpackGuard Gzip(Stream source, int limit, int ratio)
    {
        var counted = new CountedStream(source);
        return new UnpackGuard(new GZipStream(counted, CompressionMode.Decompress), () => counted.Count, limit, ratio);
    }

    /// <summary>A Zstandard stream under guard.</summary>
    internal static UnpackGuard Zstandard(Stream source, int limit, int ratio)
    {
        var counted = new CountedStream(source);
        return new UnpackGuard(new ZstandardStream(counted), () => counted.Count, limit, ratio);
    }

    /// <summary>Tells that a report was read: what comes next has the whole allowance.</summary>
    internal void Mark() => _sinceReport = 0;

    /// <exception cref="IOException">The data unpacks to too much without a report.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        _total += read;
        _sinceReport += read;
        return _sinceReport > _allowance && _total > ratio * packed()
            ? throw new IOException(IntakeWarnings.UnpacksTooFar(_allowance, ratio))
            : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
