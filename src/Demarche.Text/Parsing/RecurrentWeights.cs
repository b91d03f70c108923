using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>What one layer of recurrent cells has learnt.</summary>
/// <param name="Input">Turns the states of the layer below into sums for the gates; null for the first layer, which reads words.</param>
/// <param name="Bias">What those sums start with.</param>
/// <param name="Forward">Turns the state of the token before into gates.</param>
/// <param name="Backward">The same, for the token behind.</param>
internal sealed record RecurrentWeights(IntegerMatrix? Input, NumberBuffer<float> Bias, IntegerMatrix Forward, IntegerMatrix Backward);
