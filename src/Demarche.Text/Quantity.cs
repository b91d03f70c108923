namespace Demarche.Text;

/// <summary>A number with its unit and bound, as the words give it.</summary>
public sealed record Quantity
{
    public required TextSpan Span { get; init; }

    public required string Text { get; init; }

    public required decimal Value { get; init; }

    /// <summary>The upper end of a range; null when one number is given.</summary>
    public decimal? Max { get; init; }

    /// <summary>One of <c>&gt; &lt; ~ =</c>.</summary>
    public required string Comparator { get; init; }

    /// <summary>The lemma of what is counted or measured (<c>container</c>, <c>kilometer</c>); empty when a bare number stands.</summary>
    public required string Unit { get; init; }

    /// <summary>The value in the SI unit of its dimension (metres, kilograms, seconds); null for counts and money.</summary>
    public decimal? Si { get; init; }
}
