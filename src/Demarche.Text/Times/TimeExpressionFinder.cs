using Demarche.Text.Quantities;
using Demarche.Text.Tokens;

namespace Demarche.Text.Times;

/// <summary>Finds the time expressions of a sentence and the days that they mean.</summary>
/// <remarks>
/// Rules over tokens, with words from <c>times.tsv</c> and <c>numbers.tsv</c>; values are those of TIMEX3. A bare weekday,
/// month or date without a year is the nearest one past, unless the verb or noun that governs it puts it ahead. A range
/// ("from 8 to 12 May") is one expression whose value is two values parted by a slash. May be shared between threads.
/// </remarks>
public sealed class TimeExpressionFinder
{
    private readonly TimeLexicon _words;
    private readonly NumberWords _numbers;

    private TimeExpressionFinder(TimeLexicon words, NumberWords numbers) => (_words, _numbers) = (words, numbers);

    /// <summary>Reads the tables of the language.</summary>
    /// <exception cref="LanguageDataException">A table is missing or wrong.</exception>
    public static TimeExpressionFinder Load(string languageDataDirectory)
    {
        var numbers = NumberWords.Load(languageDataDirectory);
        return new TimeExpressionFinder(TimeLexicon.Load(languageDataDirectory, numbers), numbers);
    }

    /// <summary>Finds the expressions of a sentence, in order; they never overlap.</summary>
    /// <param name="sentence">A parsed sentence.</param>
    /// <param name="reportDay">
    /// The day the report was published; without it relative expressions have values with X for what is not known, and no days.
    /// </param>
    /// <param name="previousDay">
    /// The day last told before this sentence, to which "the same day" and "a week earlier" refer; without it those refer to
    /// the last day told in the sentence, else to the report's.
    /// </param>
    public IReadOnlyList<TimeExpression> Find(Sentence sentence, DateOnly? reportDay, DateOnly? previousDay = null)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new TimeReader(_words, _numbers, sentence, InCalendar(reportDay), InCalendar(previousDay)).Read();
    }

    /// <summary>Days at the calendar's very ends cannot be shifted and are taken as unknown.</summary>
    private static DateOnly? InCalendar(DateOnly? day) => day is { Year: > 1000 and < 3000 } ? day : null;
}
