namespace Demarche.Intake.Languages;

/// <summary>Settles the language of a report paragraph by paragraph, since pages mix them.</summary>
internal static class ReportLanguage
{
    /// <summary>Takes the foreign paragraphs out of an English report, and warns of what is not English.</summary>
    /// <param name="identifier">Tells the languages.</param>
    /// <param name="paragraphs">Of the clean text; foreign ones are removed where at least half of what can be told is English.</param>
    /// <param name="stated">The code that the page gives, for texts too short to tell.</param>
    /// <param name="warnings">Gains what was left out, and in which language.</param>
    /// <returns>An ISO 639-1 code; <c>und</c> where nothing tells.</returns>
    internal static string Settle(LanguageIdentifier identifier, List<string> paragraphs, string? stated, List<string> warnings)
    {
        var all = identifier.Find(string.Join("\n\n", paragraphs));
        if (all is null)
        {
            return stated is { Length: >= 2 } ? stated[..2].ToLowerInvariant() : "und";
        }

        var told = paragraphs.ConvertAll(identifier.FindPlain);
        var (english, foreign) = (LettersIn(paragraphs, told, isEnglish: true), LettersIn(paragraphs, told, isEnglish: false));
        if (english == 0 || english < foreign)
        {
            if (all.Code != "en")
            {
                warnings.Add(IntakeWarnings.NotEnglish(all.Name, told.Count(language => language?.Code == "en"), paragraphs.Count));
            }

            return all.Code;
        }

        if (foreign > 0)
        {
            string[] names = [.. told.OfType<Language>().Where(language => language.Code != "en").Select(language => language.Name).Distinct().Order(StringComparer.Ordinal)];
            warnings.Add(IntakeWarnings.ForeignParagraphs(told.Count(language => language is not null and not { Code: "en" }), paragraphs.Count, names));
            var kept = paragraphs.Where((_, i) => told[i] is null or { Code: "en" }).ToList();
            paragraphs.Clear();
            paragraphs.AddRange(kept);
        }

        return "en";
    }

    // Letters of Chinese and Japanese say more each than those of an alphabet; three to one is near enough.
    private static int LettersIn(List<string> paragraphs, List<Language?> told, bool isEnglish)
    {
        var letters = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (told[i] is { } language && language.Code == "en" == isEnglish)
            {
                letters += paragraphs[i].Length * (language.Code is "ja" or "zh" ? 3 : 1);
            }
        }

        return letters;
    }
}
