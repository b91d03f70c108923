using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Demarche.Cli.Tests;

/// <summary>Whatever is wrong with one input, the others are coded, and the user learns which it was.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "empty.txt", [] },
        { "blank.txt", "  \n\t\n"u8.ToArray() },
        { "picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "program.txt", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))] },
        { "broken.ndjson", "{\"id\":\"x\",\"text\":"u8.ToArray() },
        { "textless.ndjson", "{\"id\":\"x\",\"title\":\"No text\"}"u8.ToArray() },
        { "list.ndjson", "[1,2"u8.ToArray() },
        { "damaged.txt.gz", [.. Folder.Gzip(Sample.Report).Select((b, i) => i > 30 ? (byte)(b ^ 0x5A) : b)] },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public void An_input_that_cannot_be_read_gives_a_record_with_warnings_and_stops_nothing(string name, byte[] bytes)
    {
        using var folder = new Folder();
        folder.Add("a-before.txt", Sample.Meeting);
        var bad = folder.Add(name, bytes);
        folder.Add("z-after.txt", Sample.Meeting);

        var outcome = Command.Run("code", folder.Path);

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        Assert.Equal(3, outcome.Records.Length);
        AssertCoded(outcome.Records[0], "a-before");
        AssertUnreadable(outcome.Records[1]);
        AssertCoded(outcome.Records[2], "z-after");
        var told = outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, told.Length);
        Assert.StartsWith($"demarche: {bad}", told[0], StringComparison.Ordinal);
        Assert.Equal("demarche: 1 of 3 reports could not be read.", told[1]);
    }

    [Fact]
    public void A_broken_line_is_named_and_the_lines_around_it_are_coded()
    {
        using var folder = new Folder();
        var path = folder.Add("r.ndjson", $"{Sample.Line("r1", Sample.Meeting)}\n{{\"id\": oops}}\n\n{Sample.Line("r4", Sample.Meeting)}\n");

        var outcome = Command.Run("code", path);

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        Assert.Equal(3, outcome.Records.Length);
        AssertCoded(outcome.Records[0], "r1");
        AssertUnreadable(outcome.Records[1]);
        AssertCoded(outcome.Records[2], "r4");
        Assert.StartsWith($"demarche: {path}(2): ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_50_MB_is_refused_and_the_next_is_coded()
    {
        using var folder = new Folder();
        using (var file = File.Create(folder["a-large.txt"]))
        {
            var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("Words and words. ", 65536)));
            for (var i = 0; i < 48; i++) file.Write(block);
        }

        folder.Add("b.txt", Sample.Meeting);

        var outcome = Command.Run("code", folder.Path);

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        AssertUnreadable(outcome.Records[0]);
        AssertCoded(outcome.Records[1], "b");
        Assert.Contains("a-large.txt", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_5_MB_is_read_like_any_other()
    {
        using var folder = new Folder();
        var path = folder.Add("r.ndjson", $"{{\"id\":\"long\",\"note\":\"{new string('x', 5_000_000)}\",\"text\":\"{Sample.Meeting}\"}}\n{Sample.Line("r2", Sample.Meeting)}");

        var outcome = Command.Run("code", path);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        AssertCoded(outcome.Records[0], "long");
        AssertCoded(outcome.Records[1], "r2");
    }

    [Fact]
    public void A_word_of_1_MB_does_no_harm()
    {
        var input = Encoding.UTF8.GetBytes($"{Sample.Line("r1", $"{Sample.Meeting} {new string('x', 1_000_000)}")}\n{Sample.Line("r2", Sample.Meeting)}");

        var outcome = Command.Run(new Setting { Input = input }, "code", "-");

        Assert.Equal(["r1", "r2"], outcome.Ids);
        AssertCoded(outcome.Records[1], "r2");
    }

    [Fact]
    public void Invalid_UTF8_is_warned_of_and_coded()
    {
        using var folder = new Folder();
        var path = folder.Add("r.txt", [.. Encoding.UTF8.GetBytes($"{Sample.Meeting} Tōkyō is far. "), 0xC3, 0x28, .. " The rest follows."u8]);

        var outcome = Command.Run("code", path);

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        AssertCoded(outcome.Records.Single(), "r");
        Assert.NotEmpty(Warnings(outcome.Records.Single()));
    }

    [Theory]
    [InlineData("ru", "Министр иностранных дел России Сергей Лавров встретился в Москве со своим японским коллегой Таро Коно и обсудил с ним мирный договор. Стороны договорились продолжить переговоры весной.")]
    [InlineData("ja", "ロシアのラブロフ外相は金曜日、モスクワで日本の河野太郎外相と会談し、平和条約について協議した。両外相は来春に東京で再び会談することで一致した。")]
    public void A_report_in_another_language_is_read_but_not_coded(string language, string text)
    {
        using var folder = new Folder();

        var outcome = Command.Run("code", folder.Add("r.txt", text));

        var record = outcome.Records.Single();
        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        Assert.Equal(language, record.GetProperty("report").GetProperty("language").GetString());
        Assert.Equal(0, record.GetProperty("events").GetArrayLength());
        Assert.NotEmpty(Warnings(record));
    }

    [Fact]
    public void A_page_without_a_body_gives_a_record_with_a_warning()
    {
        using var folder = new Folder();
        folder.Add("page.html", "<html><head><title>Nothing</title></head></html>");
        folder.Add("z.txt", Sample.Meeting);

        var outcome = Command.Run("code", folder.Path);

        Assert.Equal(["page", "z"], outcome.Ids);
        Assert.NotEmpty(Warnings(outcome.Records[0]));
        Assert.Equal(0, outcome.Records[0].GetProperty("events").GetArrayLength());
        AssertCoded(outcome.Records[1], "z");
    }

    [Fact]
    public void A_path_that_is_not_there_is_named_and_the_others_are_coded()
    {
        using var folder = new Folder();
        var good = folder.Add("r.txt", Sample.Meeting);

        var outcome = Command.Run("code", folder["missing.txt"], good);

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        Assert.StartsWith($"demarche: {folder["missing.txt"]}: there is no such file or folder", outcome.Error, StringComparison.Ordinal);
        AssertCoded(outcome.Records[1], "r");
    }

    [Fact]
    public void A_folder_without_permission_is_named_and_the_others_are_coded()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps permissions in another way.");
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "To root nothing is forbidden.");
        using var folder = new Folder();
        folder.Add("closed/r.txt", Sample.Meeting);
        folder.Add("open.txt", Sample.Meeting);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder["closed"], UnixFileMode.None);
        try
        {
            var outcome = Command.Run("code", folder.Path);

            Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
            Assert.Contains(folder["closed"], outcome.Error, StringComparison.Ordinal);
            AssertCoded(outcome.Records[1], "open");
        }
        finally
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Any_bytes_give_a_record_and_never_a_fault()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        using var folder = new Folder();
        string[] endings = ["txt", "html", "ndjson", "txt.gz", "json", "csv", "warc", "warc.gz", "wacz"];
        for (var i = 0; i < 90; i++)
        {
            var bytes = new byte[random.Next(600)];
            random.NextBytes(bytes);
            if (i % 2 == 0) bytes = Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes).Replace('\0', ' '));
            folder.Add(string.Create(CultureInfo.InvariantCulture, $"r{i:00}.{endings[i % endings.Length]}"), bytes);
        }

        var outcome = Command.Run("code", folder.Path);

        Assert.True(outcome.Status is ExitStatus.Done or ExitStatus.SomeUnread, $"seed {seed}: {outcome.Error}");
        Assert.True(outcome.Records.Length >= 90, $"seed {seed}: {outcome.Records.Length} records");
        Assert.False(outcome.Error.Contains("fault in Demarche", StringComparison.Ordinal), $"seed {seed}: {outcome.Error}");
    }

    private static void AssertCoded(JsonElement record, string id)
    {
        Assert.Equal(id, Outcome.Id(record));
        Assert.True(record.GetProperty("events").GetArrayLength() > 0, record.ToString());
    }

    private static void AssertUnreadable(JsonElement record)
    {
        Assert.Equal(0, record.GetProperty("events").GetArrayLength());
        Assert.NotEmpty(Warnings(record));
        Assert.True(record.GetProperty("unreadable").GetBoolean());
    }

    private static string[] Warnings(JsonElement record) => [.. record.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!)];
}
