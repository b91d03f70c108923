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

/// <summary>An entry with what its example was coded as.</summary>
/// <param name="Coded">The types and rules of the events, as <c>ACCUSE accuse-condemn</c>.</param>
public sealed record ExampleOutcome(CodebookEntry Entry, ExampleResult Result, IReadOnlyList<string> Coded);

/// <summary>Runs a codebook's examples through the coder that uses it.</summary>
public static class CodebookExamples
{
    /// <summary>Codes the example of every entry, in the order of the codebook; an entry without one is left out.</summary>
    public static IEnumerable<ExampleOutcome> Run(ReportCoder coder, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(codebook);
        return codebook.Entries.Where(entry => entry.Example.Length > 0).Select(entry => Run(coder, entry));
    }

    private static ExampleOutcome Run(ReportCoder coder, CodebookEntry entry)
    {
        var events = coder.CodeSentence(new Report { Id = entry.Name, Text = entry.Example, Published = "2020-06-15", PublishedBasis = DateBasis.Given }).Events;
        return new(entry, ResultOf(entry, events), [.. events.Select(coded => $"{coded.Type} {coded.Rule}")]);
    }

    private static ExampleResult ResultOf(CodebookEntry entry, IReadOnlyList<CodedEvent> events)
    {
        if (entry.Blocks)
            return events.Count == 0 ? ExampleResult.Fires : ExampleResult.OtherType;
        if (events.Any(coded => coded.Rule == entry.Name))
            return ExampleResult.Fires;
        // An operator that keeps the type of the event inside it leaves no trace of its own.
        if (events.Any(coded => coded.Type == entry.Type || entry.Operator is not null))
            return ExampleResult.OtherRule;
        return events.Count == 0 ? ExampleResult.Nothing : ExampleResult.OtherType;
    }
}
