using System.Text;
using Demarche.Coding;

namespace Demarche.Testing;

/// <summary>One sentence with the events that it should yield, as a person writes it in Markdown.</summary>
/// <param name="Title">The rule that the case shows.</param>
/// <param name="Sentence">The text after <c>&gt;</c>; several quoted lines are one text.</param>
/// <param name="Expected">The table, as <see cref="Print"/> prints it.</param>
public sealed record CodingCase(string File, string Title, string Sentence, string Expected)
{
    public override string ToString() => $"{File}: {Title}";

    /// <summary>Reads every case of the Markdown files in a folder.</summary>
    public static IEnumerable<CodingCase> ReadAll(string folder) =>
        Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(ReadFile);

    private static IEnumerable<CodingCase> ReadFile(string path)
    {
        string? title = null;
        var sentence = new StringBuilder();
        var rows = new List<string>();
        foreach (var line in System.IO.File.ReadLines(path).Append("## "))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (title is not null)
                    yield return new(Path.GetFileName(path), title, sentence.ToString(), Normalise(rows));
                title = line[3..].Trim();
                sentence.Clear();
                rows.Clear();
            }
            else if (line.StartsWith('>'))
            {
                sentence.Append(sentence.Length > 0 ? " " : "").Append(line[1..].Trim());
            }
            else if (line.StartsWith('|'))
            {
                rows.Add(line);
            }
        }
    }

    /// <summary>The events of a record as a case's table writes them: type with mode, the parties by country or name, status, who says so.</summary>
    public static string Print(CodedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var entities = report.Entities.ToDictionary(entity => entity.Id);
        var text = new StringBuilder();
        foreach (var coded in report.Events)
        {
            text.Append(coded.Type).Append(coded.Mode.Count > 0 ? $":{coded.Mode[0]}" : "").Append(" | ").Append(Names(coded.Actor)).Append(" | ").Append(Names(coded.Recipient))
                .Append(" | ").Append(coded.Status == EventStatus.None ? "" : coded.Status.ToString().ToLowerInvariant())
                .Append(" | ").AppendJoin(' ', coded.Attribution.Select(told => told.Entity is { } id ? entities[id].Country ?? entities[id].Name : told.Name)).Append('\n');
        }
        return text.Length == 0 ? "no event\n" : text.ToString();

        string Names(IReadOnlyList<string> ids) => string.Join(' ', ids.Select(id => entities[id].Country ?? $"({entities[id].Name})"));
    }

    // The first two rows of a table are its head; "no event" stands in a case without rows.
    private static string Normalise(List<string> rows) => rows.Count <= 2
        ? "no event\n"
        : string.Concat(rows.Skip(2).Select(row => string.Join(" | ", row.Trim().Trim('|').Split('|').Select(cell => cell.Trim())) + "\n"));
}
