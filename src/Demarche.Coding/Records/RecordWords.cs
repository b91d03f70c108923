namespace Demarche.Coding;

/// <summary>The words that the record uses for what the library keeps as enums, each at the place of its value; docs/record.md lists them.</summary>
/// <remarks>Written out rather than taken from the enums' names: reflection over each of them is felt when a process starts for one report.</remarks>
internal static class RecordWords
{
    internal static readonly string[] PublishedBasis = ["unknown", "given", "stated", "inferred"];
    internal static readonly string[] EntityKind = ["person", "country", "organisation", "group", "place", "object", "document"];
    internal static readonly string[] MentionForm = ["name", "description", "pronoun"];
    internal static readonly string[] Precision = ["unknown", "day", "week", "month", "quarter", "year"];
    internal static readonly string[] Stance = ["asserts", "denies", "doubts", "confirms"];
    internal static readonly string[] StatementKind = ["direct", "indirect", "mixed"];

    // TIMEX3 writes its types in capitals.
    internal static readonly string[] TimeType = ["DATE", "TIME", "DURATION", "SET"];

    /// <summary>PLOVER's auxiliary modes: the word at place n is that of the flag 1 &lt;&lt; n.</summary>
    internal static readonly string[] Status = ["historical", "future", "hypothetical", "negated"];

    /// <returns>The words of a combination of statuses, in the order of their flags.</returns>
    internal static IEnumerable<string> Of(EventStatus status)
    {
        for (var i = 0; i < Status.Length; i++)
        {
            if (((int)status & (1 << i)) != 0) yield return Status[i];
        }
    }

    /// <returns>The words of a combination of statuses, joined by a separator; empty for none.</returns>
    internal static string List(EventStatus status, string separator) => string.Join(separator, Of(status));
}
