using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>One step of a long short-term memory in which what is not forgotten leaves room for what is new.</summary>
internal static unsafe class RecurrentCell
{
    /// <param name="gates">Sums for the gates forget, new and show, <see cref="ParserShape.Hidden"/> of each.</param>
    /// <param name="cells">The memory, which is renewed.</param>
    /// <param name="state">Takes the state, in the steps of an <see cref="IntegerMatrix"/>.</param>
    internal static void Advance(float* gates, float* cells, short* state)
    {
        for (var i = 0; i < ParserShape.Hidden; i += 16)
            Vector256.Narrow(Advance8(gates + i, cells + i), Advance8(gates + i + 8, cells + i + 8)).Store(state + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Advance8(float* gates, float* cells)
    {
        var forget = Activations.QuickSigmoid(Vector256.Load(gates));
        var fresh = Activations.QuickTanh(Vector256.Load(gates + ParserShape.Hidden));
        var show = Activations.QuickSigmoid(Vector256.Load(gates + (2 * ParserShape.Hidden)));
        var cell = Vector256.FusedMultiplyAdd(forget, Vector256.Load(cells) - fresh, fresh);
        cell.Store(cells);
        return IntegerMatrix.Steps(show * Activations.QuickTanh(cell));
    }
}
