namespace Demarche.Intake.Files;

/// <summary>Counts what is read from a stream.</summary>
internal sealed class CountedStream(Stream inner) : ReadOnlyStream
{
    internal long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
