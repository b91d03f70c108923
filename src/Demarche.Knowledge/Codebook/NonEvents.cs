namespace Demarche.Knowledge;

/// <summary>Who does no politics, and which works tell of none (<c>nonevents.tsv</c>); empty when the codebook has no such table.</summary>
public sealed class NonEvents
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _parties;
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _fields;
    private readonly IReadOnlySet<string> _companions;
    private readonly IReadOnlySet<string> _invented;
    private readonly IReadOnlySet<string> _settings;

    internal NonEvents(IReadOnlyDictionary<string, IReadOnlySet<string>> parties, IReadOnlyDictionary<string, IReadOnlySet<string>> fields, IReadOnlySet<string> companions, IReadOnlySet<string> invented, IReadOnlySet<string> settings) =>
        (_parties, _fields, _companions, _invented, _settings) = (parties, fields, companions, invented, settings);

    /// <summary>Whether a party does no politics of its own in events of a type.</summary>
    /// <param name="word">A lemma, or a PLOVER sector as <c>#BUS</c>.</param>
    public bool IsParty(string word, string type) => _parties.TryGetValue(word, out var except) && !except.Contains(type);

    /// <summary>Whether a lemma names someone who does no politics beside one of the parties: a sprinter's rival, a bank's director.</summary>
    public bool IsCompanion(string lemma) => _companions.Contains(lemma);

    /// <summary>Whether a lemma names what is only in tales: with it, nothing that is told has happened.</summary>
    public bool IsInvented(string lemma) => _invented.Contains(lemma);

    /// <summary>Whether a lemma tells that states stand for their teams in a sentence, where events of a type are none: "wicket", "quarter-final".</summary>
    public bool IsField(string lemma, string type) => _fields.TryGetValue(lemma, out var except) && !except.Contains(type);

    /// <summary>Whether a lemma names a work whose events are invented.</summary>
    public bool IsSetting(string lemma) => _settings.Contains(lemma);
}
