using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Demarche.Intake.Cleaning;

/// <summary>Mends UTF-8 that was read as Windows-1252 or Latin-1, once or twice: "Ã©", "â€™", "Ã¢â‚¬â„¢".</summary>
/// <remarks>
/// Written back as bytes, such letters are valid UTF-8 again. True text is so by chance only where a capital of the first kind
/// stands before a sign, as in "AMANHÃ”"; so a run is mended only if what comes out is a letter of a Latin alphabet, a sign of
/// typesetting or an emoji, and if no quotation mark or dash could have followed a word in capitals.
/// </remarks>
internal static class Mojibake
{
    /// <summary>Text that went through the wrong reading more often than this is not met.</summary>
    private const int MaxRounds = 2;

    // What the first bytes of the letters meant here are read as.
    private static readonly SearchValues<char> Leads = SearchValues.Create("ÂÃÄÅÈáâðï");

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    internal static string Mend(string text)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var mended = MendOnce(text);
            if (ReferenceEquals(mended, text))
            {
                break;
            }

            text = mended;
        }

        return text;
    }

    private static string MendOnce(string text)
    {
        if (!text.AsSpan().ContainsAny(Leads))
        {
            return text;
        }

        StringBuilder? mended = null;
        var copied = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && ToByte(text[end]) >= 0x80)
            {
                end++;
            }

            if (end - start > 1 && MendRun(text, start, end) is { } run)
            {
                mended ??= new StringBuilder(text.Length);
                mended.Append(text, copied, start - copied).Append(run);
                copied = end;
            }

            start = Math.Max(end, start + 1);
        }

        return mended is null ? text : mended.Append(text, copied, text.Length - copied).ToString();
    }

    private static string? MendRun(string text, int start, int end)
    {
        var bytes = new byte[end - start];
        for (var i = start; i < end; i++)
        {
            bytes[i - start] = (byte)ToByte(text[i]);
        }

        if (!Utf8.IsValid(bytes) || CouldBeCapitalAndSign(text, start, end))
        {
            return null;
        }

        var run = Encoding.UTF8.GetString(bytes);
        return run.EnumerateRunes().All(IsLikely) ? run : null;
    }

    // "AMANHÃ”", "CORAÇÃ…": a word in capitals and what closes it.
    private static bool CouldBeCapitalAndSign(string text, int start, int end) =>
        end - start == 2 && start > 0 && char.IsUpper(text[start - 1]) && text[start + 1] is '”' or '’' or '»' or '…' or '–' or '—' or '“' or '‘';

    // Latin letters and signs, punctuation, currencies, letterlike signs, emoji, ligatures, the byte order mark.
    private static bool IsLikely(Rune rune) => rune.Value
        is (>= 0xA0 and <= 0x17F) or (>= 0x218 and <= 0x21B) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2010 and <= 0x203A) or (>= 0x20A0 and <= 0x20BF)
        or (>= 0x2100 and <= 0x214F) or (>= 0x2190 and <= 0x21FF) or (>= 0x2600 and <= 0x27BF) or (>= 0xFB00 and <= 0xFB04) or 0xFEFF or 0xFE0F or 0x200D or (>= 0x1F300 and <= 0x1FAFF)
        || IsMisread(rune);

    // What was misread twice gives the letters of the first misreading.
    private static bool IsMisread(Rune rune) => rune.IsBmp && ToByte((char)rune.Value) >= 0x80;

    // -1 where no byte was read as this letter. Latin-1 leaves the bytes from 80 to 9F as controls, Windows-1252 makes signs of most.
    private static int ToByte(char unit)
    {
        if (unit is < '\u0100')
        {
            return unit;
        }

        Span<byte> one = stackalloc byte[1];
        return SignsOfWindows1252.Contains(unit, StringComparison.Ordinal) && Windows1252.GetBytes([unit], one) == 1 ? one[0] : -1;
    }

    private const string SignsOfWindows1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
}
