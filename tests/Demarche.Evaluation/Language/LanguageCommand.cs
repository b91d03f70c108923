using System.CommandLine;
using Demarche.Testing;
using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Measures tags, lemmas and parses on gold tokens, or all of it from the raw text.</summary>
internal static class LanguageCommand
{
    internal static Command Build()
    {
        var path = new Argument<string>("treebank") { Description = "A CoNLL-U file, or a folder of them." };
        var raw = new Option<bool>("--raw") { Description = "Read the documents' texts and find tokens and sentences too." };
        var labels = new Option<bool>("--labels") { Description = "Also a table of the relations." };
        var command = new Command("language", "Tags, lemmas, heads and relations against a treebank.") { path, raw, labels };
        command.SetAction(parsed =>
        {
            var pipeline = TextPipeline.Load(Repository.Models, Path.Combine(Repository.Data, "language"));
            var documents = GoldDocument.ReadAll(parsed.GetRequiredValue(path));
            if (parsed.GetValue(raw)) RawScores.Print(documents, pipeline, Console.Out);
            else LanguageScores.Print(documents, pipeline, parsed.GetValue(labels), Console.Out);
        });
        return command;
    }
}
