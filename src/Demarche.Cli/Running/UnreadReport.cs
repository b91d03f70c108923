using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>What stands for a report that could not be read, so that every report has its line.</summary>
internal static class UnreadReport
{
    /// <summary>A report without text; its id is its place where it has no other.</summary>
    internal static Report Of(RawReport raw, IReadOnlyList<string> warnings) =>
        new() { Id = raw.Id ?? raw.Where, Url = raw.Url, Title = raw.Title, Outlet = raw.Outlet, Fetched = raw.Fetched, Language = "und", Text = "", Warnings = warnings };
}
