using System.CommandLine;
using System.CommandLine.Parsing;

namespace Demarche.Cli;

/// <summary>The arguments of all commands that fetch.</summary>
internal sealed class FetchArguments
{
    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Fetch also from loopback, private and link-local addresses, which are refused otherwise.",
    };

    private readonly Option<string?> _contact = new("--user-agent")
    {
        Description = "How sites can reach you: a web or mail address, which goes into the User-Agent after demarche and its version.",
        HelpName = "CONTACT",
    };

    private readonly LimitOption _limits = new();

    internal FetchArguments()
    {
        _contact.Validators.Add(CheckContact);
    }

    internal void AddTo(Command command)
    {
        command.Options.Add(_allowPrivate);
        command.Options.Add(_contact);
        command.Options.Add(_limits);
    }

    internal ReadingLimits ToLimits(ParseResult parsed)
    {
        var limits = _limits.Of(parsed);
        return limits with { Fetching = limits.Fetching with { AllowPrivate = parsed.GetValue(_allowPrivate), Contact = parsed.GetValue(_contact) } };
    }

    private static void CheckContact(OptionResult result)
    {
        if (result.Tokens is [var token] && (token.Value.Length is 0 or > 200 || token.Value.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0 || token.Value.AsSpan().IndexOfAny("()\\") >= 0))
            result.AddError($"--user-agent takes a web or mail address without blanks and parentheses, and not '{token.Value}'.");
    }
}
