using System.Text.RegularExpressions;

namespace Demarche.Intake.Cleaning;

/// <summary>What a wire puts after its last sentence: its name, initials of the desk, a closing word.</summary>
internal sealed partial class SignOff(PhraseBook phrases, AgencyNames agencies)
{
    /// <summary>The longest closing that follows a sentence on the same line: "(Reporting by …)" is told by its brackets.</summary>
    private const int MaxLength = 44;

    /// <returns>The paragraph without what closes it, and the agency named there.</returns>
    internal (string Paragraph, string? Agency) Strip(string paragraph)
    {
        string? agency = null;
        while (true)
        {
            var shorter = StripOnce(paragraph, ref agency);
            if (shorter.Length == paragraph.Length)
            {
                return (paragraph, agency);
            }

            paragraph = shorter;
        }
    }

    /// <summary>Whether a whole line is a closing: "mos/lds", "EFE mos/lds", "X", "###", "(Reuters)".</summary>
    internal bool IsClosing(string line, out string? agency)
    {
        agency = null;
        if (line.Length > MaxLength)
        {
            return false;
        }

        var core = line.Trim(" ()[]-–—/*.=©".ToCharArray());
        if (core.Length <= 1 || DeskInitials().IsMatch(line) || DeskNumbers().IsMatch(line) || IsAgencyList(line) || phrases.IsWhole(line, PhraseKind.End))
        {
            return true;
        }

        agency = agencies.Find(core) ?? (AgencyAndInitials().Match(line) is { Success: true } match ? agencies.Find(match.Groups["agency"].Value) : null);
        return agency is not null;
    }

    // "jd/rt (AP, AFP, dpa)": written at a desk from several agencies, so that none is named as the author.
    private bool IsAgencyList(string line) => DeskAndAgencies().Match(line) is { Success: true } match
        && match.Groups["list"].Value.Split(',', StringSplitOptions.TrimEntries).All(name => agencies.Find(name) is not null);

    private string StripOnce(string paragraph, ref string? agency)
    {
        if (BracketedCredit().Match(paragraph) is { Success: true } credit
            && phrases.Find(credit.Groups["words"].Value, Line.CountWords(credit.Groups["words"].ValueSpan)) is { Kind: PhraseKind.Credit or PhraseKind.Field, Match: PhraseMatch.Start })
        {
            return paragraph[..credit.Index].TrimEnd();
        }

        var at = LastSentenceEnd(paragraph);
        if (at < 0 || at == paragraph.Length)
        {
            return paragraph;
        }

        var closing = paragraph[at..].Trim();
        if (closing.Length == 0)
        {
            return paragraph[..at];
        }

        if (!IsClosing(closing, out var named))
        {
            return paragraph;
        }

        agency ??= named;
        return paragraph[..at].TrimEnd();
    }

    // The end of the last sentence that has something after it on the line.
    private static int LastSentenceEnd(string paragraph)
    {
        for (var i = paragraph.Length - 2; i > 0 && i >= paragraph.Length - MaxLength - 2; i--)
        {
            if (paragraph[i] is '.' or '!' or '?' or '"' or '”' or '’' or '…' or ')'
                && paragraph[i + 1] is ' ' or '(' or '/' or '-' or '—' or '–' or '=' or '©')
            {
                return i + 1;
            }
        }

        return -1;
    }

    // "mos/lds", "HNA/ts/kr", "jd.jr", "Enditem/JD", with or without the wire's time stamp.
    [GeneratedRegex(@"^\(?(?:(?:[a-z]{1,5}|\p{Lu}{2,6})(?:[/.-][a-z]{1,5}){1,4}|[Ee]nditem/\p{Lu}{1,4})\)?(?: \d{6} ?GMT \p{L}{3} \d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DeskInitials();

    // "9376**2050", "2050/1430".
    [GeneratedRegex(@"^\d{3,5}(?:\*\*|/)\d{3,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex DeskNumbers();

    // "… for three years. (Reporting by Jane Doe; Editing by John Roe)"
    [GeneratedRegex(@"(?<=[.!?""”’])\s*\((?<words>[^()]{8,200})\)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedCredit();

    [GeneratedRegex(@"^(?:[a-z]{1,5}(?:[/-][a-z]{1,5}){0,4} )?\((?<list>[^(),]{2,20}(?:, [^(),]{2,20})+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex DeskAndAgencies();

    // "EFE mos/lds", "PTI JD JRO", "//Petra// JD".
    [GeneratedRegex(@"^[/(]*(?<agency>\p{Lu}[\p{L} ]{1,20}?)[/)]* +(?:\(?[a-z]{1,5}(?:[/-][a-z]{1,5}){0,4}\)?|\p{Lu}{2,4}(?: \p{Lu}{2,4}){0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex AgencyAndInitials();
}
