using Demarche.Knowledge;

namespace Demarche.Intake;

/// <summary>Asks the compiled knowledge.</summary>
internal sealed class KnowledgeNames(KnowledgeBase knowledge) : INameSource
{
    public string? Outlet(string nameOrDomain) => knowledge.FindOutlet(nameOrDomain)?.Name;

    public string? Agency(string name) => knowledge.FindAgency(name)?.Name;

    public (bool Known, string? Country) Place(string name)
    {
        foreach (var entry in knowledge.FindExact(name))
        {
            if (entry.Kind is EntryKind.Place or EntryKind.Country)
            {
                return (true, entry.Country);
            }
        }

        return (false, null);
    }
}
