namespace Demarche.Knowledge.Names;

/// <summary>Whether a name in a report may be a known person's, spelled otherwise.</summary>
/// <remarks>Far too lenient to find people by: it is asked only where office, state and day have left one or two.</remarks>
internal static class NameLikeness
{
    // Of so many letters one may differ: Yanukovich and Yanukovych, Kosyrev and Kozyrev, but not Lee and Li.
    private const int LettersPerSlip = 5;

    // A shorter word of somebody's name is a particle or an initial, and no name to call him by.
    private const int ShortestWord = 4;

    /// <summary>Their last words are alike and their first ones begin alike; a single word may be any word of the known name.</summary>
    internal static bool MayBe(string written, string known)
    {
        var a = NameUnits.Written(written).Split(' ');
        var b = NameUnits.Written(known).Split(' ');
        if (a.Length == 1)
            return Array.Exists(b, word => word.Length >= ShortestWord && AreAlike(a[0], word)) || AreAlike(a[0], b[^1]);
        return AreAlike(a[^1], b[^1]) && (b.Length == 1 || a[0][0] == b[0][0] || AreAlike(a[0], b[0]));
    }

    private static bool AreAlike(string a, string b) => Distance(a, b) <= Math.Min(a.Length, b.Length) / LettersPerSlip;

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }
}
