namespace Demarche.Text.Training;

/// <summary>Random numbers that a seed fixes for good (SplitMix64), whatever the runtime's own generator may become.</summary>
internal sealed class RandomStream(ulong seed)
{
    private ulong state = seed;

    internal ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <returns>At least 0, below 1.</returns>
    internal float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    internal int Next(int limit) => (int)(Next() % (ulong)limit);

    internal bool Chance(float probability) => NextSingle() < probability;

    internal void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Fills a mask with zeros, as often as the rate says, and otherwise with what makes up for them.</summary>
    internal void FillMask(Span<float> mask, float rate)
    {
        var kept = 1 / (1 - rate);
        for (var i = 0; i < mask.Length; i++) mask[i] = NextSingle() < rate ? 0 : kept;
    }
}
