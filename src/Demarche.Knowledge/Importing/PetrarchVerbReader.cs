using System.Text.RegularExpressions;

namespace Demarche.Knowledge.Importing;

/// <summary>A set of words that patterns name by <c>&amp;NAME</c>.</summary>
internal sealed record PetrarchSet(string File, int Line, string Name, List<(int Line, string Phrase)> Phrases);

/// <summary>A verb of a dictionary.</summary>
/// <param name="Before">Words before the one that is inflected.</param>
/// <param name="Head">The inflected word, in lower case.</param>
/// <param name="After">Words after it: particles, prepositions, objects, in upper case.</param>
/// <param name="Forms">Inflected forms that the dictionary gives, in lower case.</param>
/// <param name="Code">As it stands in brackets; empty where it has none.</param>
internal sealed record PetrarchVerb(int Line, string[] Before, string Head, string[] After, string[] Forms, string Code);

/// <summary>What may stand around the verbs of a block.</summary>
/// <param name="Text">From the hyphen to the code.</param>
internal sealed record PetrarchPattern(int Line, string Text, string Code);

/// <summary>Verbs that share a meaning, and the patterns that hold for each of them.</summary>
internal sealed record PetrarchBlock(string File, string Code, List<PetrarchVerb> Verbs, List<PetrarchPattern> Patterns);

/// <summary>Reads verb dictionaries as PETRARCH and TABARI use them.</summary>
/// <remarks>
/// A set is <c>&amp;NAME</c>, then a phrase a line after <c>+</c>. A block is a heading <c>--- KILL [190] ---</c>, verbs
/// <c>KILL {KILLS KILLED} [190]</c>, and patterns <c>- * &amp;WEAPON FROM + [123]</c>, which hold for all verbs of the block; without a
/// heading each verb begins a block. <c>TAKE_OVER</c> and <c>CROSS_+SHOOT</c> are verbs of several words, the plus before the inflected one.
/// </remarks>
internal sealed partial class PetrarchVerbReader
{
    private PetrarchSet? _set;
    private PetrarchBlock? _block;
    private bool _hasHeading;

    internal Dictionary<string, PetrarchSet> Sets { get; } = new(StringComparer.Ordinal);

    internal List<PetrarchBlock> Blocks { get; } = [];

    internal List<ImportFault> Faults { get; } = [];

    /// <summary>Whether a dictionary is one of verbs: it has headings or sets, or more of its codes are numbers than not.</summary>
    /// <exception cref="LexiconException">The file is too large, or no UTF-8.</exception>
    internal static bool IsOfVerbs(string file)
    {
        var balance = 0;
        foreach (var (_, content) in PetrarchLines.Read(file))
        {
            if (content[0] == '&' || content.StartsWith("---", StringComparison.Ordinal)) return true;
            if (content.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open && open + 1 < content.Length)
                balance += char.IsAsciiDigit(content[open + 1]) ? 1 : -1;
        }
        return balance > 0;
    }

    /// <exception cref="LexiconException">The file is too large, or no UTF-8.</exception>
    internal void Read(string file)
    {
        (_set, _block, _hasHeading) = (null, null, false);
        foreach (var (number, content) in PetrarchLines.Read(file)) ReadLine(file, number, content);
    }

    private void ReadLine(string file, int number, string content)
    {
        if (content.StartsWith("---", StringComparison.Ordinal)) BeginBlock(file, content);
        else if (content[0] == '-') AddPattern(file, number, content);
        else if (content[0] == '~') Fail(file, number, PetrarchMessages.Transformation(content));
        else if (content[0] == '&' && !content.Contains('[', StringComparison.Ordinal)) BeginSet(file, number, content);
        else if (content[0] == '+' && _set is not null) _set.Phrases.Add((number, Plain(content[1..])));
        else if (content[0] == '&') Fail(file, number, PetrarchMessages.SetAsVerb(content));
        else AddVerb(file, number, content);
    }

    private void BeginBlock(string file, string content)
    {
        (_set, _hasHeading) = (null, true);
        Blocks.Add(_block = new(file, CodeOf(content), [], []));
    }

    private void BeginSet(string file, int number, string content)
    {
        var name = content.Split([' ', '\t', '{'], 2)[0].TrimEnd('_');
        _set = new(file, number, name, []);
        if (!Sets.TryAdd(name, _set)) Fail(file, number, PetrarchMessages.SetTwice(name, Sets[name].File, Sets[name].Line));
    }

    private void AddPattern(string file, int number, string content)
    {
        var text = Code().Replace(content[1..], "").Trim();
        if (_block is not { Verbs.Count: > 0 }) Fail(file, number, PetrarchMessages.PatternWithoutVerb(content));
        else _block.Patterns.Add(new(number, text, CodeOf(content)));
    }

    private void AddVerb(string file, int number, string content)
    {
        _set = null;
        var phrase = Code().Replace(Braces().Replace(content, ""), "").Trim().TrimEnd('_');
        var words = phrase.Split(['_', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var head = Math.Max(0, Array.FindIndex(words, word => word[0] == '+'));
        if (words.Length == 0 || !words.All(word => word.TrimStart('+').All(c => char.IsLetter(c) || c is '\'' or '-') && word.Any(char.IsLetter)))
        {
            Fail(file, number, PetrarchMessages.NoVerb(content));
            return;
        }
        if (_block is null || !_hasHeading) Blocks.Add(_block = new(file, "", [], []));
        var forms = Braces().Match(content).Groups[1].Value.ToLowerInvariant().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        _block.Verbs.Add(new(number, [.. words[..head].Select(word => word.ToLowerInvariant())], words[head].TrimStart('+').ToLowerInvariant(),
            [.. words[(head + 1)..].Select(word => word.ToUpperInvariant())], [.. forms.Select(form => form.Trim('_', '+'))], CodeOf(content)));
    }

    private static string CodeOf(string content) => Code().Match(content).Groups[1].Value.Trim();

    private static string Plain(string phrase) => Braces().Replace(phrase, "").Trim();

    private void Fail(string file, int number, string problem) => Faults.Add(new(file, number, problem));

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Braces();
}
