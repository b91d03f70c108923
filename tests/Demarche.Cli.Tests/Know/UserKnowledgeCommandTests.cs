namespace Demarche.Cli.Tests;

public sealed class UserKnowledgeCommandTests
{
    [Fact]
    public void The_users_tables_are_used_in_coding_and_the_record_tells_them_by_its_version()
    {
        using var folder = new Folder();
        var report = folder.Add("report.txt", UserTables.Report);

        var without = Command.Run("code", report, "--format", "ndjson");
        var with = Command.Run("code", report, "--format", "ndjson", "--knowledge", UserTables.In(folder));

        Assert.Equal((ExitStatus.Done, ""), (with.Status, with.Error));
        Assert.DoesNotContain("person:eve-example", without.Output, StringComparison.Ordinal);
        Assert.Contains("person:eve-example", with.Output, StringComparison.Ordinal);
        Assert.NotEqual(Version(without), Version(with));

        static string? Version(Outcome outcome) => Assert.Single(outcome.Records).GetProperty("versions").GetProperty("knowledge").GetString();
    }

    [Fact]
    public void Who_knows_the_users_people()
    {
        using var folder = new Folder();

        var outcome = Command.Run("who", "Eve", "Example", "--on", "2026-12-01", "--knowledge", UserTables.In(folder));

        Assert.Equal("Eve Example · person · NOR · GOV · person:eve-example\n  * 2026-11-28 – …  minister of foreign affairs, NOR, GOV\n", outcome.Output);
    }

    [Fact]
    public void Where_and_extract_know_the_users_tables()
    {
        using var folder = new Folder();
        folder.Add("mine/places.tsv", "# mine\n# id\tname\tnames\tcountry\ttype\tadmin1\tlat\tlon\tpopulation\ntestby\tTestby\t\tNOR\tcity\t\t60\t10\t500\n");
        folder.Add("mine/outlets.tsv", "# mine\n# id\tname\tnames\tcountry\tkind\tdomains\townership\ntest-press\tTestby Press\tTBPR\tNOR\tagency\t\tprivate\n");

        Assert.Equal("Testby · city · Norway (NOR) · 60.00, 10.00 · 500 inhabitants · place:testby · score 2.7\n", Command.Run("where", "Testby", "--knowledge", folder["mine"]).Output);
        var report = folder.Add("report.txt", "OSLO, Nov 28 (TBPR) - Norway and Sweden signed a treaty on Saturday.");
        Assert.Contains("\"agency\":\"Testby Press\"", Command.Run("extract", report, "--knowledge", folder["mine"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_ends_the_run_before_anything_is_written()
    {
        using var folder = new Folder();
        var report = folder.Add("report.txt", UserTables.Report);
        File.AppendAllText(Path.Combine(UserTables.In(folder), "people.tsv"), "one cell\n");

        var outcome = Command.Run("code", report, "-o", folder["out.csv"], "--knowledge", folder["mine"]);

        Assert.Equal((ExitStatus.BadData, $"demarche: {folder["mine"]}/people.tsv(4,1): the row has 1 columns, but 4 were expected; part the fields by single tabs and keep empty ones.\n"),
            (outcome.Status, outcome.Error));
        Assert.Equal(["mine", "report.txt"], folder.Names);
    }

    [Fact]
    public void A_users_folder_is_checked_on_top_of_what_ships()
    {
        using var folder = new Folder();

        var outcome = Command.Run("knowledge", "check", UserTables.In(folder));

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.StartsWith("The tables are sound on top of those that ship (2 rows added, 0 replaced): ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_much_newer_than_the_tables_are_warned_of_once()
    {
        using var folder = new Folder();
        var reports = folder.Add("reports.ndjson", Sample.Line("a", Sample.Meeting, "2051-01-31") + "\n" + Sample.Line("b", Sample.Meeting, "2051-03-31") + "\n");

        var outcome = Command.Run("code", reports, "--format", "csv");

        Assert.Equal(ExitStatus.Done, outcome.Status);
        var days = new DateOnly(2051, 3, 31).DayNumber - Demarche.Knowledge.KnowledgeBase.Load(Installation.Knowledge).CheckedUntil.DayNumber;
        Assert.Matches($@"^demarche: the newest report is of 2051-03-31, {days.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} days after the tables of office holders were checked \(\d{{4}}-\d\d-\d\d\); "
            + @"whoever took office since is unknown to them\. Add these with --knowledge \(docs/lexicons\.md\), or get a newer Demarche\.\n$", outcome.Error);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void A_report_may_be_sixty_days_newer_without_a_word(int days, bool isTold)
    {
        var age = new KnowledgeAge(new(2026, 1, 1));

        age.Note(new() { Report = new() { Id = "r", Text = "", Published = new DateOnly(2026, 1, 1).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } });

        Assert.Equal(isTold, age.Warning() is not null);
    }
}
