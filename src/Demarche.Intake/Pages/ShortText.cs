using System.Text;
using AngleSharp.Dom;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Pages;

/// <summary>The text of small elements, such as bylines and dates, line by line.</summary>
internal static class ShortText
{
    /// <returns>The lines of an element; none where its text is longer than asked for, so that most of a page need not be gathered.</returns>
    internal static List<string> Lines(IElement element, int maxLength)
    {
        var text = new StringBuilder();
        foreach (var node in element.GetDescendants())
        {
            if (node is IElement inner && PageOutline.BreaksLine(inner.LocalName))
            {
                text.Append('\n');
            }
            else if (node is IText part && text.Append(part.Data.Replace('\n', ' ')).Length > maxLength)
            {
                return [];
            }
        }

        return [.. text.ToString().Split('\n').Select(TextNormaliser.OneLine).Where(line => line.Length > 0)];
    }
}
