using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Demarche.Intake.Fetching;

namespace Demarche.Cli;

/// <summary>The arguments of all commands that fetch.</summary>
internal sealed class FetchArguments
{
    private static readonly Limit[] Limits =
    [
        new("size", "MB", 1, 1024, (options, value) => options with { MaxBytes = value << 20 }),
        new("time", "seconds a request", 1, 3600, (options, value) => options with { MaxTime = TimeSpan.FromSeconds(value) }),
        new("redirects", "", 0, 50, (options, value) => options with { MaxRedirects = value }),
        new("retries", "", 0, 10, (options, value) => options with { MaxRetries = value }),
        new("wait", "seconds of Retry-After", 0, 86_400, (options, value) => options with { MaxWait = TimeSpan.FromSeconds(value) }),
        new("interval", "seconds between requests to a host", 0, 3600, (options, value) => options with { Interval = TimeSpan.FromSeconds(value) }),
        new("ratio", "times that a page may unpack to", 1, 100_000, (options, value) => options with { MaxRatio = value }),
        new("headers", "KB", 1, 1024, (options, value) => options with { MaxHeaderKb = value }),
        new("depth", "of XML", 1, 1000, (options, value) => options with { MaxDepth = value }),
    ];

    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Fetch also from loopback, private and link-local addresses, which are refused otherwise.",
    };

    private readonly Option<string?> _contact = new("--user-agent")
    {
        Description = "How sites can reach you: a web or mail address, which goes into the User-Agent after demarche and its version.",
        HelpName = "CONTACT",
    };

    private readonly Option<string[]> _limits = new("--limit")
    {
        Description = $"A limit on fetching, as NAME=NUMBER; may be repeated. Names: {string.Join(", ", Limits.Select(limit => limit.Unit.Length == 0 ? limit.Name : $"{limit.Name} ({limit.Unit})"))}.",
        HelpName = "NAME=N",
        Arity = ArgumentArity.OneOrMore,
    };

    internal FetchArguments()
    {
        _limits.Validators.Add(CheckLimits);
        _contact.Validators.Add(CheckContact);
    }

    internal void AddTo(Command command)
    {
        command.Options.Add(_allowPrivate);
        command.Options.Add(_contact);
        command.Options.Add(_limits);
    }

    internal FetchOptions ToOptions(ParseResult parsed)
    {
        var options = new FetchOptions { AllowPrivate = parsed.GetValue(_allowPrivate), Contact = parsed.GetValue(_contact) };
        foreach (var text in parsed.GetValue(_limits) ?? [])
        {
            if (Find(text, out var value) is { } limit) options = limit.Set(options, value);
        }

        return options;
    }

    private static void CheckLimits(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (Find(text, out var value) is not { } limit)
                result.AddError($"--limit takes NAME=NUMBER and not '{text}'; the names are {string.Join(", ", Limits.Select(known => known.Name))}.");
            else if (value < limit.Least || value > limit.Most)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--limit {limit.Name} takes a number from {limit.Least} to {limit.Most}."));
        }
    }

    private static void CheckContact(OptionResult result)
    {
        if (result.Tokens is [var token] && (token.Value.Length is 0 or > 200 || token.Value.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0 || token.Value.AsSpan().IndexOfAny("()\\") >= 0))
            result.AddError($"--user-agent takes a web or mail address without blanks and parentheses, and not '{token.Value}'.");
    }

    private static Limit? Find(string text, out int value)
    {
        var parts = text.Split('=', 2);
        value = 0;
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out value) ? Array.Find(Limits, limit => limit.Name == parts[0]) : null;
    }

    private sealed record Limit(string Name, string Unit, int Least, int Most, Func<FetchOptions, int, FetchOptions> Set);
}
