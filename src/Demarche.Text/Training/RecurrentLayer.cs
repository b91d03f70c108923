using System.Runtime.Intrinsics;
using Demarche.Text.Neural;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Learns one layer of recurrent cells that run over the sentences in both directions.</summary>
internal sealed unsafe class RecurrentLayer
{
    private const int Hidden = ParserShape.Hidden, Gates = ParserShape.Gates, Both = ParserShape.BothGates, States = ParserShape.States;

    private readonly Parameter input, bias;

    private readonly Parameter[] recurrent;

    private readonly Products products;

    private readonly PackedMatrix packed = new(Hidden, Gates);

    // For each row and both directions: the gates once squashed, the memory, its hyperbolic tangent, and the masked state before.
    private readonly NumberBuffer<float> gates, cells, cellTangents, before, gateGradients, masks, stateCarry, cellCarry;

    internal RecurrentLayer(string name, int inputs, int mostRows, int mostSentences, Products products, RandomStream random)
    {
        this.products = products;
        input = new Parameter(name + ".input", inputs, Both).Uniform(random, MathF.Sqrt(6f / (inputs + Hidden)));
        bias = new Parameter(name + ".bias", 1, Both);
        recurrent = [new Parameter(name + ".forward", Hidden, Gates), new Parameter(name + ".backward", Hidden, Gates)];
        foreach (var matrix in recurrent) matrix.Uniform(random, MathF.Sqrt(3f / Hidden));
        // Cells that remember at first learn longer relations sooner.
        for (var d = 0; d < 2; d++) bias.Values.Slice(d * Gates, Hidden).Fill(1);
        gates = new NumberBuffer<float>(mostRows * Both);
        gateGradients = new NumberBuffer<float>(mostRows * Both);
        cells = new NumberBuffer<float>(mostRows * States);
        cellTangents = new NumberBuffer<float>(mostRows * States);
        before = new NumberBuffer<float>(mostRows * States);
        masks = new NumberBuffer<float>(mostSentences * States);
        stateCarry = new NumberBuffer<float>(mostSentences * Hidden);
        cellCarry = new NumberBuffer<float>(mostSentences * Hidden);
    }

    internal IEnumerable<Parameter> Parameters => [input, bias, .. recurrent];

    internal void Forward(float* x, int inputs, SentenceBatch batch, float* y, float dropout, RandomStream random)
    {
        products.Forward(x, inputs, batch.Rows, input, bias.Value, 0, gates.Pointer, Both);
        random.FillMask(masks.Span[..(batch.Sentences.Length * States)], dropout);
        for (var direction = 0; direction < 2; direction++)
        {
            packed.Pack(recurrent[direction].Value, Hidden, Gates, Gates);
            for (var i = 0; i < batch.Steps; i++)
            {
                var step = direction == 0 ? i : batch.Steps - 1 - i;
                ForwardStep(batch, step, direction == 0 ? step - 1 : step + 1, direction, y);
            }
        }
    }

    private void ForwardStep(SentenceBatch batch, int step, int previous, int direction, float* y)
    {
        var (count, known) = (batch.Active(step), Math.Min(batch.Active(step), batch.Active(previous)));
        var (first, firstPrevious) = (batch.Row(0, step), known > 0 ? batch.Row(0, previous) : 0);
        var part = direction * Hidden;
        for (var b = 0; b < count; b++)
        {
            var target = before.Pointer + ((nint)(first + b) * States) + part;
            var source = y + ((nint)(firstPrevious + b) * States) + part;
            var mask = masks.Pointer + ((nint)b * States) + part;
            if (b < known) for (var k = 0; k < Hidden; k++) target[k] = source[k] * mask[k];
            else new Span<float>(target, Hidden).Clear();
        }

        var z = gates.Pointer + ((nint)first * Both) + (direction * Gates);
        MatrixProduct.Multiply(before.Pointer + ((nint)first * States) + part, States, count, packed, z, Both, z, Both);
        for (var b = 0; b < count; b++)
        {
            var row = (nint)(first + b) * States;
            var cellBefore = b < known ? cells.Pointer + ((nint)(firstPrevious + b) * States) + part : products.Zeros;
            ForwardCell(z + ((nint)b * Both), cellBefore, cells.Pointer + row + part, cellTangents.Pointer + row + part, y + row + part);
        }
    }

    private static void ForwardCell(float* z, float* cellBefore, float* cell, float* tangent, float* state)
    {
        for (var k = 0; k < Hidden; k += 8)
        {
            var forget = Activations.Sigmoid(Vector256.Load(z + k));
            var fresh = Activations.Tanh(Vector256.Load(z + Hidden + k));
            var show = Activations.Sigmoid(Vector256.Load(z + (2 * Hidden) + k));
            var c = (forget * Vector256.Load(cellBefore + k)) + ((Vector256<float>.One - forget) * fresh);
            var t = Activations.Tanh(c);
            forget.Store(z + k);
            fresh.Store(z + Hidden + k);
            show.Store(z + (2 * Hidden) + k);
            c.Store(cell + k);
            t.Store(tangent + k);
            (show * t).Store(state + k);
        }
    }

    /// <param name="x">What <see cref="Forward"/> was given.</param>
    /// <param name="inputs">Its width.</param>
    /// <param name="batch">The same batch.</param>
    /// <param name="dy">The gradient of the states.</param>
    /// <param name="dx">Takes the gradient of x.</param>
    internal void Backward(float* x, int inputs, SentenceBatch batch, float* dy, float* dx)
    {
        for (var direction = 0; direction < 2; direction++)
        {
            packed.PackTransposed(recurrent[direction].Value, Gates, Hidden, Gates);
            stateCarry.Span.Clear();
            cellCarry.Span.Clear();
            for (var i = 0; i < batch.Steps; i++)
            {
                var step = direction == 0 ? batch.Steps - 1 - i : i;
                BackwardStep(batch, step, direction == 0 ? step - 1 : step + 1, direction, dy);
            }

            products.BackToMatrix(
                before.Pointer + (direction * Hidden), States, batch.Rows, gateGradients.Pointer + (direction * Gates), Both, recurrent[direction]);
        }

        products.BackToMatrix(x, inputs, batch.Rows, gateGradients.Pointer, Both, input);
        Products.BackToBias(gateGradients.Pointer, Both, batch.Rows, bias);
        products.BackToInput(gateGradients.Pointer, Both, batch.Rows, input, dx, inputs);
    }

    private void BackwardStep(SentenceBatch batch, int step, int previous, int direction, float* dy)
    {
        var (count, known) = (batch.Active(step), Math.Min(batch.Active(step), batch.Active(previous)));
        var (first, firstPrevious) = (batch.Row(0, step), known > 0 ? batch.Row(0, previous) : 0);
        var part = direction * Hidden;
        var dz = gateGradients.Pointer + ((nint)first * Both) + (direction * Gates);
        for (var b = 0; b < count; b++)
        {
            var row = (nint)(first + b) * States;
            var cellBefore = b < known ? cells.Pointer + ((nint)(firstPrevious + b) * States) + part : products.Zeros;
            BackwardCell(
                gates.Pointer + ((nint)(first + b) * Both) + (direction * Gates), cellBefore, cellTangents.Pointer + row + part,
                dy + row + part, stateCarry.Pointer + (b * Hidden), cellCarry.Pointer + (b * Hidden), dz + ((nint)b * Both));
        }

        MatrixProduct.Multiply(dz, Both, count, packed, products.Zeros, 0, stateCarry.Pointer, Hidden);
        for (var b = 0; b < count; b++)
        {
            var mask = masks.Pointer + ((nint)b * States) + part;
            var carry = stateCarry.Pointer + (b * Hidden);
            for (var k = 0; k < Hidden; k++) carry[k] *= mask[k];
        }
    }

    private static void BackwardCell(float* gate, float* cellBefore, float* tangent, float* dy, float* stateCarry, float* cellCarry, float* dz)
    {
        var one = Vector256<float>.One;
        for (var k = 0; k < Hidden; k += 8)
        {
            var (forget, fresh, show) = (Vector256.Load(gate + k), Vector256.Load(gate + Hidden + k), Vector256.Load(gate + (2 * Hidden) + k));
            var t = Vector256.Load(tangent + k);
            var dState = Vector256.Load(dy + k) + Vector256.Load(stateCarry + k);
            var dCell = Vector256.Load(cellCarry + k) + (dState * show * (one - (t * t)));
            (dCell * (Vector256.Load(cellBefore + k) - fresh) * forget * (one - forget)).Store(dz + k);
            (dCell * (one - forget) * (one - (fresh * fresh))).Store(dz + Hidden + k);
            (dState * t * show * (one - show)).Store(dz + (2 * Hidden) + k);
            (dCell * forget).Store(cellCarry + k);
        }
    }
}
