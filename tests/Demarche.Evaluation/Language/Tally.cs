using System.Globalization;

namespace Demarche.Evaluation;

/// <summary>What was found, what there is, and what of both agrees.</summary>
internal sealed class Tally
{
    internal int Found { get; set; }

    internal int Known { get; set; }

    internal int Right { get; set; }

    /// <summary>Per cent of what was found that is right.</summary>
    internal double Precision => Share(Right, Found);

    /// <summary>Per cent of what there is that was found.</summary>
    internal double Recall => Share(Right, Known);

    /// <summary>The harmonic mean of precision and recall, in per cent.</summary>
    internal double F1 => Share(2 * Right, Found + Known);

    internal void Add<T>(IReadOnlySet<T> found, IReadOnlySet<T> known)
    {
        (Found, Known) = (Found + found.Count, Known + known.Count);
        Right += found.Count(known.Contains);
    }

    internal void Add(Tally other) => (Found, Known, Right) = (Found + other.Found, Known + other.Known, Right + other.Right);

    /// <summary>Precision, recall and F1 as cells of a table.</summary>
    internal string Cells() => string.Create(CultureInfo.InvariantCulture, $"{Precision:f1} | {Recall:f1} | {F1:f1}");

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
