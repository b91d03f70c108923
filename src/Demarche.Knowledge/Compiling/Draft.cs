using Demarche.Knowledge.Names;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Entries and names as the tables give them, before they are packed.</summary>
internal sealed class Draft(KnownCodes codes, StopNames stopNames)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<KnowledgeEntry> _entries = [];
    private readonly List<NameDraft> _names = [];

    internal KnownCodes Codes { get; } = codes;

    internal IReadOnlyList<KnowledgeEntry> Entries => _entries;

    internal IReadOnlyList<NameDraft> Names => _names;

    /// <returns>The number of the entry.</returns>
    /// <exception cref="LexiconException">Another row has the same id.</exception>
    internal int Add(KnowledgeEntry entry, TableRow row, int idColumn)
    {
        if (!_lines.TryAdd(entry.Id, row.Line)) throw row.Wrong(idColumn, TableMessages.Duplicate(row.Text(idColumn), _lines[entry.Id]));
        _entries.Add(entry);
        return _entries.Count - 1;
    }

    /// <summary>Adds a name as it is written inside sentences; names that stopnames.tsv rules out are left out.</summary>
    internal void Name(int entry, string name, NameForm form, int rank, NameRule extra = NameRule.Capital)
    {
        var kind = _entries[entry].Kind;
        var treatment = stopNames.Treatment(name, form == NameForm.Capital ? EntryKind.Country : kind);
        if (treatment == NameTreatment.Never) return;
        name = WithoutArticle(name, kind);
        var rule = extra | (treatment == NameTreatment.Cautious ? NameRule.Cautious : 0);
        if ((rule & (NameRule.OrLowerCase | NameRule.AllCapitals)) == 0)
        {
            if (IsAcronym(name))
            {
                rule |= NameRule.AllCapitals;
                if (form == NameForm.Name) form = NameForm.Acronym;
                if (treatment == NameTreatment.Plain && MayBeTitleCase(name, entry)) rule |= NameRule.OrTitleCase;
            }
            else if (char.IsLower(name[0]))
            {
                rule |= NameRule.OrLowerCase;
            }
        }
        _names.Add(new NameDraft(name, entry, form, rank, rule));
    }

    /// <summary>Adds a name and its further spellings, each of which must hold a letter.</summary>
    internal void AllNames(int entry, TableRow row, int nameColumn, int namesColumn, int rank)
    {
        CheckName(row, nameColumn, row.Needed(nameColumn));
        Name(entry, row.Text(nameColumn), NameForm.Name, rank);
        foreach (var name in row.List(namesColumn))
        {
            CheckName(row, namesColumn, name);
            Name(entry, name, NameForm.Name, rank - 1);
        }
    }

    internal static void CheckName(TableRow row, int column, string name)
    {
        if (NameUnits.Key(name) == NameUnits.Seed) throw row.Wrong(column, TableMessages.NoName(name));
    }

    // "the Kremlin" is "Kremlin" in the table of names, and "The Democrats" are one party of several "Democrats"; "The Hague" keeps its article, which is a part of it.
    private static string WithoutArticle(string name, EntryKind kind) =>
        name.Length > 4 && name.StartsWith("the ", kind == EntryKind.Party && name.EndsWith('s') && name.LastIndexOf(' ') == 3 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) ? name[4..] : name;

    private static bool IsAcronym(string name)
    {
        var capitals = 0;
        var small = 0;
        foreach (var c in name)
        {
            if (char.IsUpper(c)) capitals++;
            else if (char.IsLower(c)) small++;
        }
        return capitals >= 2 && (small == 0 && capitals <= 8 || capitals + small <= 4 && capitals > small);
    }

    // British papers write Nato and Unesco; nobody writes Cdu for the CDU.
    private bool MayBeTitleCase(string name, int entry) =>
        name.Length >= 4 && name.All(char.IsUpper) && _entries[entry].Kind == EntryKind.Organisation &&
        _entries[entry].Country is { } code && Codes.IsOrganisation(code);
}

/// <summary>One name of one entry.</summary>
internal readonly record struct NameDraft(string Name, int Entry, NameForm Form, int Rank, NameRule Rule);
