using System.Globalization;
using Demarche.Knowledge.Importing;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge;

/// <summary>Turns actor and agent dictionaries of PETRARCH and TABARI into a folder of tables, to be read on top of those that ship.</summary>
/// <remarks>
/// A dictionary does not say what its actors are. One with dated codes, or an elite, is a person; one with a sector that
/// bears arms without a state is an armed group; one with PTY a party; one with a state's code alone another name of the state;
/// any other a body. Names of what is known already become further names of it.
/// </remarks>
public sealed class PetrarchImporter
{
    // One word of so few letters may as well be an acronym; both readings are harmless.
    private const int LongestAcronym = 6;

    private static readonly string[] ArmedSectors = ["REB", "UAF", "CRM", "IMG", "RAD"];

    private readonly KnowledgeBase _known;
    private readonly KnownCodes _codes;
    private readonly Dictionary<string, string> _sectorMeanings;
    private readonly ImportedTables _tables;
    private readonly List<ImportFault> _faults = [];
    private int _knownAlready;

    private PetrarchImporter(KnowledgeBase known, TableSet shipped)
    {
        var sectors = shipped.Read(TableSchema.Sectors);
        _known = known;
        _codes = new(shipped.Read(TableSchema.Countries), shipped.Read(TableSchema.Codes), sectors, shipped.Read(TableSchema.Roles));
        _sectorMeanings = sectors.Rows.ToDictionary(row => row.Text(0), row => row.Text(1), StringComparer.Ordinal);
        _tables = new(shipped);
    }

    /// <summary>Reads dictionaries, writes tables, and checks that these can be read.</summary>
    /// <param name="files">Dictionaries of actors or agents.</param>
    /// <param name="known">What ships, compiled.</param>
    /// <param name="dataDirectory">What ships, as tables.</param>
    /// <param name="outputDirectory">Made where it is missing; tables of the same names in it are replaced.</param>
    /// <exception cref="LexiconException">A dictionary is too large or not UTF-8, or a table that ships is wrong.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static ImportResult Import(IReadOnlyList<string> files, KnowledgeBase known, string dataDirectory, string outputDirectory)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(known);
        var reader = new PetrarchReader();
        foreach (var file in files) reader.Read(file);
        var importer = new PetrarchImporter(known, new(dataDirectory, added: null));
        foreach (var actor in reader.Actors.Where(actor => actor.Codes.Count > 0)) importer.Add(actor);
        foreach (var agent in reader.Agents) importer.Add(agent);
        importer._tables.Write(outputDirectory, $"Imported from {string.Join(", ", files.Select(Path.GetFileName))}.");
        var counts = TableSchema.All.Select(schema => (schema.File, importer._tables.Count(schema))).Where(table => table.Item2 > 0).ToList();
        if (counts.Count > 0) KnowledgeCompiler.Check(dataDirectory, outputDirectory);
        var order = files.Select((file, i) => (file, i)).DistinctBy(pair => pair.file).ToDictionary(StringComparer.Ordinal);
        return new(counts, importer._knownAlready, [.. reader.Faults.Concat(importer._faults).OrderBy(fault => order[fault.File]).ThenBy(fault => fault.Line)]);
    }

    private void Add(PetrarchActor actor)
    {
        var codes = actor.Codes.Select(code => (code.Line, code.Start, code.End, code.Code, Parts: ActorCode.Of(code.Code, _codes))).ToList();
        foreach (var (line, _, _, code, parts) in codes)
        {
            if (parts.Country is null && parts.Sectors.Count == 0) Fail(actor.File, line, PetrarchMessages.NoState(code));
            else foreach (var part in parts.Unknown) Fail(actor.File, line, PetrarchMessages.UnknownPart(part, code));
        }
        codes.RemoveAll(code => code.Parts.Country is null && code.Parts.Sectors.Count == 0);
        if (codes.Count == 0) return;

        var names = actor.Names.Select(Cased).Distinct(StringComparer.Ordinal).ToArray();
        var isDated = codes.Exists(code => code.Start is not null || code.End is not null);
        if (isDated || codes.Exists(code => code.Parts.Sectors.Contains("ELI")))
        {
            if (codes.TrueForAll(code => code.Parts.Sectors.Count == 0)) Fail(actor.File, actor.Line, PetrarchMessages.ChangingState(actor.Names[0]));
            else AddPerson(names, [.. codes.Where(code => code.Parts.Sectors.Count > 0).Select(code => (code.Start, code.End, code.Parts))], actor);
            return;
        }
        AddUndated(names, codes[0].Parts, codes[0].Code, actor);
    }

    private void AddUndated(string[] names, ActorCode code, string text, PetrarchActor actor)
    {
        if (code.Country is not { } country)
        {
            // Armed groups may be at home anywhere; bodies may not.
            if (code.Sectors.Intersect(ArmedSectors).Any()) AddGroup(names, code);
            else Fail(actor.File, actor.Codes[0].Line, PetrarchMessages.NoState(text));
        }
        else if (code.Sectors.Count == 0)
        {
            if (_codes.IsOrganisation(country)) AddBody(names, code);
            else MergeNames(TableSchema.Countries, country, 2, names.Where(name => !_known.FindExact(name).Any(entry => entry.Country == country)));
        }
        else if (Known(names, code) is { } known)
        {
            Merge(known, names);
        }
        else if (code.Sectors.Intersect(ArmedSectors).Any())
        {
            AddGroup(names, code);
        }
        else if (code.Sectors.Contains("PTY"))
        {
            _tables.Add(TableSchema.Parties, IdFor(TableSchema.Parties, names[0], country), country, names[0], Others(names), "", "");
        }
        else
        {
            AddBody(names, code);
        }
    }

    private void AddGroup(string[] names, ActorCode code)
    {
        if (Known(names, code) is { } known) Merge(known, names);
        else _tables.Add(TableSchema.ArmedGroups, IdFor(TableSchema.ArmedGroups, names[0], code.Country), names[0], Others(names), code.Country ?? "", string.Join('|', code.Sectors), "", "", "");
    }

    private void AddBody(string[] names, ActorCode code)
    {
        if (Known(names, code) is { } known) Merge(known, names);
        else _tables.Add(TableSchema.Organisations, IdFor(TableSchema.Organisations, names[0], code.Country), names[0], Others(names), code.Country!, string.Join('|', code.Sectors), "", "", "", "");
    }

    private void AddPerson(string[] names, (DateOnly? Start, DateOnly? End, ActorCode Code)[] terms, PetrarchActor actor)
    {
        var known = names.SelectMany(_known.FindExact).FirstOrDefault(entry => entry.Kind == EntryKind.Person
            && terms.Any(term => entry.Country == term.Code.Country || Array.Exists(entry.Terms, held => held.Country == term.Code.Country)));
        if (known is not null)
        {
            Merge(known, names);
            return;
        }
        if (terms.FirstOrDefault(term => term.Code.Country is null) is { Code: not null })
            Fail(actor.File, actor.Line, PetrarchMessages.NoState(actor.Codes[0].Code));
        var stated = Array.FindAll(terms, term => term.Code.Country is not null);
        if (stated.Length == 0) return;
        var id = IdFor(TableSchema.People, names[0], stated[0].Code.Country);
        _tables.Add(TableSchema.People, id, names[0], Others(names), "");
        foreach (var (start, end, code) in stated)
            _tables.Add(TableSchema.OfficeHolders, code.Country!, "", _sectorMeanings[code.Sectors[0]], "OTHER", string.Join('|', code.Sectors), id, Text(start), Text(end), "");
    }

    private void Add(PetrarchAgent agent)
    {
        var code = ActorCode.Of(agent.Code.Code, _codes);
        if (code.Sectors.Count == 0)
        {
            Fail(agent.File, agent.Line, PetrarchMessages.NoSector(agent.Code.Code));
            return;
        }
        foreach (var part in code.Unknown) Fail(agent.File, agent.Line, PetrarchMessages.UnknownPart(part, agent.Code.Code));
        var noun = agent.Noun.ToLowerInvariant();
        var plurals = agent.Plural is null ? "" : agent.Plural.ToLowerInvariant();
        // The title of an office leads to its holder; as a mere noun it would lead to nobody.
        if (_known.FindExact(noun).Any(entry => entry.Kind == EntryKind.Office || (entry.Kind == EntryKind.RoleNoun && entry.Sectors.SequenceEqual(code.Sectors))))
        {
            _knownAlready++;
            return;
        }
        var before = _tables.FieldOf(TableSchema.RoleNouns, noun, 1);
        _tables.Add(TableSchema.RoleNouns, noun, before is { Length: > 0 } ? before : plurals, string.Join('|', code.Sectors));
    }

    private KnowledgeEntry? Known(string[] names, ActorCode code) => names.SelectMany(_known.FindExact).FirstOrDefault(entry =>
        entry.Kind is EntryKind.Organisation or EntryKind.ArmedGroup or EntryKind.Party && entry.Country == code.Country);

    private void Merge(KnowledgeEntry known, string[] names)
    {
        var (schema, column) = known.Kind switch
        {
            EntryKind.Person => (TableSchema.People, 2),
            EntryKind.Organisation => (TableSchema.Organisations, 2),
            EntryKind.ArmedGroup => (TableSchema.ArmedGroups, 2),
            _ => (TableSchema.Parties, 3),
        };
        MergeNames(schema, known.Id[(known.Id.IndexOf(':', StringComparison.Ordinal) + 1)..], column, names.Where(name => !_known.FindExact(name).Contains(known)));
    }

    private void MergeNames(TableSchema schema, string key, int column, IEnumerable<string> names)
    {
        var added = names.ToArray();
        if (added.Length == 0) _knownAlready++;
        else _tables.AddNames(schema, key, column, added.SelectMany(Spelled));
    }

    // A name that is taken gets its state, then a number.
    private string IdFor(TableSchema schema, string name, string? country)
    {
        var plain = NameUnits.Written(name).Replace(' ', '-');
        if (!_tables.Has(schema, plain)) return plain;
        var stated = $"{plain}-{country?.ToLowerInvariant() ?? "other"}";
        var id = stated;
        for (var number = 2; _tables.Has(schema, id); number++) id = string.Create(CultureInfo.InvariantCulture, $"{stated}-{number}");
        return id;
    }

    // Dictionaries are in capitals; ours tell NATO from Nato.
    private static string Cased(string name) => name.Any(char.IsLower)
        ? name
        : string.Join(' ', name.Split(' ').Select(word => string.Join('-', word.Split('-').Select(part => part.Length < 2 ? part : part[0] + part[1..].ToLowerInvariant()))));

    private static string Others(string[] names) =>
        string.Join('|', names.SelectMany(Spelled).Where(name => name != names[0]).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> Spelled(string name) =>
        name.Length is > 1 and <= LongestAcronym && !name.Contains(' ', StringComparison.Ordinal) ? [name, name.ToUpperInvariant()] : [name];

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private void Fail(string file, int line, string problem) => _faults.Add(new(file, line, problem));
}
