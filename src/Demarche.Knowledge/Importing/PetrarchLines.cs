using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Importing;

/// <summary>The lines of a dictionary without comments, which begin with <c>#</c> or <c>;</c> or stand between <c>&lt;!--</c> and <c>--&gt;</c>.</summary>
internal static class PetrarchLines
{
    /// <returns>Lines that hold something, trimmed, with their numbers from 1.</returns>
    /// <exception cref="LexiconException">The file is too large, or no UTF-8.</exception>
    internal static IEnumerable<(int Number, string Content)> Read(string file)
    {
        var number = 0;
        var inComment = false;
        foreach (var line in TableText.Decode(file, Table.Bytes(file)).Split('\n'))
        {
            number++;
            if (WithoutComment(line, ref inComment).Trim() is { Length: > 0 } content) yield return (number, content);
        }
    }

    private static string WithoutComment(string line, ref bool inComment)
    {
        if (inComment)
        {
            inComment = !line.Contains("-->", StringComparison.Ordinal);
            return "";
        }
        if (line.IndexOf("<!--", StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = line.IndexOf("-->", open, StringComparison.Ordinal);
            inComment = close < 0;
            line = line[..open] + (close < 0 ? "" : line[(close + 3)..]);
        }
        var at = line.IndexOfAny(['#', ';']);
        // The code "[###]" is none of a comment.
        while (at >= 0 && line.LastIndexOf('[', at) > line.LastIndexOf(']', at)) at = line.IndexOfAny(['#', ';'], at + 1);
        return at >= 0 ? line[..at] : line;
    }
}
