using Demarche.Knowledge.Names;
using Demarche.Knowledge.Storage;
using Demarche.Text;

namespace Demarche.Knowledge;

/// <summary>What is known before reading: who and what names mean, and who held which office on which day.</summary>
/// <remarks>
/// Loaded from one compiled file and never changed after that; all members may be called from any number of threads at
/// once. Entries are made when they are first asked for and then kept, so that the same entry is always the same object.
/// </remarks>
public sealed class KnowledgeBase
{
    private readonly KnowledgeFile _file;
    private readonly KnowledgeEntry?[] _entries;
    private readonly NameTable _names;
    private readonly NameFinder _finder;

    private KnowledgeBase(KnowledgeFile file)
    {
        _file = file;
        _entries = new KnowledgeEntry?[file.Numbers(Section.EntryOffsets).Length - 1];
        _names = new NameTable(file, Entry);
        _finder = new NameFinder(_names);
    }

    /// <summary>Tells one state of knowledge from another: 16 hexadecimal digits of the hash over all its content.</summary>
    public string Version => _file.Version;

    /// <summary>The day up to which office holders were checked; later days are answered with what was known then.</summary>
    public DateOnly CheckedUntil => _file.CheckedUntil;

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Length;

    /// <summary>Loads a file written by <see cref="KnowledgeCompiler.Compile(string, string)"/>, in some ten milliseconds.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="LexiconException">The file is not compiled knowledge, or was compiled by another version.</exception>
    public static KnowledgeBase Load(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new KnowledgeBase(KnowledgeFile.Read(file));
    }

    /// <returns>Null where the file is no compiled knowledge.</returns>
    internal static KnowledgeBase? TryLoad(string file) => KnowledgeFile.TryRead(file) is { } read ? new(read) : null;

    internal static KnowledgeBase Open(byte[] compiled) =>
        new(KnowledgeFile.TryOpen(compiled) ?? throw new ArgumentException("These bytes are not compiled knowledge.", nameof(compiled)));

    /// <summary>The known names in a sentence: the longest at each place, from left to right, none overlapping.</summary>
    /// <remarks>
    /// Case decides what case can decide (US and us, Turkey and turkey); a sentence all in capitals is read with care.
    /// Candidates are ordered without regard to the date, states first, at most eight. A surname counts where it does not
    /// belong to a longer name.
    /// </remarks>
    /// <returns>Empty where the sentence names nothing known.</returns>
    public IReadOnlyList<NameMatch> Find(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return _finder.Find(sentence);
    }

    /// <summary>The entry of an id such as <c>country:RUS</c>; null where there is none.</summary>
    public KnowledgeEntry? Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var hash = IdHash.Of(id);
        var hashes = _file.Hashes(Section.IdHashes);
        for (var at = _file.Find(Section.IdHashes, hash); at >= 0 && at < hashes.Length && hashes[at] == hash; at++)
            if (Entry(_file.Indexes(Section.IdEntries)[at]) is var entry && entry.Id == id) return entry;
        return null;
    }

    /// <summary>A state or territory by its ISO 3166-1 alpha-3 code, or <c>EUR</c>; null where the code names none.</summary>
    public KnowledgeEntry? Country(string iso3)
    {
        ArgumentNullException.ThrowIfNull(iso3);
        return Get("country:" + iso3);
    }

    /// <summary>Who held a post on a day; of several, who took it last.</summary>
    /// <param name="role">A role of roles.tsv: <c>HOS</c>, <c>HOG</c>, <c>FM</c>, <c>DM</c> …</param>
    /// <param name="country">The state or body: <c>JPN</c>, <c>UNO</c>.</param>
    /// <param name="day">The day asked about.</param>
    /// <returns>Null where nobody is known to have held it.</returns>
    public KnowledgeEntry? Holder(string role, string country, DateOnly day) => Holders(role, country, day) is [var first, ..] ? first : null;

    /// <summary>All who held a post on a day, who took it last first.</summary>
    /// <remarks>
    /// Whoever a source shows in office on that day stands before those whose end nobody recorded, and of the latter only
    /// those who took the post later count beside the former. A state without a head of government has its head of state
    /// for one, unless it had one shortly before and after, so that the tables have a gap. Posts of parts of a state are
    /// left out.
    /// </remarks>
    public IReadOnlyList<KnowledgeEntry> Holders(string role, string country, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(country);
        var holders = HoldersOf(role, country, day);
        return holders.Count == 0 && role == "HOG" && !IsGap(role, country, day) ? HoldersOf("HOS", country, day) : holders;
    }

    /// <summary>Who held a post on a day and bears a name, however a report spells it: "Andrey Kozyrev", "Mursi", a surname alone.</summary>
    /// <returns>Null where nobody of such a name is known to have held it then.</returns>
    public KnowledgeEntry? HolderNamed(string name, string role, string country, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var holder in Holders(role, country, day))
            if (NameLikeness.MayBe(name, holder.Name)) return holder;
        return null;
    }

    /// <summary>An outlet by its name or acronym, or by a domain or address on its site; null where it is unknown.</summary>
    public KnowledgeEntry? FindOutlet(string nameOrDomain) => FindOutlet(nameOrDomain, agencyOnly: false);

    /// <summary>A news agency by its name, acronym or domain: <c>AP</c>, <c>Yonhap</c>, <c>tass.com</c>; null where it is unknown.</summary>
    public KnowledgeEntry? FindAgency(string nameOrDomain) => FindOutlet(nameOrDomain, agencyOnly: true);

    /// <summary>All that a name may mean, most likely first, whatever its case.</summary>
    /// <returns>Empty where nothing bears the name.</returns>
    public IReadOnlyList<KnowledgeEntry> FindExact(string name) => [.. Readings(name).Select(candidate => candidate.Entry)];

    /// <summary>All that a name may mean and how it stands for it, most likely first, at most eight, whatever its case.</summary>
    /// <returns>Empty where nothing bears the name.</returns>
    public IReadOnlyList<NameCandidate> Readings(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var group = NameTable.Group(_names.Slot(NameUnits.Key(name)));
        return group < 0 ? [] : _names.Candidates(group);
    }

    /// <summary>Whether a word is a title, a rank or a form of address that stands before names: <c>Mr</c>, <c>Gen.</c></summary>
    public bool IsTitle(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return _names.IsTitle(NameUnits.Key(word));
    }

    private KnowledgeEntry? FindOutlet(string nameOrDomain, bool agencyOnly)
    {
        ArgumentNullException.ThrowIfNull(nameOrDomain);
        if (Domains.HostOf(nameOrDomain) is { } host)
        {
            for (var domain = host; domain.Contains('.', StringComparison.Ordinal); domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
                if (OutletNamed(domain, agencyOnly) is { } outlet) return outlet;
        }
        return OutletNamed(nameOrDomain, agencyOnly);
    }

    private KnowledgeEntry? OutletNamed(string name, bool agencyOnly)
    {
        var hash = NameUnits.Key(name);
        var hashes = _file.Hashes(Section.OutletHashes);
        for (var at = _file.Find(Section.OutletHashes, hash); at >= 0 && at < hashes.Length && hashes[at] == hash; at++)
            if (Entry(_file.Indexes(Section.OutletEntries)[at]) is var outlet && (!agencyOnly || outlet.Type == "agency")) return outlet;
        return null;
    }

    private List<KnowledgeEntry> HoldersOf(string role, string country, DateOnly day)
    {
        var holders = new List<(KnowledgeEntry Person, OfficeTerm Term, bool Confirmed)>();
        foreach (var index in PeopleOf(role, country))
        {
            var person = Entry(index);
            if (person.TermOn(role, country, day) is { } term) holders.Add((person, term, term.IsConfirmedOn(day)));
        }
        var confirmed = holders.Where(holder => holder.Confirmed).Select(holder => holder.Term.Start).DefaultIfEmpty(null).Max();
        return [.. holders
            .Where(holder => holder.Confirmed || confirmed is null || holder.Term.Start > confirmed)
            .OrderByDescending(holder => holder.Term.Start ?? DateOnly.MinValue)
            .ThenBy(holder => holder.Person.Id, StringComparer.Ordinal)
            .Select(holder => holder.Person)];
    }

    // Two years: longer than any state of today was between two heads of government that the tables know.
    private bool IsGap(string role, string country, DateOnly day)
    {
        var before = false;
        var after = false;
        foreach (var index in PeopleOf(role, country))
        {
            foreach (var term in Entry(index).Terms)
            {
                if (term.Role != role || term.Country != country) continue;
                before |= term.End is { } end && end < day && day <= end.AddYears(2);
                after |= term.Start is { } start && start > day && start <= day.AddYears(2);
            }
        }
        return before && after;
    }

    private ReadOnlySpan<int> PeopleOf(string role, string country)
    {
        var at = _file.Find(Section.PostHashes, IdHash.OfPost(role, country));
        if (at < 0) return [];
        var offsets = _file.Numbers(Section.PostOffsets);
        return _file.Indexes(Section.PostHolders)[(int)offsets[at]..(int)offsets[at + 1]];
    }

    /// <summary>The entry of a number from 0 to below <see cref="Count"/>.</summary>
    internal KnowledgeEntry Entry(int index)
    {
        if (Volatile.Read(ref _entries[index]) is { } known) return known;
        var entry = EntryFormat.Read(_file.Part(Section.EntryOffsets, Section.Entries, index), _file);
        return Interlocked.CompareExchange(ref _entries[index], entry, null) ?? entry;
    }
}
