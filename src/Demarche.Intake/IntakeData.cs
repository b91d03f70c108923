using Demarche.Intake.Cleaning;
using Demarche.Intake.Languages;
using Demarche.Intake.Pages;
using Demarche.Intake.Tables;

namespace Demarche.Intake;

/// <summary>All tables of <c>data/intake</c>, loaded once and never changed.</summary>
internal sealed class IntakeData
{
    private IntakeData(string folder, INameSource names)
    {
        Names = names;
        Phrases = new PhraseBook(Table.Read(folder, "boilerplate.tsv", "phrase", "match", "kind", "place"));
        Agencies = new AgencyNames(Table.Read(folder, "agencies.tsv", "name", "aliases"), names);
        CreditWords = Words(Table.Read(folder, "credits.tsv", "word"));
        CaptionCues = [.. Words(Table.Read(folder, "caption-cues.tsv", "word")).Order(StringComparer.Ordinal)];
        Outlets = new OutletShapes(Table.Read(folder, "outlet-words.tsv", "word", "place"));
        Languages = new LanguageIdentifier(Table.Read(folder, "languages.tsv", "code", "name", "script", "words", "letters"));
        Hints = new PageHints(Table.Read(folder, "page-hints.tsv", "word", "kind"));
    }

    internal INameSource Names { get; }

    internal PhraseBook Phrases { get; }

    internal AgencyNames Agencies { get; }

    internal IReadOnlySet<string> CreditWords { get; }

    /// <summary>Words of captions, which say in the present tense what a picture shows.</summary>
    internal IReadOnlyList<string> CaptionCues { get; }

    internal OutletShapes Outlets { get; }

    internal LanguageIdentifier Languages { get; }

    internal PageHints Hints { get; }

    /// <exception cref="IntakeDataException">A table is missing or wrong.</exception>
    internal static IntakeData Load(string folder, INameSource names) => new(folder, names);

    private static HashSet<string> Words(Table table)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            if (!words.Add(row["word"]))
            {
                throw row.Wrong("word", "each word once");
            }
        }

        return words;
    }
}
