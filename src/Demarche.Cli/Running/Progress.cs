using System.Globalization;
using System.Text;
using Demarche.Intake;

namespace Demarche.Cli;

/// <summary>Tells a person at a terminal how far a run is, how fast it goes and how long it will take.</summary>
/// <remarks>
/// The remaining time comes from the sizes of the input files, which are added up beside the run; it is left out for
/// standard input. A compressed file counts as read by its unpacked text up to its own size, so the time is an estimate.
/// </remarks>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Surroundings _at;
    private readonly long _start;
    private readonly Task<long?> _total;
    private readonly CancellationTokenSource _stop = new();
    private long _lastShown;
    private long _reports, _words, _doneBytes, _fileBytes, _fileSize;
    private string? _file;
    private bool _shown;

    private Progress(Surroundings at, IReadOnlyList<string> paths)
    {
        _at = at;
        _start = _lastShown = at.Clock.GetTimestamp();
        _total = Task.Run(() => TotalBytes(paths, _stop.Token));
    }

    /// <returns>Null when nobody watches: standard error is no terminal, or it shares one with the records.</returns>
    internal static Progress? Start(Surroundings at, IReadOnlyList<string> paths, bool outputGoesToTerminal) =>
        at.ErrorIsTerminal && !outputGoesToTerminal ? new(at, paths) : null;

    internal void Count(RawReport report)
    {
        _reports++;
        _words += CountWords(report.Content);
        FollowFile(report);
        if (_at.Clock.GetElapsedTime(_lastShown) >= Pause) Show();
    }

    /// <summary>Clears the line, so that a message can be printed there.</summary>
    internal void Hide()
    {
        if (_shown) _at.Error.Write("\r\e[K");
        _shown = false;
    }

    public void Dispose()
    {
        _stop.Cancel();
        Hide();
        _stop.Dispose();
    }

    /// <summary>One line: <c>1,204 reports, 86 a second, 24,800 words a second, 3 min left</c>.</summary>
    internal static string Line(long reports, long words, TimeSpan elapsed, double? share)
    {
        var seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{reports:N0} reports, {reports / seconds:N0} a second, {words / seconds:N0} words a second");
        if (share is > 0 and var part) line.Append(", ").Append(Duration(TimeSpan.FromSeconds(seconds * (1 - part) / part))).Append(" left");
        return line.ToString();
    }

    private static string Duration(TimeSpan time) =>
        time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : time.TotalMinutes < 60 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min");

    private void Show()
    {
        _lastShown = _at.Clock.GetTimestamp();
        var share = _total is { IsCompletedSuccessfully: true, Result: > 0 and var total }
            ? Math.Min(1, (_doneBytes + Math.Min(_fileBytes, _fileSize)) / (double)total)
            : (double?)null;
        _at.Error.Write($"\r{Line(_reports, _words, _at.Clock.GetElapsedTime(_start, _lastShown), share)}\e[K");
        _shown = true;
    }

    private void FollowFile(RawReport report)
    {
        var file = FileOf(report.Where);
        if (file != _file)
        {
            _doneBytes += _fileSize;
            (_file, _fileSize, _fileBytes) = (file, new FileInfo(file) is { Exists: true } info ? info.Length : 0, 0);
        }

        _fileBytes += Encoding.UTF8.GetByteCount(report.Content);
    }

    // "reports.ndjson(12)" is line 12 of a file, "list.json[3]" an object in it, "news.warc.gz(byte 812)" a record,
    // "news.wacz/archive/data.warc.gz(byte 812)" one in a file inside.
    private static string FileOf(string where)
    {
        if (where.LastIndexOf(".wacz/archive/", StringComparison.OrdinalIgnoreCase) is >= 0 and var inside) return where[..(inside + ".wacz".Length)];
        var opening = where.EndsWith(')') ? where.LastIndexOf('(') : where.EndsWith(']') ? where.LastIndexOf('[') : -1;
        return opening > 0 && char.IsAsciiDigit(where[^2]) ? where[..opening] : where;
    }

    private static long CountWords(string text)
    {
        var words = 0L;
        var inWord = false;
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            if (inWord && blank) words++;
            inWord = !blank;
        }

        return inWord ? words + 1 : words;
    }

    private static long? TotalBytes(IReadOnlyList<string> paths, CancellationToken stop)
    {
        var total = 0L;
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                total += new FileInfo(path).Length;
                continue;
            }

            if (!Directory.Exists(path)) return null;
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
            foreach (var file in new DirectoryInfo(path).EnumerateFiles("*", options))
            {
                if (stop.IsCancellationRequested) return null;
                total += file.Length;
            }
        }

        return total;
    }
}
