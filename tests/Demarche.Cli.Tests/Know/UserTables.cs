namespace Demarche.Cli.Tests;

/// <summary>A small folder of a user's own tables: Eve Example, foreign minister of Norway from 28 November 2026 on.</summary>
internal static class UserTables
{
    internal const string Report = "OSLO, Nov 29, 2026 - Norwegian Foreign Minister Eve Example met Bertil Okandson in Oslo on Sunday.";

    internal static string In(Folder folder)
    {
        folder.Add("mine/people.tsv", "# mine\n# id\tname\tnames\tsurname\neve-example\tEve Example\t\tExample\n");
        folder.Add("mine/officeholders.tsv",
            "# mine\n# country\tunit\toffice\trole\tsector\tperson\tstart\tend\tas_of\nNOR\t\tminister of foreign affairs\tFM\tGOV\teve-example\t2026-11-28\t\t\n");
        return folder["mine"];
    }
}
