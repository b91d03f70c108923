using System.Diagnostics;
using System.Text;

namespace Demarche.Cli.Tests;

/// <summary>What becomes of the output when the disk, the pipe or the user end a run early.</summary>
public sealed class OutputTests
{
    [Fact]
    public void A_full_disk_ends_the_run_with_one_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Report);

        var piped = Command.Shell($"demarche code '{path}' > /dev/full");
        var named = Command.Run("code", path, "-o", "/dev/full");

        Assert.Equal((ExitStatus.OutputFailed, "demarche: the output could not be written: No space left on device\n"), (piped.Status, piped.Error));
        Assert.Equal(ExitStatus.OutputFailed, named.Status);
        Assert.StartsWith("demarche: the output could not be written: No space left on device", named.Error, StringComparison.Ordinal);
        Assert.Single(named.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(File.Exists("/dev/full"));
    }

    [Fact]
    public void A_closed_pipe_ends_the_run_quietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell with pipes.");
        using var folder = new Folder();
        var path = folder.Add("r.ndjson", Sample.Lines(2000));

        var outcome = Command.Shell($"demarche code '{path}' | head -n 1");

        Assert.Single(outcome.Records);
        Assert.Equal((ExitStatus.PipeClosed, ""), (outcome.Status, outcome.Error));
    }

    [Fact]
    public void Standard_output_is_appended_to_what_others_wrote_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Meeting);

        Command.Shell($"{{ echo before; demarche code '{path}'; demarche code '{path}'; echo after; }} > '{folder["out"]}'");

        var lines = File.ReadAllLines(folder["out"]);
        Assert.Equal(4, lines.Length);
        Assert.Equal(("before", "after"), (lines[0], lines[3]));
        Assert.Equal(lines[1], lines[2]);
    }

    [Fact]
    public void An_output_that_is_read_as_well_is_refused_and_left_as_it_was()
    {
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Meeting);

        var outcome = Command.Run("code", path, "-o", path);

        Assert.Equal((ExitStatus.Usage, Sample.Meeting), (outcome.Status, File.ReadAllText(path)));
        Assert.Contains("would be overwritten", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_before_anything_is_coded()
    {
        using var folder = new Folder();
        var path = folder.Add("r.txt", Sample.Meeting);

        var outcome = Command.Run("code", path, "-o", folder["no/such/folder.ndjson"]);

        Assert.Equal((ExitStatus.OutputFailed, ""), (outcome.Status, outcome.Output));
        Assert.StartsWith($"demarche: '{folder["no/such/folder.ndjson"]}' cannot be written: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["r.txt"], folder.Names);
    }

    [Fact]
    public void A_folder_is_no_file_to_write()
    {
        using var folder = new Folder();

        var outcome = Command.Run("code", folder.Add("r.txt", Sample.Meeting), "-o", folder.Path);

        Assert.Equal((ExitStatus.OutputFailed, $"demarche: '{folder.Path}' cannot be written: it is a folder.\n"), (outcome.Status, outcome.Error));
    }

    [Fact]
    public void A_run_that_fails_leaves_the_file_that_stood_there()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["out"], "old");

        using (var target = OutputTarget.Open(folder["out"], Stream.Null))
        {
            target.Write("new"u8);
            Assert.Equal(["out", "out.partial"], folder.Names);
        }

        Assert.Equal(["out"], folder.Names);
        Assert.Equal("old", File.ReadAllText(folder["out"]));
    }

    [Fact]
    public void A_run_that_succeeds_replaces_the_file_that_a_link_names()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["real"], "old");
        File.CreateSymbolicLink(folder["link"], folder["real"]);

        using (var target = OutputTarget.Open(folder["link"], Stream.Null))
        {
            target.Write("new"u8);
            target.Complete();
        }

        Assert.Equal(["link", "real"], folder.Names);
        Assert.Equal("new", File.ReadAllText(folder["real"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("one two three")]
    public void A_file_that_ends_in_gz_is_packed_part_by_part(string words)
    {
        using var folder = new Folder();
        using (var target = OutputTarget.Open(folder["out.gz"], Stream.Null))
        {
            foreach (var word in words.Split(' '))
            {
                target.Write(Encoding.UTF8.GetBytes(word));
                Assert.Equal(word.Length, target.PartBytes);
                Assert.Equal(target.EndPart(), new FileInfo(folder["out.gz.partial"]).Length);
            }

            target.Complete();
        }

        using var unpacked = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(folder["out.gz"]), System.IO.Compression.CompressionMode.Decompress));
        Assert.Equal(words.Replace(" ", "", StringComparison.Ordinal), unpacked.ReadToEnd());
        Assert.True(new FileInfo(folder["out.gz"]).Length >= 20, "gzip data has at least one member");
    }

    [Theory]
    [InlineData("events.csv")]
    [InlineData("records.ndjson")]
    public void What_is_packed_is_what_is_written_otherwise(string name)
    {
        using var folder = new Folder();
        var path = folder.Add("r.ndjson", Sample.Lines(70));

        Command.Run("code", path, "-o", folder[name]);
        Command.Run("code", path, "-o", folder[$"{name}.gz"]);

        using var unpacked = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(folder[$"{name}.gz"]), System.IO.Compression.CompressionMode.Decompress));
        Assert.Equal(File.ReadAllText(folder[name]), unpacked.ReadToEnd());
    }

    [Theory]
    [InlineData("INT", ExitStatus.Interrupted)]
    [InlineData("TERM", ExitStatus.Terminated)]
    public void An_interrupted_run_leaves_no_file(string signal, int status)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        Assert.SkipWhen(signal == "INT" && Signals.InterruptsAreIgnored(), "A shell that runs the tests in the background has them ignore interrupts.");
        using var folder = new Folder();

        using var process = Command.Start(Command.Program, "code", "-", "-o", folder["out.ndjson"]);
        process.StandardInput.Write(Sample.Lines(3));
        process.StandardInput.Flush();
        Signals.WaitFor(() => File.Exists(folder["out.ndjson.partial"]), process); // standard input stays open: the run goes on
        using (Process.Start("kill", ["-s", signal, $"{process.Id}"])) { }
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "the signal did not end it");

        Assert.Equal(status, process.ExitCode);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_run_stopped_from_within_the_process_says_so()
    {
        using var folder = new Folder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var outcome = Command.Run(new Setting { Stop = stop.Token }, "code", folder.Add("r.txt", Sample.Meeting), "-o", folder["out"]);

        Assert.Equal((ExitStatus.Interrupted, ""), (outcome.Status, outcome.Error));
        Assert.Equal(["r.txt"], folder.Names);
    }
}
