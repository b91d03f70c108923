using System.CommandLine;
using System.Globalization;
using Demarche.Coding;
using Demarche.Knowledge;
using Demarche.Text.Lemmas;

namespace Demarche.Cli;

/// <summary><c>demarche codebook</c>: checks the tables that say what words mean in PLOVER.</summary>
internal static class CodebookCommand
{
    internal static Command Build() => new("codebook", "Check the codebook: which words suggest which events.") { Check() };

    private static Command Check()
    {
        var folder = new Argument<string?>("data") { Description = "The folder of the codebook. Default: the one beside the program.", Arity = ArgumentArity.ZeroOrOne };
        var examples = new Option<bool>("--examples")
        {
            Description = "Also code each entry's example and near miss; list the examples in which the entry does not fire, the near misses in which it does or that hold none of its words, and the entries that fire in no example.",
        };
        var command = new Command("check", "Read the codebook and count what it holds; report rows that never win, patterns that cannot match, conflicts, and operators that nothing uses.") { folder, examples };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder) ?? Installation.Codebook;
            var codebook = Codebook.Load(path);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var type in codebook.Entries.GroupBy(Group).OrderBy(group => group.Key, StringComparer.Ordinal))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type.Key,-10} {type.Count(),5:N0} entries {type.Sum(entry => entry.Triggers.Length),6:N0} triggers"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{codebook.Entries.Count(entry => entry.NearMiss.Length == 0):N0} entries have no near miss, {codebook.Entries.Count(entry => entry.Reason.Length == 0):N0} no reason."));
            var faults = WriteFindings(codebook, output);
            if (parsed.GetValue(examples))
                RunExamples(path, output);
            output.WriteLine(faults == 0 ? $"The codebook is sound: version {codebook.Version}."
                : string.Create(CultureInfo.InvariantCulture, $"The codebook can be read, but has {faults:N0} {(faults == 1 ? "fault" : "faults")}: version {codebook.Version}."));
            return faults == 0 ? ExitStatus.Done : ExitStatus.BadData;
        });
        return Help.With(command, "demarche codebook check", "demarche codebook check my-codebook/ --examples");
    }

    /// <returns>How many of the findings are faults.</returns>
    private static int WriteFindings(Codebook codebook, TextWriter output)
    {
        var findings = CodebookCheck.Find(codebook, Lemmatizer.Load(Path.Combine(Installation.Models, Lemmatizer.FileName)));
        foreach (var finding in findings)
            output.WriteLine($"{finding.Where}: {finding.Text}");
        int Count(CodebookFindingKind kind) => findings.Count(finding => finding.Kind == kind);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Faults: rows that never win {Count(CodebookFindingKind.NeverWins):N0}, patterns that cannot match {Count(CodebookFindingKind.CannotMatch):N0}, unused operators {Count(CodebookFindingKind.UnusedOperator):N0}."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Remarks: conflicts {Count(CodebookFindingKind.Conflict):N0}, rows shadowed in part {Count(CodebookFindingKind.Shadowed):N0}, alternating operators {Count(CodebookFindingKind.Alternates):N0}."));
        return findings.Count(finding => finding.IsFault);
    }

    private static void RunExamples(string codebook, TextWriter output)
    {
        var coder = Coder.Load(new CoderFiles(Installation.Models, Installation.Data, Installation.Knowledge) { Codebook = codebook });
        var outcomes = CodebookExamples.Run(coder, coder.Codebook).ToList();
        foreach (var outcome in outcomes.Where(outcome => outcome.Result != ExampleResult.Fires))
            output.WriteLine($"{outcome.Entry.Where}: {outcome.Entry.Name} does not fire; coded {Coded(outcome.Coded)}: {outcome.Entry.Example}");
        var nearMisses = CodebookExamples.RunNearMisses(coder, coder.Codebook).ToList();
        foreach (var outcome in nearMisses)
            WriteNearMiss(outcome, output);
        var unfired = CodebookExamples.NeverFired(coder.Codebook, outcomes);
        foreach (var entry in unfired)
            output.WriteLine($"{entry.Where}: {entry.Name} fires in no example.");
        int Count(ExampleResult result) => outcomes.Count(outcome => outcome.Result == result);
        int CountOf(NearMissResult result) => nearMisses.Count(outcome => outcome.Result == result);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Of {outcomes.Count:N0} examples {Count(ExampleResult.Fires):N0} fire their entry, {Count(ExampleResult.OtherRule):N0} get its type from another, {Count(ExampleResult.OtherType):N0} another type, {Count(ExampleResult.Nothing):N0} nothing."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Of {nearMisses.Count:N0} near misses {CountOf(NearMissResult.Right):N0} are right, {CountOf(NearMissResult.Fires):N0} fire their entry, {CountOf(NearMissResult.Nothing):N0} of blocking entries yield nothing; {nearMisses.Count(outcome => !outcome.HasTrigger):N0} hold no trigger."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entries that fire in no example: {unfired.Count:N0}."));
    }

    private static void WriteNearMiss(NearMissOutcome outcome, TextWriter output)
    {
        var entry = outcome.Entry;
        if (outcome.Result == NearMissResult.Fires)
            output.WriteLine($"{entry.Where}: {entry.Name} fires in its near miss; coded {Coded(outcome.Coded)}: {entry.NearMiss}");
        if (outcome.Result == NearMissResult.Nothing)
            output.WriteLine($"{entry.Where}: the near miss of {entry.Name}, which blocks, yields no event: {entry.NearMiss}");
        if (!outcome.HasTrigger)
            output.WriteLine($"{entry.Where}: the near miss of {entry.Name} holds none of its trigger words: {entry.NearMiss}");
    }

    private static string Coded(IReadOnlyList<string> coded) => coded.Count == 0 ? "nothing" : string.Join(", ", coded);

    private static string Group(CodebookEntry entry) => entry.Type ?? (entry.Blocks ? "blocking" : "operator");
}
