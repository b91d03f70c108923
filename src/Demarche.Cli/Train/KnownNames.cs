using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Cli;

/// <summary>The names of the knowledge tables by the kinds that the name tagger tells apart.</summary>
internal static class KnownNames
{
    internal static IEnumerable<(NameKind Kind, string Name)> Read(string folder) =>
        KnowledgeCompiler.Names(folder).Where(name => KindOf(name.Kind, name.Form) != NameKind.None).Select(name => (KindOf(name.Kind, name.Form), name.Name));

    private static NameKind KindOf(EntryKind kind, NameForm form) => kind switch
    {
        EntryKind.Country when form is NameForm.Adjective or NameForm.Demonym => NameKind.Other,
        EntryKind.Country or EntryKind.Place => NameKind.Place,
        EntryKind.Person => NameKind.Person,
        EntryKind.Organisation or EntryKind.ArmedGroup or EntryKind.Party or EntryKind.Outlet => NameKind.Organisation,
        EntryKind.EthnicGroup or EntryKind.Weapon or EntryKind.Vessel or EntryKind.Treaty or EntryKind.Dispute => NameKind.Other,
        _ => NameKind.None,
    };
}
