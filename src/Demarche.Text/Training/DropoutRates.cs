namespace Demarche.Text.Training;

/// <summary>How much of each layer is hidden while learning, from 0 to below 1.</summary>
internal readonly record struct DropoutRates(float Input, float Recurrent, float State, float Part);
