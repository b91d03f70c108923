using System.Text;
using System.Text.Unicode;

namespace Demarche.Knowledge.Tables;

/// <summary>From the bytes of a table to its text, or to where they are not what they should be.</summary>
internal static class TableText
{
    // Enough for the header, whose letters are ASCII: in UTF-16 half of its bytes are zero.
    private const int Head = 64;

    /// <param name="file">As messages name the table.</param>
    /// <exception cref="LexiconException">The bytes are not UTF-8.</exception>
    internal static string Decode(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes[..Math.Min(bytes.Length, Head)].Contains((byte)0))
            throw new LexiconException(file, 0, 0, TableMessages.Utf16());
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);

        var wrong = FirstWrong(bytes);
        var before = bytes[..wrong];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        throw new LexiconException(file, before.Count((byte)'\n') + 1, line.Count((byte)'\t') + 1, TableMessages.NotUtf8(bytes[wrong]));
    }

    private static int FirstWrong(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
