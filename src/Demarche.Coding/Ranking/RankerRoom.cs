using Demarche.Text;
using Demarche.Text.Classifying;

namespace Demarche.Coding;

/// <summary>What the ranker writes while it is at work on a sentence; one for each report, filled anew for each sentence.</summary>
internal sealed class RankerRoom(int types)
{
    internal float[] Topic { get; } = new float[TextPipeline.VectorLength];

    internal float[] Types { get; } = new float[types];

    internal float[] Verdict { get; } = new float[EventRanker.Verdicts.Length];

    internal FeatureList Site { get; } = new(EventFeatures.SiteNumbers);

    internal FeatureList Event { get; } = new(EventFeatures.EventNumbers);
}
