using System.Globalization;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge;

/// <summary>Reads a codebook's folder of tables, and checks what it reads.</summary>
internal static class CodebookReader
{
    internal static readonly string[] EntryColumns = ["name", "pattern", "type", "mode", "cameo", "actor", "recipient", "third", "operator", "example", "nearmiss", "reason"];

    // Books that were written before near misses and reasons have neither column.
    private const int OptionalColumns = 2;

    internal static IReadOnlyList<CodebookEntry> ReadEntries(string directory, IReadOnlyDictionary<string, string[]> classes, CodebookCodes codes)
    {
        var folder = Path.Combine(directory, "entries");
        if (!Directory.Exists(folder) || !Files(folder, "*.tsv").Any())
            throw new LexiconException("entries", 0, 0, $"'{folder}' holds no tables of entries (*.tsv); a codebook needs at least one.");
        var entries = new List<CodebookEntry>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = new PatternParts(classes);
        var triggers = 0;
        foreach (var file in Files(folder, "*.tsv"))
        {
            foreach (var row in Table.Read(folder, file, EntryColumns, OptionalColumns).Rows)
            {
                if (entries.Count == CodebookLimits.Entries)
                    throw row.Wrong(0, FormattableString.Invariant($"this is entry {entries.Count + 1:N0}, but a codebook may have {CodebookLimits.Entries:N0} at most; leave out what no report needs."));
                var reader = new CodebookRow(file, row, parts);
                if (!names.TryAdd(row.Needed(0), reader.Where))
                    throw row.Wrong(0, $"the name '{row.Text(0)}' is already taken by {names[row.Text(0)]}; names are unique over all files.");
                var entry = reader.ReadEntry(entries.Count, codes);
                entries.Add(entry);
                triggers += entry.Triggers.Length;
                if (triggers > CodebookLimits.Triggers)
                    throw row.Wrong(1, FormattableString.Invariant($"with this row the codebook has {triggers:N0} triggers, but {CodebookLimits.Triggers:N0} at most are read; leave out what no report needs."));
            }
        }
        return entries;
    }

    internal static IReadOnlyDictionary<string, string[]> ReadClasses(string directory)
    {
        var classes = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var file in Files(directory, "classes*.tsv"))
        {
            foreach (var row in Table.Read(directory, file, "class", "lemmas").Rows)
            {
                if (!classes.TryGetValue(row.Needed(0), out var lemmas))
                    classes[row.Text(0)] = lemmas = new(StringComparer.Ordinal);
                if (row.List(1) is not { Length: > 0 } words)
                    throw row.Wrong(1, $"the class '{row.Text(0)}' holds no word here; add one, or delete the row.");
                lemmas.UnionWith(words);
            }
        }
        return classes.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The parties and settings of what is no event; none when the table is not there.</summary>
    internal static NonEvents ReadNonEvents(string directory, IReadOnlyDictionary<string, string[]> classes, IReadOnlyDictionary<string, EventTypeInfo> types)
    {
        var parties = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var fields = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var companions = new HashSet<string>(StringComparer.Ordinal);
        var invented = new HashSet<string>(StringComparer.Ordinal);
        var settings = new HashSet<string>(StringComparer.Ordinal);
        if (!File.Exists(Path.Combine(directory, "nonevents.tsv")))
            return new(parties, fields, companions, invented, settings);
        foreach (var row in Table.Read(directory, "nonevents.tsv", "part", "class", "except").Rows)
        {
            var name = row.Needed(1);
            string[] words = name[0] == '#' ? [name]
                : classes.TryGetValue(name, out var lemmas) ? [.. lemmas.Select(lemma => lemma.Replace('_', ' '))]
                : throw row.Wrong(1, $"'{name}' is no class; write one of classes*.tsv, or a sector with #.");
            var except = row.List(2).ToHashSet(StringComparer.Ordinal);
            if (except.FirstOrDefault(type => !types.ContainsKey(type)) is { } unknown)
                throw row.Wrong(2, $"'{unknown}' is not a PLOVER event type; see types.tsv.");
            switch (row.Needed(0))
            {
                case "party":
                    // A word of two classes is excepted where one of them is.
                    foreach (var word in words)
                        parties[word] = parties.TryGetValue(word, out var before) ? before.Union(except).ToHashSet(StringComparer.Ordinal) : except;
                    break;
                case "field":
                    foreach (var word in words)
                        fields[word] = except;
                    break;
                case "companion":
                    companions.UnionWith(words);
                    break;
                case "invented":
                    invented.UnionWith(words);
                    break;
                case "setting":
                    settings.UnionWith(words);
                    break;
                default:
                    throw row.Wrong(0, $"'{row.Text(0)}' is no part; write party, companion, field, invented or setting.");
            }
        }
        return new(parties, fields, companions, invented, settings);
    }

    internal static IReadOnlyDictionary<string, EventTypeInfo> ReadTypes(string directory) =>
        Table.Read(directory, "types.tsv", "type", "default_cameo", "plover_score", "traits").Rows
            .ToDictionaryOnce(0, row => new EventTypeInfo(row.Needed(0), row.Needed(1), Number(row, 2), Traits(row, 3)));

    internal static IReadOnlyDictionary<string, CrosswalkRow> ReadCrosswalk(string directory, IReadOnlyDictionary<string, EventTypeInfo> types) =>
        Table.Read(directory, "crosswalk.tsv", "cameo", "type", "mode", "context", "goldstein").Rows
            .ToDictionaryOnce(0, row => new CrosswalkRow(row.Needed(0), row.Text(1) is var type && (type is "" or "-" || types.ContainsKey(type)) ? type : throw UnknownType(row, 1), row.Optional(2), row.Text(3).Split([';', '|'], StringSplitOptions.RemoveEmptyEntries), Number(row, 4)));

    internal static IReadOnlyDictionary<(string Operator, string Inner), Composition> ReadCompositions(string directory, CodebookCodes codes)
    {
        var compositions = new Dictionary<(string Operator, string Inner), Composition>();
        foreach (var row in Table.Read(directory, "compose.tsv", "operator", "inner", "type", "mode", "cameo", "inner_status", "note").Rows)
        {
            // An operator inside another is told by the event that it makes, so that no row can lead back to itself.
            if (row.Needed(1) is not ("-" or "*") && !codes.Types.ContainsKey(row.Text(1)))
                throw row.Wrong(1, $"'{row.Text(1)}' is not a PLOVER event type, '*' for any other or '-' for none; see types.tsv.");
            var type = row.Text(2) is "-" or "" ? null : row.Text(2);
            if (type is not (null or "=") && !codes.Types.ContainsKey(type))
                throw row.Wrong(2, $"'{type}' is not a PLOVER event type, '=' or '-'; see types.tsv.");
            if (row.Optional(3) is { } mode && !(type is null or "=" ? codes.IsMode(mode) : codes.Modes.Contains((type, mode))))
                throw row.Wrong(3, $"'{mode}' is not a mode of {(type is null or "=" ? "any type" : type)} in modes.tsv.");
            if (row.Optional(4) is { } cameo && !codes.Crosswalk.ContainsKey(cameo))
                throw row.Wrong(4, $"'{cameo}' is not a CAMEO code of crosswalk.tsv.");
            if (row.Text(5) is not ("" or "absorb" or "future" or "hypothetical" or "negated"))
                throw row.Wrong(5, $"'{row.Text(5)}' is not absorb, future, hypothetical or negated; leave it empty to keep the inner event as it is.");
            var composition = new Composition(type, row.Optional(3), row.Optional(4), row.Text(5) == "absorb", row.Text(5) == "absorb" ? null : row.Optional(5)) { Line = row.Line };
            if (!compositions.TryAdd((row.Needed(0), row.Needed(1)), composition))
                throw row.Wrong(1, $"'{row.Text(0)}' with '{row.Text(1)}' stands in the table already.");
        }
        return compositions;
    }

    internal static IReadOnlyDictionary<string, string[]> ReadContexts(string directory) =>
        Table.Read(directory, "contexts.tsv", "context", "lemmas").Rows
            .SelectMany(row => row.List(1).Select(lemma => (lemma, context: row.Text(0))))
            .GroupBy(pair => pair.lemma, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.context).Distinct().ToArray(), StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, ReportingCue> ReadReporting(string directory) =>
        Table.Read(directory, "reporting.tsv", "lemma", "pos", "stance", "kind").Rows
            .Select(row => new ReportingCue(row.Needed(0), row.Needed(1), row.Text(2), row.Text(3)))
            .DistinctBy(cue => (cue.Lemma, cue.Pos))
            .ToDictionary(cue => $"{cue.Pos}:{cue.Lemma}", StringComparer.Ordinal);

    /// <summary>The lemmas of light verbs, each with the particle that must stand with it; null where none must.</summary>
    internal static IReadOnlyDictionary<string, string?> ReadLightVerbs(string directory)
    {
        var verbs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var row in Table.Read(directory, "lightverbs.tsv", "lemma", "note").Rows)
        {
            var words = row.Needed(0).Split(' ');
            var particle = words.Length > 1 && words[1].StartsWith("prt=", StringComparison.Ordinal) ? words[1][4..] : null;
            if (!verbs.TryAdd(words[0], particle) && particle is null)
                verbs[words[0]] = null;
        }
        return verbs;
    }

    /// <summary>Quad classes by CAMEO root.</summary>
    internal static IReadOnlyDictionary<string, string> ReadQuads(string directory) =>
        Table.Read(directory, "quads.tsv", "root", "quad").Rows.ToDictionaryOnce(0, row => row.Needed(1));

    /// <summary>The modes that each type may have.</summary>
    internal static IReadOnlySet<(string Type, string Mode)> ReadModes(string directory, IReadOnlyDictionary<string, EventTypeInfo> types) =>
        Table.Read(directory, "modes.tsv", "type", "mode").Rows
            .Select(row => (types.ContainsKey(row.Needed(0)) ? row.Text(0) : throw UnknownType(row, 0), row.Needed(1))).ToHashSet();

    private static LexiconException UnknownType(TableRow row, int column) => row.Wrong(column, $"'{row.Text(column)}' is not a PLOVER event type; see types.tsv.");

    private static EventTraits Traits(TableRow row, int column)
    {
        var traits = EventTraits.None;
        foreach (var word in row.List(column))
        {
            traits |= Enum.TryParse<EventTraits>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var trait) ? trait
                : throw row.Wrong(column, $"'{word}' is not a trait; write things, thing-acts, word, deed, answer or topic.");
        }
        return traits;
    }

    private static Dictionary<string, T> ToDictionaryOnce<T>(this IEnumerable<TableRow> rows, int key, Func<TableRow, T> read)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!found.TryAdd(row.Needed(key), read(row)))
                throw row.Wrong(key, $"'{row.Text(key)}' stands in the table already; delete one of the rows.");
        }
        return found;
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static double? Number(TableRow row, int column) =>
        !row.Has(column) ? null
        : double.TryParse(row.Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw row.Wrong(column, $"'{row.Text(column)}' is not a number; write it with a point, as -5.2.");
}
