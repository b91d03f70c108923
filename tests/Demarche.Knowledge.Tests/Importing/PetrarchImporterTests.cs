using Demarche.Knowledge.Tests.Tables;

namespace Demarche.Knowledge.Tests.Importing;

public sealed class PetrarchImporterTests
{
    [Fact]
    public void Dated_codes_make_a_person_with_terms()
    {
        using var work = new TableFolder();

        var result = Import(work,
            """
            IMKE_TESTSEN_ [NORELI] # a politician
            +IMKE_T._TESTSEN
            	[NORGOV >20110315]
            	[NOROPP <010120]
            	[NORLEG 930120-19951231] ; the old way of comments
            """);

        Assert.Equal([("people.tsv", 1), ("officeholders.tsv", 4)], result.Rows);
        Assert.Empty(result.Faults);
        Assert.Equal("imke-testsen\tImke Testsen\tImke T. Testsen\t", Rows(work, "people.tsv")[0]);
        var person = UserKnowledge.Load(Shipped.Folder, work.Path + "/out").Get("person:imke-testsen")!;
        Assert.Equal(["LEG 1993-01-20 1995-12-31", "ELI  ", "OPP  2001-01-20", "GOV 2011-03-15 "],
            person.Terms.OrderBy(term => term.Start ?? (term.Sector == "ELI" ? new(2000, 1, 1) : new(2000, 1, 2))).Select(term => $"{term.Sector} {term.Start:yyyy-MM-dd} {term.End:yyyy-MM-dd}"));
    }

    [Fact]
    public void Undated_codes_make_groups_parties_and_bodies()
    {
        using var work = new TableFolder();

        var result = Import(work,
            """
            <!-- made for a test,
            on two lines -->
            FRONT_OF_TESTLAND [NORREB]
            +FOTA
            PARTY_OF_TESTERS [NORPTY]
            TESTLAND_TRIBUNAL [NORJUD]
            WORLD_TESTING_UNION [IGOUNO]
            """);

        Assert.Empty(result.Faults);
        Assert.Equal("front-of-testland\tFront Of Testland\tFota|FOTA\tNOR\tREB\t\t\t", Rows(work, "armed_groups.tsv")[0]);
        Assert.Equal("party-of-testers\tNOR\tParty Of Testers\t\t\t", Rows(work, "parties.tsv")[0]);
        Assert.Equal(["testland-tribunal\tTestland Tribunal\t\tNOR\tJUD\t\t\t\t", "world-testing-union\tWorld Testing Union\t\tUNO\tIGO\t\t\t\t"], Rows(work, "organisations.tsv"));
    }

    [Fact]
    public void New_names_of_what_is_known_join_its_row()
    {
        using var work = new TableFolder();

        var result = Import(work, "NORWAY [NOR]\n+NORWAYLANDIA\nSERGEI_LAVROV [RUSELI]\n+SERGEI_THE_LAVROV\nUNITED_NATIONS [IGOUNO]\n");

        Assert.Equal([("countries.tsv", 1), ("people.tsv", 1)], result.Rows);
        Assert.Equal(1, result.KnownAlready);
        var knowledge = UserKnowledge.Load(Shipped.Folder, work.Path + "/out");
        Assert.Equal("country:NOR", knowledge.FindExact("Norwaylandia")[0].Id);
        Assert.Equal("person:sergei-lavrov", knowledge.FindExact("Sergei the Lavrov")[0].Id);
        Assert.Equal("person:sergei-lavrov", knowledge.FindExact("Sergey Lavrov")[0].Id);
    }

    [Fact]
    public void Agents_become_role_nouns_with_their_plurals()
    {
        using var work = new TableFolder();

        var result = Import(work,
            """
            !TESTER! = TESTMAN, TESTWOMEN
            ZEPPELINEER [~MIL]
            TESTMAN_AT_ARMS {TESTMEN_AT_ARMS} [~MILREB]
            GENDARMERIE_OF_TEST {} [~COP]
            CHIEF_!TESTER! [NGO~]
            FOREIGN_MINISTER [~GOVFRM]
            TESTLADY [~CVL]
            """);

        Assert.Equal(
            ["chief testman\t\tNGO", "chief testwomen\t\tNGO", "gendarmerie of test\t\tCOP", "testlady\ttestladies\tCVL", "testman at arms\ttestmen at arms\tMIL|REB", "zeppelineer\tzeppelineers\tMIL"],
            Rows(work, "rolenouns.tsv"));
        Assert.Equal(1, result.KnownAlready); // the office, which leads to its holder
        Assert.Equal(["'FRM' of 'GOVFRM' is no known sector and was left out; the rest was imported."], result.Faults.Select(fault => fault.Problem));
    }

    [Fact]
    public void Lines_that_cannot_be_turned_over_are_listed()
    {
        using var work = new TableFolder();

        var result = Import(work,
            """
            +TOO_EARLY
            NOBODY_OF_NOTE
            WRONG_DAY_TESTER [NORGOV >20111315] [NORGOV]
            BACKWARD_TESTER [NORGOV 20120101-20110101] [NORGOV]
            UNKNOWN_LAND_TESTER [QQQGOV]
            NOWHERE_AT_ALL [QQQ]
            TESTLAND_COUNCIL [NORGOVQQQ]
            LAND_OF_CHANGE [NOR <20110101] [SWE >20110101]
            - * &WEAPON [190]
            LOST_!SET! [~GOV]
            __ [NOR]
            """);

        Assert.Equal(
            """
            (1): '+TOO_EARLY' stands before any actor; move it below the one that it belongs to.
            (2): 'NOBODY OF NOTE' has no code, so that nothing is known of it; add one in brackets.
            (3): '>20111315' is no date; write it as 20170830.
            (4): '20120101-20110101' ends before it starts; exchange the dates.
            (5): 'QQQ' of 'QQQGOV' is no known sector and was left out; the rest was imported.
            (5): 'QQQGOV' names no known state or body; add it to codes.tsv first.
            (6): 'QQQ' names no known state or body; add it to codes.tsv first.
            (7): 'QQQ' of 'NORGOVQQQ' is no known sector and was left out; the rest was imported.
            (8): 'LAND OF CHANGE' is a state whose code changes with time; give countries.tsv a row for each.
            (9): '- * &WEAPON [190]' is a line of verbs in a dictionary of actors; move it to a file of verbs.
            (10): 'LOST_!SET!' is a set of words that the dictionary does not define above; define it with '='.
            (11): '__' holds no letter or digit, so that no text can name it.
            """,
            string.Join('\n', result.Faults.Select(fault => fault.ToString()[(work.Path.Length + "/actors.txt".Length)..])));
        Assert.Equal(["backward-tester", "testland-council", "wrong-day-tester"], Rows(work, "organisations.tsv").Select(row => row.Split('\t')[0]));
    }

    [Fact]
    public void Namesakes_of_several_states_get_ids_of_their_own()
    {
        using var work = new TableFolder();

        Import(work, "TESTLAND_COUNCIL [NORGOV]\nTESTLAND_COUNCIL [SWEGOV]\nTESTLAND_COUNCIL [SWEJUD]\n");

        Assert.Equal(["testland-council", "testland-council-swe", "testland-council-swe-2"], Rows(work, "organisations.tsv").Select(row => row.Split('\t')[0]));
    }

    private static ImportResult Import(TableFolder work, string dictionary)
    {
        work.Write("actors.txt", dictionary);
        return PetrarchImporter.Import([Path.Combine(work.Path, "actors.txt")], Shipped.Knowledge, Shipped.Folder, Path.Combine(work.Path, "out"));
    }

    private static string[] Rows(TableFolder work, string table) =>
        [.. File.ReadAllLines(Path.Combine(work.Path, "out", table)).Where(line => line[0] != '#')];
}
