using Demarche.Text.Neural;

namespace Demarche.Text.Training;

/// <summary>What a wrong answer costs.</summary>
internal static class Losses
{
    /// <summary>Turns scores into the gradient of the scaled cross entropy, which it returns.</summary>
    internal static double CrossEntropy(Span<float> scores, int right, float scale)
    {
        Activations.Softmax(scores);
        var loss = -Math.Log(Math.Max(scores[right], 1e-30));
        scores[right] -= 1;
        foreach (ref var x in scores) x *= scale;
        return loss * scale;
    }
}
