using System.Text.RegularExpressions;

namespace Demarche.Intake.Cleaning;

/// <summary>Finds names of picture files that pages glue to a sentence or leave on a line of their own.</summary>
internal static partial class ImageIds
{
    /// <returns>The paragraph without the id after its last sentence; the same text where none is there.</returns>
    internal static string Strip(string paragraph) =>
        AfterSentence().Match(paragraph) is { Success: true } match && LooksMade(match.Groups["id"].ValueSpan)
            ? paragraph[..match.Groups["id"].Index].TrimEnd()
            : paragraph;

    /// <summary>Whether the whole line is such a name.</summary>
    internal static bool IsId(string line) => PictureFile().IsMatch(line) || (Alone().IsMatch(line) && LooksMade(line));

    // A made name mixes letters and digits as no word does: hashes, camera numbers, content ids, files with a picture's ending.
    private static bool LooksMade(ReadOnlySpan<char> id)
    {
        if (PictureFile().IsMatch(id))
        {
            return true;
        }

        int digits = 0, letters = 0, turns = 0;
        var before = false;
        foreach (var unit in id)
        {
            if (char.IsAsciiLetterOrDigit(unit))
            {
                var isDigit = char.IsAsciiDigit(unit);
                turns += digits + letters > 0 && isDigit != before ? 1 : 0;
                (digits, letters, before) = (digits + (isDigit ? 1 : 0), letters + (isDigit ? 0 : 1), isDigit);
            }
        }

        var length = digits + letters;
        return length >= 8 && digits >= 3 && letters >= 1 && (turns >= 3 || (id.Contains('_') && digits >= 4)) || length >= 16 && digits == length;
    }

    [GeneratedRegex(@"[.!?…][""”’')]*(?<id>[A-Za-z0-9][A-Za-z0-9_\-]{7,80}(?:\.(?:jpe?g|png|gif|webp|heic))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex AfterSentence();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_\-]{7,80}(?:\.(?:jpe?g|png|gif|webp|heic))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^[A-Za-z0-9_\-/.]{3,80}\.(?:jpe?g|png|gif|webp|heic)(?: \[[^\[\]]{2,30}\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PictureFile();
}
