using System.Runtime.Intrinsics;
using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>One step of a long short-term memory in which what is not forgotten leaves room for what is new.</summary>
internal static unsafe class RecurrentCell
{
    /// <param name="gates">Sums for the gates forget, new and show, <see cref="ParserShape.Hidden"/> of each.</param>
    /// <param name="cells">The memory, which is renewed.</param>
    /// <param name="state">Takes the state.</param>
    internal static void Advance(float* gates, float* cells, float* state)
    {
        for (var i = 0; i < ParserShape.Hidden; i += 8)
        {
            var forget = Activations.Sigmoid(Vector256.Load(gates + i));
            var fresh = Activations.Tanh(Vector256.Load(gates + ParserShape.Hidden + i));
            var show = Activations.Sigmoid(Vector256.Load(gates + (2 * ParserShape.Hidden) + i));
            var cell = (forget * Vector256.Load(cells + i)) + ((Vector256<float>.One - forget) * fresh);
            cell.Store(cells + i);
            (show * Activations.Tanh(cell)).Store(state + i);
        }
    }
}
