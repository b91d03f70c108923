using System.Buffers;
using System.CommandLine;
using System.Text;
using Demarche.Intake;
using Demarche.Text;
using Demarche.Text.Conllu;

namespace Demarche.Cli;

/// <summary><c>demarche parse</c>: texts in, sentences with tags, lemmas, names and trees out.</summary>
internal static class ParseCommand
{
    private const string ConlluForm = "conllu", Json = "json", Tree = "tree";

    internal static Command Build(Surroundings at)
    {
        var arguments = new ReadingArguments();
        var format = new Option<string>("--format", "-f")
        {
            Description = "conllu: the columns of Universal Dependencies, names as Entity= in the last. json: a line a sentence, with the places of words and names in the text. tree: a picture of each parse.",
            DefaultValueFactory = _ => ConlluForm,
        };
        format.AcceptOnlyFromAmong(ConlluForm, Json, Tree);
        var pretokenized = new Option<bool>("--pretokenized")
        {
            Description = "The input is CoNLL-U whose words, ids and comments are kept; tags, lemmas and heads are filled in.",
        };
        var command = new Command("parse", "Read texts into sentences, words, tags, lemmas, names and dependency trees.") { format, pretokenized };
        arguments.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(pretokenized) && result.GetValue(format) is (Json or Tree) and var other)
                result.AddError($"--pretokenized gives CoNLL-U only; leave out --format {other}.");
            if (result.GetValue(pretokenized) && (result.GetValue(arguments.Resume) || result.GetValue(arguments.Map) is not null || result.GetValue(arguments.Separator) is not null))
                result.AddError("--pretokenized reads CoNLL-U from its start; leave out --resume, --map and --separator.");
        });
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return Help.With(
            command,
            "echo 'Japan protested on Tuesday.' | demarche parse - --format tree",
            "demarche parse report.txt -o report.conllu",
            "demarche parse reports/ --format json -o sentences.ndjson",
            "demarche parse --pretokenized dev.conllu");

        int Run(ParseResult parsed, CancellationToken stop)
        {
            var run = arguments.ToRun(parsed, at);
            var pipeline = TextPipeline.Load(Installation.Models, Installation.Language);
            if (parsed.GetValue(pretokenized)) return PretokenizedRun.Run(run, pipeline, at, stop);

            var form = parsed.GetValue(format);
            var pages = new Lazy<ReportReader>(() => new ReportReader(Installation.Intake, limits: run.Limits.Intake)); // markup is nothing to parse
            return run.Run(at, $"parse {form} {DemarcheCommand.Version} {pipeline.Version}", default, Work, stop);

            string? Work(RawReport raw, ArrayBufferWriter<byte> output)
            {
                if (raw.Failed) return string.Join(' ', raw.Warnings);
                using var text = pipeline.Read(raw.Format == RawFormat.Html ? pages.Value.Read(raw).Text : raw.Content);
                if (form == Json) SentenceLines.Write(text, raw.Id, output);
                else Encoding.UTF8.GetBytes(form == Tree ? Trees(text) : Rows(text, raw.Id), output);
                return null;
            }
        }
    }

    private static string Trees(AnnotatedText text) => string.Concat(text.Sentences.Select(sentence => $"{TreePrinter.Print(sentence)}\n"));

    private static string Rows(AnnotatedText text, string? id)
    {
        var rows = new StringWriter { NewLine = "\n" };
        ConlluWriter.Write(rows, text, id);
        return rows.ToString();
    }
}
