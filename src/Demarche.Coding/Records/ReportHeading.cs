namespace Demarche.Coding;

/// <summary>The lines that open a report's events where people read them.</summary>
internal static class ReportHeading
{
    /// <summary>Id, title, day, outlet and agency on one line, as far as they are known.</summary>
    internal static string Line(CodedReport record)
    {
        var report = record.Report;
        var published = report.Published is null ? "undated" : $"{report.Published} ({RecordWords.PublishedBasis[(int)report.PublishedBasis]})";
        string?[] parts = [report.Id, report.Title, published, report.Outlet, report.Agency == report.Outlet ? null : report.Agency];
        return DisplayText.OneLine(string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    internal static IEnumerable<string> Warnings(CodedReport record) =>
        RecordWriter.AllWarnings(record).Select(warning => $"warning: {DisplayText.OneLine(warning)}");
}
