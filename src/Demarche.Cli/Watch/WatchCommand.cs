using System.Buffers;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Demarche.Intake;
using Demarche.Intake.Feeds;
using Demarche.Intake.Fetching;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche watch</c>: feeds in, records of what is new in them out.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(15);

    internal static Command Build(Surroundings at)
    {
        var feeds = new Argument<string[]>("feeds") { Description = "URLs of feeds, OPML files, or text files with a URL a line.", Arity = ArgumentArity.OneOrMore };
        var once = new Option<bool>("--once") { Description = "Read each feed once, and end." };
        var every = new Option<string?>("--every") { Description = "How often each feed is read: 90s, 15m, 2h, 1d; less often where its server asks for it. Default: 15m.", HelpName = "TIME" };
        var state = new Option<string?>("--state") { Description = "The checkpoint: which entries are done, so that a run that was ended, killed or crashed goes on where it was. Default: none, and each run begins anew.", HelpName = "FILE" };
        var output = new Option<string?>("--output", "-o") { Description = "The file to append records to, each on the disk before its entry counts as done. Default: standard output.", HelpName = "FILE" };
        var extractOnly = new Option<bool>("--extract-only") { Description = "Write clean reports, as demarche extract does, and code nothing." };
        var codebook = new Option<string?>("--codebook") { Description = "The folder of another codebook to code by (docs/codebook.md). Default: PLOVER, beside the program.", HelpName = "DIR" };
        var knowledge = new KnowledgeOption();
        var fetching = new FetchArguments();
        every.Validators.Add(CheckPause);
        var command = new Command("watch", "Poll news feeds, and code each new report once.") { feeds, once, every, state, output, extractOnly, codebook, knowledge };
        fetching.AddTo(command);
        command.SetAction(Run);
        return Help.With(
            command,
            "demarche watch feeds.opml --state watch.json -o events.ndjson --user-agent you@example.org",
            "demarche watch https://example.org/news.xml --once --extract-only");

        async Task<int> Run(ParseResult parsed, CancellationToken stop)
        {
            var surroundings = at with { Error = TextWriter.Synchronized(at.Error) };
            var limits = fetching.ToLimits(parsed);
            var list = ReadLists(parsed.GetRequiredValue(feeds));
            using var memory = OpenState(parsed.GetValue(state), surroundings);
            using var sink = RecordSink.Open(parsed.GetValue(output), surroundings, Work(parsed.GetValue(extractOnly), parsed.GetValue(codebook), limits.Intake, knowledge.Load(parsed)));
            using var fetcher = new Fetcher(limits.Fetching, at.Clock, Environment.ProcessId); // so that many machines do not retry in step
            using var watcher = new FeedWatcher(fetcher, sink, memory, limits.Fetching.MaxDepth, at.Clock, surroundings.Tell);
            try
            {
                if (!parsed.GetValue(once)) await watcher.Watch(list, Pause(parsed.GetValue(every)) ?? DefaultPause, stop);
                return await watcher.Once(list, stop) + sink.Unread == 0 ? ExitStatus.Done : ExitStatus.SomeUnread;
            }
            catch (IOException error)
            {
                throw new CommandException(ExitStatus.OutputFailed, error.Message, error); // of the checkpoint; it names the file
            }
        }
    }

    private static Func<RawReport, ArrayBufferWriter<byte>, string?> Work(bool extractOnly, string? codebook, IntakeLimits limits, KnowledgeBase known)
    {
        if (!extractOnly)
        {
            var coder = LoadedCoder.Load(codebook ?? Installation.Codebook, limits, known);
            return new RecordWork(coder.Code, RecordForm.Of(RecordForm.Ndjson, coder.Versions, coder.Codebook, 0).Write).Run;
        }

        var reader = new ReportReader(Installation.Intake, known, limits);
        return (raw, output) =>
        {
            ReportLine.Write(raw.Failed ? UnreadReport.Of(raw, raw.Warnings) : reader.Read(raw), output);
            return raw.Failed ? string.Join(' ', raw.Warnings) : null;
        };
    }

    private static List<string> ReadLists(IEnumerable<string> sources)
    {
        try
        {
            return [.. sources.SelectMany(FeedList.Read).Distinct(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitStatus.Usage, error.Message, error);
        }
    }

    private static WatchState OpenState(string? file, Surroundings at)
    {
        try
        {
            var state = WatchState.Open(file, at.Clock, out var warning);
            if (warning is not null) at.Tell(warning);
            return state;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitStatus.OutputFailed, error.Message, error);
        }
    }

    private static void CheckPause(OptionResult result)
    {
        if (result.Tokens is not [var token] || Pause(token.Value) is null)
            result.AddError("--every takes a time such as 90s, 15m, 2h or 1d, of 1 second to 30 days.");
    }

    /// <returns>Null for what is no time, and for nothing.</returns>
    private static TimeSpan? Pause(string? text)
    {
        var unit = text is { Length: > 1 } ? "smhd".IndexOf(text[^1], StringComparison.Ordinal) : -1;
        if (unit < 0 || !int.TryParse(text.AsSpan(0, text!.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var seconds = number * (long)(unit switch { 0 => 1, 1 => 60, 2 => 3600, _ => 86_400 });
        return seconds is >= 1 and <= 30 * 86_400 ? TimeSpan.FromSeconds(seconds) : null;
    }
}
