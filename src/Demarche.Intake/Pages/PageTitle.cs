using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>Finds the title: the heading that readers see, if the page's own metadata says nearly the same; else the metadata's.</summary>
internal static partial class PageTitle
{
    /// <summary>Shorter headings are names of sites and sections.</summary>
    private const int MinHeadingWords = 4;

    private const int MaxSiteWords = 5;

    /// <summary>So many words of four letters or more, a third of the heading's, tell that two titles are of one report.</summary>
    private const int MinSharedWords = 2;

    /// <returns>The element that shows the title, if one does; <see cref="PageFacts.Title"/> is set, and the outlet where the title names it.</returns>
    internal static IElement? Read(IDocument page, LinkedData linked, MetaTags meta, PageFacts facts, IntakeData data)
    {
        var inHead = TextNormaliser.OneLine(page.Title ?? "");
        string[] stated = [.. new[] { linked.Title, meta.First("og:title", "twitter:title", "dc.title", "parsely-title"), inHead }.OfType<string>().Select(TextNormaliser.OneLine)];
        var headings = page.GetElementsByTagName("h1").Select(h1 => (Element: h1, Text: TextNormaliser.OneLine(h1.TextContent)))
            .Where(shown => shown.Text.Length > 0).ToList();
        headings.RemoveAll(shown => shown.Text.Equals(facts.Outlet, StringComparison.OrdinalIgnoreCase) && stated.Length > 0 && stated[0] != shown.Text);
        (IElement? Element, string? Text) seen = default;
        foreach (var agrees in (ReadOnlySpan<Func<string, string, bool>>)[Begins, EndsAfterSection, IsReworded])
        {
            seen = seen.Element is null ? headings.Find(shown => stated.Any(said => agrees(shown.Text, said))) : seen;
        }

        if (seen is { Element: { } element, Text: { } heading })
        {
            facts.Title = WithoutOutletBefore(heading, facts, data);
            facts.Outlet ??= SiteBeside(heading, inHead);
            return element;
        }

        var title = stated.FirstOrDefault(words => words.Length > 0 && words != inHead)
            ?? (headings.Select(shown => shown.Text).Distinct().Count() == 1 && headings[0].Text.Contains(' ', StringComparison.Ordinal) ? headings[0].Text : inHead);
        title = WithoutOutlet(title, facts.Outlet);
        facts.Title = title.Length == 0 ? null : WithoutOutletBefore(title, facts, data);
        return Shows(page, facts.Title);
    }

    // "Talks resume | The Example Times" says that "Talks resume" is the title.
    private static bool Begins(string heading, string title) =>
        heading.Length >= 10 && PhraseBook.Key(title).StartsWith(PhraseBook.Key(heading), StringComparison.Ordinal);

    // "Opinion | Talks resume in Oslo" does so too; what is short and stands last is the site's name.
    private static bool EndsAfterSection(string heading, string title)
    {
        var (shown, said) = (PhraseBook.Key(heading), PhraseBook.Key(title));
        return Line.CountWords(heading) >= MinHeadingWords && said.EndsWith(shown, StringComparison.Ordinal)
            && said[..^shown.Length].TrimEnd() is [.., '|' or ':' or '-' or '–' or '—'];
    }

    // The page's title is the heading and the site's name: "The Space Courier: A bigger role", "A bigger role | Space Courier".
    private static string? SiteBeside(string heading, string inHead)
    {
        var at = inHead.IndexOf(heading, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || inHead.Length == heading.Length)
        {
            return null;
        }

        var rest = at > 0 ? inHead[..at] : inHead[heading.Length..];
        var site = rest.Split(['|', '–', '—', ':', '»', '·'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Trim(' ', '-')).LastOrDefault(part => part.Length > 2);
        return site is not null && Line.CountWords(site) <= MaxSiteWords && char.IsUpper(site[0]) ? site : null;
    }

    // Editors give search engines and readers different titles of one report.
    private static bool IsReworded(string heading, string title)
    {
        var shown = LongWords(heading);
        var shared = shown.Intersect(LongWords(title)).Count();
        return Line.CountWords(heading) >= MinHeadingWords && shared >= MinSharedWords && shared * 3 >= shown.Count;
    }

    private static HashSet<string> LongWords(string title) =>
        [.. PhraseBook.Key(title).Split([' ', '\'', '"', ',', ':', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 4)];

    private static IElement? Shows(IDocument page, string? title)
    {
        var key = title is null ? null : PhraseBook.Key(title);
        return key is not { Length: >= 10 } ? null
            : page.QuerySelectorAll("h1, h2, h3, [itemprop~=headline], [class*=title], [class*=headline]")
                .FirstOrDefault(element => element.TextContent.Length < title!.Length * 3 && PhraseBook.Key(TextNormaliser.OneLine(element.TextContent)) == key);
    }

    // "Talks resume | The Example Times": the site's name is no part of the title.
    private static string WithoutOutlet(string title, string? outlet)
    {
        if (SiteSuffix().Match(title) is not { Success: true } match)
        {
            return title;
        }

        var suffix = match.Groups["site"].Value;
        var isOutlet = outlet is not null && (suffix.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(suffix, StringComparison.OrdinalIgnoreCase));
        return isOutlet || match.Value.Contains('|', StringComparison.Ordinal) ? title[..match.Index].Trim() : title;
    }

    // "The Harbour Courier: Talks resume".
    private static string WithoutOutletBefore(string title, PageFacts facts, IntakeData data)
    {
        if (SitePrefix().Match(title) is not { Success: true } match)
        {
            return title;
        }

        var site = match.Groups["site"].Value;
        var isName = site.Split(' ').All(word => char.IsUpper(word[0])) && (data.Names.Outlet(site) is not null || data.Outlets.LooksLikeOne(site));
        if (!isName && !site.Equals(facts.Outlet, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        facts.Outlet ??= site;
        return title[match.Length..];
    }

    [GeneratedRegex(@"\s+[|–—\-»·:]\s+(?<site>[^|–—»]{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex SiteSuffix();

    [GeneratedRegex(@"^(?<site>The [^:|]{3,40}?):\s+(?=\S+ \S+)", RegexOptions.CultureInvariant)]
    private static partial Regex SitePrefix();
}
