using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>Runs one layer of recurrent cells over several sentences side by side, in both directions.</summary>
/// <remarks>The sentences go on in step, so that each step multiplies by the matrix once for all that still have a token.</remarks>
internal sealed unsafe class RecurrentRun
{
    private readonly NumberBuffer<float> sums = new(ParserWorkspace.MostTokens * ParserShape.Gates);

    private readonly Direction forward = new(0), backward = new(1);

    /// <param name="batch">The sentences, the longest first.</param>
    /// <param name="inputs">For each of their tokens the sums for its gates, both directions.</param>
    /// <param name="layer">What turns the state before and the state behind into gates.</param>
    /// <param name="states">Takes a row for each token.</param>
    internal void Run(ReadOnlySpan<Window> batch, float*[] inputs, RecurrentWeights layer, short* states)
    {
        forward.Begin(batch.Length);
        backward.Begin(batch.Length);
        var steps = batch[0].Length;
        var (early, late) = (batch.Length, 0);
        for (var i = 0; i < steps; i++)
        {
            while (batch[early - 1].Length <= i) early--;
            while (late < batch.Length && batch[late].Length >= steps - i) late++;
            Step(forward, batch[..early], i, inputs, layer.Forward, states);
            Step(backward, batch[..late], steps - 1 - i, inputs, layer.Backward, states);
        }
    }

    private void Step(Direction way, ReadOnlySpan<Window> active, int token, float*[] inputs, IntegerMatrix matrix, short* states)
    {
        const int Hidden = ParserShape.Hidden, Gates = ParserShape.Gates;
        for (int b = 0, row = token; b < active.Length; row += active[b++].Length)
            new ReadOnlySpan<float>(inputs[row] + (way.Index * Gates), Gates).CopyTo(sums.Span[(b * Gates)..]);
        matrix.Multiply(way.States.Pointer, Hidden, active.Length, sums.Pointer, Gates, sums.Pointer, Gates);
        for (int b = 0, row = token; b < active.Length; row += active[b++].Length)
        {
            var state = way.States.Pointer + (b * Hidden);
            RecurrentCell.Advance(sums.Pointer + (b * Gates), way.Cells.Pointer + (b * Hidden), state);
            new ReadOnlySpan<short>(state, Hidden).CopyTo(new Span<short>(states + ((nint)row * ParserShape.States) + (way.Index * Hidden), Hidden));
        }
    }

    /// <summary>Where each sentence stands in one direction.</summary>
    private sealed class Direction(int index)
    {
        internal int Index { get; } = index;

        internal NumberBuffer<short> States { get; } = new(ParserWorkspace.MostTokens * ParserShape.Hidden);

        internal NumberBuffer<float> Cells { get; } = new(ParserWorkspace.MostTokens * ParserShape.Hidden);

        internal void Begin(int sentences)
        {
            States.Span[..(sentences * ParserShape.Hidden)].Clear();
            Cells.Span[..(sentences * ParserShape.Hidden)].Clear();
        }
    }
}
