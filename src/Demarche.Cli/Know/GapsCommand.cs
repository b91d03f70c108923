using System.CommandLine;
using System.Text;
using Demarche.Coding;

namespace Demarche.Cli;

/// <summary><c>demarche knowledge gaps</c>: which names in reports the knowledge base lacks.</summary>
internal static class GapsCommand
{
    private const string Table = "table", Tsv = "tsv";

    internal static Command Build(Surroundings at)
    {
        var arguments = new ReadingArguments();
        var format = new Option<string?>("--format", "-f") { Description = "tsv: a row a name, all of it. table: for people. Default: table on a terminal, else tsv." };
        format.AcceptOnlyFromAmong(Table, Tsv);
        var knowledge = new KnowledgeOption();
        var command = new Command("gaps", "List the names in reports that nothing known bears, the most often mentioned first: what to add to your tables.") { format, knowledge };
        arguments.AddTo(command, resumable: false);
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return Help.With(command, "demarche knowledge gaps reports/ -o gaps.tsv", "demarche knowledge gaps archive.ndjson.gz --knowledge my-tables/");

        int Run(ParseResult parsed, CancellationToken stop)
        {
            var run = arguments.ToRun(parsed, at);
            var coder = LoadedCoder.Load(Installation.Codebook, run.Limits.Intake, knowledge.Load(parsed));
            // Opened first: a file that cannot be written is told before the reports are read.
            using var target = OutputTarget.Open(run.File, at.Output);
            var tally = new GapTally();
            var work = new RecordWork(coder.Code, (record, _) => tally.Add(record));
            // What the run writes for each report is nothing; the list goes out when all of them are read.
            var status = (run with { File = null }).Run(at, "", default, work.Run, stop);
            var form = parsed.GetValue(format) ?? (run.File is null && at.OutputIsTerminal ? Table : Tsv);
            target.Write(Encoding.UTF8.GetBytes(form == Table ? GapTally.ToTable(tally.Gaps(), at.Width) : GapTally.ToTsv(tally.Gaps())));
            target.Complete();
            return status;
        }
    }
}
