using System.Globalization;
using Demarche.Text.Tokens;

namespace Demarche.Text.Quantities;

/// <summary>A unit of measure or a currency.</summary>
/// <param name="Name">The lemma, as the coded record gives it.</param>
/// <param name="Factor">Its size in the SI unit of its dimension; null for money, percentages and degrees.</param>
internal sealed record UnitWord(string Name, decimal? Factor, bool IsMoney);

/// <summary>The tables <c>units.tsv</c> and <c>bounds.tsv</c>.</summary>
internal sealed class QuantityLexicon
{
    private QuantityLexicon(Dictionary<string, UnitWord> units, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        Units = new PhraseTable<UnitWord>(units);
        Before = new PhraseTable<string>(before);
        After = new PhraseTable<string>(after);
        foreach (var phrase in before.Keys)
        {
            LongestBefore = Math.Max(LongestBefore, phrase.Split(' ').Length);
        }
    }

    internal PhraseTable<UnitWord> Units { get; }

    /// <summary>Words before a number that bound it, with their sign.</summary>
    internal PhraseTable<string> Before { get; }

    internal PhraseTable<string> After { get; }

    internal int LongestBefore { get; }

    internal static QuantityLexicon Load(string languageDataDirectory)
    {
        var units = new Dictionary<string, UnitWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LanguageTable.Read(languageDataDirectory, "units.tsv", columns: 3))
        {
            decimal? factor = row[2] is "money" or "-" ? null
                : decimal.TryParse(row[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) && size > 0 ? size
                : throw row.Wrong(2, $"'{row[2]}' is not a factor; write a number above 0, 'money' or '-'.");
            if (!units.TryAdd(row[0], new UnitWord(row[1], factor, row[2] == "money")))
            {
                throw row.Wrong(0, $"'{row[0]}' stands twice.");
            }
        }

        Dictionary<string, string> before = new(StringComparer.OrdinalIgnoreCase), after = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LanguageTable.Read(languageDataDirectory, "bounds.tsv", columns: 3))
        {
            var table = row.OneOf(0, "before", "after") == "before" ? before : after;
            if (!table.TryAdd(row[1], row.OneOf(2, ">", "<", "~")))
            {
                throw row.Wrong(1, $"'{row[1]}' stands twice.");
            }
        }

        return new QuantityLexicon(units, before, after);
    }
}
