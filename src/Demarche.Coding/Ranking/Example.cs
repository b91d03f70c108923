using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>An event that a reader marked in a sentence.</summary>
/// <param name="Trigger">The words that tell it.</param>
internal sealed record ExampleEvent(TextSpan Trigger, string Type, string? Mode, EventStatus Status, ExampleParty[] Actor, ExampleParty[] Recipient, ExampleParty[] Third);

/// <summary>The words that name a party.</summary>
/// <param name="Meant">Whom they mean: names, or codes of countries; empty where the words say so themselves.</param>
internal readonly record struct ExampleParty(TextSpan Span, string[] Meant);

/// <summary>A sentence, or a passage of several, with all events that a careful reader finds in it; none for a hard negative.</summary>
internal sealed record Example(string Text, IReadOnlyList<ExampleEvent> Events)
{
    /// <summary>Reads the tables of a folder (docs/codebook.md, "Examples").</summary>
    /// <exception cref="LexiconException">A row is wrong; the message names file, line and column.</exception>
    internal static List<Example> Read(string folder, Codebook codebook)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).ToArray() : [];
        if (files.Length == 0)
            throw new LexiconException(folder, 0, 0, "the folder holds no table of examples (*.tsv).");
        return [.. files.SelectMany(file => ReadTable(file, codebook))];
    }

    private static List<Example> ReadTable(string file, Codebook codebook)
    {
        var examples = new List<Example>();
        var events = new List<ExampleEvent>();
        var line = 0;
        foreach (var row in File.ReadLines(file))
        {
            line++;
            if (row.Length == 0 || row[0] == '#')
                continue;
            var cells = row.Split('\t');
            if (cells.Length != 8)
                throw new LexiconException(file, line, cells.Length, $"the row has {cells.Length} columns and should have 8: text, trigger, type, mode, status, actor, recipient, third.");
            if (cells[0].Length > 0)
                examples.Add(new Example(cells[0].Replace(Paragraph, "\n\n", StringComparison.Ordinal), events = []));
            else if (examples.Count == 0)
                throw new LexiconException(file, line, 1, "the first row needs a sentence; rows without one belong to the sentence above.");
            if (cells[2] == "-")
                continue;
            if (!codebook.Types.ContainsKey(cells[2]))
                throw new LexiconException(file, line, 3, $"'{cells[2]}' is no type of the codebook; write - where the sentence tells no event.");
            var text = examples[^1].Text;
            // The events of a passage follow its paragraphs, and name their parties in their own.
            var trigger = SpanOf(text, cells[1], events.Count == 0 ? 0 : StartOfParagraph(text, events[^1].Trigger.Start)) ?? throw Missing(1, cells[1]);
            events.Add(new(trigger, cells[2], cells[3].Length == 0 ? null : cells[3], Status(), Find(5), Find(6), Find(7)));

            ExampleParty[] Find(int column) => cells[column].Length == 0 ? [] : [.. cells[column].Split(" + ").Select(party =>
            {
                var (words, meant) = party.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (party[..at], party[(at + 1)..].Split('|')) : (party, []);
                return new ExampleParty(SpanOf(text, words, StartOfParagraph(text, trigger.Start)) ?? SpanOf(text, words, 0) ?? throw Missing(column, words), meant);
            })];

            LexiconException Missing(int column, string words) => new(file, line, column + 1, $"the words '{words}' do not stand in the sentence '{text}'.");

            EventStatus Status() => cells[4].Length == 0 ? EventStatus.None : cells[4].Split('|').Aggregate(EventStatus.None, (sum, word) => sum | word switch
            {
                "future" => EventStatus.Future,
                "hypothetical" => EventStatus.Hypothetical,
                "negated" => EventStatus.Negated,
                "historical" => EventStatus.Historical,
                _ => throw new LexiconException(file, line, 5, $"'{word}' is no status; there are future, hypothetical, negated and historical, joined by |."),
            });
        }
        return examples;
    }

    /// <summary>What parts the paragraphs of a passage in a table.</summary>
    private const string Paragraph = " ¶ ";

    private static int StartOfParagraph(string text, int at) => text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;

    // The first place from a start where the words are whole words, else the first at all.
    private static TextSpan? SpanOf(string text, string words, int start)
    {
        if (words.Length == 0)
            return null;
        for (var at = text.IndexOf(words, start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return new(at, end);
        }
        var anywhere = text.IndexOf(words, start, StringComparison.Ordinal);
        return anywhere < 0 ? null : new(anywhere, anywhere + words.Length);
    }
}
