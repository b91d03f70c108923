using System.Text;

namespace Demarche.Intake.Pages;

/// <summary>Holds the text found on a page against the text that its linked data repeats.</summary>
internal static class StatedBody
{
    /// <summary>Linked data that covers less of what was found is cut or a summary, and is not believed.</summary>
    private const double LeastCover = 0.8;

    /// <summary>Takes blocks off both ends that the linked data does not have.</summary>
    internal static void TrimEdges(List<PageBlock> blocks, string? stated)
    {
        if (stated is null || blocks.Count < 2)
        {
            return;
        }

        var letters = Letters(stated);
        int covered = 0, all = 0;
        foreach (var block in blocks)
        {
            all += block.Text.Length;
            covered += IsIn(block, letters) ? block.Text.Length : 0;
        }

        if (covered < all * LeastCover)
        {
            return;
        }

        var last = blocks.FindLastIndex(block => IsIn(block, letters));
        blocks.RemoveRange(last + 1, blocks.Count - last - 1);
        blocks.RemoveRange(0, blocks.FindIndex(block => IsIn(block, letters)));
    }

    private static bool IsIn(PageBlock block, string letters) => letters.Contains(Letters(block.Text), StringComparison.Ordinal);

    // Spaces, signs and entities differ between the two; letters and digits do not.
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (char.IsLetterOrDigit(unit))
            {
                letters.Append(char.ToLowerInvariant(unit));
            }
        }

        return letters.ToString();
    }
}
