using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

/// <summary>Reads the tables of people and of the offices they held.</summary>
internal sealed class PeopleTables
{
    // Roles of at least this weight (spokespersons and up, see roles.tsv) are spelled out in every known way.
    private const int SpelledOutWeight = 65;

    private readonly Dictionary<string, List<(OfficeTerm Term, bool WholeState)>> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Role, string Country), List<int>> _posts = [];

    private PeopleTables(DateOnly checkedUntil) => CheckedUntil = checkedUntil;

    internal DateOnly CheckedUntil { get; }

    /// <summary>Who held which post of which state or body, in the order of the table of people.</summary>
    internal IReadOnlyDictionary<(string Role, string Country), List<int>> Posts => _posts;

    internal static PeopleTables Read(TableSet tables, Draft draft)
    {
        var people = tables.Read(TableSchema.People);
        var terms = tables.Read(TableSchema.OfficeHolders);
        var read = new PeopleTables(terms.Checked);
        var ids = people.Rows.Select(row => row.Needed(0)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in terms.Rows) read.AddTerm(row, draft.Codes, ids);
        SingleOffices.Check(terms, tables.Read(TableSchema.SharedOffices), draft.Codes);
        var spellings = new Spellings(tables);
        var attention = Attention(draft);
        foreach (var row in people.Rows) read.AddPerson(row, draft, spellings, attention);
        return read;
    }

    private void AddTerm(TableRow row, KnownCodes codes, HashSet<string> people)
    {
        var person = row.Needed(5);
        if (!people.Contains(person)) throw row.Wrong(5, TableMessages.Person(person));
        var unit = row.Optional(1);
        var country = row.Country(0, codes) ?? (unit is null ? throw row.Wrong(0, TableMessages.Empty("country")) : null);
        var office = row.Needed(2);
        if (unit is not null && !office.Contains(unit, StringComparison.Ordinal)) office = $"{office} ({unit})";
        var sectors = row.Sectors(4, codes);
        var (start, end) = row.Dates(6, 7);
        var term = new OfficeTerm(office, row.Role(3, codes), country, sectors.Length > 0 ? sectors[0] : throw row.Wrong(4, TableMessages.Empty("sector")), start, end, row.Date(8));
        if (!_terms.TryGetValue(person, out var terms)) _terms.Add(person, terms = []);
        terms.Add((term, unit is null));
    }

    private void AddPerson(TableRow row, Draft draft, Spellings spellings, Dictionary<string, int> attention)
    {
        var terms = _terms.GetValueOrDefault(row.Text(0)) ?? [];
        terms.Sort((a, b) => Nullable.Compare(a.Term.Start, b.Term.Start));
        var last = terms.Count == 0 ? default : terms.MaxBy(t => (t.Term.End ?? t.Term.AsOf ?? t.Term.Start ?? DateOnly.MinValue, draft.Codes.Weight(t.Term.Role))).Term;
        var entry = draft.Add(new KnowledgeEntry
        {
            Id = "person:" + row.Text(0),
            Kind = EntryKind.Person,
            Name = row.Needed(1),
            Country = last.Country,
            Sectors = last.Sector is null ? [] : [last.Sector],
            Terms = [.. terms.Select(t => t.Term)],
        }, row, 0);
        foreach (var (term, whole) in terms)
            if (whole && term.Country is { } country) AddPost((term.Role, country), entry);

        var weight = terms.Count == 0 ? 0 : terms.Max(t => draft.Codes.Weight(t.Term.Role));
        var prominence = terms.Count == 0 ? 0 : terms.Max(t => Rank.Prominence(
            draft.Codes.Weight(t.Term.Role), attention.GetValueOrDefault(t.Term.Country ?? ""), LastYear(t.Term)));
        draft.AllNames(entry, row, 1, 2, Rank.OfPerson(prominence));
        foreach (var surname in row.List(3)) AddSurname(draft, entry, surname, prominence);
        foreach (var name in row.List(2).Prepend(row.Text(1)))
            if (Spellings.WithoutUmlauts(name) is { } spelling) draft.Name(entry, spelling, NameForm.Name, Rank.OfPerson(prominence) - 2);
        foreach (var surname in row.List(3))
            if (Spellings.WithoutUmlauts(surname) is { } spelling) AddSurname(draft, entry, spelling, prominence - 1);
        if (weight < SpelledOutWeight) return;
        foreach (var name in row.List(2).Prepend(row.Text(1)))
            foreach (var spelling in spellings.Others(name)) draft.Name(entry, spelling, NameForm.Name, Rank.OfPerson(prominence) - 2);
        foreach (var surname in row.List(3))
            foreach (var spelling in spellings.OthersOfSurname(surname)) AddSurname(draft, entry, spelling, prominence - 1);
    }

    private static void AddSurname(Draft draft, int entry, string surname, int prominence) =>
        draft.Name(entry, surname, NameForm.Surname, Rank.OfSurname(prominence));

    private void AddPost((string, string) post, int entry)
    {
        if (!_posts.TryGetValue(post, out var holders)) _posts.Add(post, holders = []);
        if (!holders.Contains(entry)) holders.Add(entry);
    }

    private static int LastYear(OfficeTerm term) => (term.End ?? term.AsOf ?? term.Start)?.Year ?? 1990;

    // A state of which many bodies are listed is one that reports name often.
    private static Dictionary<string, int> Attention(Draft draft)
    {
        var attention = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in draft.Entries)
            if (entry is { Kind: EntryKind.Organisation or EntryKind.Metonym, Country: { } country })
                attention[country] = Math.Min(attention.GetValueOrDefault(country) + 1, 15);
        return attention;
    }
}
