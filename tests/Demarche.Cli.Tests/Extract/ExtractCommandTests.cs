namespace Demarche.Cli.Tests;

public sealed class ExtractCommandTests
{
    [Fact]
    public void A_page_gives_its_clean_text_and_what_is_known_of_it()
    {
        using var folder = new Folder();
        folder.Add("kono.html", Sample.Page);

        var outcome = Command.Run("extract", folder.Path, "--format", "ndjson");

        var page = outcome.Records.Single();
        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Equal(
            ["id", "url", "title", "authors", "published", "published_basis", "published_from", "modified", "outlet", "agency", "language", "text", "warnings"],
            page.EnumerateObject().Select(field => field.Name));
        Assert.Equal("kono", page.GetProperty("id").GetString());
        Assert.Equal("Kono meets Lavrov", page.GetProperty("title").GetString());
        Assert.StartsWith("2017-11-24", page.GetProperty("published").GetString(), StringComparison.Ordinal);
        Assert.Contains("met his Japanese counterpart", page.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("newsletter", page.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_extracted_can_be_coded()
    {
        using var folder = new Folder();
        var page = folder.Add("kono.html", Sample.Page);
        Assert.Equal(ExitStatus.Done, Command.Run("extract", page, "-o", folder["clean.ndjson"]).Status);

        var direct = Command.Run("code", page).Records.Single();
        var after = Command.Run("code", folder["clean.ndjson"]).Records.Single();

        Assert.Equal(direct.GetProperty("report").GetProperty("text").GetString(), after.GetProperty("report").GetProperty("text").GetString());
        Assert.Equal(direct.GetProperty("events").GetArrayLength(), after.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public void Text_is_for_reading()
    {
        using var folder = new Folder();

        var text = Command.Run("extract", folder.Add("kono.html", Sample.Page), "--format", "text").Output;

        Assert.StartsWith("id: kono\ntitle: Kono meets Lavrov\n", text, StringComparison.Ordinal);
        Assert.Contains("\n\nRussian Foreign Minister", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_still_gives_its_line()
    {
        using var folder = new Folder();
        folder.Add("a.html", "");
        folder.Add("b.html", Sample.Page);

        var outcome = Command.Run("extract", folder.Path);

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        Assert.Equal(["a", "b"], outcome.Records.Select(record => record.GetProperty("id").GetString()));
        Assert.EndsWith("demarche: 1 of 2 reports could not be read.\n", outcome.Error, StringComparison.Ordinal);
    }
}
