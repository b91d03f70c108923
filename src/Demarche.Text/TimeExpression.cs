namespace Demarche.Text;

/// <summary>TIMEX3's types of time expression.</summary>
public enum TimeType { Date, Time, Duration, Set }

/// <summary>How finely a date is known.</summary>
public enum DatePrecision { Unknown, Day, Week, Month, Quarter, Year }

/// <summary>Words that tell a time, and the days that they mean.</summary>
public sealed record TimeExpression
{
    public required TextSpan Span { get; init; }

    /// <summary>The words as written.</summary>
    public required string Text { get; init; }

    public required TimeType Type { get; init; }

    /// <summary>The TIMEX3 value (<c>2017-08-30</c>, <c>2017-W35</c>, <c>P2Y</c>, <c>XXXX-WXX-2</c>); null when the words cannot be valued.</summary>
    public string? Value { get; init; }

    /// <summary>First day meant; null for durations, sets, and dates that nothing anchors.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day meant, included.</summary>
    public DateOnly? End { get; init; }

    public DatePrecision Precision { get; init; }

    /// <summary>True when the days depend on the day of the report ("on Tuesday", "last month").</summary>
    public bool IsRelative { get; init; }
}
