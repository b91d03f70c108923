using System.Text;

namespace Demarche.Text.Tests.Tokens;

/// <summary>Makes texts from news-like pieces and from odd characters; the same seed makes the same text.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "The", "minister", "said", "U.S.", "Feb.", "7", "Mr.", "J.", "don't", "can't", "Norway's", "talks", ".", "!", "?", "...", "…", "\"", "“", "”", "'", "’",
        "(", ")", "[", "]", "--", "-", "–", "—", ",", ";", ":", "3.5", "1,180", "km", "$2,000", "US$", "12%", "2017-08-30", "5 p.m.", "10:30", "on Tuesday",
        "late", "last", "next", "week", "two", "days", "ago", "earlier", "the", "same", "day", "from", "to", "between", "and", "May", "March", "8th", "of",
        "more", "than", "about", "a", "dozen", "hundreds", "1990s", "'90s", "e.g.", "www.example.org/a(b)", "a.b@example.org", "#tag", "@who", "pro-peace",
        "twenty-one", "Jong-un", "and/or", "1/2", "9/11", "www.", "http://", "Q1", "mid-June", "every", "century", "first", "quarter", "half", "million", "billion",
        "\n", "\n\n", "\r\n", "\t", "  ", "\u00A0", "\u2028", "\u200B", "\uFEFF", "\0", "\u0301", "é", "é", "\uD83D\uDE00", "\uD83D", "\uDE00", "北朝鮮", "Россия", "ﬁ", "İ",
        "99999999999999999999", "0", "00", "1.2.3", "31.12.2017", "31,2017", "-5", ".5", "''", "``", "''s", "n't", "'s", "s'", "o'clock", "cannot", "gonna", "_", "=", "***",
    ];

    internal static string Make(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var count = random.Next(0, 60);
        for (var i = 0; i < count; i++)
        {
            text.Append(random.Next(8) == 0 ? ((char)random.Next(0, 0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
            text.Append(random.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }
}
