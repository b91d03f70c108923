using System.Globalization;
using System.Text;
using Demarche.Knowledge.Importing;
using Demarche.Knowledge.Tables;
using Demarche.Text.Lemmas;

namespace Demarche.Knowledge;

/// <summary>Turns verb dictionaries of PETRARCH and TABARI into a codebook of our form.</summary>
/// <remarks>
/// Sets become classes, verbs and their patterns entries; CAMEO codes are kept and lead to PLOVER types by the crosswalk of the
/// codebook that ships, from which the book has all tables but its words. Rows keep the order of the dictionary.
/// </remarks>
public sealed class PetrarchVerbImporter
{
    private const string EntriesFile = "petrarch.tsv";
    private const string ClassesFile = "classes-petrarch.tsv";

    /// <summary>The code of what is no event.</summary>
    private const string NoEvent = "---";

    private readonly PetrarchVerbReader _reader;
    private readonly Dictionary<string, TableRow> _crosswalk;
    private readonly SortedDictionary<string, string> _classes = new(StringComparer.Ordinal);
    private readonly PatternWords _words;
    private readonly List<string> _rows = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<ImportFault> _faults;

    private PetrarchVerbImporter(PetrarchVerbReader reader, Table crosswalk, Lemmatizer lemmas)
    {
        var classOfSet = new Dictionary<string, string>(StringComparer.Ordinal);
        (_reader, _faults) = (reader, reader.Faults);
        _crosswalk = crosswalk.Rows.ToDictionary(row => row.Text(0), StringComparer.Ordinal);
        _words = new(lemmas, classOfSet);
        foreach (var set in reader.Sets.Values) AddClass(set, classOfSet);
    }

    /// <summary>Whether a dictionary is one of verbs rather than of actors or agents.</summary>
    /// <exception cref="LexiconException">The file is too large or not UTF-8.</exception>
    public static bool Reads(string file) => PetrarchVerbReader.IsOfVerbs(file);

    /// <summary>Reads dictionaries, writes a codebook, and checks that it can be read.</summary>
    /// <param name="files">Dictionaries of verbs; sets of one may be used by the others.</param>
    /// <param name="codebookDirectory">The codebook that ships.</param>
    /// <param name="lemmas">Turns the dictionary's word forms into lemmas.</param>
    /// <param name="outputDirectory">Made where it is missing; tables of the same names in it are replaced.</param>
    /// <exception cref="LexiconException">A dictionary is too large or not UTF-8, or a table that ships is wrong.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static ImportResult Import(IReadOnlyList<string> files, string codebookDirectory, Lemmatizer lemmas, string outputDirectory)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(lemmas);
        var reader = new PetrarchVerbReader();
        foreach (var file in files.Distinct(StringComparer.Ordinal)) reader.Read(file);
        var crosswalk = Table.Read(codebookDirectory, "crosswalk.tsv", "cameo", "type", "mode", "context", "goldstein");
        var importer = new PetrarchVerbImporter(reader, crosswalk, lemmas);
        foreach (var block in reader.Blocks) importer.Add(block);
        var order = files.Select((file, i) => (file, i)).DistinctBy(pair => pair.file).ToDictionary(StringComparer.Ordinal);
        var faults = importer._faults.Distinct().OrderBy(fault => order[fault.File]).ThenBy(fault => fault.Line).ToList();
        if (importer._rows.Count == 0) return new([], 0, faults);

        importer.Write(outputDirectory, codebookDirectory, $"Imported from {string.Join(", ", files.Select(Path.GetFileName))}.", crosswalk.Checked);
        Codebook.Load(outputDirectory);
        return new([($"entries/{EntriesFile}", importer._rows.Count), (ClassesFile, importer._classes.Count)], 0, faults);
    }

    private void AddClass(PetrarchSet set, Dictionary<string, string> classOfSet)
    {
        var lemmas = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (line, phrase) in set.Phrases)
        {
            try
            {
                lemmas.UnionWith(_words.Lemmas(phrase.TrimEnd('_')));
            }
            catch (PatternException reason)
            {
                _faults.Add(new(set.File, line, PetrarchMessages.NotSaid(phrase, reason.Message)));
            }
        }
        if (lemmas.Count == 0)
        {
            _faults.Add(new(set.File, set.Line, PetrarchMessages.SetEmpty(set.Name)));
            return;
        }
        // Sets that differ by signs alone are told apart by a number.
        var plain = new string([.. set.Name[1..].ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-')]).Trim('-');
        var name = plain;
        for (var number = 2; _classes.ContainsKey(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{plain}-{number}");
        _classes.Add(name, string.Join('|', lemmas));
        classOfSet.Add(set.Name, name);
    }

    private void Add(PetrarchBlock block)
    {
        foreach (var verb in block.Verbs)
            AddRows(block, [verb], "*", verb.Line, verb.Code.Length > 0 ? verb.Code : block.Code);
        // Verbs of one word share a row; others bring words of their own into the pattern.
        foreach (var pattern in block.Patterns)
            foreach (var verbs in block.Verbs.GroupBy(verb => string.Join(' ', verb.After)))
                AddRows(block, [.. verbs], pattern.Text, pattern.Line, pattern.Code.Length > 0 ? pattern.Code : block.Code);
    }

    private void AddRows(PetrarchBlock block, PetrarchVerb[] verbs, string pattern, int line, string code)
    {
        if (Decode(block.File, line, code) is not var (cameo, isReversed)) return;
        try
        {
            var whole = string.Join(' ', verbs[0].After);
            var readings = PatternLeaves.Of(whole.Length == 0 ? pattern : Insert(pattern, whole)).SelectMany(leaves => PatternReading.Of(leaves, _words)).Distinct();
            var source = Reason(block.File, line, $"{Shown(verbs[0], pattern)} [{code}]");
            foreach (var reading in readings) AddRow(verbs, isReversed ? reading.Reversed() : reading, cameo, line, source);
        }
        catch (PatternException reason)
        {
            _faults.Add(new(block.File, line, PetrarchMessages.NotSaid(Shown(verbs[0], pattern), reason.Message)));
        }
    }

    private static string Shown(PetrarchVerb verb, string pattern) =>
        pattern == "*" ? string.Join(' ', [.. verb.Before, verb.Head, .. verb.After]).ToUpperInvariant() : "- " + pattern;

    /// <summary>The dictionary's own line, cut to what a reason may have.</summary>
    private static string Reason(string file, int line, string shown)
    {
        var text = string.Join(' ', FormattableString.Invariant($"{Path.GetFileName(file)}({line}): {shown}").Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        var runes = text.EnumerateRunes().ToArray();
        return runes.Length <= CodebookLimits.Reason ? text : string.Concat(runes.Take(CodebookLimits.Reason - 1)) + "…";
    }

    // "GIVE_UP": what belongs to the verb stands before what the pattern adds.
    private static string Insert(string pattern, string after)
    {
        var verb = pattern.IndexOf('*', StringComparison.Ordinal);
        return verb < 0 ? pattern : $"{pattern[..verb]}* {after} {pattern[(verb + 1)..]}";
    }

    private void AddRow(PetrarchVerb[] verbs, PatternReading reading, string? cameo, int line, string source)
    {
        var triggers = verbs.SelectMany(verb => verb.Forms.Select(_words.VerbLemma).Prepend(verb.Head)
            .Select(lemma => string.Join(' ', [.. verb.Before, lemma]))).Distinct(StringComparer.Ordinal);
        var (type, mode) = cameo is null ? ("-", "") : (_crosswalk[cameo].Text(1), _crosswalk[cameo].Text(2));
        var pattern = $"V:{string.Join('|', triggers)} {reading.Requirements}".TrimEnd();
        _rows.Add(string.Join('\t', Name(verbs[0], line), pattern, type, type == "-" ? "" : mode, cameo ?? "", reading.Actor, reading.Recipient, "", "", "-", "-", source));
    }

    // The line leads a code in a record back to the dictionary.
    private string Name(PetrarchVerb verb, int line)
    {
        var plain = string.Create(CultureInfo.InvariantCulture, $"{verb.Head}-{line}");
        var name = plain;
        for (var number = 2; !_names.Add(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{plain}-{number}");
        return name;
    }

    /// <returns>The code that holds, null inside for what is no event; null for an unknown one, which is then noted.</returns>
    private (string? Cameo, bool IsReversed)? Decode(string file, int line, string code)
    {
        var parts = code.Split(':', StringSplitOptions.TrimEntries);
        // ":043" is what the other side does.
        var isReversed = parts is [var first, not ("" or NoEvent), ..] && first is "" or NoEvent;
        var cameo = isReversed ? parts[1] : parts[0];
        if (!isReversed && parts is [_, not ("" or NoEvent), ..]) _faults.Add(new(file, line, PetrarchMessages.SecondCode(code, parts[1])));
        if (cameo is "" or NoEvent) return (null, false);
        if (_crosswalk.ContainsKey(cameo)) return (cameo, isReversed);
        _faults.Add(new(file, line, PetrarchMessages.NoCameo(cameo)));
        return null;
    }

    private void Write(string folder, string codebookDirectory, string provenance, DateOnly @checked)
    {
        Directory.CreateDirectory(Path.Combine(folder, "entries"));
        foreach (var path in Directory.EnumerateFiles(codebookDirectory, "*.tsv"))
        {
            var file = Path.GetFileName(path);
            // What is no event is told by classes that the dictionary does not have.
            if (!file.StartsWith("classes", StringComparison.Ordinal) && file != "nonevents.tsv") File.Copy(path, Path.Combine(folder, file), overwrite: true);
        }
        var day = @checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        WriteTable(Path.Combine(folder, "entries", EntriesFile),
            $"# {provenance} A name is a verb and the line of the dictionary; rows are in its order, and of equals the first wins.\n# Types by crosswalk.tsv.  Checked: {day}. Reasons are the dictionary's lines.\n# {string.Join('\t', CodebookReader.EntryColumns)}\n", _rows);
        WriteTable(Path.Combine(folder, ClassesFile), $"# {provenance}  Checked: {day}.\n# class\tlemmas\n", _classes.Select(pair => $"{pair.Key}\t{pair.Value}"));
    }

    private static void WriteTable(string path, string header, IEnumerable<string> rows)
    {
        var text = new StringBuilder(header);
        foreach (var row in rows) text.Append(row).Append('\n');
        File.WriteAllText(path, text.ToString());
    }
}
