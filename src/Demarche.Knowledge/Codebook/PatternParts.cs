namespace Demarche.Knowledge;

/// <summary>What many rows of a codebook share: classes of words, slot plans and requirements, each read once.</summary>
internal sealed class PatternParts(IReadOnlyDictionary<string, string[]> classes)
{
    private readonly Dictionary<string, SlotPlan> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Requirement> _requirements = new(StringComparer.Ordinal);
    private int _words;

    internal IReadOnlyDictionary<string, string[]> Classes { get; } = classes;

    internal SlotPlan Plan(string text)
    {
        if (!_plans.TryGetValue(text, out var plan))
            _plans[text] = plan = SlotPlan.Parse(text);
        return plan;
    }

    /// <returns>Null when the requirements read so far allow more words than <see cref="CodebookLimits.Words"/>.</returns>
    internal Requirement? Requirement(string text, Func<string, Requirement> read)
    {
        if (_requirements.TryGetValue(text, out var requirement))
            return requirement;
        _requirements[text] = requirement = read(text);
        _words += requirement.Restriction?.Lemmas.Count ?? 0;
        return _words <= CodebookLimits.Words ? requirement : null;
    }
}
