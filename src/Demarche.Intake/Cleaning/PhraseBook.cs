using System.Text;
using Demarche.Intake.Tables;

namespace Demarche.Intake.Cleaning;

/// <summary>What a phrase printed around a report is for (data/intake/boilerplate.tsv).</summary>
internal enum PhraseKind : byte { Nav, Share, Newsletter, Form, Comment, Related, Legal, Credit, Field, Label, Byline, End, Promo, Slug, Paywall, Author }

/// <summary>How much of the line must be the phrase.</summary>
internal enum PhraseMatch : byte { Whole, Start, Within }

/// <summary>Where the phrase counts: anywhere, or only before the first and after the last paragraph of the body.</summary>
internal enum PhrasePlace : byte { Any, Edge }

internal sealed record Phrase(string Words, PhraseMatch Match, PhraseKind Kind, PhrasePlace Place);

/// <summary>Finds lines that pages print around a report.</summary>
internal sealed class PhraseBook
{
    /// <summary>A line with more words than this is no debris, whatever it starts with: the longest notice known has 28.</summary>
    internal const int MaxWords = 30;

    private readonly Dictionary<string, Phrase> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> _starts = new(StringComparer.Ordinal);
    private readonly List<Phrase> _within = [];

    internal PhraseBook(Table table)
    {
        foreach (var row in table.Rows)
        {
            Add(row, new Phrase(row["phrase"], row.Choice<PhraseMatch>("match"), row.Choice<PhraseKind>("kind"), row.Choice<PhrasePlace>("place")));
        }
    }

    private void Add(TableRow row, Phrase phrase)
    {
        var key = phrase.Match == PhraseMatch.Whole ? Key(phrase.Words) : LeftKey(phrase.Words);
        if (key.Length == 0)
        {
            throw row.Wrong("phrase", "at least one letter, digit or sign");
        }

        switch (phrase.Match)
        {
            case PhraseMatch.Whole:
                _whole.TryAdd(key, phrase);
                break;
            case PhraseMatch.Start:
                var list = _starts.TryGetValue(FirstWord(key), out var known) ? known : _starts[FirstWord(key)] = [];
                list.Add(phrase with { Words = key });
                break;
            default:
                _within.Add(phrase with { Words = key });
                break;
        }
    }

    /// <returns>The phrase that makes the line debris, or null.</returns>
    internal Phrase? Find(string line, int words)
    {
        if (words > MaxWords)
        {
            return null;
        }

        var wholeKey = Key(line);
        if (_whole.TryGetValue(wholeKey, out var whole) || _whole.TryGetValue(WithoutCount(wholeKey), out whole))
        {
            return whole;
        }

        var key = LeftKey(line);
        if ((FindStart(key) ?? FindStart(WithoutCount(key))) is { } start)
        {
            return start;
        }

        foreach (var phrase in _within)
        {
            if (key.Contains(phrase.Words, StringComparison.Ordinal))
            {
                return phrase;
            }
        }

        return null;
    }

    // "12 comments" and "5 thoughts on …" begin with a count.
    private static string WithoutCount(string key) => key.TrimStart("0123456789,. ".ToCharArray());

    private Phrase? FindStart(string key)
    {
        if (_starts.TryGetValue(FirstWord(key), out var starts))
        {
            foreach (var phrase in starts)
            {
                if (key.StartsWith(phrase.Words, StringComparison.Ordinal) && EndsWord(key, phrase.Words))
                {
                    return phrase;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the whole line is a phrase of one of the kinds.</summary>
    internal bool IsWhole(string line, PhraseKind kind) => _whole.TryGetValue(Key(line), out var phrase) && phrase.Kind == kind;

    // "log in" must not match "Log into": a letter may not follow a letter.
    private static bool EndsWord(string key, string start) =>
        key.Length == start.Length || !char.IsLetter(start[^1]) || !char.IsLetter(key[start.Length]);

    private static string FirstWord(string key)
    {
        var end = 0;
        while (end < key.Length && char.IsLetterOrDigit(key[end]))
        {
            end++;
        }

        return end == 0 ? key[..Math.Min(1, key.Length)] : key[..end];
    }

    /// <summary>Lower case, straight apostrophes, single spaces, no signs at either end; signs alone are kept.</summary>
    internal static string Key(string line)
    {
        var folded = Fold(line);
        var trimmed = folded.Trim(" .,:;!?-–—|•·*»«›‹<>()[]{}\"'/…=_~♥".ToCharArray());
        return trimmed.Length == 0 ? folded : trimmed;
    }

    private static string LeftKey(string line) => Fold(line).TrimStart(" -–—|•·*»«›‹<>([{\"'/=_~".ToCharArray());

    private static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (var unit in line)
        {
            if (char.IsWhiteSpace(unit))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }

                continue;
            }

            folded.Append(unit switch { '’' or '‘' or 'ʼ' or '`' => '\'', '“' or '”' => '"', _ => char.ToLowerInvariant(unit) });
        }

        return folded.ToString().TrimEnd();
    }
}
