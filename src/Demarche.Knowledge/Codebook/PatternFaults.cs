using System.Buffers;
using System.Collections.Frozen;
using Demarche.Text.Lemmas;

namespace Demarche.Knowledge;

/// <summary>Finds patterns that no sentence can match, whatever else the book holds.</summary>
internal sealed class PatternFaults(Lemmatizer lemmas)
{
    private const int PatternColumn = 2;

    /// <summary>Verbs whose dictionary form is also a form of another verb, or looks like one.</summary>
    private static readonly FrozenSet<string> BothWays = new[] { "bear", "bore", "bound", "embed", "fell", "felt", "found", "ground", "hamstring", "lay", "rent", "saw", "wound" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns that end like plurals and are none.</summary>
    private static readonly FrozenSet<string> Singulars = new[] { "news", "series", "species", "summons" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    internal IEnumerable<CodebookFinding> Find(IReadOnlyList<CodebookEntry> entries) =>
        entries.SelectMany(entry => InTriggers(entry).Concat(InRequirements(entry)).Distinct(StringComparer.Ordinal).Select(text => new CodebookFinding(CodebookFindingKind.CannotMatch, $"{entry.File}({entry.Line},{PatternColumn})", text)));

    private IEnumerable<string> InTriggers(CodebookEntry entry)
    {
        foreach (var trigger in entry.Triggers)
        {
            if (trigger.Head.ToLowerInvariant() is var small && small != trigger.Head && trigger.Kind == TriggerKind.Verb)
                yield return $"'{trigger.Head}' of {entry.Name} matches no word, since lemmas of verbs have no capitals; write '{small}'.";
            // Beside its lemma an inflected form is there for what the tagger may get wrong.
            else if (LemmaOf(trigger) is { } lemma && lemma != trigger.Head && !Array.Exists(entry.Triggers, other => other.Head == lemma))
                yield return $"'{trigger.Head}' of {entry.Name} is looked up as '{lemma}' wherever it is {(trigger.Kind == TriggerKind.Noun ? "a plural" : "no infinitive")}; write '{lemma}'.";
        }
    }

    private static IEnumerable<string> InRequirements(CodebookEntry entry)
    {
        var kind = entry.Triggers[0].Kind;
        for (var i = 0; i < entry.Requirements.Length; i++)
        {
            var one = entry.Requirements[i];
            if (one.NeedsPhrase && Array.TrueForAll(one.Slots, slot => !slot.StandsWith(kind)))
                yield return $"'{one.Text}' of {entry.Name} never holds, since no {kind.ToString().ToLowerInvariant()} has the slot {string.Join('/', one.Slots)}; name another slot.";
            for (var k = 0; k < i; k++)
            {
                var other = entry.Requirements[k];
                if (RequirementLogic.Exclude(one, other))
                    yield return $"'{other.Text}' and '{one.Text}' of {entry.Name} never hold together; delete one of them.";
                else if (RequirementLogic.Divide(one, other) || RequirementLogic.Divide(other, one))
                    yield return $"'{other.Text}' and '{one.Text}' of {entry.Name} ask one phrase to be an actor and a thing, which at most coordinated words or an unknown pronoun are; delete one of them.";
            }
        }
    }

    /// <summary>The dictionary form of a trigger's head, taken for an inflected form; null where it does not look like one.</summary>
    private string? LemmaOf(Trigger trigger) => trigger switch
    {
        { Kind: TriggerKind.Verb, Head: var head } when !BothWays.Contains(head) => PastOf(head) ?? GerundOf(head),
        { Kind: TriggerKind.Noun, Head: var head } when IsPlural(head) => lemmas.Find(head, "NNS", startsSentence: false),
        _ => null,
    };

    // "agreed" of "agree", but "need"; irregular forms are those that the model lists.
    private string? PastOf(string head)
    {
        var lemma = lemmas.Find(head, "VBD", startsSentence: false);
        if (!head.EndsWith("ed", StringComparison.Ordinal))
            return IsIrregular(head, lemma) ? lemma : null;
        return head.EndsWith("eed", StringComparison.Ordinal) && !lemma.EndsWith("ee", StringComparison.Ordinal) || !HasVowel(head[..^2]) ? null : lemma;
    }

    // The rules of regular pasts cut "ed" and nothing else.
    private static bool IsIrregular(string head, string lemma) => lemma != head && !head.StartsWith(lemma, StringComparison.Ordinal);

    // "attacking" of "attack", but "bring".
    private string? GerundOf(string head) =>
        head.EndsWith("ing", StringComparison.Ordinal) && HasVowel(head[..^3]) ? lemmas.Find(head, "VBG", startsSentence: false) : null;

    private static bool IsPlural(string head) =>
        head.Length > 3 && head.EndsWith('s') && !Singulars.Contains(head) && head[^2] is not ('s' or 'u' or 'i' or 'a' or 'o' or '\'');

    private static bool HasVowel(string word) => word.AsSpan().ContainsAny(Vowels);
}
