using System.Globalization;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Finds terms that overlap in offices with one holder: a predecessor who was forgotten, a wrong date, or one person under two names.</summary>
/// <remarks>Offices and terms that sharedoffices.tsv names may overlap with any other: heads together, rival governments, those who stood in.</remarks>
internal static class SingleOffices
{
    /// <exception cref="LexiconException">Two terms of one office overlap, or a shared office is none of officeholders.tsv.</exception>
    internal static void Check(Table terms, Table sharedOffices, KnownCodes codes)
    {
        var shared = ReadShared(terms, sharedOffices, codes);
        var offices = terms.Rows.Where(row => codes.IsSingle(row.Text(3)) && row.Has(6) && !IsShared(row, shared))
            .GroupBy(row => (row.Text(0), row.Text(1), row.Text(2), row.Text(3)));
        foreach (var office in offices) CheckOffice([.. office.OrderBy(row => row.Date(6)).ThenBy(End)]);
    }

    private static HashSet<(string Country, string Unit, string Office, string Person)> ReadShared(Table terms, Table sharedOffices, KnownCodes codes)
    {
        var known = terms.Rows.Select(row => (row.Text(0), row.Text(1), row.Text(2), row.Text(5))).ToHashSet();
        known.UnionWith(terms.Rows.Select(row => (row.Text(0), row.Text(1), row.Text(2), "")));
        var shared = new HashSet<(string, string, string, string)>();
        foreach (var row in sharedOffices.Rows)
        {
            row.Country(0, codes);
            row.OneOf(4, "joint", "parts", "rival", "acting", "unclear");
            var office = (row.Text(0), row.Text(1), row.Needed(2), row.Text(3));
            if (!known.Contains(office)) throw row.Wrong(row.Has(3) ? 3 : 2, TableMessages.NoSuchTerm(row.Text(2), row.Text(3)));
            shared.Add(office);
        }
        return shared;
    }

    private static bool IsShared(TableRow row, HashSet<(string, string, string, string)> shared) =>
        shared.Contains((row.Text(0), row.Text(1), row.Text(2), "")) || shared.Contains((row.Text(0), row.Text(1), row.Text(2), row.Text(5)));

    private static void CheckOffice(TableRow[] terms)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            for (var j = i + 1; j < terms.Length && terms[j].Date(6) < End(terms[i]); j++)
            {
                // A handover within one day is none; a user's row is told before one that ships.
                if (terms[i].Text(5) != terms[j].Text(5) && terms[i].Date(6) < End(terms[j]))
                    throw terms[i].IsAdded && !terms[j].IsAdded ? Wrong(terms[i], terms[j]) : Wrong(terms[j], terms[i]);
            }
        }
    }

    // Open terms last until they were seen; those that nobody saw last.
    private static DateOnly End(TableRow row) => row.Date(7) ?? row.Date(8) ?? DateOnly.MaxValue;

    private static LexiconException Wrong(TableRow row, TableRow other)
    {
        var until = End(other) == DateOnly.MaxValue ? "" : " until " + End(other).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return row.Wrong(6, TableMessages.Overlap(row.Text(5), other.Text(5), row.Text(2), $"{other.File}({other.Line})", until));
    }
}
