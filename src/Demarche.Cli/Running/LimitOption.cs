using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Demarche.Intake;
using Demarche.Intake.Fetching;

namespace Demarche.Cli;

/// <summary><c>--limit NAME=NUMBER</c>: how much is read and fetched before a warning ends it.</summary>
internal sealed class LimitOption : Option<string[]>
{
    private static readonly Limit[] OfReading =
    [
        new("report", "MB", 1, 1024, (limits, value) => limits with { Intake = limits.Intake with { ReportBytes = Megabytes(value) } }),
        new("line", "MB of a line or a row", 1, 1024, (limits, value) => limits with { Intake = limits.Intake with { LineBytes = Megabytes(value) } }),
        new("unpack", "times that a file may unpack to", 1, 100_000, (limits, value) => limits with { Intake = limits.Intake with { UnpackRatio = value } }),
        new("files", "in a WACZ file", 1, 10_000_000, (limits, value) => limits with { Intake = limits.Intake with { ArchiveFiles = value } }),
        new("folders", "levels deep", 1, 1000, (limits, value) => limits with { Intake = limits.Intake with { FolderDepth = value } }),
        new("nesting", "of tags", 16, 2000, (limits, value) => limits with { Intake = limits.Intake with { TagDepth = value } }),
        new("tags", "of a page", 1000, 10_000_000, (limits, value) => limits with { Intake = limits.Intake with { Tags = value } }),
    ];

    private static readonly Limit[] OfFetching =
    [
        new("size", "MB", 1, 1024, (limits, value) => limits with { Fetching = limits.Fetching with { MaxBytes = Megabytes(value) } }),
        new("time", "seconds a request", 1, 3600, (limits, value) => limits with { Fetching = limits.Fetching with { MaxTime = TimeSpan.FromSeconds(value) } }),
        new("redirects", "", 0, 50, (limits, value) => limits with { Fetching = limits.Fetching with { MaxRedirects = value } }),
        new("retries", "", 0, 10, (limits, value) => limits with { Fetching = limits.Fetching with { MaxRetries = value } }),
        new("wait", "seconds of Retry-After", 0, 86_400, (limits, value) => limits with { Fetching = limits.Fetching with { MaxWait = TimeSpan.FromSeconds(value) } }),
        new("interval", "seconds between requests to a host", 0, 3600, (limits, value) => limits with { Fetching = limits.Fetching with { Interval = TimeSpan.FromSeconds(value) } }),
        new("ratio", "times that a page may unpack to", 1, 100_000, (limits, value) => limits with { Fetching = limits.Fetching with { MaxRatio = value } }),
        new("headers", "KB", 1, 1024, (limits, value) => limits with { Fetching = limits.Fetching with { MaxHeaderKb = value } }),
        new("depth", "of XML", 1, 1000, (limits, value) => limits with { Fetching = limits.Fetching with { MaxDepth = value } }),
    ];

    private static readonly Limit[] All = [.. OfReading, .. OfFetching];

    internal LimitOption() : base("--limit")
    {
        Description = $"A limit, as NAME=NUMBER; may be repeated. On reading: {Names(OfReading)}. On fetching: {Names(OfFetching)}.";
        HelpName = "NAME=N";
        Arity = ArgumentArity.OneOrMore;
        Validators.Add(Check);
    }

    /// <summary>The limits of a command line; those not named have their defaults.</summary>
    internal ReadingLimits Of(ParseResult parsed)
    {
        var limits = new ReadingLimits(new IntakeLimits(), new FetchOptions());
        foreach (var text in parsed.GetValue(this) ?? [])
        {
            if (Find(text, out var value) is { } limit) limits = limit.Set(limits, value);
        }

        return limits;
    }

    private static void Check(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (Find(text, out var value) is not { } limit)
                result.AddError($"--limit takes NAME=NUMBER and not '{text}'; the names are {string.Join(", ", All.Select(known => known.Name))}.");
            else if (value < limit.Least || value > limit.Most)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--limit {limit.Name} takes a number from {limit.Least} to {limit.Most}."));
        }
    }

    private static Limit? Find(string text, out int value)
    {
        var parts = text.Split('=', 2);
        value = 0;
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out value) ? Array.Find(All, limit => limit.Name == parts[0]) : null;
    }

    private static string Names(Limit[] limits) => string.Join(", ", limits.Select(limit => limit.Unit.Length == 0 ? limit.Name : $"{limit.Name} ({limit.Unit})"));

    private static int Megabytes(int value) => value << 20;

    private sealed record Limit(string Name, string Unit, int Least, int Most, Func<ReadingLimits, int, ReadingLimits> Set);
}

/// <summary>The limits of one run.</summary>
internal sealed record ReadingLimits(IntakeLimits Intake, FetchOptions Fetching);
