using System.Buffers;
using System.Text;
using Demarche.Intake;
using Demarche.Intake.Dates;

namespace Demarche.Cli;

/// <summary>A clean report for people: what is known about it, then its text.</summary>
internal static class ReportText
{
    internal static void Write(Report report, IBufferWriter<byte> output)
    {
        var page = new StringBuilder();
        Field("id", report.Id);
        Field("title", report.Title);
        Field("authors", string.Join(", ", report.Authors));
        Field("outlet", report.Outlet);
        Field("agency", report.Agency);
        var basis = report.PublishedBasis.ToString().ToLowerInvariant();
        Field("published", report.Published is null ? null : $"{report.Published} ({basis}: {DateSourceWords.Of(report.PublishedFrom)})");
        Field("modified", report.Modified);
        Field("url", report.Url);
        Field("language", report.Language);
        foreach (var warning in report.Warnings) Field("warning", warning);
        page.Append('\n').Append(report.Text).Append("\n\n");
        Encoding.UTF8.GetBytes(page.ToString(), output);

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) page.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append('\n');
        }
    }
}
