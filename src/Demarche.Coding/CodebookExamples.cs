using Demarche.Intake;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>What came of an entry's example when it was coded.</summary>
public enum ExampleResult
{
    /// <summary>The entry fired, or a blocking entry let nothing through.</summary>
    Fires,

    /// <summary>Another entry gave an event of the type that the entry stands for.</summary>
    OtherRule,

    /// <summary>Only events of other types were coded, or an event where the entry should block.</summary>
    OtherType,

    /// <summary>Nothing was coded.</summary>
    Nothing,
}

/// <summary>What came of an entry's near miss when it was coded.</summary>
public enum NearMissResult
{
    /// <summary>The entry did not fire, or an event was coded in spite of a blocking entry.</summary>
    Right,

    /// <summary>The entry fired.</summary>
    Fires,

    /// <summary>A blocking entry's near miss, which should tell an event, yielded none.</summary>
    Nothing,
}

/// <summary>An entry with what its example was coded as.</summary>
/// <param name="Coded">The types and rules of the events, as <c>ACCUSE accuse-condemn</c>.</param>
/// <param name="Fired">Names of all entries that fired in it: as the rule of an event, as an operator on the event inside it, or by blocking a word.</param>
public sealed record ExampleOutcome(CodebookEntry Entry, ExampleResult Result, IReadOnlyList<string> Coded, IReadOnlySet<string> Fired);

/// <summary>An entry with what its near miss was coded as.</summary>
/// <param name="HasTrigger">Whether the first or the last word of one of the entry's triggers stands in it, by its lemma.</param>
/// <param name="Coded">The types and rules of the events, as <c>ACCUSE accuse-condemn</c>.</param>
public sealed record NearMissOutcome(CodebookEntry Entry, NearMissResult Result, bool HasTrigger, IReadOnlyList<string> Coded);

/// <summary>Runs a codebook's examples and near misses through the coder that uses it.</summary>
public static class CodebookExamples
{
    /// <summary>Codes the example of every entry, in the order of the codebook; an entry without one is left out.</summary>
    public static IEnumerable<ExampleOutcome> Run(ReportCoder coder, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(codebook);
        return codebook.Entries.Where(entry => entry.Example.Length > 0).Select(entry => Run(coder, entry));
    }

    /// <summary>Codes the near miss of every entry, in the order of the codebook; an entry without one is left out.</summary>
    public static IEnumerable<NearMissOutcome> RunNearMisses(ReportCoder coder, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(codebook);
        return codebook.Entries.Where(entry => entry.NearMiss.Length > 0).Select(entry => RunNearMiss(coder, entry));
    }

    /// <summary>The entries that fired in no example, in the order of the codebook.</summary>
    public static IReadOnlyList<CodebookEntry> NeverFired(Codebook codebook, IEnumerable<ExampleOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var fired = outcomes.SelectMany(outcome => outcome.Fired).ToHashSet(StringComparer.Ordinal);
        return [.. codebook.Entries.Where(entry => !fired.Contains(entry.Name))];
    }

    private static ExampleOutcome Run(ReportCoder coder, CodebookEntry entry) => coder.CodeSentence(Report(entry.Name, entry.Example), (draft, record) =>
    {
        var fired = Fired(draft, record);
        return new ExampleOutcome(entry, ResultOf(entry, record.Events, fired), Coded(record), fired);
    });

    private static NearMissOutcome RunNearMiss(ReportCoder coder, CodebookEntry entry)
    {
        var hasTrigger = HasTrigger(coder, entry);
        return coder.CodeSentence(Report(entry.Name, entry.NearMiss), (draft, record) =>
        {
            var result = entry.Blocks ? record.Events.Count > 0 ? NearMissResult.Right : NearMissResult.Nothing
                : Fired(draft, record).Contains(entry.Name) ? NearMissResult.Fires : NearMissResult.Right;
            return new NearMissOutcome(entry, result, hasTrigger, Coded(record));
        });
    }

    private static Report Report(string id, string text) => new() { Id = id, Text = text, Published = "2020-06-15", PublishedBasis = DateBasis.Given };

    private static string[] Coded(CodedReport record) => [.. record.Events.Select(coded => $"{coded.Type} {coded.Rule}")];

    private static HashSet<string> Fired(RecordDraft draft, CodedReport record) =>
        record.Events.Select(coded => coded.Rule).Concat(draft.Silent.Select(entry => entry.Name)).ToHashSet(StringComparer.Ordinal);

    private static ExampleResult ResultOf(CodebookEntry entry, IReadOnlyList<CodedEvent> events, HashSet<string> fired)
    {
        if (entry.Blocks)
            return events.Count == 0 ? ExampleResult.Fires : ExampleResult.OtherType;
        if (fired.Contains(entry.Name))
            return ExampleResult.Fires;
        if (events.Any(coded => coded.Type == entry.Type || entry.Operator is not null))
            return ExampleResult.OtherRule;
        return events.Count == 0 ? ExampleResult.Nothing : ExampleResult.OtherType;
    }

    // Read before names are folded, so that "the Strike Group" holds a strike.
    private static bool HasTrigger(ReportCoder coder, CodebookEntry entry)
    {
        using var text = coder.Text.ReadSentence(entry.NearMiss, 0);
        return text.Sentences.Any(sentence => Array.Exists(entry.Triggers, trigger => Stands(sentence.Tokens, trigger.Head) || trigger.Before is [var first, ..] && Stands(sentence.Tokens, first)));
    }

    private static bool Stands(ReadOnlySpan<Demarche.Text.Token> tokens, string word)
    {
        foreach (ref readonly var token in tokens)
        {
            if (token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
