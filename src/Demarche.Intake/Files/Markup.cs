namespace Demarche.Intake.Files;

/// <summary>Tells markup from text by its beginning.</summary>
internal static class Markup
{
    private static readonly string[] Openings = ["<!doctype", "<html", "<head", "<body", "<?xml", "<article", "<div", "<p>", "<p ", "<meta", "<h1", "<!--"];

    internal static bool LooksLike(string? text)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        foreach (var opening in Openings)
        {
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
