using System.Globalization;
using System.Text;

namespace Demarche.Intake.Fetching;

/// <summary>What a site's robots.txt lets us fetch (RFC 9309).</summary>
internal sealed class RobotsRules
{
    /// <summary>How much of a robots.txt is read, and what every crawler reads at least: 500 KiB (RFC 9309, 2.5).</summary>
    internal const int MaxBytes = 500 * 1024;

    /// <summary>A longer Crawl-delay is cut to this: a minute.</summary>
    internal static readonly TimeSpan MaxCrawlDelay = TimeSpan.FromMinutes(1);

    private readonly List<(string Pattern, bool Allow)> _rules = [];

    private RobotsRules()
    {
    }

    /// <summary>A site without robots.txt allows all.</summary>
    internal static RobotsRules AllowAll { get; } = new();

    /// <summary>The pause that the site asks for between two requests; zero where it asks for none.</summary>
    internal TimeSpan CrawlDelay { get; private set; }

    /// <param name="text">The file; lines that say nothing known are passed over.</param>
    /// <param name="product">Whose rules are taken; those for <c>*</c> where the file has none for it.</param>
    internal static RobotsRules Parse(string text, string product)
    {
        RobotsRules ours = new(), everybodys = new();
        bool named = false, forUs = false, forAll = false, inRules = true;
        foreach (var line in text.EnumerateLines())
        {
            var (field, value) = Split(line);
            if (field == "user-agent")
            {
                if (inRules)
                {
                    (forUs, forAll, inRules) = (false, false, false); // a new group; several names may open it
                }

                forUs |= TokenOf(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                forAll |= value == "*";
                named |= forUs;
            }
            else if (field is "allow" or "disallow" or "crawl-delay")
            {
                inRules = true;
                if (forUs)
                {
                    ours.Add(field, value);
                }

                if (forAll)
                {
                    everybodys.Add(field, value);
                }
            }
        }

        return named ? ours : everybodys;
    }

    /// <summary>The longest pattern that matches decides; of two as long, the one that allows.</summary>
    internal bool Allows(Uri address)
    {
        var path = Normalise(address.PathAndQuery);
        var (longest, allow) = (-1, true);
        foreach (var rule in _rules)
        {
            if (rule.Pattern.Length >= longest && (rule.Pattern.Length > longest || rule.Allow) && Matches(rule.Pattern, path))
            {
                (longest, allow) = (rule.Pattern.Length, rule.Allow);
            }
        }

        return allow || path == "/robots.txt";
    }

    private void Add(string field, string value)
    {
        if (field == "crawl-delay")
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                CrawlDelay = TimeSpan.FromSeconds(Math.Min(seconds, MaxCrawlDelay.TotalSeconds));
            }
        }
        else if (value.Length > 0) // an empty one disallows nothing
        {
            _rules.Add((Normalise(value), field == "allow"));
        }
    }

    private static (string Field, string Value) Split(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        line = comment < 0 ? line : line[..comment];
        var colon = line.IndexOf(':');
        return colon < 0 ? ("", "") : (line[..colon].Trim(" \t\uFEFF").ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString());
    }

    // "demarche/1.0" names the product "demarche".
    private static ReadOnlySpan<char> TokenOf(string agent)
    {
        var end = agent.AsSpan().IndexOfAnyExcept(TokenLetters);
        return end < 0 ? agent : agent.AsSpan(0, end);
    }

    private static readonly System.Buffers.SearchValues<char> TokenLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    // A pattern is a beginning of the path; * stands for anything, $ at its end for the path's end.
    private static bool Matches(string pattern, string path)
    {
        var toEnd = pattern[^1] == '$';
        var parts = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length - (toEnd ? 1 : 0); i++)
        {
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !toEnd || (parts.Length == 1 ? path.Length == at : path.Length - at >= parts[^1].Length && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }

    // Both sides escape the same: octets beyond ASCII as %XX, unreserved letters plain (RFC 9309, 2.2.2).
    private static string Normalise(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var normal = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var escaped = value == '%' && i + 2 < bytes.Length && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
            i += escaped ? 2 : 0;
            value = escaped || bytes[i] != '%' ? value : (byte)'%';
            var plain = escaped ? char.IsAsciiLetterOrDigit((char)value) || (char)value is '-' or '.' or '_' or '~' : value is > 0x20 and < 0x7F;
            _ = plain ? normal.Append((char)value) : normal.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return normal.ToString();
    }
}
