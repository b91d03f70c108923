namespace Demarche.Knowledge;

/// <summary>What a known thing is.</summary>
public enum EntryKind : byte
{
    Country, Person, Organisation, ArmedGroup, Party, EthnicGroup, Place, Metonym, Outlet, RoleNoun, Office, Weapon, Treaty, Dispute, Vessel,
}

/// <summary>One thing that is known before reading.</summary>
public sealed record KnowledgeEntry
{
    /// <summary>Stable key, unique in the knowledge base: <c>country:RUS</c>, <c>person:sergei-lavrov</c>, <c>place:geonames-1850147</c>.</summary>
    public required string Id { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>The name that the record carries.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-3, or a PLOVER organisation code (<c>UNO</c>, <c>EUR</c>, <c>NATO</c> …); null where none applies.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors; empty where none applies.</summary>
    public string[] Sectors { get; init; } = [];

    /// <summary>The kind within the kind: place type (<c>city</c>, <c>island</c>), organisation type, role of an office (<c>FM</c>, <c>HOG</c>), category of a weapon or treaty, kind of ship.</summary>
    public string? Type { get; init; }

    /// <summary>First day on which the thing existed or the metonym held; null: always.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last such day; null: still.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Degrees; NaN where unknown or where the thing has no place.</summary>
    public float Latitude { get; init; } = float.NaN;

    public float Longitude { get; init; } = float.NaN;

    public int Population { get; init; }

    public int? GeonamesId { get; init; }

    /// <summary>First-level administrative unit of a place, by name; null where unknown.</summary>
    public string? Region { get; init; }

    /// <summary>Other states that the thing belongs to or that claim it (dispute claimants, countries where a group lives).</summary>
    public string[] OtherCountries { get; init; } = [];

    /// <summary>Offices held, by start; empty for all but people.</summary>
    public OfficeTerm[] Terms { get; init; } = [];
}

/// <summary>One term in an office.</summary>
/// <param name="Office">As the gazette words it, lower case: <c>minister of foreign affairs</c>.</param>
/// <param name="Role">HOS, HOG, FM, DM, SPOX … (data/knowledge/roles.tsv).</param>
/// <param name="Country">The state, organisation or group served.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="Start">First day; null where unknown.</param>
/// <param name="End">Last day; null where it was still held on <paramref name="AsOf"/>, or unknown.</param>
/// <param name="AsOf">The day on which the row was true; null for ended terms.</param>
public readonly record struct OfficeTerm(
    string Office, string Role, string? Country, string Sector, DateOnly? Start, DateOnly? End, DateOnly? AsOf)
{
    /// <summary>Whether the office was held on a day; an open term counts as held from its start on.</summary>
    public bool Holds(DateOnly day) => (Start is null || Start <= day) && (End is null || day <= End);
}

/// <summary>How a name stands for its entry.</summary>
public enum NameForm : byte { Name, Adjective, Demonym, Acronym, Surname, Capital, RoleNoun }

/// <summary>Words of a sentence that name something known.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Candidates">All that the words may name, most likely first, without regard to the date.</param>
public readonly record struct NameMatch(int First, int End, IReadOnlyList<NameCandidate> Candidates);

/// <summary>One reading of a name.</summary>
public readonly record struct NameCandidate(KnowledgeEntry Entry, NameForm Form);
