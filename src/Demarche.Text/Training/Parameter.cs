using Demarche.Text.Neural;

namespace Demarche.Text.Training;

/// <summary>A tensor that is learnt: its numbers, their gradients, and what the optimiser remembers of them.</summary>
internal sealed unsafe class Parameter(string name, int rows, int columns)
{
    private readonly NumberBuffer<float> value = new(rows * columns), gradient = new(rows * columns);

    internal string Name { get; } = name;

    internal int Rows { get; } = rows;

    internal int Columns { get; } = columns;

    internal int Length => Rows * Columns;

    internal float* Value => value.Pointer;

    internal float* Gradient => gradient.Pointer;

    internal Span<float> Values => value.Span;

    internal Span<float> Gradients => gradient.Span;

    /// <summary>Running mean of the gradients.</summary>
    internal float[] Momentum { get; } = new float[rows * columns];

    /// <summary>Running mean of the squared gradients.</summary>
    internal float[] Variance { get; } = new float[rows * columns];

    /// <summary>Running mean of the values, which is what is saved in the end.</summary>
    internal float[] Average { get; } = new float[rows * columns];

    internal Parameter Uniform(RandomStream random, float limit)
    {
        foreach (ref var x in Values) x = ((2 * random.NextSingle()) - 1) * limit;
        return this;
    }

    /// <summary>Spreads the values as Glorot and Bengio (2010) advise for a product with this matrix.</summary>
    internal Parameter Glorot(RandomStream random) => Uniform(random, MathF.Sqrt(6f / (Rows + Columns)));
}
