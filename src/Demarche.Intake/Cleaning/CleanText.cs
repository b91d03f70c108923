using Demarche.Intake.Dates;

namespace Demarche.Intake.Cleaning;

/// <summary>What cleaning found in one text.</summary>
internal sealed class CleanText
{
    internal string? Title { get; set; }

    internal List<string> Authors { get; } = [];

    internal string? Outlet { get; set; }

    internal string? Agency { get; set; }

    /// <summary>The date in the text's header or tail; null where none is stated.</summary>
    internal WrittenDate? Stated { get; set; }

    /// <summary>The words of <see cref="Stated"/>.</summary>
    internal string? StatedWords { get; set; }

    /// <summary>Whether <see cref="Stated"/> is only when the page was changed.</summary>
    internal bool StatedIsUpdate { get; set; }

    internal WireDateline? Dateline { get; set; }

    /// <summary>Whether a line below the first sentence says that the rest is for subscribers.</summary>
    internal bool IsCutOff { get; set; }

    internal List<string> Paragraphs { get; set; } = [];

    /// <summary>Lines taken out, with the reason; for tests and for those who mend the rules.</summary>
    internal List<(LineMark Mark, string Text)> Removed { get; } = [];
}
