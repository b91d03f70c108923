using System.Globalization;
using Demarche.Knowledge.Names;

namespace Demarche.Knowledge.Importing;

/// <summary>Reads actor and agent dictionaries as PETRARCH and TABARI use them.</summary>
/// <remarks>
/// Underscores and blanks part words. An actor is a phrase, then synonyms on lines that begin with <c>+</c>, and codes in
/// brackets, on its line or on lines of their own: <c>[USAGOV]</c>, <c>[USAGOV &gt;20010120]</c>, <c>[USAGOV &lt;010120]</c>,
/// <c>[USAGOV 930120-010120]</c>, the days included. An agent is a noun, its plural in braces, and a code with a tilde.
/// </remarks>
internal sealed class PetrarchReader
{
    // Years of two digits below this one belong to this century: 320101 is 1932.
    private const int FirstYearOfLastCentury = 30;

    private readonly Dictionary<string, string[]> _sets = new(StringComparer.Ordinal);
    private PetrarchActor? _actor;

    internal List<PetrarchActor> Actors { get; } = [];

    internal List<PetrarchAgent> Agents { get; } = [];

    internal List<ImportFault> Faults { get; } = [];

    /// <exception cref="LexiconException">The file is too large, or no UTF-8.</exception>
    internal void Read(string file)
    {
        _actor = null;
        foreach (var (number, content) in PetrarchLines.Read(file)) ReadLine(file, number, content);
        foreach (var actor in Actors.Where(actor => actor.File == file && actor is { Codes.Count: 0, HasWrongCode: false }))
            Fail(file, actor.Line, PetrarchMessages.NoCode(actor.Names[0]));
    }

    private void ReadLine(string file, int number, string content)
    {
        if (content[0] is '-' or '&') Fail(file, number, PetrarchMessages.Pattern(content));
        else if (content[0] == '!' && content.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals) AddSet(content, equals);
        else if (content[0] == '[' && _actor is null) Fail(file, number, PetrarchMessages.Stray(content));
        else if (content[0] == '[') AddCodes(_actor!, number, content);
        else if (content[0] == '+') AddSynonym(file, number, content);
        else if (content.Contains('~', StringComparison.Ordinal)) AddAgents(file, number, content);
        else AddActor(file, number, content);
    }

    private void AddSet(string content, int equals) =>
        _sets[content[..equals].Trim()] = content[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void AddSynonym(string file, int number, string content)
    {
        if (_actor is null) Fail(file, number, PetrarchMessages.Stray(content));
        else if (NameOf(file, number, Until(content[1..], '[')) is { } name) _actor.Names.Add(name);
    }

    private void AddActor(string file, int number, string content)
    {
        _actor = null;
        if (NameOf(file, number, Until(content, '[')) is not { } name) return;
        _actor = new(file, number, name);
        Actors.Add(_actor);
        AddCodes(_actor, number, content);
    }

    private void AddCodes(PetrarchActor actor, int number, string content)
    {
        var faults = Faults.Count;
        actor.Codes.AddRange(Codes(actor.File, number, content));
        actor.HasWrongCode |= Faults.Count > faults;
    }

    private void AddAgents(string file, int number, string content)
    {
        _actor = null;
        if (Codes(file, number, content.Replace("~", "", StringComparison.Ordinal)) is not [var code, ..]) return;
        var phrase = Until(Until(content, '['), '{');
        var marker = _sets.Keys.FirstOrDefault(set => phrase.Contains(set, StringComparison.Ordinal));
        if (marker is null && phrase.Contains('!', StringComparison.Ordinal))
        {
            Fail(file, number, PetrarchMessages.NoSet(phrase.Trim()));
            return;
        }
        foreach (var word in marker is null ? [phrase] : _sets[marker].Select(element => phrase.Replace(marker, element, StringComparison.Ordinal)))
            if (NameOf(file, number, word) is { } noun) Agents.Add(new(file, number, noun, marker is null ? Plural(content, noun) : null, code));
    }

    private static string? Plural(string content, string noun)
    {
        var open = content.IndexOf('{', StringComparison.Ordinal);
        if (open >= 0) return Words(Until(content[(open + 1)..], '}')) is { Length: > 0 } given ? given : null;
        var last = noun[^1] is 'Y' or 'y' ? noun[..^1] + "ies" : noun.EndsWith("SS", StringComparison.OrdinalIgnoreCase) ? noun + "es" : noun + "s";
        return last;
    }

    private List<PetrarchCode> Codes(string file, int number, string content)
    {
        var codes = new List<PetrarchCode>();
        for (var open = content.IndexOf('[', StringComparison.Ordinal); open >= 0; open = content.IndexOf('[', open + 1))
        {
            var inside = Until(content[(open + 1)..], ']').Trim();
            var parts = inside.Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0 || parts[0].All(c => c == '-')) continue;
            if (Days(file, number, parts.Length > 1 ? parts[1] : "") is var (start, end)) codes.Add(new(parts[0], start, end, number));
        }
        return codes;
    }

    /// <returns>Null where they make no sense, which is then noted.</returns>
    private (DateOnly? Start, DateOnly? End)? Days(string file, int number, string restriction)
    {
        if (restriction.Length == 0) return (null, null);
        var hyphen = restriction.IndexOf('-', StringComparison.Ordinal);
        var (first, last) = restriction[0] switch
        {
            '>' => (restriction[1..], null),
            '<' => (null, restriction[1..]),
            _ => hyphen < 0 ? (restriction, restriction) : (restriction[..hyphen], restriction[(hyphen + 1)..]),
        };
        DateOnly? start = null, end = null;
        if (first is not null && (start = Day(first.Trim())) is null || last is not null && (end = Day(last.Trim())) is null)
        {
            Fail(file, number, PetrarchMessages.NoDate(restriction));
            return null;
        }
        if (start > end)
        {
            Fail(file, number, PetrarchMessages.Reversed(restriction));
            return null;
        }
        return (start, end);
    }

    private static DateOnly? Day(string text)
    {
        if (text.Length == 6 && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            text = (year < FirstYearOfLastCentury ? "20" : "19") + text;
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <returns>Null for a name without letters or with a bar, which our tables could not hold; it is noted.</returns>
    private string? NameOf(string file, int number, string phrase)
    {
        var name = Words(phrase);
        if (NameUnits.Key(name) != NameUnits.Seed && !name.Contains('|', StringComparison.Ordinal)) return name;
        Fail(file, number, PetrarchMessages.NoName(phrase.Trim()));
        return null;
    }

    private void Fail(string file, int number, string problem) => Faults.Add(new(file, number, problem));

    private static string Words(string phrase) => string.Join(' ', phrase.Split(['_', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Until(string text, char end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;
}
