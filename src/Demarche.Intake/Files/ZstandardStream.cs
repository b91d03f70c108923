using ZstdSharp;

namespace Demarche.Intake.Files;

/// <summary>Unpacks Zstandard data, whose damage it tells as gzip's stream does.</summary>
internal sealed class ZstandardStream(Stream packed) : ReadOnlyStream
{
    // Frames that ask for a window of more than 128 MB are refused: the library's own bound on memory.
    private readonly DecompressionStream _unpacked = new(packed, leaveOpen: false);

    /// <exception cref="InvalidDataException">The data is damaged, cut off, or packed with a dictionary.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _unpacked.Read(buffer);
        }
        catch (Exception problem) when (problem is ZstdException or EndOfStreamException)
        {
            throw new InvalidDataException(problem.Message, problem);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
