namespace Demarche.Text.Quantities;

/// <summary>Reads one sentence for <see cref="QuantityFinder"/>.</summary>
internal sealed class QuantityReader(QuantityLexicon words, NumberWords numbers, Sentence sentence, IReadOnlyList<TimeExpression> times)
{
    /// <summary>How many adjectives and nouns may stand between a number and the noun that it counts.</summary>
    private const int LongestNounGroup = 6;

    private static readonly List<Quantity> None = [];

    private readonly Token[] _tokens = sentence.Tokens;

    /// <summary>What a number counts: its name, and the index after the words that say so.</summary>
    private readonly record struct Counted(int End, string Unit, decimal? Factor);

    internal IReadOnlyList<Quantity> Read()
    {
        List<Quantity>? all = null;
        var (time, lastEnd) = (0, 0);
        for (var i = 0; i < _tokens.Length;)
        {
            while (time < times.Count && times[time].Span.End <= _tokens[i].Span.Start)
            {
                time++;
            }

            if (time < times.Count && times[time].Span.Overlaps(_tokens[i].Span))
            {
                i++;
            }
            else if (TryRead(i, lastEnd, time < times.Count ? times[time].Span.Start : int.MaxValue, out var end) is { } quantity)
            {
                (all ??= []).Add(quantity);
                (i, lastEnd) = (end, end);
            }
            else
            {
                i = Math.Max(end, i + 1);
            }
        }

        return all ?? None;
    }

    private Quantity? TryRead(int i, int earliest, int timeStart, out int end)
    {
        end = i + 1;
        var money = Currency(i);
        var at = money is null ? i : i + 1;
        if (at >= _tokens.Length || !numbers.TryRead(_tokens, at, out var reading) || _tokens[reading.End - 1].Span.End > timeStart)
        {
            return null;
        }

        end = reading.End;
        if (money is null && (IsInName(i) || IsAge(reading.End) || IsOneOf(i, reading)))
        {
            return null;
        }

        if (money is null && IsScore(i, reading.End))
        {
            end = reading.End + 2;
            return null;
        }

        var (value, max, afterNumber) = (reading.Value, RangeEnd(i, reading.End, out var rangeEnd), rangeEnd);
        if (max is not null && _tokens[afterNumber - 1].Span.End > timeStart)
        {
            (max, afterNumber) = (null, reading.End);
        }

        if (max is { } upper && value < 1000 && upper >= 1000 && ScaleOf(upper) is > 1 and var scale && value * scale <= upper)
        {
            value *= scale;      // "3 to 4 million"
        }

        // "300 or more families": the bound may stand before the noun.
        var afterEnd = afterNumber;
        var bounded = afterNumber < _tokens.Length && words.After.TryMatch(_tokens, afterNumber, out afterEnd, out _);
        var counted = money is not null ? new Counted(afterNumber, money.Name, null) : CountedBy(i, bounded ? afterEnd : afterNumber);
        counted = counted.Unit.Length == 0 ? counted with { End = afterNumber } : counted;
        if (counted.End > afterNumber && _tokens[counted.End - 1].Span.End > timeStart)
        {
            counted = new Counted(afterNumber, "", null);
        }

        if (counted.Unit.Length == 0 && (reading.IsWord || IsBareLabel(i)))
        {
            return null;
        }

        var (start, sign) = Bound(i, earliest, max is not null);
        if (counted.Unit.Length == 0 && start == i && max is null && !CountsSilently(i))
        {
            return null;
        }
        end = counted.End;
        if (bounded && afterEnd < end)
        {
            sign = words.After.TryMatch(_tokens, afterNumber, out _, out var inner) ? inner! : sign;
        }
        else if (end < _tokens.Length && words.After.TryMatch(_tokens, end, out var outerEnd, out var outer) && _tokens[outerEnd - 1].Span.End <= timeStart)
        {
            (end, sign) = (outerEnd, outer!);
        }

        return Made(start, end, value, max, reading.IsOpen ? ">" : sign, counted);
    }

    private Quantity Made(int start, int end, decimal value, decimal? max, string sign, Counted counted)
    {
        var span = new TextSpan(_tokens[start].Span.Start, _tokens[end - 1].Span.End);
        return new Quantity
        {
            Span = span,
            Text = sentence.Text[span.Start..span.End],
            Value = Trimmed(value),
            Max = max is { } upper ? Trimmed(upper) : null,
            Comparator = sign,
            Unit = counted.Unit,
            Si = counted.Factor is { } factor && value < 1_000_000_000_000m ? Trimmed(value * factor) : null,
        };
    }

    /// <summary>The same number without noughts at its end, so that 3.5 billion prints as it should.</summary>
    private static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    private UnitWord? Currency(int i) =>
        _tokens[i].Form[^1] is '$' or > '\u00A1' and not (>= 'À' and <= '\u02FF') && words.Units.TryMatch(_tokens, i, out var end, out var unit) && unit!.IsMoney && end == i + 1 ? unit : null;

    /// <summary>Reads the second number of <c>20 to 30</c>, <c>between 20 and 30</c>, <c>20-30</c>.</summary>
    private decimal? RangeEnd(int start, int end, out int rangeEnd)
    {
        rangeEnd = end;
        var joins = Is(end, "to") || (Is(end, "-") || Is(end, "–")) || (Is(end, "and") && Is(start - 1, "between")) || (Is(end, "or") && _tokens[start].PennTag == "CD");
        if (!joins || end + 1 >= _tokens.Length)
        {
            return null;
        }

        var second = Currency(end + 1) is null ? end + 1 : end + 2;
        if (second >= _tokens.Length || !numbers.TryRead(_tokens, second, out var upper) || upper.IsOpen || !numbers.TryRead(_tokens, Currency(start) is null ? start : start + 1, out var lower))
        {
            return null;
        }

        if (upper.Value <= lower.Value || (_tokens[end].Form is "-" or "–" && !(upper.IsWord == lower.IsWord)))
        {
            return null;
        }

        rangeEnd = upper.End;
        return upper.Value;
    }

    private static decimal ScaleOf(decimal value) => value switch { >= 1_000_000_000_000m => 1_000_000_000_000m, >= 1_000_000_000m => 1_000_000_000m, >= 1_000_000m => 1_000_000m, _ => 1 };

    /// <summary>What a number counts or measures: a unit after it, or the noun that it stands with.</summary>
    private Counted CountedBy(int number, int after)
    {
        var at = Is(after, "-") ? after + 1 : after;
        if (at < _tokens.Length && words.Units.TryMatch(_tokens, at, out var end, out var unit) && !(end < _tokens.Length && unit!.IsMoney && char.IsAsciiDigit(_tokens[end].Form[0])))
        {
            return new Counted(end, unit!.Name, unit.Factor);
        }

        if (Is(after, "-"))
        {
            // "five-nation talks" count nations, not talks.
            return at < _tokens.Length && _tokens[at].Tag == UniversalTag.NOUN && !Is(at, "fold", "something", "odd")
                ? new Counted(at + 1, _tokens[at].Lemma, null)
                : new Counted(after, "", null);
        }

        var of = Is(after, "of");
        if (of && Is(after + 1, "the", "its", "his", "her", "their", "these", "those", "our", "all"))
        {
            return NounAfter(after + 2, -1);
        }

        var head = _tokens[number].Relation == DependencyRelation.Nummod && !of ? _tokens[number].Head : -1;
        return NounAfter(of ? after + 1 : after, head >= after ? head : -1) is { Unit.Length: > 0 } counted ? counted : new Counted(after, "", null);
    }

    /// <summary>The noun at the end of the group that begins here: "shipping containers"; the parse's choice where it lies in reach.</summary>
    private Counted NounAfter(int from, int head)
    {
        if (head >= from && head < from + LongestNounGroup && _tokens[head].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.SYM)
        {
            return words.Units.TryMatch(_tokens, head, out var headEnd, out var measured) ? new Counted(headEnd, measured!.Name, measured.Factor) : new Counted(head + 1, _tokens[head].Lemma, null);
        }

        var noun = -1;
        for (var i = from; i < _tokens.Length && i < from + LongestNounGroup; i++)
        {
            var tag = _tokens[i].Tag;
            if (tag is UniversalTag.NOUN or UniversalTag.PROPN)
            {
                noun = i;
            }
            else if (!(noun < 0 && tag is UniversalTag.ADJ or UniversalTag.VERB or UniversalTag.ADV && _tokens[i].PennTag is "JJ" or "JJR" or "JJS" or "VBN" or "VBG" or "RB") && !Is(i, "-"))
            {
                break;
            }
        }

        // A proper noun alone is not what is counted: "two Norway could not accept".
        return noun < 0 || _tokens[noun].Tag == UniversalTag.PROPN ? new Counted(from, "", null) : new Counted(noun + 1, _tokens[noun].Lemma, null);
    }

    /// <summary>Finds the words before the number that bound it.</summary>
    private (int Start, string Sign) Bound(int number, int earliest, bool isRange)
    {
        if (isRange && number > earliest && Is(number - 1, "between", "from"))
        {
            return (number - 1, "=");
        }

        var start = number;
        var sign = "=";
        while (start > earliest && words.Before.TryMatchBefore(_tokens.AsSpan(earliest..start), start - earliest, words.LongestBefore, out var before, out var found))
        {
            // The bound next to the number holds; one before it ("at least about 20") only widens the words.
            (start, sign) = (before + earliest, sign == "=" ? found! : sign);
        }

        return (start, sign);
    }

    /// <summary>Whether a number belongs to a name or a label: Hwasong-12, Resolution 2375, Article 5, Covid-19.</summary>
    private bool IsInName(int i)
    {
        if (i == 0)
        {
            return false;
        }

        var before = _tokens[i - 1];
        var glued = before.Span.End == _tokens[i].Span.Start;
        if (glued && (before.Form is "/" or "#" || (before.Form is "-" or "–" && i >= 2 && before.Span.Start == _tokens[i - 2].Span.End && char.IsLetter(_tokens[i - 2].Form[^1]))))
        {
            return true;
        }

        var continues = _tokens[i].Name != NameKind.None && !_tokens[i].StartsName && before.Name == _tokens[i].Name;
        var counts = _tokens[i].Relation == DependencyRelation.Nummod && _tokens[i].Head > i;
        var labelled = char.IsUpper(before.Form[0]) && before.Tag is UniversalTag.PROPN or UniversalTag.NOUN && !counts && (_tokens[i].Head == i - 1 || before.Head == i);
        return (continues && !counts) || labelled || Is(i - 1, "No.", "Nos.", "no.", "Article", "Resolution", "Chapter", "Section", "Route", "Flight", "Highway", "page", "p.", "pp.");
    }

    /// <summary>Whether the number is the years of "42-year-old" or "42 years old".</summary>
    private bool IsAge(int end) => (Is(end, "-") && Is(end + 2, "-") && Is(end + 3, "old")) || (Is(end, "year", "years") && Is(end + 1, "old"));

    /// <summary>"one of the ministers" picks one out and counts nothing.</summary>
    private bool IsOneOf(int i, NumberReading reading) => reading is { IsWord: true, Value: 1 } && Is(i, "one") && Is(reading.End, "of");

    /// <summary>Whether "3-2" or "5:3" stands here: two figures, the second no greater.</summary>
    private bool IsScore(int i, int end) =>
        Is(end, "-", "–", ":") && end + 1 < _tokens.Length && char.IsAsciiDigit(_tokens[i].Form[0]) && char.IsAsciiDigit(_tokens[end + 1].Form[0])
        && NumberWords.TryDigits(_tokens[i].Form, out var first) && NumberWords.TryDigits(_tokens[end + 1].Form, out var second) && second <= first;

    /// <summary>A number without a noun that is only a label: the number of a list entry, a year, a bracketed note.</summary>
    private bool IsBareLabel(int i)
    {
        var form = _tokens[i].Form;
        return (form.Length == 4 && form[0] is '1' or '2' && char.IsAsciiDigit(form[3]) && !form.Contains('.', StringComparison.Ordinal))
            || (i > 0 && _tokens[i - 1].Form is "[" or "(")
            || form.EndsWith('.') || form.Contains(':', StringComparison.Ordinal) || !char.IsAsciiDigit(form[^1]);
    }

    /// <summary>"killing 12": a number that does a noun's work counts what was told before; an age or a number in brackets does not.</summary>
    private bool CountsSilently(int i) =>
        (_tokens[i].Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Conj
            || Is(i + 1, "more", "others"))
        && !(Is(i - 1, ",") && Is(i + 1, ","));

    private bool Is(int i, params ReadOnlySpan<string> any)
    {
        if ((uint)i >= (uint)_tokens.Length)
        {
            return false;
        }

        foreach (var word in any)
        {
            if (_tokens[i].Form.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
