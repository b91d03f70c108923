using System.Text.RegularExpressions;

namespace Demarche.Intake.Cleaning;

/// <summary>Tells a caption by the credit in brackets at its end: "(Ministry of X/Agency)", "(Photo by …)", "[Yonhap]".</summary>
internal static partial class PictureCredit
{
    internal static bool IsAtEnd(string line, IntakeData data)
    {
        if (BracketAtEnd().Match(line) is not { Success: true } match || match.Index == 0)
        {
            return false;
        }

        var credit = match.Groups["credit"].Value;
        if (credit.Any(char.IsAsciiDigit) || credit.Split(' ').Length > 10)
        {
            return false;
        }

        // A credit names people and firms; a remark on a picture ("video contains graphic images") is made of other words.
        var words = credit.Split([' ', '/', '.', ',', ':'], StringSplitOptions.RemoveEmptyEntries);
        var hasWord = words.Any(data.CreditWords.Contains)
            && words.Count(word => char.IsLower(word[0]) && word.Length > 3 && !data.CreditWords.Contains(word)) < 2;
        var parts = credit.Split('/', StringSplitOptions.TrimEntries);
        var joined = parts.Length is 2 or 3 && parts.All(part => part.Length > 1 && char.IsUpper(part[0]));

        // "(AFP)" after the last sentence signs the report off; "[Yonhap]" or "(AP)" after words without a sentence's end is a credit.
        return hasWord || joined || (data.Agencies.Find(credit) is not null && !EndsSentence(line, match.Index));
    }

    /// <summary>Whether a name in brackets follows words that describe what a picture shows: "… pose before talks. (Yonhap)".</summary>
    internal static bool IsNameAfterCaption(string line, IntakeData data) =>
        BracketAtEnd().Match(line) is { Success: true } match
        && match.Groups["credit"].Value.Split(' ') is { Length: <= 3 } words && words.All(word => word.Length > 0 && char.IsUpper(word[0]))
        && data.CaptionCues.Any(cue => line.Contains(cue, StringComparison.OrdinalIgnoreCase));

    private static bool EndsSentence(string line, int at) => line.AsSpan(0, at).TrimEnd(" -–—") is [.., '.' or '!' or '?' or '"' or '”'];

    [GeneratedRegex(@"\s*[(\[](?<credit>[^()\[\]]{2,80})[)\]]\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketAtEnd();
}
