using System.Buffers;
using System.CommandLine;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary><c>demarche extract</c>: pages in, clean reports out, nothing coded.</summary>
internal static class ExtractCommand
{
    private const string Ndjson = "ndjson", Text = "text";

    internal static Command Build(Surroundings at)
    {
        var arguments = new ReadingArguments();
        var format = new Option<string?>("--format", "-f")
        {
            Description = "ndjson: text, title, authors, outlet, agency and date, a line a report. text: the clean text for people. "
                + "Default: text on a terminal, else ndjson.",
        };
        format.AcceptOnlyFromAmong(Ndjson, Text);
        var known = new KnowledgeOption();
        var command = new Command("extract", "Take the clean text, title, outlet and date out of pages and files.") { format, known };
        arguments.AddTo(command);
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return Help.With(
            command,
            "demarche extract pages/ -o reports.ndjson           then: demarche code reports.ndjson",
            "demarche extract page.html --format text            the clean text, to read");

        int Run(ParseResult parsed, CancellationToken stop)
        {
            var run = arguments.ToRun(parsed, at);
            var knowledge = known.Load(parsed);
            var reader = new ReportReader(Installation.Intake, knowledge, run.Limits.Intake);
            var text = (parsed.GetValue(format) ?? (run.File is null && at.OutputIsTerminal ? Text : Ndjson)) == Text;
            return run.Run(at, $"extract {(text ? Text : Ndjson)} {DemarcheCommand.Version} {knowledge.Version}", default, Work, stop);

            string? Work(RawReport raw, ArrayBufferWriter<byte> output)
            {
                var report = raw.Failed ? UnreadReport.Of(raw, raw.Warnings) : reader.Read(raw);
                if (text) ReportText.Write(report, output);
                else ReportLine.Write(report, output);
                return raw.Failed ? string.Join(' ', raw.Warnings) : null;
            }
        }
    }
}
