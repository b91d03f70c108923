using System.CommandLine;
using System.Text;
using Demarche.Coding;
using Demarche.Text.Lemmas;
using Demarche.Text.Training;

namespace Demarche.Cli;

/// <summary><c>demarche train</c>: treebanks in, models and their cards out.</summary>
internal static class TrainCommand
{
    internal static Command Build(Surroundings at) => new("train", "Train the models, from treebanks and examples; the same input gives the same bytes.") { Parser(at), Lemmas(at), Ranker(at) };

    private static Command Parser(Surroundings at)
    {
        var (train, dev, output) = (Folders("--train", "CoNLL-U files to learn from; those whose names lie in --dev too are left out. May be given again for further folders."), Folders("--dev", "CoNLL-U files on which the best epoch is chosen. May be given again."), ModelFile());
        var vectors = new Option<string>("--vectors") { Description = "Word vectors: the package of wink embeddings, its JSON, or GloVe's text.", HelpName = "FILE", Required = true };
        var names = new Option<string?>("--names") { Description = "Knowledge tables, whose names become evidence for the name tagger.", HelpName = "DIR" };
        var seed = new Option<ulong?>("--seed") { Description = "Another number gives another model of the same kind.", HelpName = "N" };
        var epochs = new Option<int?>("--epochs") { Description = "How often the training files are gone through.", HelpName = "N" };
        var command = new Command("parser", "Train tagger, name tagger and parser.") { train, dev, vectors, names, output, seed, epochs };
        command.SetAction((parsed, stop) =>
        {
            var options = new TrainingOptions
            {
                TrainFolders = parsed.GetRequiredValue(train),
                DevFolders = parsed.GetRequiredValue(dev),
                VectorsFile = parsed.GetRequiredValue(vectors),
                Names = parsed.GetValue(names) is { } folder ? KnownNames.Read(folder) : [],
                NamesFrom = parsed.GetValue(names),
                OutputFile = parsed.GetRequiredValue(output),
                Date = DateOnly.FromDateTime(at.Clock.GetUtcNow().UtcDateTime),
            };
            if (parsed.GetValue(seed) is { } number) options = options with { Seed = number };
            if (parsed.GetValue(epochs) is { } times) options = options with { Epochs = times };
            using var log = Log(at);
            ParserTraining.Train(options, log, stop);
            return Task.FromResult(ExitStatus.Done);
        });
        return Help.With(command, "demarche train parser --train gum/train --train data/treebank/train --dev gum/dev --dev data/treebank/dev --vectors vectors.tgz --names data/knowledge -o models/english.bin");
    }

    private static Command Lemmas(Surroundings at)
    {
        var (train, dev, output) = (Folder("--train", "CoNLL-U files to learn from; those whose names lie in --dev too are left out."), Folder("--dev", "CoNLL-U files to measure on."), ModelFile());
        var language = new Option<string>("--language") { Description = "The folder with irregular.tsv and stems.tsv. Default: the one beside the program.", HelpName = "DIR" };
        var command = new Command("lemmas", "Train the lemmas.") { train, dev, language, output };
        command.SetAction(parsed =>
        {
            using var log = Log(at);
            LemmaTraining.Train(
                parsed.GetRequiredValue(train), parsed.GetRequiredValue(dev), parsed.GetValue(language) ?? Installation.Language, parsed.GetRequiredValue(output), log);
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche train lemmas --train treebank/train --dev treebank/dev -o models/lemmas.tsv");
    }

    private static Command Ranker(Surroundings at)
    {
        var examples = Folder("--examples", "Tables of sentences whose events are marked (docs/codebook.md).");
        var codebook = new Option<string?>("--codebook") { Description = "The folder of the codebook that finds the events. Default: PLOVER, beside the program.", HelpName = "DIR" };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write ranker.bin and ranker-types.bin to, with their card: models, or the folder of a codebook of your own, whose events they then judge.", HelpName = "DIR", Required = true };
        var command = new Command("ranker", "Train what judges events, from labelled sentences.") { examples, codebook, output };
        command.SetAction((parsed, stop) =>
        {
            var files = new CoderFiles(Installation.Models, Installation.Data, Installation.Knowledge) { Codebook = parsed.GetValue(codebook) ?? Installation.Codebook, Ranks = false };
            using var log = Log(at);
            RankerTraining.Train(Coder.Load(files), parsed.GetRequiredValue(examples), parsed.GetRequiredValue(output), log, stop);
            return Task.FromResult(ExitStatus.Done);
        });
        return Help.With(command, "demarche train ranker --examples data/examples -o models", "demarche train ranker --examples my-examples --codebook my-codebook -o my-codebook");
    }

    private static Option<string> Folder(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "DIR", Required = true };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is { } folder && !Directory.Exists(folder)) result.AddError($"{name}: there is no folder '{folder}'.");
        });
        return option;
    }

    private static Option<string[]> Folders(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "DIR", Required = true };
        option.Validators.Add(result =>
        {
            foreach (var folder in result.GetValue(option) ?? [])
            {
                if (!Directory.Exists(folder)) result.AddError($"{name}: there is no folder '{folder}'.");
            }
        });
        return option;
    }

    private static Option<string> ModelFile() => new("--output", "-o")
    {
        Description = "The model to write; its card goes beside it, ending in .md.",
        HelpName = "FILE",
        Required = true,
    };

    private static StreamWriter Log(Surroundings at) => new(at.Output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
}
