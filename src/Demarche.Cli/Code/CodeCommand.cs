using System.CommandLine;
using System.Globalization;
using Demarche.Coding;

namespace Demarche.Cli;

/// <summary><c>demarche code</c>: reports in, coded events out.</summary>
internal static class CodeCommand
{
    internal static Command Build(Surroundings at)
    {
        var arguments = new ReadingArguments();
        var format = new Option<string?>("--format", "-f")
        {
            Description = "ndjson: all that was found, a line a report. csv: a row an event. table: for people. explain: with evidence and reasons. "
                + "Default: table on a terminal, csv for a FILE.csv or FILE.csv.gz, else ndjson.",
        };
        format.AcceptOnlyFromAmong(RecordForm.Names);
        var explain = new Option<bool>("--explain") { Description = "The same as --format explain." };
        var sentences = new Option<bool>("--sentences") { Description = "Each text is one sentence, to be coded as it stands: no cleaning, no splitting." };

        var codebook = new Option<string?>("--codebook") { Description = "The folder of another codebook to code by (docs/codebook.md). Default: PLOVER, beside the program.", HelpName = "DIR" };

        var knowledge = new KnowledgeOption();

        var least = new Option<double>("--min-confidence")
        {
            Description = "Leave out events that are less sure than this, 0 to 1: the surer, the fewer (docs/evaluation.md). Default: what the coder finds worth telling, 0.1.",
            HelpName = "C",
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && confidence is >= 0 and <= 1)
                    return confidence;
                result.AddError($"--min-confidence is a probability from 0 to 1, not '{result.Tokens[0].Value}'.");
                return 0;
            },
        };

        var command = new Command("code", "Code the events in reports: who did what to whom, when, where, on whose word.") { format, explain, sentences, codebook, knowledge, least };
        arguments.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(explain) && result.GetValue(format) is not (null or RecordForm.Explain))
                result.AddError("--explain and --format exclude each other; leave one out.");
        });
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return Help.With(
            command,
            "demarche code reports/                              a table on the terminal",
            "demarche code archive.ndjson.gz -o events.csv       a row an event, for R, Python or a spreadsheet",
            "demarche code table.csv --map text=body             the text in a column of another name",
            "demarche code news.warc.gz -o out.ndjson --resume   a long run, gone on with where it was broken off",
            "demarche code report.txt --explain                  the evidence, the rule and the reasons of each event",
            "curl -s URL | demarche code - --format ndjson       all that was found, for other programs");

        int Run(ParseResult parsed, CancellationToken stop)
        {
            var run = arguments.ToRun(parsed, at);
            var asIs = parsed.GetValue(sentences);
            var book = parsed.GetValue(codebook);
            var coder = LoadedCoder.Load(book ?? Installation.Codebook, run.Limits.Intake, parsed.GetValue(knowledge) is null ? null : knowledge.Load(parsed));
            var age = new KnowledgeAge(coder.CheckedUntil);
            var name = parsed.GetValue(explain) ? RecordForm.Explain
                : parsed.GetValue(format) ?? RecordForm.Default(run.File, at.OutputIsTerminal);
            var form = RecordForm.Of(name, coder.Versions, coder.Codebook, run.File is null ? at.Width : EventTable.PlainWidth);
            var sure = parsed.GetValue(least);
            var work = new RecordWork(raw => age.Note(asIs ? coder.CodeSentence(raw) : coder.Code(raw)).Surer(sure), form.Write);
            var status = run.Run(at, string.Create(CultureInfo.InvariantCulture, $"code {name}{(asIs ? " sentences" : "")} {(sure > 0 ? $"{sure} " : "")}{book} {coder.Versions}"), form.Head.Span, work.Run, stop);
            if (age.Warning() is { } warning) at.Tell(warning);
            return status;
        }
    }
}
