namespace Demarche.Intake.Pages;

/// <summary>What a page says about its report outside of the running text; null where it is silent.</summary>
internal sealed class PageFacts
{
    internal string? Title { get; set; }

    internal List<string> Authors { get; } = [];

    internal string? Outlet { get; set; }

    /// <summary>As written, in whatever shape.</summary>
    internal string? Published { get; set; }

    /// <summary>A date that the page shows to its readers outside of the running text.</summary>
    internal string? Shown { get; set; }

    /// <summary>Whether the page says that only subscribers see all of the text.</summary>
    internal bool IsPaywalled { get; set; }

    internal string? Agency { get; set; }

    internal string? Url { get; set; }

    /// <summary>The code that the page gives, such as <c>en-GB</c>.</summary>
    internal string? Language { get; set; }

    /// <summary>The whole text as the page's linked data repeats it; often missing, cut or flattened.</summary>
    internal string? BodyText { get; set; }
}
