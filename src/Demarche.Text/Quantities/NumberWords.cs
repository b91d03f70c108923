using System.Globalization;
using Demarche.Text.Tokens;

namespace Demarche.Text.Quantities;

/// <summary>What reading a number found.</summary>
/// <param name="End">The index after its last token.</param>
/// <param name="IsOpen">True for <c>hundreds</c>: so many and more.</param>
/// <param name="IsWord">True when no digit stands in it.</param>
internal readonly record struct NumberReading(int End, decimal Value, bool IsOpen, bool IsWord);

/// <summary>Reads numbers in digits and words: <c>1,180</c>, <c>3.5 billion</c>, <c>twenty-one</c>, <c>a dozen</c>, <c>tens of thousands</c>.</summary>
internal sealed class NumberWords
{
    /// <summary>Beyond it a number is an account or a telephone number, and products would overflow.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    private readonly Dictionary<string, NumberWord> _words;

    private NumberWords(Dictionary<string, NumberWord> words) => _words = words;

    private sealed record NumberWord(string Kind, decimal Value);

    internal static NumberWords Load(string languageDataDirectory)
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LanguageTable.Read(languageDataDirectory, "numbers.tsv", columns: 3))
        {
            if (!words.TryAdd(row[1], new NumberWord(row.OneOf(0, "cardinal", "scale", "ordinal", "many", "group"), row.Decimal(2))))
            {
                throw row.Wrong(1, $"'{row[1]}' stands twice.");
            }
        }

        return new NumberWords(words);
    }

    /// <summary>All words that numbers are made of.</summary>
    internal IEnumerable<string> Words => _words.Keys;

    /// <summary>Reads the number that begins at a token, as far as it goes.</summary>
    internal bool TryRead(ReadOnlySpan<Token> tokens, int start, out NumberReading reading)
    {
        reading = default;
        var form = tokens[start].Form;
        if (char.IsAsciiDigit(form[0]) || (form[0] == '.' && form.Length > 1))
        {
            if (!TryDigits(form, out var value))
            {
                return false;
            }

            var end = Fraction(tokens, start + 1, ref value);
            return Scaled(tokens, end, value, isWord: false, out reading);
        }

        if (IsOneOf(form, "a", "an", "half") && start + 1 < tokens.Length)
        {
            return TryGroup(tokens, start, out reading);
        }

        return TryKind(form, out var kind, out var first) && kind switch
        {
            "cardinal" => Sum(tokens, start, first, out reading),
            "many" => Many(tokens, start, first, out reading),
            "scale" when first >= 100 => Scaled(tokens, start, 1, isWord: true, out reading),
            "group" when first > 2 => Made(new NumberReading(start + 1, first, false, true), out reading),
            _ => false,
        };
    }

    /// <summary>Reads <c>3rd</c>, <c>21st</c> and <c>third</c>.</summary>
    internal bool TryOrdinal(string form, out int value)
    {
        value = 0;
        if (char.IsAsciiDigit(form[0]))
        {
            return form.Length is > 2 and < 8
                && form[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th"
                && int.TryParse(form.AsSpan(0, form.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        if (TryKind(form, out var kind, out var number) && kind == "ordinal")
        {
            value = (int)number;
            return true;
        }

        return false;
    }

    internal static bool TryDigits(string form, out decimal value)
    {
        value = 0;
        return form.Length <= 24 && !form.EndsWith('.')
            && decimal.TryParse(form, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)
            && value <= Largest;
    }

    private static int Fraction(ReadOnlySpan<Token> tokens, int next, ref decimal value)
    {
        // "2 1/2": the fraction is a token of its own.
        if (next < tokens.Length && tokens[next].Form is { Length: 3 } form && form[1] == '/' && char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[2]) && form[0] < form[2])
        {
            value += (decimal)(form[0] - '0') / (form[2] - '0');
            return next + 1;
        }

        return next;
    }

    /// <summary>Multiplies by the scales that follow: <c>3.5 billion</c>, <c>half a million</c>.</summary>
    private bool Scaled(ReadOnlySpan<Token> tokens, int end, decimal value, bool isWord, out NumberReading reading)
    {
        while (end < tokens.Length && value < Largest / 1_000_000_000_000m)
        {
            var at = end;
            if (tokens[at].Form == "-" && at + 1 < tokens.Length && tokens[at - 1].Span.End == tokens[at].Span.Start)
            {
                at++;
            }

            if (!TryKind(tokens[at].Form, out var kind, out var scale) || kind != "scale")
            {
                break;
            }

            (value, end) = (value * scale, at + 1);
        }

        return Made(new NumberReading(end, value, false, isWord), out reading);
    }

    /// <summary>Adds up <c>two hundred and fifty thousand</c>.</summary>
    private bool Sum(ReadOnlySpan<Token> tokens, int start, decimal first, out NumberReading reading)
    {
        var (total, part, lastSmall, end) = (0m, first, first, start + 1);
        while (end < tokens.Length)
        {
            var at = end;
            if (IsOneOf(tokens[at].Form, "and", "-") && at + 1 < tokens.Length && (tokens[at].Form == "-" ? lastSmall is >= 20 and < 100 : part >= 100))
            {
                at++;
            }

            if (!TryKind(tokens[at].Form, out var kind, out var value))
            {
                break;
            }

            if (kind == "scale" && value >= 1000)
            {
                (total, part, lastSmall) = (total + (Math.Max(part, 1) * value), 0, 0);
            }
            else if (kind == "scale" && part < 100)
            {
                (part, lastSmall) = (part * value, 0);
            }
            else if (kind == "cardinal" && (lastSmall == 0 || (lastSmall is >= 20 and < 100 && value < 10)) && value < 100 && (total > 0 || part > 0))
            {
                (part, lastSmall) = (part + value, lastSmall == 0 ? value : lastSmall + value);
            }
            else
            {
                break;
            }

            end = at + 1;
            if (total + part > Largest / 1_000_000_000_000m)
            {
                break;
            }
        }

        return Made(new NumberReading(end, total + part, false, true), out reading);
    }

    /// <summary>Reads <c>a dozen</c>, <c>a couple of</c>, <c>a hundred</c>, <c>half a million</c>.</summary>
    private bool TryGroup(ReadOnlySpan<Token> tokens, int start, out NumberReading reading)
    {
        reading = default;
        var (next, value) = (start + 1, 1m);
        if (IsOneOf(tokens[start].Form, "half"))
        {
            value = 0.5m;
            if (!IsOneOf(tokens[next].Form, "a", "an") || ++next >= tokens.Length)
            {
                return false;
            }
        }

        if (!TryKind(tokens[next].Form, out var kind, out var group) || kind is not ("group" or "scale"))
        {
            return false;
        }

        if (kind == "scale")
        {
            return Scaled(tokens, next, value, isWord: true, out reading);
        }

        var end = next + 1;
        if (group == 2)
        {
            // "a couple of days"; without "of" two people are meant.
            if (end >= tokens.Length || !IsOneOf(tokens[end].Form, "of"))
            {
                return false;
            }

            end++;
        }

        return Made(new NumberReading(end, value * group, false, true), out reading);
    }

    /// <summary>Reads <c>hundreds of</c>, <c>tens of thousands of</c>.</summary>
    private bool Many(ReadOnlySpan<Token> tokens, int start, decimal first, out NumberReading reading)
    {
        var (end, value) = (start + 1, first);
        while (end + 1 < tokens.Length && IsOneOf(tokens[end].Form, "of") && TryKind(tokens[end + 1].Form, out var kind, out var scale) && kind == "many"
            && value < 1_000_000)
        {
            (value, end) = (value * scale, end + 2);
        }

        return Made(new NumberReading(end, value, true, true), out reading);
    }

    private bool TryKind(string form, out string kind, out decimal value)
    {
        var found = _words.TryGetValue(form, out var word);
        (kind, value) = found ? (word!.Kind, word.Value) : ("", 0);
        return found;
    }

    private static bool Made(NumberReading made, out NumberReading reading)
    {
        reading = made;
        return true;
    }

    private static bool IsOneOf(string form, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (string.Equals(form, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
