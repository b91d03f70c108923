namespace Demarche.Text;

/// <summary>A stretch of a report's clean text.</summary>
/// <remarks>
/// Counts UTF-16 code units, so that <c>text[span.Start..span.End]</c> is the stretch itself. The coded record counts
/// Unicode code points; what writes JSON converts (<see cref="CodePointMap"/>). The default value is the empty stretch at the start.
/// </remarks>
public readonly record struct TextSpan
{
    /// <exception cref="ArgumentOutOfRangeException">The start is below 0, or the end below the start.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        (Start, End) = (start, end);
    }

    public int Start { get; }

    /// <value>Exclusive.</value>
    public int End { get; }

    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The shortest stretch that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
