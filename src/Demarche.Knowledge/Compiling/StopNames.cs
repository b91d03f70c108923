using Demarche.Knowledge.Names;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge.Compiling;

internal enum NameTreatment : byte { Plain, Cautious, Never }

/// <summary>stopnames.tsv: names that are common words too.</summary>
internal sealed class StopNames
{
    private readonly Dictionary<(ulong Key, EntryKind Kind), NameTreatment> _treatments = [];

    internal StopNames(Table table)
    {
        foreach (var row in table.Rows)
        {
            var name = row.Needed(0);
            if (NameUnits.Written(name) != name) throw row.Wrong(0, TableMessages.NotFolded(name, NameUnits.Written(name)));
            var kind = row.OneOf(1, "country", "person", "organisation", "group", "party", "people", "place", "metonym", "outlet", "weapon", "vessel", "treaty", "dispute");
            var treatment = row.OneOf(2, "never", "cautious") == "never" ? NameTreatment.Never : NameTreatment.Cautious;
            _treatments.Add((NameUnits.Key(name), Kind(kind)), treatment);
        }
    }

    internal NameTreatment Treatment(string name, EntryKind kind) => _treatments.GetValueOrDefault((NameUnits.Key(name), kind));

    private static EntryKind Kind(string word) => word switch
    {
        "country" => EntryKind.Country,
        "person" => EntryKind.Person,
        "organisation" => EntryKind.Organisation,
        "group" => EntryKind.ArmedGroup,
        "party" => EntryKind.Party,
        "people" => EntryKind.EthnicGroup,
        "place" => EntryKind.Place,
        "metonym" => EntryKind.Metonym,
        "outlet" => EntryKind.Outlet,
        "weapon" => EntryKind.Weapon,
        "vessel" => EntryKind.Vessel,
        "treaty" => EntryKind.Treaty,
        _ => EntryKind.Dispute,
    };
}
