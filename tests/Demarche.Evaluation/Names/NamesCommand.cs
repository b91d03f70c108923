using System.CommandLine;
using Demarche.Testing;
using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Measures names of persons, places, organisations and others against a treebank with GUM's entities, or a file of labelled tokens.</summary>
internal static class NamesCommand
{
    internal static Command Build()
    {
        var path = new Argument<string>("gold") { Description = "A folder of CoNLL-U with GUM's entities, or a file of token and BIO label a line." };
        var genres = new Option<string[]>("--genre") { Description = "Only documents of these genres.", AllowMultipleArgumentsPerToken = true };
        var show = new Option<int>("--show") { Description = "Print so many sentences in which a name differs: what stands there, then what was found." };
        var command = new Command("names", "Names against labelled ones; a name is right when its span and kind are.") { path, genres, show };
        command.SetAction(parsed =>
        {
            var pipeline = TextPipeline.Load(Repository.Models, Path.Combine(Repository.Data, "language"));
            var gold = parsed.GetRequiredValue(path);
            var wanted = parsed.GetValue(genres) ?? [];
            var sentences = Directory.Exists(gold)
                ? TreebankNames.Read(gold).Where(s => wanted.Length == 0 || wanted.Contains(s.Genre))
                : LabelledNames.Read(gold);
            NameScores.Print(sentences, pipeline, parsed.GetValue(show), Console.Out);
        });
        return command;
    }
}
