namespace Demarche.Intake.Cleaning;

/// <summary>Cuts text into paragraphs: at blank lines, or at every line end where lines are not wrapped.</summary>
internal static class ParagraphSplitter
{
    // Mail and terminals wrap at 60 to 80 columns; the margins leave room for long last words.
    private const int ShortestWrapped = 45;
    private const int LongestWrapped = 100;

    internal static List<Line> Split(string text)
    {
        var lines = new List<Line>();
        var block = new List<string>();
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim();
            if (line.Length > 0)
            {
                block.Add(line.ToString());
                continue;
            }

            Close(block, lines, ref number);
        }

        Close(block, lines, ref number);
        return lines;
    }

    private static void Close(List<string> block, List<Line> lines, ref int number)
    {
        if (block.Count == 0)
        {
            return;
        }

        if (IsWrapped(block))
        {
            Add(string.Join(' ', block), lines, number);
        }
        else
        {
            foreach (var line in block)
            {
                Add(line, lines, number);
            }
        }

        number++;
        block.Clear();
    }

    private static void Add(string text, List<Line> lines, int block)
    {
        var cut = ImageIds.Strip(text);
        lines.Add(new Line(cut, block, text.Length));
    }

    // Wrapped lines are of like length, most break in the middle of a sentence, and many go on in lower case, which titles never do.
    private static bool IsWrapped(List<string> block)
    {
        if (block.Count < 2)
        {
            return false;
        }

        int midSentence = 0, goesOn = 0;
        for (var i = 0; i < block.Count - 1; i++)
        {
            if (block[i].Length is < ShortestWrapped or > LongestWrapped)
            {
                return false;
            }

            midSentence += block[i][^1] is '.' or '!' or '?' or '"' or '”' ? 0 : 1;
            goesOn += char.IsLower(block[i + 1][0]) ? 1 : 0;
        }

        return goesOn * 3 >= block.Count - 1 && midSentence * 2 > block.Count - 1;
    }
}
