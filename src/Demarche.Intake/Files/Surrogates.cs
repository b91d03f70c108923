using System.Globalization;
using System.Text;

namespace Demarche.Intake.Files;

/// <summary>Mends JSON whose strings hold halves of surrogate pairs, as programs that cut strings by length write them.</summary>
internal static class Surrogates
{
    private const int EscapeLength = 6; // \uXXXX

    /// <param name="json">Any text; what is no escape is left alone.</param>
    /// <param name="mended">How many halves were found.</param>
    /// <returns>The same text, each escaped half replaced by the escape of U+FFFD.</returns>
    internal static string Mend(string json, out int mended)
    {
        mended = 0;
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var result = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            if (json[at] != '\\')
            {
                var next = json.IndexOf('\\', at);
                next = next < 0 ? json.Length : next;
                result.Append(json, at, next - at);
                at = next;
            }
            else if (Escaped(json, at) is not { } unit || !char.IsSurrogate(unit))
            {
                var length = Math.Min(2, json.Length - at); // \\ is one escape: the second backslash starts none
                result.Append(json, at, length);
                at += length;
            }
            else if (char.IsHighSurrogate(unit) && Escaped(json, at + EscapeLength) is { } low && char.IsLowSurrogate(low))
            {
                result.Append(json, at, 2 * EscapeLength);
                at += 2 * EscapeLength;
            }
            else
            {
                result.Append("\\ufffd");
                at += EscapeLength;
                mended++;
            }
        }

        return result.ToString();
    }

    private static char? Escaped(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
