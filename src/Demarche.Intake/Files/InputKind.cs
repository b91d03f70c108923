namespace Demarche.Intake.Files;

/// <summary>What an input's name, or else its first bytes, say that it holds.</summary>
internal enum InputKind { Unknown, Text, Page, Lines, Json, Csv, Tsv, Warc, Wacz }

/// <summary>Tells what a file holds by its name.</summary>
internal static class InputKinds
{
    private static readonly (string Ending, InputKind Kind)[] Endings =
    [
        (".txt", InputKind.Text), (".text", InputKind.Text),
        (".html", InputKind.Page), (".htm", InputKind.Page), (".xhtml", InputKind.Page),
        (".ndjson", InputKind.Lines), (".jsonl", InputKind.Lines), (".json", InputKind.Json),
        (".csv", InputKind.Csv), (".tsv", InputKind.Tsv),
        (".warc", InputKind.Warc), (".wacz", InputKind.Wacz),
    ];

    private static readonly string[] Packings = [".gz", ".zst"];

    internal static InputKind Of(string path) => Split(path).Kind;

    /// <summary>The file's name without the endings that say what it holds and how it is packed.</summary>
    internal static string Stem(string path) => Split(path).Stem;

    private static (string Stem, InputKind Kind) Split(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var packing in Packings)
        {
            if (name.EndsWith(packing, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^packing.Length];
                break;
            }
        }

        foreach (var (ending, kind) in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return (name[..^ending.Length], kind);
            }
        }

        return (name, InputKind.Unknown);
    }
}
