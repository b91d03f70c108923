using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Intake.Fetching;

namespace Demarche.Intake.Feeds;

/// <summary>What a watch knows of its feeds: which entries were accepted, and which version of each feed was seen last.</summary>
/// <remarks>
/// Kept in a file that is replaced as a whole, so that at every moment it is either as it was or as it is. An entry stands in
/// it only after the sink has accepted it. Not for several threads at a time.
/// </remarks>
public sealed class WatchState : IDisposable
{
    /// <summary>How many entries that a feed holds no more are remembered, for feeds that bring old ones back: 2,000.</summary>
    /// <remarks>What a feed holds now is remembered in any case, so that nothing is doubled however large the feed is.</remarks>
    public const int MaxPastEntries = 2000;

    /// <summary>How long a feed that is watched no more is remembered: 30 days.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>A longer id is replaced by its hash: 512 characters.</summary>
    private const int MaxIdLength = 512;

    private const int FormatVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, FeedState> _feeds = new(StringComparer.Ordinal);
    private readonly string? _file;
    private readonly FileStream? _lock;

    private WatchState(string? file, FileStream? @lock) => (_file, _lock) = (file, @lock);

    /// <summary>Reads the checkpoint, if there is one, and keeps other runs from it.</summary>
    /// <param name="file">Null: nothing is kept when the watch ends.</param>
    /// <param name="warning">That the file was damaged, and where it was put; else null.</param>
    /// <exception cref="IOException">Another run keeps the file, or it cannot be read; the message says which.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written.</exception>
    public static WatchState Open(string? file, TimeProvider clock, out string? warning)
    {
        ArgumentNullException.ThrowIfNull(clock);
        warning = null;
        if (file is null)
        {
            return new WatchState(null, null);
        }

        var state = new WatchState(file, Lock(file));
        try
        {
            if (File.Exists(file) && state.Load(file) is { } fault)
            {
                state._feeds.Clear();
                warning = FetchWarnings.DamagedState(file, fault, SetAside(file, clock));
            }
        }
        catch
        {
            state.Dispose();
            throw;
        }

        return state;
    }

    public void Dispose() => _lock?.Dispose();

    internal FeedState this[string url]
    {
        get
        {
            if (!_feeds.TryGetValue(url, out var feed))
            {
                _feeds.Add(url, feed = new FeedState());
            }

            return feed;
        }
    }

    /// <summary>Whether an entry was accepted, from whichever feed.</summary>
    internal bool Has(string id)
    {
        id = Shorten(id);
        return _feeds.Values.Any(feed => feed.Seen.ContainsKey(id));
    }

    internal void Accept(string url, string id)
    {
        var feed = this[url];
        feed.Seen.TryAdd(Shorten(id), true);
        feed.Tries.Remove(Shorten(id));
    }

    /// <summary>Counts that an entry's page could not be read.</summary>
    /// <returns>How often that happened.</returns>
    internal int CountTry(string url, string id) => this[url].Tries[Shorten(id)] = this[url].Tries.GetValueOrDefault(Shorten(id)) + 1;

    /// <summary>All that a feed holds was accepted: forgets what it has not held for long.</summary>
    internal void Settle(string url, IEnumerable<string> current)
    {
        var feed = this[url];
        var held = current.Select(Shorten).ToHashSet(StringComparer.Ordinal);
        var past = feed.Seen.Keys.Where(id => !held.Contains(id)).ToList();
        feed.Seen = Ordered(past.TakeLast(MaxPastEntries).Concat(held));
        feed.Tries.Clear();
    }

    /// <summary>Puts the state on the disk.</summary>
    /// <exception cref="IOException">It could not be written; the message names the file.</exception>
    internal void Save(DateTimeOffset now)
    {
        if (_file is null)
        {
            return;
        }

        try
        {
            var partial = _file + ".partial";
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024))
            {
                Write(stream, now);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, _file, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException(FetchWarnings.StateNotWritten(_file, problem.Message), problem);
        }
    }

    private void Write(Stream stream, DateTimeOffset now)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("version", FormatVersion);
        json.WriteStartArray("feeds");
        foreach (var (url, feed) in _feeds.Where(feed => now - feed.Value.Polled < Memory).OrderBy(feed => feed.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("url", url);
            json.WriteString("etag", feed.Version.ETag);
            json.WriteString("last_modified", feed.Version.LastModified);
            json.WriteString("polled", feed.Polled.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("not_before", feed.NotBefore.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartObject("tries");
            foreach (var (id, count) in feed.Tries)
            {
                json.WriteNumber(id, count);
            }

            json.WriteEndObject();
            json.WriteStartArray("seen");
            foreach (var id in feed.Seen.Keys)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <returns>What is wrong with the file; null when all was read.</returns>
    private string? Load(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (document.RootElement.GetProperty("version").GetInt32() is not FormatVersion and var version)
            {
                return $"it has version {version}, and this program reads {FormatVersion}";
            }

            foreach (var feed in document.RootElement.GetProperty("feeds").EnumerateArray())
            {
                _feeds[feed.GetProperty("url").GetString()!] = new FeedState
                {
                    Version = new PageVersion(feed.GetProperty("etag").GetString(), feed.GetProperty("last_modified").GetString()),
                    Polled = feed.GetProperty("polled").GetDateTimeOffset(),
                    NotBefore = feed.GetProperty("not_before").GetDateTimeOffset(),
                    Tries = feed.GetProperty("tries").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt32(), StringComparer.Ordinal),
                    Seen = Ordered(feed.GetProperty("seen").EnumerateArray().Select(id => id.GetString()!)),
                };
            }

            return null;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return problem is JsonException ? "it is no whole JSON" : "a field is missing or of another kind";
        }
    }

    private static OrderedDictionary<string, bool> Ordered(IEnumerable<string> ids) => new(ids.Select(id => KeyValuePair.Create(id, true)), StringComparer.Ordinal);

    private static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (DirectoryNotFoundException problem)
        {
            throw new IOException(FetchWarnings.StateNotWritten(file, problem.Message), problem);
        }
        catch (IOException problem)
        {
            throw new IOException(FetchWarnings.StateInUse(file), problem);
        }
    }

    private static string SetAside(string file, TimeProvider clock)
    {
        var aside = $"{file}.damaged-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        File.Move(file, aside, overwrite: true);
        return aside;
    }

    private static string Shorten(string id) => id.Length <= MaxIdLength ? id
        : "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)));
}

/// <summary>What is known of one feed.</summary>
internal sealed class FeedState
{
    /// <summary>Of the last content all of whose entries were accepted.</summary>
    internal PageVersion Version { get; set; } = new(null, null);

    internal DateTimeOffset Polled { get; set; }

    /// <summary>When its server wants to be asked again at the earliest.</summary>
    internal DateTimeOffset NotBefore { get; set; }

    /// <summary>How often the page of an entry could not be read.</summary>
    internal Dictionary<string, int> Tries { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The ids of accepted entries, those of the latest content last; the values mean nothing.</summary>
    internal OrderedDictionary<string, bool> Seen { get; set; } = new(StringComparer.Ordinal);
}
