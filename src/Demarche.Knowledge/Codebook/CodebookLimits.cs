namespace Demarche.Knowledge;

/// <summary>How large a codebook may be, so that a damaged or generated one is refused before it takes all memory. Far above what people write.</summary>
internal static class CodebookLimits
{
    /// <value>200,000: some seventy times the book that ships.</value>
    internal const int Entries = 200_000;

    /// <value>1,000,000 triggers of all entries.</value>
    internal const int Triggers = 1_000_000;

    /// <value>2,000,000 words that the requirements of all patterns allow, classes written out, each requirement once.</value>
    internal const int Words = 2_000_000;

    /// <value>20,000 characters of one cell; the longest that ships has 1,019.</value>
    internal const int Cell = 20_000;

    /// <value>64 requirements of one pattern; those that ship have six at most.</value>
    internal const int Requirements = 64;

    /// <value>90 characters of a reason: a line of an explanation.</value>
    internal const int Reason = 90;
}
