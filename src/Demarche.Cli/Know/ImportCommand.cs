using System.CommandLine;
using System.Globalization;
using Demarche.Knowledge;
using Demarche.Text.Lemmas;

namespace Demarche.Cli;

/// <summary><c>demarche knowledge import</c>: from other coders' dictionaries to a folder of tables and a codebook.</summary>
internal static class ImportCommand
{
    private const string CodebookFolder = "codebook";

    internal static Command Build()
    {
        var files = new Option<string[]>("--petrarch") { Description = "Dictionaries of actors, agents or verbs as PETRARCH and TABARI use them.", HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write tables to, for --knowledge, and verbs to its folder codebook, for --codebook; made where it is missing. It must hold no tables yet.", HelpName = "DIR", Required = true };
        var command = new Command("import", "Turn dictionaries of other coders into a folder of tables and a codebook, and list line by line what could not be turned over.") { files, output };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(output);
            var dictionaries = parsed.GetRequiredValue(files);
            foreach (var file in dictionaries)
                if (!File.Exists(file)) throw new CommandException(ExitStatus.Usage, $"there is no file '{file}'; name a dictionary.");
            if (Holds(folder) || Holds(Path.Combine(folder, CodebookFolder)))
                throw new CommandException(ExitStatus.Usage, $"'{folder}' holds tables already; name a new folder, and put the rows together by hand.");
            Print(Import(dictionaries, folder), folder, parsed.InvocationConfiguration.Output);
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche knowledge import --petrarch my.actors.txt my.agents.txt -o my-tables/", "demarche knowledge import --petrarch my.verbs.txt -o my-tables/", "demarche code reports/ --knowledge my-tables/ --codebook my-tables/codebook/");
    }

    private static bool Holds(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.tsv").Any();

    private static ImportResult Import(string[] dictionaries, string folder)
    {
        try
        {
            var ofVerbs = dictionaries.ToLookup(PetrarchVerbImporter.Reads);
            var names = PetrarchImporter.Import([.. ofVerbs[false]], KnowledgeBase.Load(Installation.Knowledge), Installation.Tables, folder);
            if (!ofVerbs[true].Any()) return names;
            var lemmas = Lemmatizer.Load(Path.Combine(Installation.Models, Lemmatizer.FileName));
            var verbs = PetrarchVerbImporter.Import([.. ofVerbs[true]], Installation.Codebook, lemmas, Path.Combine(folder, CodebookFolder));
            return new([.. names.Rows, .. verbs.Rows.Select(table => (Path.Combine(CodebookFolder, table.Table), table.Count))], names.KnownAlready, [.. names.Faults, .. verbs.Faults]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitStatus.OutputFailed, error.Message, error);
        }
    }

    private static void Print(ImportResult result, string folder, TextWriter output)
    {
        foreach (var fault in result.Faults) output.WriteLine(fault);
        foreach (var (table, count) in result.Rows) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.Combine(folder, table)}: {count:N0} {(count == 1 ? "row" : "rows")}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.KnownAlready:N0} entries were known already; {result.Faults.Count:N0} {(result.Faults.Count == 1 ? "line" : "lines")} could not be turned over whole."));
    }
}
