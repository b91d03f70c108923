using System.Globalization;
using System.Text;
using Demarche.Coding;

namespace Demarche.Cli;

/// <summary>A name in reports that nothing known bears.</summary>
/// <param name="Country">The state that the words beside it tell; null where they tell none, or several.</param>
/// <param name="Example">Words around a mention.</param>
internal sealed record Gap(EntityKind Kind, string Name, int Mentions, int Reports, string? Country, string Example);

/// <summary>Gathers the names that the coder found and did not know. Shared between threads.</summary>
internal sealed class GapTally
{
    // Enough to tell what the name is.
    private const int ExampleLength = 160;

    private readonly Lock _lock = new();
    private readonly Dictionary<(EntityKind Kind, string Name), Count> _counts = [];

    internal void Add(CodedReport record)
    {
        foreach (var entity in record.Entities)
        {
            if (entity.KnowledgeId is not null || entity.Kind is not (EntityKind.Person or EntityKind.Organisation or EntityKind.Place)) continue;
            var named = entity.Mentions.Where(mention => mention.Form == MentionForm.Name).ToArray();
            if (named.Length > 0) Add(record.Report.Id, entity with { Name = OneLine(entity.Name) }, named.Length, Around(record.Report.Text, named[0].Span.Start, named[0].Span.End));
        }
    }

    /// <summary>All gaps, the most often mentioned first; the same however the threads ran.</summary>
    internal IReadOnlyList<Gap> Gaps()
    {
        lock (_lock)
        {
            return [.. _counts
                .Select(pair => new Gap(pair.Key.Kind, pair.Key.Name, pair.Value.Mentions, pair.Value.Reports, pair.Value.Countries.Count == 1 ? pair.Value.Countries.First() : null, pair.Value.Example))
                .OrderByDescending(gap => gap.Mentions).ThenByDescending(gap => gap.Reports).ThenBy(gap => gap.Name, StringComparer.Ordinal).ThenBy(gap => gap.Kind)];
        }
    }

    internal static string ToTsv(IReadOnlyList<Gap> gaps)
    {
        var text = new StringBuilder("mentions\treports\tkind\tname\tcountry\texample\n");
        foreach (var gap in gaps)
            text.Append(CultureInfo.InvariantCulture, $"{gap.Mentions}\t{gap.Reports}\t{Word(gap.Kind)}\t{gap.Name}\t{gap.Country}\t{gap.Example}\n");
        return text.ToString();
    }

    /// <param name="width">Columns of the terminal; what is longer is cut.</param>
    internal static string ToTable(IReadOnlyList<Gap> gaps, int width)
    {
        var text = new StringBuilder();
        var longest = gaps.Count == 0 ? 0 : Math.Min(gaps.Max(gap => gap.Name.Length), width / 3);
        foreach (var gap in gaps)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{gap.Mentions,6} {Word(gap.Kind),-12} {Cut(gap.Name, longest).PadRight(longest)} {gap.Country,-4} {gap.Example}");
            text.Append(Cut(line, width)).Append('\n');
        }
        return text.ToString();
    }

    private static string Word(EntityKind kind) => kind.ToString().ToLowerInvariant();

    private static string Cut(string text, int width) => text.Length <= width || width < 1 ? text : text[..(width - 1)] + "…";

    private void Add(string report, CodedEntity entity, int mentions, string example)
    {
        lock (_lock)
        {
            if (!_counts.TryGetValue((entity.Kind, entity.Name), out var count)) _counts.Add((entity.Kind, entity.Name), count = new());
            count.Mentions += mentions;
            count.Reports++;
            if (entity.Country is { } country) count.Countries.Add(country);
            // The report whose id comes first, whichever thread was faster.
            if (count.Report is not null && string.CompareOrdinal(report, count.Report) >= 0) return;
            (count.Report, count.Example) = (report, example);
        }
    }

    // The paragraph, or as much of it on both sides as there is room for, cut between words.
    private static string Around(string text, int start, int end)
    {
        var first = text.LastIndexOf('\n', Math.Max(start - 1, 0)) + 1;
        var last = text.IndexOf('\n', end) is >= 0 and var line ? line : text.Length;
        var room = Math.Max(ExampleLength - (end - start), 0) / 2;
        var (from, to) = (Math.Max(first, start - room), Math.Min(last, end + room));
        if (from > first) from = Math.Min(text.IndexOf(' ', from, start - from) is >= 0 and var space ? space + 1 : start, start);
        if (to < last) to = Math.Max(text.LastIndexOf(' ', to - 1, to - end) is >= 0 and var blank ? blank : end, end);
        return $"{(from > first ? "… " : "")}{OneLine(text[from..to])}{(to < last ? " …" : "")}";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class Count
    {
        internal int Mentions { get; set; }

        internal int Reports { get; set; }

        internal HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

        internal string? Report { get; set; }

        internal string Example { get; set; } = "";
    }
}
