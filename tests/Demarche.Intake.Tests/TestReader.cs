using Demarche.Testing;

namespace Demarche.Intake.Tests;

/// <summary>One reader over the repository's own tables, with a few names in place of the knowledge.</summary>
internal static class TestReader
{
    internal static string DataFolder { get; } = Path.Combine(Repository.Data, "intake");

    internal static ReportReader Shared { get; } = new(DataFolder, new FewNames(), new IntakeLimits());

    internal static IntakeData Data { get; } = IntakeData.Load(DataFolder, new FewNames());

    internal static Report ReadText(string text, string? published = null, string? title = null) => Shared.Read(new RawReport
    {
        Where = "test.txt", Format = RawFormat.PlainText, Content = text, Published = published, Title = title,
    });

    internal static Report ReadPage(string html, string? url = null) => Shared.Read(new RawReport
    {
        Where = "test.html", Format = RawFormat.Html, Content = html, Url = url,
    });

    private sealed class FewNames : INameSource
    {
        public string? Outlet(string nameOrDomain) => nameOrDomain switch { "example-times.org" => "The Example Times", _ => null };

        public string? Agency(string name) => null;

        public (bool Known, string? Country) Place(string name) => name switch
        {
            "Oslo" => (true, "NOR"),
            "Tokyo" => (true, "JPN"),
            "Geneva" => (true, "CHE"),
            "Seoul" => (true, "KOR"),
            _ => (false, null),
        };
    }
}
