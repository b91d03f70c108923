using Demarche.Text.Tokens;

namespace Demarche.Text.Quantities;

/// <summary>Finds numbers with what they count or measure, and their bounds.</summary>
/// <remarks>
/// Reads <c>units.tsv</c>, <c>bounds.tsv</c> and <c>numbers.tsv</c>. Ordinals, numbers inside names (Hwasong-12, Resolution
/// 2375), telephone numbers, scores and all that is part of a time are no quantities; number words count only with a noun.
/// May be shared between threads.
/// </remarks>
public sealed class QuantityFinder
{
    private readonly QuantityLexicon _words;
    private readonly NumberWords _numbers;

    private QuantityFinder(QuantityLexicon words, NumberWords numbers) => (_words, _numbers) = (words, numbers);

    /// <summary>Reads the tables of the language.</summary>
    /// <exception cref="LanguageDataException">A table is missing or wrong.</exception>
    public static QuantityFinder Load(string languageDataDirectory) =>
        new(QuantityLexicon.Load(languageDataDirectory), NumberWords.Load(languageDataDirectory));

    /// <summary>Finds the quantities of a sentence, in order; they never overlap one another or a time.</summary>
    /// <param name="sentence">A parsed sentence.</param>
    /// <param name="times">The sentence's time expressions, in order.</param>
    public IReadOnlyList<Quantity> Find(Sentence sentence, IReadOnlyList<TimeExpression> times)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(times);
        return new QuantityReader(_words, _numbers, sentence, times).Read();
    }
}
