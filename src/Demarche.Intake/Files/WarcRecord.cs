using System.Globalization;

namespace Demarche.Intake.Files;

/// <summary>One record of a WARC file (ISO 28500, versions 1.0 and 1.1): its head, then its block, read once.</summary>
internal sealed class WarcRecord
{
    /// <summary>How long a record's head or an HTTP message's head may be: 64 KB, many times what servers send.</summary>
    internal const int MaxHeadBytes = 64 * 1024;

    private readonly WarcBytes _bytes;
    private readonly HeaderFields _fields;

    private WarcRecord(WarcBytes bytes, HeaderFields fields, long length) => (_bytes, _fields, Left) = (bytes, fields, length);

    /// <summary>Bytes of the block that were not yet read.</summary>
    internal long Left { get; private set; }

    internal string? Type => _fields["WARC-Type"];

    internal string? ContentType => _fields["Content-Type"];

    /// <summary>The type that the archiver made out, whatever the server said.</summary>
    internal string? IdentifiedType => _fields["WARC-Identified-Payload-Type"];

    /// <summary>When it was fetched, as the archive writes it: <c>2023-10-19T08:30:00Z</c>.</summary>
    internal string? Date => _fields["WARC-Date"];

    /// <summary>Why the archiver stopped before the end; null where it did not.</summary>
    internal string? Truncated => _fields["WARC-Truncated"];

    // Some writers of 1.0 put addresses in angle brackets, as that version's grammar said.
    internal string? Url => _fields["WARC-Target-URI"]?.Trim('<', '>');

    /// <summary>A name that no other record has: <c>urn:uuid:…</c>.</summary>
    internal string? Id => _fields["WARC-Record-ID"]?.Trim('<', '>');

    /// <exception cref="WarcException">Here starts no record, or its head is damaged.</exception>
    internal static WarcRecord Read(WarcBytes bytes)
    {
        var limit = MaxHeadBytes;
        if (!bytes.ReadLine(ref limit).StartsWith("WARC/", StringComparison.Ordinal))
        {
            throw new WarcException("it does not start with 'WARC/'");
        }

        var fields = HeaderFields.Read(() => bytes.ReadLine(ref limit));
        return long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new WarcRecord(bytes, fields, length)
            : throw new WarcException("its Content-Length is missing or no number");
    }

    /// <summary>Reads the head of the HTTP message that the block holds.</summary>
    /// <returns>The status line and the fields; null where the block does not start with such a line.</returns>
    /// <exception cref="WarcException">The record is damaged or cut off.</exception>
    internal (string Status, HeaderFields Fields)? ReadHttpHead()
    {
        var limit = (int)Math.Min(MaxHeadBytes, Left);
        var atFirst = limit;
        var status = _bytes.ReadLine(ref limit);
        var isHttp = status.StartsWith("HTTP/", StringComparison.Ordinal);
        var fields = isHttp ? HeaderFields.Read(() => limit == 0 ? "" : _bytes.ReadLine(ref limit)) : null;
        Left -= atFirst - limit;
        return isHttp ? (status, fields!) : null;
    }

    /// <summary>Reads what is left of the block.</summary>
    /// <exception cref="WarcException">The record is damaged or cut off.</exception>
    internal byte[] ReadBlock()
    {
        // Grown while it fills up: a damaged length must not cost its memory.
        var block = new MemoryStream((int)Math.Min(Left, 256 * 1024));
        Span<byte> piece = stackalloc byte[8 * 1024];
        while (Left > 0)
        {
            var read = _bytes.ReadBlock(piece[..(int)Math.Min(Left, piece.Length)]);
            block.Write(piece[..read]);
            Left -= read;
        }

        return block.ToArray();
    }

    /// <exception cref="WarcException">The record is damaged or cut off.</exception>
    internal void SkipBlock()
    {
        _bytes.SkipBlock(Left);
        Left = 0;
    }
}
