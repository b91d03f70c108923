using AngleSharp.Dom;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>The meta tags of a page: of those that bear the same name, the first.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);

    internal MetaTags(IDocument page)
    {
        foreach (var element in page.GetElementsByTagName("meta"))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
            var content = element.GetAttribute("content");
            if (name is not null && !string.IsNullOrWhiteSpace(content))
            {
                _byName.TryAdd(name.Trim(), TextNormaliser.OneLine(content));
            }
        }
    }

    /// <returns>What the first of these names says that the page has, or null.</returns>
    internal string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_byName.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <returns>What each of these names says, in their order.</returns>
    internal IEnumerable<string> All(IEnumerable<string> names) => names.Select(name => First(name)).OfType<string>();
}
