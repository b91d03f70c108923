using System.Buffers;
using System.Text;

namespace Demarche.Intake.Files;

/// <summary>Turns bytes of unknown encoding into text.</summary>
/// <remarks>
/// In this order: byte order mark, UTF-16 by its zeros, valid UTF-8, the charset that the server, or else the page or XML
/// declaration, names, Windows-1252. Valid UTF-8 outranks a declared single-byte charset, because text in such a charset is hardly ever valid
/// UTF-8 by chance, while servers often declare what they do not send.
/// </remarks>
internal static class TextDecoder
{
    // How far into a page browsers look for a charset (WHATWG HTML, "prescan a byte stream").
    private const int DeclarationWindow = 4096;

    private static readonly SearchValues<char> CharsetEnds = SearchValues.Create("\"' ;/?>");

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="charset">What the server declares, which goes before what the page does; null where nothing is known.</param>
    /// <returns>The text, or null with a warning when the bytes are no text.</returns>
    internal static string? Decode(ReadOnlySpan<byte> bytes, string where, List<string> warnings, string? charset = null)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return DecodeUtf8(bytes[3..], where, warnings, offset: 3);
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (Utf16ByZeros(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        if (BinaryKind(bytes) is { } kind)
        {
            warnings.Add(IntakeWarnings.Binary(where, kind));
            return null;
        }

        var declared = string.IsNullOrWhiteSpace(charset) ? DeclaredCharset(bytes) : charset;
        if (declared is not null && !IsUtf8(declared))
        {
            var encoding = FindEncoding(declared);
            if (encoding is null)
            {
                warnings.Add(IntakeWarnings.UnknownCharset(where, declared));
            }
            else if (!encoding.IsSingleByte || !System.Text.Unicode.Utf8.IsValid(bytes))
            {
                return encoding.GetString(bytes);
            }
        }

        return DecodeUtf8(bytes, where, warnings, offset: 0);
    }

    private static bool IsUtf8(string charset) =>
        charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads bytes that are UTF-8 or else Windows-1252, whatever they say of themselves.</summary>
    /// <param name="offset">Where in the file they stand, for the warning.</param>
    internal static string DecodeUtf8(ReadOnlySpan<byte> bytes, string where, List<string> warnings, long offset = 0)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return StrictUtf8.GetString(bytes);
        }

        var (first, invalid, valid) = CountSequences(bytes);
        if (offset == 0 && invalid > valid)
        {
            warnings.Add(IntakeWarnings.ReadAsWindows1252(where, first));
            return Encoding.GetEncoding(1252).GetString(bytes);
        }

        warnings.Add(IntakeWarnings.InvalidUtf8(where, first + offset, invalid));
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Where the first invalid sequence starts, how many there are, and how many multi-byte sequences are valid.</summary>
    private static (long First, int Invalid, int Valid) CountSequences(ReadOnlySpan<byte> bytes)
    {
        long first = -1;
        int invalid = 0, valid = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var next = bytes[i..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
            {
                break;
            }

            i += next;
            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var used) == OperationStatus.Done)
            {
                valid++;
            }
            else
            {
                invalid++;
                first = first < 0 ? i : first;
            }

            i += Math.Max(1, used);
        }

        return (first, invalid, valid);
    }

    // English text in UTF-16 has a zero in every second byte; 8-bit text has none.
    private static Encoding? Utf16ByZeros(ReadOnlySpan<byte> bytes)
    {
        var window = bytes[..Math.Min(bytes.Length & ~1, DeclarationWindow)];
        if (window.Length < 8)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < window.Length; i += 2)
        {
            even += window[i] == 0 ? 1 : 0;
            odd += window[i + 1] == 0 ? 1 : 0;
        }

        var half = window.Length / 2;
        return (even, odd) switch
        {
            _ when odd * 10 > half * 7 && even * 50 < half => Encoding.Unicode,
            _ when even * 10 > half * 7 && odd * 50 < half => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    /// <returns>What kind of file starts so, or null where it may be text.</returns>
    internal static string? BinaryKind(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return "a PDF file";
        }

        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            || bytes is [0xFF, 0xD8, 0xFF, ..] || bytes.StartsWith("GIF8"u8))
        {
            return "a picture";
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return "a ZIP archive or an office document";
        }

        if (bytes is [0x1F, 0x8B, ..])
        {
            return "gzip data inside gzip data";
        }

        return bytes.Contains((byte)0) ? "a binary file" : null;
    }

    private static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var window = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]);
        if (!window.TrimStart().StartsWith('<'))
        {
            return null;
        }

        var xml = window.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? Value(window[..Math.Max(0, window.IndexOf('>', StringComparison.Ordinal))], "encoding=") : null;
        if (xml is not null)
        {
            return xml;
        }

        for (var at = 0; (at = window.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = window.IndexOf('>', at);
            var tag = end < 0 ? window[at..] : window[at..end];
            if (Value(tag, "charset=") is { } charset)
            {
                return charset;
            }

            at += 5;
        }

        return null;
    }

    private static string? Value(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = tag.AsSpan(at + name.Length).TrimStart("\"' ");
        var end = rest.IndexOfAny(CharsetEnds);
        var value = (end < 0 ? rest : rest[..end]).Trim().ToString();
        return value.Length == 0 ? null : value;
    }

    private static Encoding? FindEncoding(string name)
    {
        // What pages call Latin 1 is Windows-1252 to every browser (WHATWG Encoding, "names and labels").
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("latin1", StringComparison.OrdinalIgnoreCase)
            || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("ascii", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.GetEncoding(1252);
        }

        foreach (var known in Encoding.GetEncodings())
        {
            if (known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return known.GetEncoding();
            }
        }

        return ProviderEncoding(name);
    }

    private static Encoding? ProviderEncoding(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name);
}
