using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Intake.Cleaning;
using Demarche.Intake.Dates;
using Demarche.Intake.Languages;
using Demarche.Intake.Pages;
using Demarche.Knowledge;

namespace Demarche.Intake;

/// <summary>Cleans one report: raw text or page in, dated and attributed report out.</summary>
/// <remarks>An instance may be shared between threads: its tables never change after loading.</remarks>
public sealed class ReportReader
{
    /// <summary>What a paywall leaves open is a paragraph or two; a page with more words than this is whole.</summary>
    private const int StubWords = 150;

    private readonly IntakeData _data;
    private readonly IntakeLimits _limits;
    private readonly PlainTextCleaner _cleaner;
    private readonly PageReader _pages;
    private readonly DatelineReader _datelines;

    /// <param name="dataFolder">The folder <c>data/intake</c>.</param>
    /// <param name="knowledge">Tells outlets by their domains and the countries of datelines; null: both stay empty where the page is silent.</param>
    /// <param name="limits">How many tags a page may have, and how deep; null for the defaults.</param>
    /// <exception cref="IntakeDataException">A table there is missing or wrong.</exception>
    public ReportReader(string dataFolder, KnowledgeBase? knowledge = null, IntakeLimits? limits = null)
        : this(dataFolder, knowledge is null ? NoNames.Instance : new KnowledgeNames(knowledge), limits ?? new())
    {
    }

    internal ReportReader(string dataFolder, INameSource names, IntakeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        _limits = limits;
        _data = IntakeData.Load(dataFolder, names);
        _cleaner = new PlainTextCleaner(_data);
        _pages = new PageReader(_data, _cleaner, _limits);
        _datelines = new DatelineReader(_data.Agencies, names);
    }

    /// <summary>Cleans a report and finds what it says about itself.</summary>
    /// <returns>A report for every input, however damaged; its text is empty where none was found, and a warning says so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="raw"/> is null.</exception>
    public Report Read(RawReport raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var warnings = new List<string>(raw.Warnings);
        if (raw.Failed)
        {
            return Empty(raw, warnings);
        }

        var page = raw.Format == RawFormat.Html ? _pages.Read(raw.Content) : null;
        var facts = page?.Facts ?? new PageFacts();
        var clean = page?.Text ?? _cleaner.Clean(raw.Content, raw.Title);
        var whole = string.Join("\n\n", clean.Paragraphs);
        WarnOfPage(page, clean, whole, raw, warnings);
        var language = ReportLanguage.Settle(_data.Languages, clean.Paragraphs, facts.Language, warnings);
        var text = string.Join("\n\n", clean.Paragraphs);
        var dating = new Dating(raw.Published, facts, clean, raw.Url ?? facts.Url, text, warnings);
        return new Report
        {
            Id = raw.Id ?? HashOf(text),
            Url = raw.Url ?? facts.Url,
            Title = Given(raw.Title) ?? facts.Title ?? clean.Title,
            Authors = AuthorsOf(raw, facts, clean),
            Outlet = OutletOf(raw, facts, clean),
            Agency = clean.Agency ?? facts.Agency,
            Published = dating.Published,
            PublishedBasis = dating.Basis,
            PublishedFrom = dating.From,
            Modified = dating.Modified,
            Fetched = raw.Fetched,
            Dateline = dating.Dateline,
            Language = language,
            Text = text,
            Warnings = warnings,
        };
    }

    /// <summary>Takes the content as it stands, for sentences that are to be coded one by one.</summary>
    /// <returns>The content, character for character, so that offsets in it hold in what was given; only odd spaces become plain ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="raw"/> is null.</exception>
    public Report ReadAsIs(RawReport raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var warnings = new List<string>(raw.Warnings);
        if (raw.Failed)
        {
            return Empty(raw, warnings);
        }

        var text = TextNormaliser.SameLength(raw.Content);
        var language = ReportLanguage.Settle(_data.Languages, [text], stated: null, warnings);
        var dating = new Dating(raw.Published, new PageFacts(), new CleanText(), raw.Url, text, warnings);
        return new Report
        {
            Id = raw.Id ?? HashOf(text),
            Url = raw.Url,
            Title = Given(raw.Title),
            Outlet = raw.Outlet,
            Published = dating.Published,
            PublishedBasis = dating.Basis,
            PublishedFrom = dating.From,
            Fetched = raw.Fetched,
            DatelineLength = _datelines.Find(text)?.Length ?? 0,
            Language = language,
            Text = text,
            Warnings = warnings,
        };
    }

    private static Report Empty(RawReport raw, List<string> warnings) => new()
    {
        Id = raw.Id ?? HashOf(raw.Where), Url = raw.Url, Title = Given(raw.Title), Outlet = raw.Outlet, Fetched = raw.Fetched, Language = "und", Text = "", Warnings = warnings,
    };

    private void WarnOfPage(Page? page, CleanText clean, string text, RawReport raw, List<string> warnings)
    {
        if (page is { Markup.TooDeep: true })
        {
            warnings.Add(IntakeWarnings.MarkupTooDeep(raw.Where, _limits.TagDepth));
        }

        if (page is { Markup.TooMany: true })
        {
            warnings.Add(IntakeWarnings.MarkupTooLong(raw.Where, _limits.Tags));
        }

        if (page is { Facts.IsIndex: true } && text.Length > 0)
        {
            warnings.Add(IntakeWarnings.IndexPage);
        }
        else if (clean.IsCutOff && text.Length > 0 && Line.CountWords(text) < StubWords)
        {
            warnings.Add(page is null ? IntakeWarnings.CutOff : IntakeWarnings.Paywalled);
        }

        if (text.Length == 0)
        {
            warnings.Add(page is null ? IntakeWarnings.NothingLeft(raw.Where) : IntakeWarnings.NoMainText);
        }
    }

    private List<string> AuthorsOf(RawReport raw, PageFacts facts, CleanText clean)
    {
        if (raw.Authors.Count == 0)
        {
            return facts.Authors.Count > 0 ? [.. facts.Authors] : clean.Authors;
        }

        var authors = new List<string>();
        string? agency = null;
        foreach (var name in raw.Authors)
        {
            Byline.AddNames(TextNormaliser.OneLine(name), _data, authors, ref agency);
        }

        clean.Agency ??= agency;
        return authors.Count > 0 ? authors : clean.Authors;
    }

    private string? OutletOf(RawReport raw, PageFacts facts, CleanText clean)
    {
        var host = Uri.TryCreate(raw.Url ?? facts.Url, UriKind.Absolute, out var address) ? address.Host : null;
        host = host is not null && host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        return Given(raw.Outlet) ?? (host is null ? null : _data.Names.Outlet(host)) ?? Given(facts.Outlet) ?? clean.Outlet ?? host;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextNormaliser.OneLine(text);

    private static string HashOf(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
