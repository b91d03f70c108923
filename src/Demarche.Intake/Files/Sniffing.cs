using System.Text;

namespace Demarche.Intake.Files;

/// <summary>Tells what an input without a telling name holds by its first bytes.</summary>
internal static class Sniffing
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="head">The first bytes; a few thousand do.</param>
    /// <param name="separator">What the user said separates columns; null where nothing was said.</param>
    /// <returns><see cref="InputKind.Unknown"/> for texts and pages, which are told apart when they are decoded.</returns>
    internal static InputKind KindOf(ReadOnlySpan<byte> head, FieldMap map, char? separator)
    {
        if (head.StartsWith("WARC/"u8) || GzipMembers.StartsRecord(head))
        {
            return InputKind.Warc;
        }

        var text = Encoding.UTF8.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF', '\uFFFD', ' ', '\t', '\r', '\n');
        return text switch
        {
            // Printed over many lines, an object's first line holds its brace alone.
            ['{', .. var rest] => rest.AsSpan().TrimStart(" \t\r") is ['\n', ..] ? InputKind.Json : InputKind.Lines,
            ['[', .. var rest] when rest.AsSpan().TrimStart() is ['{', ..] => InputKind.Json,
            ['<', ..] => InputKind.Unknown,
            _ when IsTable(text, map, separator) => InputKind.Csv,
            _ => InputKind.Unknown,
        };
    }

    private static bool IsTable(string text, FieldMap map, char? separator)
    {
        if (separator is not null)
        {
            return true;
        }

        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end > 0 && Array.Exists(Separators, found => IsHeader(text[..end].Split(found), map));
    }

    // Prose may start with "text" and a comma; that another column is named like a part of a report is no chance.
    private static bool IsHeader(string[] columns, FieldMap map)
    {
        var names = columns.Select(column => column.Trim(' ', '"')).ToHashSet(StringComparer.Ordinal);
        return (names.Contains(map.NameOf("text")) || names.Contains(map.NameOf("html"))) && FieldMap.Fields.Count(field => names.Contains(map.NameOf(field))) > 1;
    }
}
