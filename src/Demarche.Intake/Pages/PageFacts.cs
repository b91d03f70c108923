namespace Demarche.Intake.Pages;

/// <summary>A date as a page writes it, in whatever shape, and where it does.</summary>
internal readonly record struct WrittenOnPage(string Words, DateSource Source);

/// <summary>What a page says about its report outside of the running text; null where it is silent.</summary>
internal sealed class PageFacts
{
    internal string? Title { get; set; }

    /// <summary>People, as the record carries them.</summary>
    internal List<string> Authors { get; } = [];

    internal string? Outlet { get; set; }

    /// <summary>Dates of publication, the most trusted first.</summary>
    internal List<WrittenOnPage> Published { get; } = [];

    /// <summary>Dates of the last change, the most trusted first.</summary>
    internal List<WrittenOnPage> Modified { get; } = [];

    /// <summary>A date that the page shows to its readers outside of the running text.</summary>
    internal string? Shown { get; set; }

    /// <summary>Whether the page says that only subscribers see all of the text.</summary>
    internal bool IsPaywalled { get; set; }

    /// <summary>Whether the page calls itself a list of other pages.</summary>
    internal bool IsIndex { get; set; }

    internal string? Agency { get; set; }

    internal string? Url { get; set; }

    /// <summary>The code that the page gives, such as <c>en-GB</c>.</summary>
    internal string? Language { get; set; }

    /// <summary>The whole text as the page's linked data repeats it; often missing, cut or flattened.</summary>
    internal string? BodyText { get; set; }
}
