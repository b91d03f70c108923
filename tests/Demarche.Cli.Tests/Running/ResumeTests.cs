using System.Buffers;
using System.Diagnostics;
using System.Text;
using Demarche.Intake;

namespace Demarche.Cli.Tests;

/// <summary>A run that was broken off is gone on with, and its output is byte for byte that of a run that was not.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData("out.ndjson", "2")]
    [InlineData("out.csv", "1")]
    [InlineData("out.ndjson.gz", "3")]
    [InlineData("out.csv.gz", "2")]
    public void A_run_killed_again_and_again_gives_the_bytes_of_one_that_was_not(string name, string threads)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        using var folder = new Folder();
        string[] inputs = [folder.Add("in/a.ndjson", Sample.Lines(200)), folder.Add("in/b.ndjson.gz", Folder.Gzip(Sample.Lines(200).Replace("\"r", "\"s", StringComparison.Ordinal)))];
        Assert.Equal(ExitStatus.Done, Command.Run(["code", .. inputs, "-o", folder[$"whole-{name}"]]).Status);

        var kills = 0;
        long noted = -1;
        for (var goOn = true; goOn;)
        {
            using var process = Command.Start(Command.Program, ["code", .. inputs, "-o", folder[name], "--resume", "--threads", threads]);
            var told = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            WaitForProgress(folder[$"{name}.partial"], process, noted);
            process.Kill(); // SIGKILL: nothing in the process learns of it
            process.WaitForExit();
            goOn = !File.Exists(folder[name]);
            kills += goOn ? 1 : 0;
            noted = goOn ? new FileInfo(folder[$"{name}.partial.journal"]).Length : 0;
            if (goOn && kills >= 5)
            {
                var outcome = Command.Run(["code", .. inputs, "-o", folder[name], "--resume", "--threads", threads]);
                Assert.Equal(ExitStatus.Done, outcome.Status);
                Assert.Matches("^demarche: going on after the [1-9][0-9]* reports that '.*partial' holds.\n$", outcome.Error);
                goOn = false;
            }
        }

        Assert.InRange(kills, 2, 5);
        Assert.Equal(File.ReadAllBytes(folder[$"whole-{name}"]), File.ReadAllBytes(folder[name]));
        Assert.Equal(new[] { "in", name, $"whole-{name}" }.Order(StringComparer.Ordinal), folder.Names);
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out.gz")]
    public void Whatever_a_dying_run_had_put_on_the_disk_the_next_goes_on_rightly(string name)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        using var folder = new Folder();
        var input = folder.Add("r.ndjson", Numbered(500));
        Run(input, folder["whole" + name], dieAt: -1);
        for (var round = 0; round < 20; round++)
        {
            for (var dieAt = random.Next(500); dieAt < 500; dieAt = random.Next(dieAt, 700))
            {
                Run(input, folder[name], dieAt);
                Damage(folder[$"{name}.partial"], random);
            }

            Run(input, folder[name], dieAt: -1);

            Assert.True(File.ReadAllBytes(folder["whole" + name]).SequenceEqual(File.ReadAllBytes(folder[name])), $"seed {seed}, round {round}");
            Assert.Equal(["r.ndjson", name, "whole" + name], folder.Names.Order(StringComparer.Ordinal).OrderBy(n => n == "r.ndjson" ? 0 : 1));
            File.Delete(folder[name]);
        }
    }

    [Fact]
    public void Without_resume_what_a_killed_run_left_is_kept_and_told_of()
    {
        using var folder = new Folder();
        var input = folder.Add("r.ndjson", Numbered(200));
        var (held, _) = RunToCheckpoint(input, folder["out.ndjson"]);
        var before = File.ReadAllBytes(folder["out.ndjson.partial"]);

        var outcome = Command.Run("extract", input, "-o", folder["out.ndjson"]);

        Assert.Equal((ExitStatus.Usage, $"demarche: '{folder["out.ndjson.partial"]}' holds {held} reports of a run that was killed; add --resume to go on with it, or remove it to start again.\n"), (outcome.Status, outcome.Error));
        Assert.Equal(before, File.ReadAllBytes(folder["out.ndjson.partial"]));
        File.Delete(folder["out.ndjson.partial"]);
        Assert.Equal(ExitStatus.Done, Command.Run("extract", input, "-o", folder["out.ndjson"]).Status);
        Assert.Equal(["out.ndjson", "r.ndjson"], folder.Names);
    }

    [Fact]
    public void Other_inputs_and_other_settings_are_refused()
    {
        using var folder = new Folder();
        var input = folder.Add("r.ndjson", Numbered(200));
        var size = new FileInfo(input).Length;
        var partial = folder["out.ndjson.partial"];
        RunToCheckpoint(input, folder["out.ndjson"]);

        var other = Command.Run("extract", input, "-o", folder["out.ndjson"], "--resume");
        Assert.Equal(ExitStatus.Usage, other.Status);
        Assert.StartsWith($"demarche: '{partial}' cannot be gone on with: another command or version made it (test; now extract ndjson ", other.Error, StringComparison.Ordinal);

        AssertRefused(Refuse(input, input), $"'{partial}' cannot be gone on with: it was made from other paths, or in another order; give the same again, or remove it to start again.");
        File.AppendAllText(input, "\n");
        AssertRefused(Refuse(input), $"'{partial}' cannot be gone on with: '{input}' has changed since (1 file of {size} bytes then, 1 file of {size + 1} bytes now, or another time of change); remove it to start again.");
        Assert.True(File.Exists(partial));

        CommandException Refuse(params string[] paths) => Assert.Throws<CommandException>(() => Run(paths, folder["out.ndjson"], dieAt: -1));

        static void AssertRefused(CommandException error, string message) => Assert.Equal((ExitStatus.Usage, message), (error.Status, error.Message));
    }

    [Fact]
    public void Two_runs_never_write_to_one_output()
    {
        using var folder = new Folder();
        var input = folder.Add("r.ndjson", Numbered(10));
        using var journal = RunJournal.Open(folder["out"], folder["out.partial"], "test", [input], new IntakeLimits().FolderDepth, resume: false);

        var outcome = Command.Run("extract", input, "-o", folder["out"]);

        Assert.Equal(ExitStatus.OutputFailed, outcome.Status);
        Assert.StartsWith($"demarche: '{folder["out"]}' cannot be written: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_to_resume_that_is_broken_off_in_order_says_what_it_leaves()
    {
        using var folder = new Folder();
        var input = folder.Add("r.ndjson", Numbered(200));

        var (held, error) = RunToCheckpoint(input, folder["out"]);

        Assert.EndsWith($"demarche: '{folder["out.partial"]}' holds {held} reports; the same command goes on after them.\n", error, StringComparison.Ordinal);
        Assert.Equal(["out.partial", "out.partial.journal", "r.ndjson"], folder.Names);
    }

    [Fact]
    public void Reports_that_could_not_be_read_are_counted_over_all_runs()
    {
        using var folder = new Folder();
        var input = folder.Add("r.ndjson", "broken\n" + Numbered(200));
        var (held, _) = RunToCheckpoint(input, folder["out"]);

        var error = Run(input, folder["out"], dieAt: -1);

        Assert.Equal($"demarche: going on after the {held} reports that '{folder["out.partial"]}' holds.\ndemarche: 1 of 201 reports could not be read.\n", error);
    }

    [Fact]
    public void Ids_used_twice_are_found_across_the_break()
    {
        using var folder = new Folder();
        var input = folder.Add("r.ndjson", Numbered(200) + "{\"id\":\"n1\",\"text\":\"Again.\"}\n");
        Run(input, folder["whole"], dieAt: -1);
        RunToCheckpoint(input, folder["out"]);

        Run(input, folder["out"], dieAt: -1);

        Assert.Contains("the id 'n1' was used by an earlier report", File.ReadAllText(folder["out"]), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(folder["whole"]), File.ReadAllBytes(folder["out"]));
    }

    [Theory]
    [InlineData("extract - -o out --resume", "--resume needs files or folders to read: standard input is not there a second time.")]
    [InlineData("code -o out --resume", "--resume needs files or folders to read: standard input is not there a second time.")]
    [InlineData("code file --resume", "--resume needs -o FILE: only a file can be gone on with.")]
    [InlineData("parse file --pretokenized -o out --resume", "--pretokenized reads CoNLL-U from its start; leave out --resume, --map and --separator.")]
    public void What_cannot_be_gone_on_with_is_refused(string line, string message)
    {
        var outcome = Command.Run(line.Split(' '));

        Assert.Equal(ExitStatus.Usage, outcome.Status);
        Assert.StartsWith($"demarche: {message}\n", outcome.Error, StringComparison.Ordinal);
    }

    private static string Numbered(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"{{\"id\":\"n{i}\",\"text\":\"Report {i}.\"}}\n"));

    private static string Run(string input, string output, int dieAt) => Run([input], output, dieAt);

    /// <summary>A run whose output has pieces of very different lengths, none at all among them, and that fails at the report given.</summary>
    private static string Run(string[] inputs, string output, int dieAt)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var at = new Surroundings { Input = Stream.Null, Output = Stream.Null, Error = error };
        var run = new ReadingRun(inputs, output, Threads: 2, new(new(), new())) { Resume = true };
        try
        {
            run.Run(at, "test", "head\n"u8, Work, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
        }

        return error.ToString().Replace($"demarche: {inputs[0]}(1): this is not a JSON object ('b' is an invalid start of a value, at byte 0); the line starts 'broken'.\n", "", StringComparison.Ordinal);

        string? Work(RawReport report, ArrayBufferWriter<byte> bytes)
        {
            if (report.Failed) return report.Warnings[0];
            var number = int.Parse(report.Id![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (number == dieAt) throw new InvalidOperationException();
            if (number % 5 > 0) Encoding.UTF8.GetBytes($"{report.Id} {string.Join(' ', report.Warnings)} {new string('x', number % 7 == 0 ? 20_000 : number)}\n", bytes);
            return null;
        }
    }

    /// <summary>What stands behind the last checkpoint may be there in part or not at all, and the journal's last line may be cut.</summary>
    private static void Damage(string partial, Random random)
    {
        var journal = $"{partial}.journal";
        if (!File.Exists(journal)) return;
        var lines = File.ReadAllLines(journal);
        if (random.Next(3) == 0)
        {
            using var notes = new FileStream(journal, FileMode.Open);
            notes.SetLength(notes.Length - random.Next(lines[^1].Length));
        }

        var done = long.Parse(lines[^1].Split('\t')[3], System.Globalization.CultureInfo.InvariantCulture);
        using var file = new FileStream(partial, FileMode.Open);
        if (random.Next(2) == 0) file.SetLength(done + random.NextInt64(file.Length - done + 1));
        else if (random.Next(4) == 0) file.SetLength(done - random.NextInt64(Math.Min(done, 1000))); // a power failure
    }

    /// <summary>Waits for the file, the first time; then for a checkpoint more than were noted.</summary>
    private static void WaitForProgress(string partial, Process process, long noted)
    {
        var clock = Stopwatch.StartNew();
        while (!process.HasExited && !(noted < 0 ? File.Exists(partial) : new FileInfo($"{partial}.journal") is { Exists: true } journal && journal.Length > noted))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(120), "nothing happened for two minutes");
            Thread.Sleep(1);
        }
    }

    /// <summary>Runs that die at a report, until one has got as far as a checkpoint: how far the writing is behind the work is chance.</summary>
    /// <returns>How many reports the unfinished output holds, and what the last run told.</returns>
    private static (long Reports, string Error) RunToCheckpoint(string input, string output)
    {
        while (true)
        {
            var error = Run(input, output, dieAt: 150);
            var journal = $"{output}.partial.journal";
            if (File.Exists(journal) && File.ReadAllLines(journal)[^1].Split('\t') is ["done", var reports, ..])
                return (long.Parse(reports, System.Globalization.CultureInfo.InvariantCulture), error);
        }
    }
}
