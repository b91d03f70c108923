using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>The words that the record uses for what the library keeps as enums; docs/record.md lists them.</summary>
internal static class RecordWords
{
    internal static readonly RecordWords<DateBasis> PublishedBasis = new(lower: true);
    internal static readonly RecordWords<EntityKind> EntityKind = new(lower: true);
    internal static readonly RecordWords<MentionForm> MentionForm = new(lower: true);
    internal static readonly RecordWords<DatePrecision> Precision = new(lower: true);
    internal static readonly RecordWords<Stance> Stance = new(lower: true);
    internal static readonly RecordWords<StatementKind> StatementKind = new(lower: true);
    internal static readonly RecordWords<EventStatus> Status = new(lower: true);

    // TIMEX3 writes its types in capitals.
    internal static readonly RecordWords<TimeType> TimeType = new(lower: false);

    /// <summary>The single statuses of a combination, in the order in which the record lists them.</summary>
    internal static IEnumerable<EventStatus> Singles(EventStatus status)
    {
        for (var bit = 1; bit <= (int)EventStatus.Negated; bit <<= 1)
        {
            if (((int)status & bit) != 0) yield return (EventStatus)bit;
        }
    }

    /// <returns>The words of a combination of statuses, joined by a separator; empty for none.</returns>
    internal static string List(EventStatus status, string separator) =>
        status == EventStatus.None ? "" : string.Join(separator, Singles(status).Select(Status.Word));
}

/// <summary>The words of one enum, both ways.</summary>
internal sealed class RecordWords<T>(bool lower) where T : struct, Enum
{
    private readonly KeyValuePair<T, string>[] _words =
        [.. Enum.GetValues<T>().Select(v => KeyValuePair.Create(v, lower ? v.ToString().ToLowerInvariant() : v.ToString().ToUpperInvariant()))];

    internal string All => string.Join(", ", _words.Select(w => w.Value));

    internal string Word(T value)
    {
        foreach (var (known, word) in _words)
        {
            if (EqualityComparer<T>.Default.Equals(known, value)) return word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"This is no single {typeof(T).Name}.");
    }

    internal bool TryParse(string word, out T value)
    {
        foreach (var (known, name) in _words)
        {
            if (name == word)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
