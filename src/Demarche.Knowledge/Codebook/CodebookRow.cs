using System.Collections.Frozen;
using Demarche.Knowledge.Tables;

namespace Demarche.Knowledge;

/// <summary>One row of an entries table while it is read; knows its place for messages.</summary>
internal sealed class CodebookRow(string file, TableRow row, PatternParts parts)
{
    private static readonly SlotPlan VerbActor = SlotPlan.Parse("subj");
    private static readonly SlotPlan VerbRecipient = SlotPlan.Parse("obj|against|on|at|with|to|for");
    private static readonly SlotPlan NounActor = SlotPlan.Parse("subj|by|poss|amod|compound|of");
    private static readonly SlotPlan NounRecipient = SlotPlan.Parse("against|on|at|over|with|to|of");

    // A book that was imported has no sentences.
    private const string NoSentence = "-";

    internal string Where => $"{file}({row.Line})";

    internal CodebookEntry ReadEntry(int order, CodebookCodes codes)
    {
        CheckCells();
        var words = row.Text(1).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = EndOfTrigger(words);
        var triggers = ReadTriggers(string.Join(' ', words[..first]));
        if (words.Length - first > CodebookLimits.Requirements)
            throw row.Wrong(1, $"the pattern has {words.Length - first} requirements, but {CodebookLimits.Requirements} at most are read; make several rows of it.");
        var requirements = words[first..].Select(ReadRequirement).ToArray();
        var noun = triggers[0].Kind == TriggerKind.Noun;
        var type = row.Text(2) is "-" or "" ? null : row.Text(2);
        CheckCodes(type, codes);
        var example = row.Needed(9) is NoSentence ? "" : row.Text(9);
        return new CodebookEntry
        {
            Name = row.Text(0),
            Triggers = triggers,
            Requirements = requirements,
            Type = type,
            Mode = row.Optional(3),
            Cameo = row.Optional(4),
            Actor = row.Has(5) ? ReadPlan(5) : noun ? NounActor : VerbActor,
            Recipient = row.Has(6) ? ReadPlan(6) : noun ? NounRecipient : VerbRecipient,
            Third = row.Has(7) ? ReadPlan(7) : null,
            Operator = row.Optional(8),
            Example = example,
            NearMiss = ReadNearMiss(example),
            Reason = ReadReason(),
            File = file,
            Line = row.Line,
            Order = order,
            Specificity = requirements.Sum(Weight),
            Breadth = requirements.Sum(requirement => requirement.Restriction?.Lemmas.Count ?? 0),
        };
    }

    internal static CodebookEntry Unlisted(string type) => new()
    {
        Name = $"unlisted-{type.ToLowerInvariant()}",
        Triggers = [new Trigger(TriggerKind.Verb, "", [])],
        Requirements = [],
        Type = type,
        Actor = VerbActor,
        Recipient = VerbRecipient,
        Example = "",
        File = "",
        Line = 0,
        Order = int.MaxValue,
    };

    private void CheckCells()
    {
        for (var column = 0; column < row.Fields.Length; column++)
        {
            if (row.Text(column).Length > CodebookLimits.Cell)
                throw row.Wrong(column, FormattableString.Invariant($"the cell has {row.Text(column).Length:N0} characters, but {CodebookLimits.Cell:N0} at most are read; make several rows of it, or a class."));
        }
    }

    // Codes and operators stand in other tables; a word that none of them has would code nothing, or nonsense.
    private void CheckCodes(string? type, CodebookCodes codes)
    {
        if (type is not null && !codes.Types.ContainsKey(type))
            throw row.Wrong(2, $"'{type}' is not a PLOVER event type; see types.tsv.");
        if (row.Optional(3) is { } mode && type is not null && !codes.Modes.Contains((type, mode)))
            throw row.Wrong(3, $"'{mode}' of {row.Text(0)} is not a mode of {type} in modes.tsv.");
        if (row.Optional(4) is { } cameo && !codes.Crosswalk.ContainsKey(cameo))
            throw row.Wrong(4, $"'{cameo}' of {row.Text(0)} is not a CAMEO code of crosswalk.tsv.");
        if (row.Optional(8) is { } name && !codes.Operators.Contains(name))
            throw row.Wrong(8, $"the operator '{name}' of {row.Text(0)} has no row in compose.tsv.");
    }

    private string ReadNearMiss(string example)
    {
        if (row.Text(10) is "" or NoSentence)
            return "";
        return row.Text(10) != example ? row.Text(10) : throw row.Wrong(10, "the near miss is the example itself; write a sentence in which the entry must not fire, or -.");
    }

    private string ReadReason()
    {
        if (row.Text(11) is "" or NoSentence)
            return "";
        var length = row.Text(11).EnumerateRunes().Count();
        return length <= CodebookLimits.Reason ? row.Text(11)
            : throw row.Wrong(11, $"the reason has {length} characters, but {CodebookLimits.Reason} at most are shown; say it in fewer words.");
    }

    // Requirements are single words, and only a restriction holds a bar: a trigger goes on to its last bar, and then as long as no slot begins.
    private static int EndOfTrigger(string[] words)
    {
        var end = 1;
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Contains('|', StringComparison.Ordinal) && !words[i].Contains('=', StringComparison.Ordinal))
                end = i + 1;
        }
        while (end < words.Length && (!IsRequirement(words[end]) || end + 1 < words.Length && !words[end].Contains('=', StringComparison.Ordinal) && !IsRequirement(words[end + 1])))
            end++;
        return end;
    }

    private static bool IsRequirement(string word) => word[0] == '!' || word.Contains('=', StringComparison.Ordinal) || SlotWords.Contains(word.Split('/')[0]);

    private static readonly FrozenSet<string> SlotWords = new[]
    {
        "comp.aux", "comp.subj", "subj", "obj", "iobj", "prt", "xcomp", "ccomp", "poss", "compound", "amod", "sayer", "aux", "not", "of", "by", "between", "for", "with", "against", "on", "upon", "at",
        "to", "from", "into", "in", "over", "about", "as", "towards", "toward", "through", "under", "among", "around", "near", "off", "out", "via", "within",
        "without", "behind", "after", "before", "across", "along", "inside", "outside", "regarding", "concerning", "onto", "amid", "during", "despite", "like",
        "until", "than", "per", "beyond", "past", "versus",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word may stand in a pattern as a preposition.</summary>
    internal static bool IsPreposition(string word) => SlotWords.Contains(word) && Slot.Parse(word).Kind == SlotKind.Preposition;

    private SlotPlan ReadPlan(int column)
    {
        foreach (var path in row.Text(column).Split('|', '+'))
        {
            var unknown = path.StartsWith("comp.", StringComparison.Ordinal) ? path is "comp.subj" or "comp.obj" or "comp.actor" or "comp.recipient" ? null : path
                : Array.Find(path.Split('.'), slot => !SlotWords.Contains(slot));
            if (unknown is not null)
                throw row.Wrong(column, $"'{unknown}' is not a slot or a preposition that a role may name; see docs/codebook.md, \"Roles\".");
        }
        return parts.Plan(row.Text(column));
    }

    private static int Weight(Requirement requirement) => requirement.Restriction switch
    {
        { Negated: false, Lemmas.Count: > 0 } => 4,
        { Negated: false, Sectors.Count: > 0 } => 2,
        _ => 1,
    };

    private Trigger[] ReadTriggers(string text)
    {
        if (text.Length < 3 || text[1] != ':')
            throw row.Wrong(1, $"'{text}' has no part of speech; write V:, N: or A: before the lemmas.");
        var kind = text[0] switch
        {
            'V' => TriggerKind.Verb,
            'N' => TriggerKind.Noun,
            'A' => TriggerKind.Adjective,
            _ => throw row.Wrong(1, $"'{text[0]}' is not a part of speech; write V, N or A."),
        };
        var expressions = text[2..].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (expressions.Length == 0)
            throw row.Wrong(1, $"'{text}' names no word; write the lemmas behind {text[..2]}, parted by bars.");
        return [.. expressions.Select(expression =>
        {
            // Treebank tokenisation splits hyphens off, so "cease-fire" is three words.
            var words = expression.Replace("-", " - ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new Trigger(kind, words[^1], words[..^1]);
        })];
    }

    private Requirement ReadRequirement(string word) => parts.Requirement(word, ReadNewRequirement)
        ?? throw row.Wrong(1, FormattableString.Invariant($"with '{word}' the patterns allow more than {CodebookLimits.Words:N0} words, classes written out; name fewer or smaller classes."));

    private Requirement ReadNewRequirement(string word)
    {
        var absent = word[0] == '!';
        var text = absent ? word[1..] : word;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var names = (equals < 0 ? text : text[..equals]).Split('/');
        if (Array.Find(names, name => !SlotWords.Contains(name)) is { } unknown)
            throw row.Wrong(1, $"'{unknown}' is not a slot or a preposition that a pattern may name; see docs/codebook.md, \"Pattern\".");
        var slots = Array.ConvertAll(names, Slot.Parse);
        return new(slots, absent && equals < 0, equals < 0 || text[(equals + 1)..] == "*" ? null : ReadRestriction(text[(equals + 1)..], absent), word);
    }

    private Restriction ReadRestriction(string text, bool negated)
    {
        if (text.StartsWith('!'))
            (negated, text) = (true, text[1..]);
        var lemmas = new HashSet<string>(StringComparer.Ordinal);
        var sectors = new HashSet<string>(StringComparer.Ordinal);
        string? nature = null;
        foreach (var part in text.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '@')
                lemmas.UnionWith(parts.Classes.TryGetValue(part[1..], out var members) ? members
                    : throw row.Wrong(1, $"the class '{part}' is not in any classes table."));
            else if (part is "#actor" or "#thing" or "#event" or "#several")
                nature = part[1..];
            else if (part[0] == '#')
                sectors.Add(IsSector(part[1..]) ? part[1..] : throw row.Wrong(1, $"'{part}' is neither #actor, #thing, #event or #several nor a PLOVER sector, which has three capitals."));
            else
                lemmas.Add(part.Replace('_', ' '));
        }
        if (lemmas.Count == 0 && sectors.Count == 0 && nature is null)
            throw row.Wrong(1, $"'={text}' names no word; write some behind the =, or leave it out.");
        return new(negated, lemmas, nature, sectors);
    }

    private static bool IsSector(string word) => word.Length == 3 && word.All(char.IsAsciiLetterUpper);
}
