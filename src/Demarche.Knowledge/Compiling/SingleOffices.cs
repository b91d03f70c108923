using System.Globalization;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Finds added terms in offices with one holder that overlap with another's.</summary>
/// <remarks>
/// The tables that ship hold some hundred such overlaps, because sources date handovers by the year or count acting
/// holders in; they are known and do no harm. In a user's table an overlap is a predecessor who was forgotten.
/// </remarks>
internal static class SingleOffices
{
    /// <exception cref="LexiconException">An added row overlaps with another.</exception>
    internal static void Check(Table terms, KnownCodes codes)
    {
        if (!terms.Rows.Any(row => row.IsAdded)) return;
        var offices = terms.Rows.Where(row => codes.IsSingle(row.Text(3)) && row.Has(6)).ToLookup(Office);
        foreach (var row in terms.Rows.Where(row => row.IsAdded))
            foreach (var other in offices[Office(row)])
                if (row.Text(5) != other.Text(5) && Overlap(row, other)) throw Wrong(row, other);
    }

    private static (string, string, string, string) Office(TableRow row) => (row.Text(0), row.Text(1), row.Text(2), row.Text(3));

    // A handover within one day is none.
    private static bool Overlap(TableRow a, TableRow b) => a.Date(6) < End(b) && b.Date(6) < End(a);

    // Open terms last until they were seen; those that nobody saw last.
    private static DateOnly End(TableRow row) => row.Date(7) ?? row.Date(8) ?? DateOnly.MaxValue;

    private static LexiconException Wrong(TableRow row, TableRow other)
    {
        var until = End(other) == DateOnly.MaxValue ? "" : " until " + End(other).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return row.Wrong(6, TableMessages.Overlap(row.Text(5), other.Text(5), row.Text(2), $"{other.File}({other.Line})", until));
    }
}
