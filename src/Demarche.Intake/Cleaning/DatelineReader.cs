using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Intake.Dates;

namespace Demarche.Intake.Cleaning;

/// <summary>The words before wire copy: where it was written, on which day, by which agency.</summary>
/// <param name="Written">The words as they stand, without the dash.</param>
/// <param name="Place">The town; empty where only an agency is named.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
/// <param name="Date">Its day is null where the dateline gives no year.</param>
/// <param name="Agency">As the record carries it, or null.</param>
/// <param name="Length">How much of the paragraph it takes, dash and space included.</param>
internal sealed record WireDateline(string Written, string Place, string? Country, WrittenDate? Date, string? Agency, int Length);

/// <summary>Tells a dateline from the beginning of a sentence by adding up what speaks for it.</summary>
internal sealed partial class DatelineReader(AgencyNames agencies, INameSource names)
{
    /// <summary>The longest dateline known has 78 characters; what is longer is a sentence.</summary>
    private const int MaxLength = 100;

    private const int MaxPlaceWords = 5;

    // What speaks for a dateline, and how much is enough. A known agency, or a date in the middle, or a known place before a
    // dash decide alone; capitals need a dash, because headlines in the text are written so too.
    private const int Enough = 3;
    private const int AgencyWeight = 3;
    private const int BracketWeight = 1;
    private const int DateWeight = 2;
    private const int CapitalsWeight = 2;
    private const int KnownPlaceWeight = 2;
    private const int StateWeight = 2;
    private const int DashWeight = 1;

    /// <returns>The dateline at the start of a paragraph, or null.</returns>
    internal WireDateline? Find(string paragraph)
    {
        var window = paragraph.AsSpan(0, Math.Min(MaxLength, paragraph.Length)).ToString();
        foreach (Match end in Ending().Matches(window))
        {
            var head = window[..end.Index].Trim();
            var after = end.Index + end.Length;
            if (head.Length == 0 || after >= paragraph.Length || !StartsSentence(paragraph.AsSpan(after)))
            {
                continue;
            }

            if (Read(CountryInBrackets().Replace(head, ", ${country}"), end.Value) is { } dateline)
            {
                return AndWhatFollows(dateline with { Length = after }, paragraph[after..]);
            }
        }

        return null;
    }

    // "(ANSA) - OSLO, MAR 7 - ": the agency stands before the place.
    private WireDateline AndWhatFollows(WireDateline first, string rest) =>
        first is { Place.Length: 0, Date: null } && Find(rest) is { Agency: null } second
            ? second with { Agency = first.Agency, Length = first.Length + second.Length, Written = $"{first.Written} - {second.Written}" } : first;

    private WireDateline? Read(string head, string ending)
    {
        var weight = ending.AsSpan().ContainsAny("-–—_") ? DashWeight : 0;
        var rest = head;
        string? agency = null;
        if (BracketAtEnd().Match(rest) is { Success: true } bracket)
        {
            agency = agencies.Find(bracket.Groups["name"].Value) ?? agencies.Find(bracket.Groups["name"].Value.Split(['/', ',', '-'])[0]);
            weight += agency is null ? BracketWeight : AgencyWeight;
            rest = rest[..bracket.Index].Trim().TrimEnd('.', ',');
        }

        var parts = rest.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (parts.Count > 1 && agency is null && agencies.Find(parts[^1]) is { } unbracketed)
        {
            (agency, weight) = (unbracketed, weight + AgencyWeight);
            parts.RemoveAt(parts.Count - 1);
        }

        var date = TakeDate(parts);
        weight += date is null ? 0 : DateWeight;
        if (parts.Count == 0)
        {
            // "(Reuters) - …", or "30 August 2017 – …" as some bodies date their news.
            return agency is not null || (date is { Day: not null } && ending.AsSpan().ContainsAny("-–—"))
                ? new WireDateline(head, "", null, date, agency, 0) : null;
        }

        // With a date beside it, an agency that is not listed is one all the same.
        if (agency is null && date is not null && BracketAtEnd().Match(head) is { Success: true } unlisted && IsPlaceLike(unlisted.Groups["name"].Value))
        {
            agency = unlisted.Groups["name"].Value.Trim();
        }

        if (parts.Count > 3 || !parts.All(IsPlaceLike))
        {
            return null;
        }

        var (place, country, placeWeight) = ReadPlace(parts, ending);
        weight += placeWeight;
        return weight >= Enough && (placeWeight > 0 || agency is not null || date is not null)
            ? new WireDateline(head, place, country, date, agency, 0) : null;
    }

    private (string Place, string? Country, int Weight) ReadPlace(List<string> parts, string ending)
    {
        var first = parts[0].Split('/')[0].Trim();
        first = first.IndexOf('.', StringComparison.Ordinal) == first.Length - 1 ? first.TrimEnd('.') : first; // "PYONGYANG. Oct 19 (Interfax)"
        var capitals = first.Length >= 4 && first.Any(char.IsLetter) && !first.Any(char.IsLower);
        var place = capitals ? TitleCase(first) : first;
        var (known, country) = names.Place(place);
        var region = parts.Count > 1 ? parts[^1] : null;
        var isState = region is not null && IsState(region);
        if (isState)
        {
            country = "USA";
        }
        else if (region is not null && names.Place(TitleCase(region)) is { Known: true, Country: { } wider })
        {
            country = wider;
        }

        // A colon follows speakers and subjects too, so that after one only a known place in capitals counts.
        var colon = ending.Contains(':', StringComparison.Ordinal);
        var weight = (known ? KnownPlaceWeight : 0) + (isState ? StateWeight : 0) + (capitals ? CapitalsWeight : 0);
        return (place, country, colon && !(known && capitals) ? 0 : weight);
    }

    private static WrittenDate? TakeDate(List<string> parts)
    {
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(parts[i][^1]) && !DayMonth().IsMatch(parts[i]))
            {
                continue;
            }

            var words = parts[i];
            if (Year().IsMatch(words) && i > 0)
            {
                words = $"{parts[i - 1]}, {words}";
            }

            if (DatePart().Match(words) is not { Success: true } match || !DateParser.TryParse(match.Value, out var date))
            {
                return null;
            }

            if (words != parts[i])
            {
                parts.RemoveAt(i--);
            }

            var before = words[..match.Index].Trim();
            parts.RemoveAt(i);
            if (before.Length > 0)
            {
                parts.Insert(i, before);
            }

            return date;
        }

        return null;
    }

    private static bool IsPlaceLike(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MaxPlaceWords
            && !part.Any(char.IsAsciiDigit)
            && !SentenceStart().IsMatch(part)
            && words.All(word => char.IsUpper(word[0]) || Particle().IsMatch(word))
            && part.All(unit => char.IsLetter(unit) || unit is ' ' or '.' or '\'' or '’' or '-' or '/');
    }

    private static bool IsState(string region) => States().IsMatch(region) || States().IsMatch(region + ".");

    private static bool StartsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \"“‘'«([");
        return text.Length > 0 && (char.IsUpper(text[0]) || char.IsAsciiDigit(text[0]) || char.IsLetter(text[0]) && !char.IsLower(text[0])
            || text.StartsWith("al-", StringComparison.Ordinal) || text.StartsWith("i", StringComparison.Ordinal) && text.Length > 1 && char.IsUpper(text[1]));
    }

    private static string TitleCase(string capitals)
    {
        if (capitals.Any(char.IsLower))
        {
            return capitals;
        }

        var letters = capitals.ToCharArray();
        for (var i = 1; i < letters.Length; i++)
        {
            letters[i] = char.IsLetter(letters[i - 1]) || letters[i - 1] is '\'' or '’' ? char.ToLower(letters[i], CultureInfo.InvariantCulture) : letters[i];
        }

        return new string(letters);
    }

    // ".-", "--", "—", " - ", ":", "/. ", or a closing bracket with nothing after it ("Hong Kong (CNN) A muddled …").
    [GeneratedRegex(@"\.?\s*--+\s*|\.-\s*|\s*[—–]\s*|\s+[-_]\s+|\.\s+-\s*|:\s+|(?<=[)/])\.?\s+(?=\p{Lu}|[""“])|(?<=\)|/)-(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    // "Oslo [Norway], March 7 (ANI): "
    [GeneratedRegex(@"(?<=^\p{Lu}[\p{L} .'-]{1,30})\s*\[(?<country>\p{Lu}[\p{L} ]{2,30})\]", RegexOptions.CultureInvariant)]
    private static partial Regex CountryInBrackets();

    [GeneratedRegex(@"[(/\[]\s*(?<name>[^()/\[\]]{2,40}(?:/[^()\[\]]{2,20})?)[)/\]]\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketAtEnd();

    [GeneratedRegex(@"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:, ?(?:19|20)\d\d| (?:19|20)\d\d)?|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/(?:19|20)\d\d)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DatePart();

    [GeneratedRegex(@"^\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:of|the|de|da|do|del|di|la|le|el|al|al-\p{L}+|and|on|sur|upon|in|en-\p{L}+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();

    [GeneratedRegex(@"^(?:In|On|At|From|After|Before|By|For|With|As|But|And|When|While|Since|If|To|This|That|It|He|She|They|We|I|Mr|Mrs|Ms|Dr)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceStart();

    // The postal and the Associated Press abbreviations, and the names that the latter never shortens.
    [GeneratedRegex(@"^(?:A[KLRZ]|C[AOT]|DE|D\.?C\.?|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|Ala\.|Ariz\.|Ark\.|Calif\.|Colo\.|Conn\.|Del\.|Fla\.|Ga\.|Ill\.|Ind\.|Kan\.|Ky\.|La\.|Md\.|Mass\.|Mich\.|Minn\.|Miss\.|Mo\.|Mont\.|Neb\.|Nev\.|N\.[CDHJMY]\.|Okla\.|Ore\.|Pa\.|R\.I\.|S\.[CD]\.|Tenn\.|Vt\.|Va\.|Wash\.|W\.Va\.|Wis\.|Wyo\.|Alaska|Hawaii|Idaho|Iowa|Maine|Ohio|Texas|Utah)$", RegexOptions.CultureInvariant)]
    private static partial Regex States();
}
